import type { NewRow } from "./schema.ts";
import { expecting, query, read, sql, write } from "./query.ts";
import { personColumns } from "./people.ts";
import type { PersonRow } from "./people.ts";
import { stillStands } from "./standing.ts";
import type { Asker, Ground } from "./standing.ts";
import type { Query, Statement } from "./store.ts";

export function insert(row: NewRow<"conversations">): Statement {
  return write(query.insertInto("conversations").values(row));
}

export function addParticipants(rows: NewRow<"participants">[]): Statement {
  return expecting(
    rows.length,
    query.insertInto("participants").values(rows)
      // Who comes back takes up the row they left.
      .onConflict((conflict) =>
        conflict.columns(["conversation_id", "actor_id"]).doUpdateSet({ left_at: null })
          .where("participants.left_at", "is not", null)
      ),
  );
}

/** Ends a participation; meets no row where there is none. */
export function removeParticipant(conversation_id: number, actor_id: number, at: number): Statement {
  return expecting(
    1,
    query.updateTable("participants").set({ left_at: at })
      .where("conversation_id", "=", conversation_id).where("actor_id", "=", actor_id)
      .where("left_at", "is", null),
  );
}

/** The conversation that exists once in a workspace: the global room, or the one of a pair. */
export function findByKey(workspace_id: number, unique_key: string): Query<{ id: number }> {
  return read(
    query.selectFrom("conversations").select("id")
      .where("workspace_id", "=", workspace_id).where("unique_key", "=", unique_key)
      .where("deleted_at", "is", null),
  );
}

/** A write somebody is about to make in a conversation, with the ground they were found to stand on. */
export interface Act {
  readonly asker: Asker;
  readonly ground: Ground;
  readonly conversation_id: number;
  readonly at: number;
}

/** The counters of a conversation after a change raised them. */
export interface Raised {
  seq: number;
  version: number;
}

/** Takes the next `seq` and `version` for a new message; undoes the batch if the right is gone. */
export function raiseForMessage(act: Act, message_id: number): Statement<Raised> {
  return expecting(
    1,
    touch(act).set((eb) => ({
      seq: eb("seq", "+", 1),
      version: eb("version", "+", 1),
      last_message_id: message_id,
      last_activity_at: act.at,
    })).returning(["seq", "version"]),
  );
}

/** Takes the next `version` for a change of something that exists; undoes the batch if the right is gone. */
export function raiseForChange(act: Act): Statement<Raised> {
  return expecting(
    1,
    touch(act).set((eb) => ({ version: eb("version", "+", 1) })).returning(["seq", "version"]),
  );
}

function touch({ asker, ground, conversation_id, at }: Act) {
  return query.updateTable("conversations")
    .where("id", "=", conversation_id).where("workspace_id", "=", asker.workspace_id)
    .where("deleted_at", "is", null).where(stillStands(ground, asker, conversation_id, at));
}

/** A conversation in somebody's own list. */
export interface ListedRow {
  id: number;
  kind: "direct" | "group" | "team";
  name: string | null;
  seq: number;
  version: number;
  created_at: number;
  last_message_id: number | null;
  read_seq: number;
  unread_count: number;
}

/** Above this many unread messages counting stops. */
export const UNREAD_MAX = 1000;

/** The asker's own private conversations, newest activity first. */
export function listOwn(asker: Asker, limit: number): Query<ListedRow> {
  return read(
    query.selectFrom("participants as p").innerJoin("conversations as c", "c.id", "p.conversation_id")
      .leftJoin(
        "reads as r",
        (join) => join.onRef("r.conversation_id", "=", "c.id").on("r.actor_id", "=", asker.id),
      )
      .select([
        "c.id",
        sql<ListedRow["kind"]>`c.kind`.as("kind"),
        "c.name",
        "c.seq",
        "c.version",
        "c.created_at",
        "c.last_message_id",
        sql<number>`coalesce(r.seq, 0)`.as("read_seq"),
        unread(asker.id, sql`c.id`, sql`coalesce(r.seq, 0)`).as("unread_count"),
      ])
      .where("p.actor_id", "=", asker.id).where("p.left_at", "is", null)
      .where("c.workspace_id", "=", asker.workspace_id).where("c.deleted_at", "is", null)
      .where("c.kind", "in", ["direct", "group", "team"])
      .orderBy("c.last_activity_at", "desc").orderBy("c.id", "desc").limit(limit),
  );
}

/** How many messages of others stand above `read_seq`, counted up to {@link UNREAD_MAX}. */
export function countUnread(
  asker: Asker,
  conversation_id: number,
  read_seq: number,
): Query<{ count: number }> {
  return read(query.selectNoFrom(unread(asker.id, sql`${conversation_id}`, sql`${read_seq}`).as("count")));
}

function unread(actor_id: number, conversation: ReturnType<typeof sql>, above: ReturnType<typeof sql>) {
  return sql<number>`(select count(*) from (select 1 from messages n where n.conversation_id = ${conversation}
    and n.seq > ${above} and n.author_id <> ${actor_id} and n.deleted_at is null limit ${
    sql.raw(String(UNREAD_MAX))
  }) as counted)`;
}

export interface ParticipantRow extends PersonRow {
  conversation_id: number;
  participant_role: "owner" | "admin" | "member";
  read_seq: number;
}

/** The people of some conversations, at most `limit` rows in all. */
export function participantsOf(conversation_ids: readonly number[], limit: number): Query<ParticipantRow> {
  return read(
    query.selectFrom("participants as p").innerJoin("actors as a", "a.id", "p.actor_id")
      .leftJoin("users as u", "u.id", "a.id")
      .leftJoin(
        "memberships as s",
        (join) => join.onRef("s.workspace_id", "=", "p.workspace_id").onRef("s.user_id", "=", "a.id"),
      )
      .leftJoin(
        "reads as r",
        (join) => join.onRef("r.conversation_id", "=", "p.conversation_id").onRef("r.actor_id", "=", "a.id"),
      )
      .select([
        "p.conversation_id",
        "p.role as participant_role",
        sql<number>`coalesce(r.seq, 0)`.as("read_seq"),
      ])
      .select(personColumns)
      .where("p.conversation_id", "in", conversation_ids).where("p.left_at", "is", null)
      .orderBy("p.joined_at").orderBy("p.actor_id").limit(limit),
  );
}

/** How far each of the others has read: for receipts of a small conversation. */
export function readSeqs(conversation_id: number): Query<{ actor_id: number; seq: number }> {
  return read(
    query.selectFrom("participants as p")
      .leftJoin(
        "reads as r",
        (join) =>
          join.onRef("r.conversation_id", "=", "p.conversation_id").onRef("r.actor_id", "=", "p.actor_id"),
      )
      .select(["p.actor_id", sql<number>`coalesce(r.seq, 0)`.as("seq")])
      .where("p.conversation_id", "=", conversation_id).where("p.left_at", "is", null),
  );
}
