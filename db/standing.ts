import type { RawBuilder } from "kysely";
import type { ConversationKind, Role } from "@/lib/protocol/entities.ts";
import { notBanned, notMuted, personColumns } from "./people.ts";
import type { PersonRow } from "./people.ts";
import { query, read, sql, template } from "./query.ts";
import type { Query } from "./store.ts";

/** Why somebody may do something in a conversation: what they are to it. */
export type Ground = "member" | "participant" | "leader" | "owner" | "agent" | "staff";

/** One conversation and what one actor is to it; columns of the actor's person beside. */
export interface StandingRow extends PersonRow {
  conversation_id: number;
  kind: ConversationKind;
  workspace_id: number;
  name: string | null;
  topic: string | null;
  /** The conversation's; `picture` is the person's. */
  conversation_picture: string | null;
  seq: number;
  version: number;
  system_count: number;
  last_message_id: number | null;
  conversation_created_at: number;
  /** Null for nobody's member, and while banned. */
  member_role: Role | null;
  participant_role: "owner" | "admin" | "member" | null;
  muted_until: number | null;
  read_seq: number | null;
}

/** Whom a query asks for: found only inside their own workspace. */
export interface Asker {
  readonly id: number;
  readonly workspace_id: number;
}

/** Finds a conversation through the actor: another workspace's gives no row. */
export function findStanding({ id, workspace_id }: Asker, conversation_id: number, at: number) {
  return standing({ id, workspace_id, conversation_id, at });
}

const standing = template((asked: Asker & { conversation_id: number; at: number }): Query<StandingRow> =>
  read(
    query.selectFrom("conversations as c")
      .innerJoin("actors as a", (join) => join.on("a.id", "=", asked.id))
      .leftJoin("users as u", "u.id", "a.id")
      .leftJoin(
        "memberships as s",
        (join) =>
          join.onRef("s.workspace_id", "=", "c.workspace_id").onRef("s.user_id", "=", "a.id")
            .on(notBanned("s", asked.at)),
      )
      .leftJoin(
        "participants as p",
        (join) =>
          join.onRef("p.conversation_id", "=", "c.id").onRef("p.actor_id", "=", "a.id")
            .on("p.left_at", "is", null),
      )
      .leftJoin(
        "reads as r",
        (join) => join.onRef("r.conversation_id", "=", "c.id").onRef("r.actor_id", "=", "a.id"),
      )
      .select([
        "c.id as conversation_id",
        "c.kind",
        "c.workspace_id",
        "c.name",
        "c.topic",
        "c.picture as conversation_picture",
        "c.seq",
        "c.version",
        "c.system_count",
        "c.last_message_id",
        "c.created_at as conversation_created_at",
        "s.role as member_role",
        "s.muted_until",
        "p.role as participant_role",
        "r.seq as read_seq",
        ...personColumns,
      ])
      .where("c.id", "=", asked.conversation_id)
      .where("c.workspace_id", "=", asked.workspace_id)
      .where("c.deleted_at", "is", null)
      // A guest or bot belongs to one workspace; a member stands in it by membership.
      .where((where) =>
        where.or([where("a.workspace_id", "=", asked.workspace_id), where("s.role", "is not", null)])
      ),
  )
);

/** A right about to be used: on what ground, and whether a muted person has it too. */
export interface Right {
  readonly ground: Ground;
  readonly voice: "needed" | "not needed";
}

/**
 * True in SQL while the asker still has that right: put into the write itself, so that a right lost between
 * check and commit stops it.
 */
export function stillStands(
  { ground, voice }: Right,
  asker: Asker,
  conversation_id: number,
  at: number,
): RawBuilder<boolean> {
  const may = voice === "needed" ? sql`${notBanned("g", at)} and ${notMuted("g", at)}` : notBanned("g", at);
  const membership = sql`select 1 from memberships g where g.workspace_id = ${asker.workspace_id}
    and g.user_id = ${asker.id}`;
  const member = (roles: string) =>
    sql<boolean>`exists (${membership} and ${may} and g.role in (${sql.raw(roles)}))`;
  // Guests have no membership that could be taken from them.
  const participant = (roles: string) =>
    sql<boolean>`(exists (select 1 from participants p where p.conversation_id = ${conversation_id}
      and p.actor_id = ${asker.id} and p.left_at is null and p.role in (${sql.raw(roles)}))
      and not exists (${membership} and not (${may})))`;
  switch (ground) {
    case "participant":
      return participant("'owner', 'admin', 'member'");
    case "leader":
      return participant("'owner', 'admin'");
    case "owner":
      return participant("'owner'");
    case "member":
      return member("'owner', 'admin', 'agent', 'member'");
    case "agent":
      return member("'owner', 'admin', 'agent'");
    case "staff":
      return member("'owner', 'admin'");
  }
}
