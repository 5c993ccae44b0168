/** The people of a conversation that lists them: who they are to it, and in which order they stand. */
import { countOf } from "./conversations.ts";
import type { ParticipantRole } from "./conversations.ts";
import { isCalled, notBanned, personColumns } from "./people.ts";
import type { MemberRow, Place } from "./people.ts";
import { expecting, query, read, sql, write } from "./query.ts";
import type { Query, Statement } from "./store.ts";

/** Those of some people who are in a conversation, and what they are in it. */
export function among(
  conversation_id: number,
  actor_ids: readonly number[],
): Query<{ actor_id: number; role: ParticipantRole }> {
  return read(
    query.selectFrom("participants").select(["actor_id", "role"])
      .where("conversation_id", "=", conversation_id).where("actor_id", "in", actor_ids)
      .where("left_at", "is", null),
  );
}

/** Undoes its batch when more than `max` are in a conversation. */
export function fit(conversation_id: number, max: number): Statement {
  return expecting(
    1,
    query.selectNoFrom(sql<number>`1`.as("fits")).where(
      sql<boolean>`(select count(*) from participants where conversation_id = ${conversation_id}
        and left_at is null) <= ${max}`,
    ),
  );
}

/** Gives somebody another role; undoes the batch unless they are in it, in one of those they were found in. */
export function setRole(
  conversation_id: number,
  actor_id: number,
  role: ParticipantRole,
  was: ParticipantRole,
): Statement {
  return expecting(
    1,
    query.updateTable("participants").set({ role })
      .where("conversation_id", "=", conversation_id).where("actor_id", "=", actor_id)
      .where("left_at", "is", null).where("role", "=", was),
  );
}

/** Makes those who own a conversation admins of it, for somebody else to own it. */
export function abdicate(conversation_id: number): Statement {
  return write(
    query.updateTable("participants").set({ role: "admin" })
      .where("conversation_id", "=", conversation_id).where("left_at", "is", null)
      .where("role", "=", "owner"),
  );
}

/**
 * Where nobody owns a conversation any more, whoever was its admin longest does, else who was in it longest;
 * nobody who is banned at that time.
 */
export function succeed(conversation_id: number, at: number): Statement<{ actor_id: number }> {
  return write(
    query.updateTable("participants").set({ role: "owner" })
      .where("conversation_id", "=", conversation_id)
      .where(sql<boolean>`not exists (select 1 from participants o
        where o.conversation_id = ${conversation_id} and o.left_at is null and o.role = 'owner')`)
      .where(sql<boolean>`actor_id = (select p.actor_id from participants p
        join memberships s on s.workspace_id = p.workspace_id and s.user_id = p.actor_id
        where p.conversation_id = ${conversation_id} and p.left_at is null and ${notBanned("s", at)}
        order by case p.role when 'admin' then 0 else 1 end, p.joined_at, p.actor_id limit 1)`)
      .returning("actor_id"),
  );
}

/** Counts what stood in a conversation before they came as read by these people. */
export function beginReading(
  conversation_id: number,
  workspace_id: number,
  actor_ids: readonly number[],
  at: number,
): Statement {
  return write(
    query.insertInto("reads").values(
      actor_ids.map((actor_id) => ({
        conversation_id,
        workspace_id,
        actor_id,
        seq: countOf("seq", conversation_id),
        updated_at: at,
      })),
    ).onConflict((conflict) =>
      conflict.columns(["conversation_id", "actor_id"])
        .doUpdateSet({ seq: sql`excluded.seq`, updated_at: sql`excluded.updated_at` })
        .where(sql<boolean>`reads.seq < excluded.seq`)
    ),
  );
}

/** Somebody in a conversation, as its people see them. */
export interface InsideRow extends MemberRow, Place {
  participant_role: ParticipantRole;
  joined_at: number;
}

/** A place in the list of a conversation's people: role first, then name. */
export interface InsidePlace extends Place {
  readonly standing: number;
}

/** Keys of what is looked for; an empty one fits everybody. */
export interface InsideSearch {
  readonly name: string;
  readonly username: string;
}

const STANDING = sql<number>`case p.role when 'owner' then 0 when 'admin' then 1 else 2 end`;

/** The people of a conversation: its owner, its admins, all others, each by name; those behind a place. */
export function list(
  conversation_id: number,
  search: InsideSearch,
  { after, limit }: { after?: InsidePlace; limit: number },
): Query<InsideRow & InsidePlace> {
  return read(
    inside(conversation_id, search)
      .select(personColumns)
      .select(["s.last_seen_at", "p.role as participant_role", "p.joined_at", "p.actor_id as user_id"])
      .select([sql<string>`coalesce(s.name_order, '')`.as("name_order"), STANDING.as("standing")])
      .$if(
        after !== undefined,
        (q) =>
          q.where(sql<boolean>`(${STANDING}, coalesce(s.name_order, ''), p.actor_id)
          > (${after!.standing}, ${after!.name_order}, ${after!.user_id})`),
      )
      .orderBy("standing").orderBy("name_order").orderBy("p.actor_id").limit(limit),
  );
}

/** How many people of a conversation fit what is looked for. */
export function count(conversation_id: number, search: InsideSearch): Query<{ count: number }> {
  return read(inside(conversation_id, search).select(sql<number>`count(*)`.as("count")));
}

/** One of them. */
export function find(conversation_id: number, user_id: number): Query<InsideRow> {
  return read(
    inside(conversation_id, { name: "", username: "" })
      .select(personColumns)
      .select(["s.last_seen_at", "p.role as participant_role", "p.joined_at", "p.actor_id as user_id"])
      .select(sql<string>`coalesce(s.name_order, '')`.as("name_order"))
      .where("p.actor_id", "=", user_id),
  );
}

function inside(conversation_id: number, { name, username }: InsideSearch) {
  return query.selectFrom("participants as p").innerJoin("actors as a", "a.id", "p.actor_id")
    .leftJoin("users as u", "u.id", "a.id")
    .leftJoin(
      "memberships as s",
      (join) => join.onRef("s.workspace_id", "=", "p.workspace_id").onRef("s.user_id", "=", "p.actor_id"),
    )
    .where("p.conversation_id", "=", conversation_id).where("p.left_at", "is", null)
    .$if(name !== "" && username !== "", (q) => q.where(isCalled({ name, username })));
}
