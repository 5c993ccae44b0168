import type { SelectQueryBuilder } from "kysely";
import type { ConversationKind } from "@/lib/protocol/entities.ts";
import type { NewRow, Row, Schema } from "./schema.ts";
import { expecting, query, read, sql, template, write } from "./query.ts";
import { personColumns } from "./people.ts";
import type { PersonRow } from "./people.ts";
import { stillStands } from "./standing.ts";
import type { Asker, Right } from "./standing.ts";
import type { Query, Statement } from "./store.ts";

export function insert(row: NewRow<"conversations">): Statement {
  return write(query.insertInto("conversations").values(row));
}

export function addParticipants(rows: NewRow<"participants">[]): Statement {
  return expecting(
    rows.length,
    query.insertInto("participants").values(rows)
      // Who comes back takes up the row they left, but not what they were.
      .onConflict((conflict) =>
        conflict.columns(["conversation_id", "actor_id"])
          .doUpdateSet({ left_at: null, role: sql`excluded.role`, joined_at: sql`excluded.joined_at` })
          .where("participants.left_at", "is not", null)
      ),
  );
}

/** Ends a participation; undoes the batch where there is none, or none in one of these roles. */
export function removeParticipant(
  conversation_id: number,
  actor_id: number,
  at: number,
  roles: readonly ParticipantRole[] = ["owner", "admin", "member"],
): Statement {
  return expecting(
    1,
    query.updateTable("participants").set({ left_at: at })
      .where("conversation_id", "=", conversation_id).where("actor_id", "=", actor_id)
      .where("left_at", "is", null).where("role", "in", roles),
  );
}

/** Changes how a conversation is shown; undoes the batch where it is deleted. */
export function describe(
  conversation_id: number,
  changes: Partial<Pick<Row<"conversations">, "name" | "topic" | "picture">>,
): Statement {
  return expecting(
    1,
    query.updateTable("conversations").set(changes)
      .where("id", "=", conversation_id).where("deleted_at", "is", null),
  );
}

/** Takes a conversation out of everybody's sight; undoes the batch if the right is gone. */
export function remove({ asker, right, conversation_id, at }: Act): Statement {
  return expecting(
    1,
    query.updateTable("conversations").set({ deleted_at: at, deleted_by: asker.id })
      .where("id", "=", conversation_id).where("workspace_id", "=", asker.workspace_id)
      .where("deleted_at", "is", null).where(stillStands(right, asker, conversation_id, at)),
  );
}

/** The conversation that exists once in a workspace: the global room, or the one of a pair. */
export function findByKey(workspace_id: number, unique_key: string): Query<{ id: number }> {
  return byKey({ workspace_id, unique_key });
}

const byKey = template((p: { workspace_id: number; unique_key: string }): Query<{ id: number }> =>
  read(
    query.selectFrom("conversations").select("id")
      .where("workspace_id", "=", p.workspace_id).where("unique_key", "=", p.unique_key)
      .where("deleted_at", "is", null),
  )
);

/** A write somebody is about to make in a conversation, with the right they were found to have. */
export interface Act {
  readonly asker: Asker;
  readonly right: Right;
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
  return raise("message", act, message_id);
}

/**
 * Takes the next `seq` and `version` for a line of the system; undoes the batch if the right is gone. The last
 * message stays what it was: to many clients a line is none.
 */
export function raiseForLine(act: Act): Statement<Raised> {
  return raise("line", act, 0);
}

/** Takes the next `version` for a change of something that exists; undoes the batch if the right is gone. */
export function raiseForChange(act: Act): Statement<Raised> {
  return raise("change", act, 0);
}

type Raise = "message" | "line" | "change";

function raise(what: Raise, act: Act, message_id: number): Statement<Raised> {
  const { asker: { id: actor_id, workspace_id }, right, conversation_id, at } = act;
  const shape = `${what} ${right.ground} ${right.voice}`;
  let raising = raisings.get(shape);
  if (!raising) raisings.set(shape, raising = raisingOf(what, right));
  return raising({ actor_id, workspace_id, conversation_id, message_id, at });
}

interface Raising {
  actor_id: number;
  workspace_id: number;
  conversation_id: number;
  message_id: number;
  at: number;
}

const raisings = new Map<string, (raising: Raising) => Statement<Raised>>();

function raisingOf(what: Raise, right: Right) {
  return template((act: Raising) =>
    expecting(
      1,
      query.updateTable("conversations")
        .set((eb) => ({ version: eb("version", "+", 1) }))
        .$if(what === "message", (update) =>
          update.set((eb) => ({
            seq: eb("seq", "+", 1),
            last_message_id: act.message_id,
            last_activity_at: act.at,
          })))
        .$if(what === "line", (update) =>
          update.set((eb) => ({
            seq: eb("seq", "+", 1),
            system_count: eb("system_count", "+", 1),
            last_activity_at: act.at,
          })))
        .where("id", "=", act.conversation_id).where("workspace_id", "=", act.workspace_id)
        .where("deleted_at", "is", null)
        .where(
          stillStands(
            right,
            { id: act.actor_id, workspace_id: act.workspace_id },
            act.conversation_id,
            act.at,
          ),
        )
        .returning(["seq", "version"]),
    )
  );
}

/** The `seq` or `version` of a conversation as it stands by then in the batch: what a message is stamped with. */
export function countOf(count: keyof Raised, conversation_id: number) {
  return query.selectFrom("conversations").select(count).where("id", "=", conversation_id);
}

export type ParticipantRole = "owner" | "admin" | "member";

/** A conversation in a list. */
export interface ListedRow {
  id: number;
  kind: ConversationKind;
  name: string | null;
  topic: string | null;
  picture: string | null;
  /** What the asker is in it. */
  role: ParticipantRole | null;
  seq: number;
  version: number;
  created_at: number;
  last_message_id: number | null;
  read_seq: number;
  unread_count: number;
  mention_count: number;
  muted_until: number | null;
  pinned_at: number | null;
}

/** Above this many unread messages counting stops. */
export const UNREAD_MAX = 1000;

/** Kinds that stand in one's own list. */
export const PRIVATE_KINDS: readonly ConversationKind[] = ["direct", "group", "team"];

/** The asker's own conversations of some kinds, newest activity first. */
export function listOwn(
  asker: Asker,
  limit: number,
  kinds: readonly ConversationKind[] = PRIVATE_KINDS,
): Query<ListedRow> {
  const name = kinds.join();
  let fill = own.get(name);
  if (!fill) own.set(name, fill = ownOf(kinds));
  return fill({ id: asker.id, workspace_id: asker.workspace_id, limit });
}

type OwnAsked = Asker & { limit: number };

/** One for each choice of kinds that is asked for; there are few of these. */
const own = new Map<string, (asked: OwnAsked) => Query<ListedRow>>();

const ownOf = (kinds: readonly ConversationKind[]) =>
  template((asked: OwnAsked): Query<ListedRow> => {
    const rows = query.selectFrom("participants as p").innerJoin(
      "conversations as c",
      "c.id",
      "p.conversation_id",
    )
      .select(["c.id", "c.kind", "c.name", "c.topic", "c.picture", "p.role"])
      .select(["c.seq", "c.version", "c.created_at", "c.last_message_id", "c.last_activity_at"])
      .where("p.actor_id", "=", asked.id).where("p.left_at", "is", null)
      // The sum keeps the planner from walking through the conversations of the whole workspace instead.
      .where(sql`c.workspace_id + 0`, "=", asked.workspace_id).where("c.deleted_at", "is", null)
      .where("c.kind", "in", kinds)
      .orderBy("c.last_activity_at", "desc").orderBy("c.id", "desc").limit(asked.limit);
    return read(listed(asked, rows));
  });

/** All conversations of a workspace, newest activity first, for those who may see them all. */
export function listAll(
  asker: Asker,
  { offset, limit }: { offset: number; limit: number },
): Query<ListedRow> {
  const all = query.selectFrom("conversations as c")
    .leftJoin(
      "participants as p",
      (join) =>
        join.onRef("p.conversation_id", "=", "c.id").on("p.actor_id", "=", asker.id)
          .on("p.left_at", "is", null),
    )
    .select(["c.id", "c.kind", "c.name", "c.topic", "c.picture", "p.role"])
    .select(["c.seq", "c.version", "c.created_at", "c.last_message_id", "c.last_activity_at"])
    .where("c.workspace_id", "=", asker.workspace_id).where("c.deleted_at", "is", null)
    .orderBy("c.last_activity_at", "desc").orderBy("c.id", "desc").limit(limit).offset(offset);
  return read(listed(asker, all));
}

/** How many conversations a workspace has. */
export function countAll(workspace_id: number): Query<{ count: number }> {
  return read(
    query.selectFrom("conversations").select(sql<number>`count(*)`.as("count"))
      .where("workspace_id", "=", workspace_id).where("deleted_at", "is", null),
  );
}

type Chosen =
  & Omit<ListedRow, "read_seq" | "unread_count" | "mention_count" | "muted_until" | "pinned_at">
  & { last_activity_at: number };

/**
 * How some conversations stand for the asker. Counted outside of the choice, for those that are listed alone. What
 * stands where they are no participant is unread to them only above what they have read.
 */
function listed(asker: Asker, chosen: SelectQueryBuilder<Schema, never, Chosen>) {
  const above = sql<number>`coalesce(r.seq, case when o.role is null then o.seq else 0 end)`;
  return query.selectFrom(chosen.as("o"))
    .leftJoin(
      "reads as r",
      (join) => join.onRef("r.conversation_id", "=", "o.id").on("r.actor_id", "=", asker.id),
    )
    .leftJoin(
      "conversation_settings as w",
      (join) => join.onRef("w.conversation_id", "=", "o.id").on("w.actor_id", "=", asker.id),
    )
    .select(["o.id", "o.kind", "o.name", "o.topic", "o.picture", "o.role"])
    .select(["o.seq", "o.version", "o.created_at", "o.last_message_id", "w.muted_until", "w.pinned_at"])
    .select([
      mentioned(asker.id, sql`o.id`, above).as("mention_count"),
      above.as("read_seq"),
      unread(asker.id, sql`o.id`, above).as("unread_count"),
    ])
    .orderBy("o.last_activity_at", "desc").orderBy("o.id", "desc");
}

/** How a conversation stands for the asker: counts go up to {@link UNREAD_MAX}. */
export function stateFor(
  asker: Asker,
  conversation_id: number,
  read_seq: number,
): Query<State> {
  return state({ actor_id: asker.id, conversation_id, read_seq });
}

type State = Pick<ListedRow, "unread_count" | "mention_count" | "muted_until" | "pinned_at">;

const state = template((p: { actor_id: number; conversation_id: number; read_seq: number }): Query<State> => {
  const place = [p.actor_id, sql`${p.conversation_id}`, sql`${p.read_seq}`] as const;
  return read(
    query.selectNoFrom((eb) => [
      unread(...place).as("unread_count"),
      mentioned(...place).as("mention_count"),
      ...(["muted_until", "pinned_at"] as const).map((column) =>
        eb.selectFrom("conversation_settings").select(column)
          .where("conversation_id", "=", p.conversation_id).where("actor_id", "=", p.actor_id).as(column)
      ),
    ]),
  );
});

/** Undoes its batch when the right is gone: for what is written beside a conversation. */
export function stands({ asker, right, conversation_id, at }: Act): Statement {
  return expecting(
    1,
    query.selectFrom("conversations").select("id")
      .where("id", "=", conversation_id).where("workspace_id", "=", asker.workspace_id)
      .where("deleted_at", "is", null).where(stillStands(right, asker, conversation_id, at)),
  );
}

function unread(actor_id: number, conversation: ReturnType<typeof sql>, above: ReturnType<typeof sql>) {
  return sql<number>`(select count(*) from (select 1 from messages n where n.conversation_id = ${conversation}
    and n.seq > ${above} and n.author_id <> ${actor_id} and n.deleted_at is null and n.kind <> 'system'
    limit ${sql.raw(String(UNREAD_MAX))}) as counted)`;
}

/** Unread messages that call somebody by name. */
function mentioned(actor_id: number, conversation: ReturnType<typeof sql>, above: ReturnType<typeof sql>) {
  return sql<number>`(select count(*) from (select 1 from mentions n where n.actor_id = ${actor_id}
    and n.conversation_id = ${conversation} and n.seq > ${above}
    limit ${sql.raw(String(UNREAD_MAX))}) as counted)`;
}

export interface ParticipantRow extends PersonRow {
  conversation_id: number;
  participant_role: ParticipantRole;
  read_seq: number;
  /** How many the conversation has, listed or not. */
  participants_count: number;
}

/** The people of some conversations, of each the `limit` who joined first. */
export function participantsOf(conversation_ids: readonly number[], limit: number): Query<ParticipantRow> {
  const present = query.selectFrom("participants")
    .select(["conversation_id", "actor_id", "workspace_id", "role", "joined_at"])
    .select([
      sql<number>`count(*) over (partition by conversation_id)`.as("total"),
      sql<number>`row_number() over (partition by conversation_id order by joined_at, actor_id)`.as("place"),
    ])
    .where("conversation_id", "in", conversation_ids).where("left_at", "is", null);
  return read(
    query.selectFrom(present.as("p")).innerJoin("actors as a", "a.id", "p.actor_id")
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
        "p.total as participants_count",
        sql<number>`coalesce(r.seq, 0)`.as("read_seq"),
      ])
      .select(personColumns)
      .where("p.place", "<=", limit).orderBy("p.conversation_id").orderBy("p.place"),
  );
}

/** Who is in a conversation, by id alone. */
export function participantIds(conversation_id: number): Query<{ actor_id: number }> {
  return read(
    query.selectFrom("participants").select("actor_id")
      .where("conversation_id", "=", conversation_id).where("left_at", "is", null),
  );
}

export interface ReadRow {
  actor_id: number;
  seq: number;
}

/**
 * The two participants who have read least. Whether everybody but its author has read a message can be said
 * from these alone, however many there are.
 */
export function leastRead(conversation_id: number): Query<ReadRow> {
  return leastReadOf({ conversation_id });
}

const leastReadOf = template((asked: { conversation_id: number }) =>
  read<ReadRow>(
    query.selectFrom("participants as p")
      .leftJoin(
        "reads as r",
        (join) =>
          join.onRef("r.conversation_id", "=", "p.conversation_id").onRef("r.actor_id", "=", "p.actor_id"),
      )
      .select(["p.actor_id", sql<number>`coalesce(r.seq, 0)`.as("seq")])
      .where("p.conversation_id", "=", asked.conversation_id).where("p.left_at", "is", null)
      .orderBy(sql`coalesce(r.seq, 0)`).limit(2),
  )
);
