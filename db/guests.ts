/** Visitors of sites: actors without an account, each of one site. */
import type { RawBuilder } from "kysely";
import { expecting, listTemplate, query, read, sql, template, write } from "./query.ts";
import type { NewRow } from "./schema.ts";
import { isOpen } from "./standing.ts";
import type { Query, Statement } from "./store.ts";

/** A visitor whose site is open to them, all that a request needs to know in one row. */
export interface VisitorRow {
  id: number;
  site_id: number;
  workspace_id: number;
  /** SHA-256 of the key they have now. */
  key_hash: string;
  name: string | null;
  /** Who the site's own server says it is; null for whom nobody vouches. */
  external_id: string | null;
  email: string | null;
  last_seen_at: number;
  /** SHA-256 of the secret with which the site signs now. */
  secret_hash: string;
  /** JSON array: where the site's pages are. */
  domains: string;
  workspace_language: string;
  workspace_time_zone: string;
}

/** One by id, of that site and no other. */
export function find(id: number, site_id: number): Query<VisitorRow> {
  return byId({ id, site_id });
}

const byId = template((p: { id: number; site_id: number }) =>
  read(visitors().where("v.id", "=", p.id).where("v.site_id", "=", p.site_id))
);

/** Whoever holds that key; nobody for whom the site vouches, since a key proves nothing of them. */
export function findByKey(site_id: number, key_hash: string): Query<VisitorRow> {
  return read(
    visitors().where("v.key_hash", "=", key_hash).where("v.site_id", "=", site_id)
      .where("v.external_id", "is", null),
  );
}

/** Who the site's own server calls so. */
export function findByExternalId(site_id: number, external_id: string): Query<VisitorRow> {
  return read(visitors().where("v.site_id", "=", site_id).where("v.external_id", "=", external_id));
}

/** Whom a socket ticket was given. */
export function findByTicket(hash: string, at: number): Query<VisitorRow> {
  return read(
    visitors().innerJoin("one_time_tokens as t", "t.actor_id", "v.id")
      .where("t.hash", "=", hash).where("t.purpose", "=", "socket").where("t.expires_at", ">", at),
  );
}

function visitors() {
  return query.selectFrom("guests as v")
    .innerJoin("actors as a", "a.id", "v.id")
    .innerJoin("sites as w", "w.id", "v.site_id")
    .innerJoin("workspaces as s", "s.id", "v.workspace_id")
    .select([
      "v.id",
      "v.site_id",
      "v.workspace_id",
      "v.key_hash",
      "v.external_id",
      "v.email",
      "v.last_seen_at",
    ])
    .select("a.name")
    .select([
      "w.domains",
      "w.secret_hash",
      "s.language as workspace_language",
      "s.time_zone as workspace_time_zone",
    ])
    .where(isOpen("w")).where("s.deleted_at", "is", null);
}

/** Where visitors among these want to be answered, of those who said. */
export function emailsOf(ids: readonly number[]): Query<{ id: number; email: string }> {
  return emailsAmong(ids, {});
}

const emailsAmong = listTemplate((ids: readonly number[], _: object) =>
  read<{ id: number; email: string }>(
    query.selectFrom("guests").select(["id", "email"]).where("id", "in", ids).where("email", "is not", null)
      .$narrowType<{ email: string }>(),
  )
);

/** A new visitor, with what they are called. */
export function insert(row: NewRow<"guests">, name: string): Statement[] {
  const { id, workspace_id, created_at } = row;
  return [
    expecting(1, query.insertInto("actors").values({ id, workspace_id, kind: "guest", name, created_at })),
    expecting(1, query.insertInto("guests").values(row)),
  ];
}

/** What a visitor says of themselves now, or the site's server of them. */
export function describe(id: number, { name, email }: { name?: string; email?: string }): Statement[] {
  return [
    ...name === undefined
      ? []
      : [expecting(1, query.updateTable("actors").set({ name }).where("id", "=", id))],
    ...email === undefined
      ? []
      : [expecting(1, query.updateTable("guests").set({ email }).where("id", "=", id))],
  ];
}

/** Another key in the place of the one they had, and of all that was given to whoever showed it. */
export function rekey(id: number, key_hash: string): Statement {
  return expecting(1, query.updateTable("guests").set({ key_hash }).where("id", "=", id));
}

export function seen(id: number, at: number): Statement {
  return write(
    query.updateTable("guests").set({ last_seen_at: at }).where("id", "=", id).where("last_seen_at", "<", at),
  );
}

/** A visit in the order of last visits. */
export interface LastVisit {
  /** Epoch milliseconds. */
  last_seen_at: number;
  id: number;
}

/** Visitors for whom nobody vouches, by their last visit: behind a place, and before a time. */
export function lastSeenBefore(
  seen_before: number,
  { last_seen_at, id }: LastVisit,
  limit: number,
): Query<LastVisit> {
  return lastSeen({ seen_before, last_seen_at, id, limit });
}

const lastSeen = template((p: LastVisit & { seen_before: number; limit: number }) =>
  read(
    query.selectFrom("guests").select(["last_seen_at", "id"]).where("external_id", "is", null)
      .where(sql<boolean>`(last_seen_at, id) > (${p.last_seen_at}, ${p.id})`)
      .where("last_seen_at", "<", p.seen_before).orderBy("last_seen_at").orderBy("id").limit(p.limit),
  )
);

/**
 * Forgets those of them who left nothing: no message, reaction, file or ticket, and no site that vouches for them.
 * Whoever came back meanwhile stays. Their actor stays without a name, since whatever holds its id could not be asked
 * in time.
 */
export function forgetSilent(ids: readonly number[], seen_before: number): Statement[] {
  return [unname(ids, { seen_before }), forget(ids, { seen_before })];
}

interface SilentSince {
  seen_before: number;
}

const unname = listTemplate((ids: readonly number[], p: SilentSince) =>
  write(query.updateTable("actors").set({ name: null }).where("id", "in", silent(ids, p)))
);

const forget = listTemplate((ids: readonly number[], p: SilentSince) =>
  write(query.deleteFrom("guests").where("id", "in", silent(ids, p)))
);

function silent(ids: readonly number[], { seen_before }: SilentSince) {
  return query.selectFrom("guests as v").select("v.id").where("v.id", "in", ids)
    .where("v.last_seen_at", "<", seen_before).where("v.external_id", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("messages as m").select("m.id").whereRef("m.author_id", "=", "v.id")))
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("reactions as r").select("r.id").whereRef("r.actor_id", "=", "v.id")))
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(
        selectFrom("files as f").select("f.id").whereRef("f.owner_id", "=", "v.id")
          .where("f.released_at", "is", null),
      ))
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("tickets as t").select("t.id").whereRef("t.customer_id", "=", "v.id")))
    );
}

/** In which language whoever has no name of their own is called. */
export function languageOf(workspace_id: number): Query<{ language: string }> {
  return read(query.selectFrom("workspaces").select("language").where("id", "=", workspace_id));
}

/** Where a visitor's site leads them now: the room, or their own open ticket. */
export function placeOf(id: number): Query<{ conversation_id: number | null }> {
  return place({ id });
}

const place = template((p: { id: number }): Query<{ conversation_id: number | null }> =>
  read(
    query.selectFrom("guests as v").innerJoin("sites as w", "w.id", "v.site_id")
      .select(whereTo().as("conversation_id")).where("v.id", "=", p.id),
  )
);

function whereTo(): RawBuilder<number | null> {
  return sql<number | null>`case w.mode
    when 'global' then (select c.id from conversations c
      where c.workspace_id = v.workspace_id and c.unique_key = 'global' and c.deleted_at is null)
    when 'room' then w.conversation_id
    else (select t.conversation_id from tickets t
      where t.customer_id = v.id and t.site_id = w.id and t.status <> 'CLOSED') end`;
}
