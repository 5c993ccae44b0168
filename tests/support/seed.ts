/** A long history, put straight into a server's database: in a second and not in minutes. */
import { nameOrder } from "@/lib/i18n/order.ts";
import { normalizeKey } from "@/lib/i18n/normalize.ts";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { EPOCH_2024 } from "@/db/ids.ts";
import type { TestServer } from "./server.ts";

export interface SeedOptions {
  readonly count: number;
  /** When the first was written and how long after it the next ones, in epoch and milliseconds. */
  readonly from: number;
  readonly every: number;
  /** Ids of those who write, by turns of a few messages each. */
  readonly authors: readonly number[];
}

/** How long messages are: a line, a few, and once in a while a long one. */
const TEXTS = [
  "کوتاه",
  "A line of English in between, long enough to be broken on a narrow screen, and then some more of it.",
  "باشه، ممنون",
  "یک پیام بلندتر که روی گوشی چند سطر می‌شود و باید سر جایش بماند وقتی پیام‌های پیشین بالای آن باز می‌شوند.",
  "بله ".repeat(120),
];

/**
 * Fills the empty global room of the one workspace with `n 1`, `n 2`, … Gives the conversation's id.
 * @throws Error where somebody has written there already
 */
export function seedHistory(server: TestServer, { count, from, every, authors }: SeedOptions): number {
  const database = new DatabaseSync(join(server.data_dir, "data", "peyk.db"), { timeout: 10_000 });
  try {
    const room = database.prepare("select id, workspace_id, seq from conversations where kind = 'global'")
      .get() as { id: number; workspace_id: number; seq: number };
    if (room.seq > 0) throw new Error("the room is not empty");
    database.exec("begin immediate");
    const insert = database.prepare(
      `insert into messages (id, conversation_id, workspace_id, author_id, client_id, content, seq, version, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    let id = 0;
    for (let n = 1; n <= count; n++) {
      const at = from + (n - 1) * every;
      id = Math.max(id + 1, (at - EPOCH_2024) * 4096);
      const author = authors[Math.floor(n / 3) % authors.length]!;
      const text = TEXTS[n % 97 === 0 ? 4 : n % 4]!;
      insert.run(id, room.id, room.workspace_id, author, `seed-${n}`, `n ${n} ${text}`, n, n, at);
    }
    database.prepare(
      "update conversations set seq = ?, version = ?, last_message_id = ?, last_activity_at = ? where id = ?",
    ).run(count, count, id, from + (count - 1) * every, room.id);
    database.exec("commit");
    return room.id;
  } finally {
    database.close();
  }
}

/** Sets how far somebody has read, backwards too, as if they had been away since. */
export function setRead(server: TestServer, username: string, seq: number): void {
  const database = new DatabaseSync(join(server.data_dir, "data", "peyk.db"), { timeout: 10_000 });
  try {
    database.prepare(
      `insert into reads (conversation_id, actor_id, workspace_id, seq, updated_at)
       select c.id, u.id, c.workspace_id, min(?, c.seq), 0 from conversations c, users u
       where c.kind = 'global' and u.username = ?
       on conflict (conversation_id, actor_id) do update set seq = excluded.seq`,
    ).run(seq, username);
  } finally {
    database.close();
  }
}

/** Makes so many members of the workspace who never signed in, in one transaction; nobody of them has a password. */
export function seedMembers(server: TestServer, count: number): void {
  const database = new DatabaseSync(join(server.data_dir, "data", "peyk.db"), { timeout: 10_000 });
  try {
    const { id: workspace_id } = database.prepare("select id from workspaces").get() as { id: number };
    const now = Date.now();
    const actor = database.prepare("insert into actors (id, kind, created_at) values (?, 'member', ?)");
    const user = database.prepare(
      `insert into users (id, email, email_key, password_hash, password_changed_at, username, username_key,
         first_name, last_name, first_name_key, last_name_key, created_at, updated_at)
       values (?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const membership = database.prepare(
      `insert into memberships (workspace_id, user_id, role, created_at, name_order) values (?, ?, 'member', ?, ?)`,
    );
    database.exec("begin immediate");
    for (let n = 0; n < count; n++) {
      const id = n + 1;
      const names = {
        username: `crowd${n}`,
        first_name: FIRST_NAMES[n % FIRST_NAMES.length]!,
        last_name: `${n}`.padStart(5, "0"),
      };
      const email = `${names.username}@crowd.test`;
      actor.run(id, now);
      user.run(
        ...[id, email, email, now, names.username, names.username],
        ...[names.first_name, names.last_name, normalizeKey(names.first_name), names.last_name, now, now],
      );
      membership.run(workspace_id, id, now, nameOrder(names));
    }
    database.exec("commit");
  } finally {
    database.close();
  }
}

const FIRST_NAMES = ["گلنار", "هومن", "Daniel", "پریناز", "سیدمحمدرضا"];
