import { DatabaseSync } from "node:sqlite";

const TEXT = "سلام، این یک پیام معمولی است. See you at the meeting tomorrow at ten.";

/**
 * Puts so many messages into a room, straight into the file of a server that is not running: the authors
 * are its first people in turn, three messages each.
 */
export function fillRoom(dir: string, conversation_id: number, count: number): void {
  const db = new DatabaseSync(`${dir}/data/peyk.db`);
  try {
    db.exec("pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -262144");
    const room = db.prepare(
      "select workspace_id, seq, version, last_message_id from conversations where id = ?",
    )
      .get(conversation_id) as Record<string, number>;
    const authors = db.prepare("select id from users order by id limit 5").all() as { id: number }[];
    const newest = db.prepare("select max(id) as id from messages").get() as { id: number | null };
    const insert = db.prepare(
      `insert into messages (id, conversation_id, workspace_id, author_id, client_id, content, seq, version, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    // Older than whatever the program will make, newer than what is there.
    const first = (newest.id ?? 0) + 1;
    const began = Date.now() - count;
    const [seq, version] = [room.seq!, room.version!];
    db.exec("begin");
    for (let i = 0; i < count; i++) {
      const author = authors[Math.floor(i / 3) % authors.length]!.id;
      const id = first + i;
      insert.run(
        id,
        conversation_id,
        room.workspace_id!,
        author,
        `bench-${id}`,
        `${TEXT} ${i}`,
        seq + i + 1,
        version + i + 1,
        began + i,
      );
    }
    db.prepare("update conversations set seq = ?, version = ?, last_message_id = ? where id = ?")
      .run(seq + count, version + count, first + count - 1, conversation_id);
    db.exec("commit");
    db.exec("pragma wal_checkpoint(truncate)");
  } finally {
    db.close();
  }
}
