import type { RawBuilder } from "kysely";
import type { ConversationKind, Role } from "@/lib/protocol/entities.ts";
import { notBanned, notMuted, personColumns } from "./people.ts";
import type { PersonRow } from "./people.ts";
import { query, read, sql, template } from "./query.ts";
import type { Query } from "./store.ts";

/** Why somebody may do something in a conversation: what they are to it. */
export type Ground = "member" | "participant" | "leader" | "owner" | "agent" | "staff" | "visitor";

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
  /** The site of a visitor; null for everybody else, like the two after it. */
  site_id: number | null;
  site_name: string | null;
  site_locked: 0 | 1 | null;
  /** A visitor for whom nobody vouches, where the site wants that. */
  is_unvouched: 0 | 1;
  /** A visitor whose site leads here. */
  is_led_here: 0 | 1;
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
      .leftJoin("guests as v", "v.id", "a.id")
      .leftJoin("sites as w", (join) => join.onRef("w.id", "=", "v.site_id").on(isOpen("w")))
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
        "w.id as site_id",
        "w.name as site_name",
        "w.locked as site_locked",
        // Neither is so where there is no site.
        sql<0 | 1>`case when not ${hasVoucher("v", "w")} then 1 else 0 end`.as("is_unvouched"),
        sql<0 | 1>`case when ${leadsTo("w", "c")} then 1 else 0 end`.as("is_led_here"),
        ...personColumns,
      ])
      .where("c.id", "=", asked.conversation_id)
      .where("c.workspace_id", "=", asked.workspace_id)
      .where("c.deleted_at", "is", null)
      // A guest or bot belongs to one workspace; a member stands in it by membership.
      .where((where) =>
        where.or([where("a.workspace_id", "=", asked.workspace_id), where("s.role", "is not", null)])
      )
      // Whose site was cut off is nobody here any more.
      .where((where) => where.or([where("v.id", "is", null), where("w.id", "is not", null)])),
  )
);

/** What is to be said of nobody in particular. */
const NOBODY = [
  ...[
    "person_name",
    "username",
    "first_name",
    "last_name",
    "picture",
    "in_game_ids",
    "score",
    "role",
  ] as const,
];

/** The room that a site leads all its visitors to, as it stands before one is any of them; no row where there is none. */
export function findShown(site_id: number): Query<StandingRow> {
  return shown({ site_id });
}

const shown = template((asked: { site_id: number }): Query<StandingRow> =>
  read(
    query.selectFrom("sites as w").innerJoin("conversations as c", (join) =>
      join.onRef("c.workspace_id", "=", "w.workspace_id")
        .on(sql<boolean>`(c.id = w.conversation_id or c.unique_key = 'global')`).on(leadsTo("w", "c")))
      .select([
        ...["c.id as conversation_id", "c.kind", "c.workspace_id", "c.name", "c.topic"] as const,
        ...["c.picture as conversation_picture", "c.seq", "c.version", "c.system_count"] as const,
        ...["c.last_message_id", "c.created_at as conversation_created_at"] as const,
        ...["w.id as site_id", "w.name as site_name", "w.locked as site_locked"] as const,
      ])
      .select([
        sql<0>`0`.as("person_id"),
        sql<null>`null`.as("member_role"),
        sql<null>`null`.as("participant_role"),
        sql<null>`null`.as("muted_until"),
        sql<null>`null`.as("read_seq"),
        sql<0>`0`.as("is_unvouched"),
        sql<1>`1`.as("is_led_here"),
        ...NOBODY.map((name) =>
          sql<null>`null`.as(name)
        ),
      ])
      .where("w.id", "=", asked.site_id).where(isOpen("w")).where("c.deleted_at", "is", null),
  ) as unknown as Query<StandingRow>
);

/** True in SQL for a site that is neither cut off nor removed. */
export function isOpen(site: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${site}.revoked_at`)} is null and ${
    sql.ref(`${site}.deleted_at`)
  } is null)`;
}

/** True in SQL where a site's visitors are led to that conversation. */
function leadsTo(site: string, conversation: string): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${site}.${column}`);
  return sql<boolean>`((${of("mode")} = 'global' and ${sql.ref(`${conversation}.kind`)} = 'global')
    or (${of("mode")} = 'room' and ${of("conversation_id")} = ${sql.ref(`${conversation}.id`)}))`;
}

/** True in SQL unless the site wants somebody to vouch for this visitor, and nobody does. */
function hasVoucher(visitor: string, site: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${site}.require_verified`)} = 0
    or ${sql.ref(`${visitor}.verified_at`)} is not null)`;
}

/** True in SQL while a visitor's site begins tickets, and this visitor may write there. */
export function mayOpen(visitor: Asker): RawBuilder<boolean> {
  return sql<
    boolean
  >`exists (select 1 from guests v join sites w on w.id = v.site_id where v.id = ${visitor.id}
    and v.workspace_id = ${visitor.workspace_id} and w.mode = 'support' and ${isWelcoming("v", "w")})`;
}

/** True in SQL where a visitor of a site may write. */
function isWelcoming(visitor: string, site: string): RawBuilder<boolean> {
  return sql<boolean>`(${isOpen(site)} and ${sql.ref(`${site}.locked`)} = 0 and ${
    hasVoucher(visitor, site)
  })`;
}

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
  const welcome = voice === "needed" ? isWelcoming("v", "w") : isOpen("w");
  const visit = sql`select 1 from guests v join sites w on w.id = v.site_id where v.id = ${asker.id}
    and v.workspace_id = ${asker.workspace_id}`;
  // Guests have no membership that could be taken from them, but their site may be shut.
  const participant = (roles: string) =>
    sql<boolean>`(exists (select 1 from participants p where p.conversation_id = ${conversation_id}
      and p.actor_id = ${asker.id} and p.left_at is null and p.role in (${sql.raw(roles)}))
      and not exists (${membership} and not (${may})) and not exists (${visit} and not (${welcome})))`;
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
    case "visitor":
      return sql<boolean>`exists (${visit} and ${welcome} and exists (select 1 from conversations k
        where k.id = ${conversation_id} and ${leadsTo("w", "k")}))`;
  }
}
