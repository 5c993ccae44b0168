/** What the index of words is made from, and how far it has come. */
import type { ConversationKind } from "@/lib/protocol/entities.ts";
import { listTemplate, query, read, readShared, sql, template } from "./query.ts";
import type { Query } from "./store.ts";

/** A message as the index needs it. */
export interface Indexable {
  id: number;
  workspace_id: number;
  conversation_id: number;
  conversation_kind: ConversationKind;
  author_id: number;
  kind: "text" | "system";
  content: string;
  source: string;
  source_id: number | null;
  deleted_at: number | null;
  attachment_count: number;
}

const indexable = () =>
  query.selectFrom("messages as m").innerJoin("conversations as c", "c.id", "m.conversation_id").select([
    "m.id",
    "m.workspace_id",
    "m.conversation_id",
    "c.kind as conversation_kind",
    "m.author_id",
    "m.kind",
    "m.content",
    "m.source",
    "m.source_id",
    "m.deleted_at",
    "m.attachment_count",
  ]);

/** Some messages, oldest first. */
export function some(ids: readonly number[]): Query<Indexable> {
  return read(indexable().where("m.id", "in", ids).orderBy("m.id"));
}

/** Those before an id, newest first. */
export function before(id: number, limit: number): Query<Indexable> {
  return older({ id, limit });
}

const older = template((asked: { id: number; limit: number }) =>
  read<Indexable>(indexable().where("m.id", "<", asked.id).orderBy("m.id", "desc").limit(asked.limit))
);

/** Ids of the conversations somebody takes part in. */
export function joinedBy(
  { id, workspace_id }: { id: number; workspace_id: number },
  limit: number,
): Query<{ id: number }> {
  return joined({ id, workspace_id, limit });
}

const joined = template((asked: { id: number; workspace_id: number; limit: number }) =>
  read<{ id: number }>(
    query.selectFrom("participants").select("conversation_id as id")
      .where("actor_id", "=", asked.id).where("left_at", "is", null)
      .where("workspace_id", "=", asked.workspace_id).limit(asked.limit),
  )
);

/** A conversation as a result names it. */
export interface RoomRow {
  id: number;
  kind: ConversationKind;
  name: string | null;
  picture: string | null;
}

/** Some conversations of the asker's workspace. */
export function rooms({ workspace_id }: { workspace_id: number }, ids: readonly number[]): Query<RoomRow> {
  return roomsAmong(ids, { workspace_id });
}

// The plus keeps SQLite from going by the index of a workspace's conversations: of four and more ids it takes that to
// be the shorter way, and reads all conversations there are.
const roomsAmong = listTemplate((ids: readonly number[], asked: { workspace_id: number }) =>
  readShared<RoomRow>(
    query.selectFrom("conversations").select(["id", "kind", "name", "picture"]).where("id", "in", ids)
      .where(sql<number>`+workspace_id`, "=", asked.workspace_id),
  )
);
