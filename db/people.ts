import type { Role } from "@/lib/protocol/entities.ts";
import type { RawBuilder } from "kysely";
import { listTemplate, query, read, sql, template } from "./query.ts";
import type { Query } from "./store.ts";

/** The columns a person is shown with, wherever actors `a`, users `u` and memberships `s` are joined. */
export interface PersonRow {
  person_id: number;
  /** Name of a guest, bot or erased person; null for members. */
  person_name: string | null;
  username: string | null;
  first_name: string | null;
  last_name: string | null;
  picture: string | null;
  in_game_ids: string | null;
  score: number | null;
  role: Role | null;
}

export const personColumns = [
  "a.id as person_id",
  "a.name as person_name",
  "u.username",
  "u.first_name",
  "u.last_name",
  "u.picture",
  "u.in_game_ids",
  "s.score",
  "s.role",
] as const;

/** Anybody who can be met in the workspace, also a guest or bot of it. */
export function find(workspace_id: number, actor_id: number): Query<PersonRow> {
  return read(
    query.selectFrom("actors as a").leftJoin("users as u", "u.id", "a.id")
      .leftJoin(
        "memberships as s",
        (join) => join.onRef("s.user_id", "=", "a.id").on("s.workspace_id", "=", workspace_id),
      )
      .select(personColumns)
      .where("a.id", "=", actor_id)
      .where((where) =>
        where.or([where("a.workspace_id", "=", workspace_id), where("s.role", "is not", null)])
      ),
  );
}

export type NamedRow = Pick<PersonRow, "person_id" | "person_name" | "username" | "first_name" | "last_name">;

/** What some people are called, wherever they are: whoever may ask knows them from a line they stand in. */
export function named(ids: readonly number[]): Query<NamedRow> {
  return namedAmong(ids, {});
}

const namedAmong = listTemplate((ids: readonly number[], _: object) =>
  read<NamedRow>(
    query.selectFrom("actors as a").leftJoin("users as u", "u.id", "a.id")
      .select(["a.id as person_id", "a.name as person_name", "u.username", "u.first_name", "u.last_name"])
      .where("a.id", "in", ids),
  )
);

/** A member as a card shows them, whether they may enter at the moment or not. */
export function findMember(
  workspace_id: number,
  user_id: number,
): Query<MemberRow & { created_at: number }> {
  return read(
    query.selectFrom("memberships as s").innerJoin("actors as a", "a.id", "s.user_id")
      .innerJoin("users as u", "u.id", "s.user_id")
      .select(personColumns).select(["s.last_seen_at", "s.created_at"])
      .where("s.workspace_id", "=", workspace_id).where("s.user_id", "=", user_id)
      .where("u.deleted_at", "is", null),
  );
}

export interface MemberRow extends PersonRow {
  last_seen_at: number | null;
}

/** Keys of what is looked for; an empty one fits everybody. */
export interface PeopleSearch {
  /** In the form of `first_name_key` and `last_name_key`. */
  readonly name: string;
  /** In the form of `username_key`. */
  readonly username: string;
  /** In the form of `username_key`: this one and no other. */
  readonly exactly?: string;
  /** None but these. */
  readonly among?: readonly number[];
}

/** Where somebody stands in a list by name. */
export interface Place {
  readonly name_order: string;
  readonly user_id: number;
}

/** Members whose name or username holds what is looked for, by name, those behind a place. */
export function listMembers(
  workspace_id: number,
  { name, username, exactly, among }: PeopleSearch,
  { after, limit }: { after?: Place; limit: number },
  at: number,
): Query<MemberRow & Place> {
  // The beginning of the whole list comes with every page of the chat.
  if (name === "" && username === "" && exactly === undefined && !among && !after) {
    return firstMembers({ workspace_id, limit, at });
  }
  if (name === "" && username === "" && exactly === undefined && among && !after) {
    return membersAmong(among, { workspace_id, limit, at });
  }
  return read(
    members(workspace_id, at).select(["s.name_order", "s.user_id"])
      .$if(
        name !== "" && username !== "",
        (q) => q.where(isCalled({ name, username })),
      )
      .$if(exactly !== undefined, (q) => q.where("u.username_key", "=", exactly!))
      .$if(among !== undefined, (q) => q.where("s.user_id", "in", rounded(among!)))
      .$if(
        after !== undefined,
        (q) => q.where(sql<boolean>`(s.name_order, s.user_id) > (${after!.name_order}, ${after!.user_id})`),
      )
      .orderBy("s.name_order").orderBy("s.user_id").limit(limit),
  );
}

const firstMembers = template((p: { workspace_id: number; limit: number; at: number }) =>
  read(
    members(p.workspace_id, p.at).select(["s.name_order", "s.user_id"])
      .orderBy("s.name_order").orderBy("s.user_id").limit(p.limit),
  )
);

const membersAmong = listTemplate((
  ids: readonly number[],
  p: { workspace_id: number; limit: number; at: number },
) =>
  read<MemberRow & Place>(
    members(p.workspace_id, p.at).select(["s.name_order", "s.user_id"]).where("s.user_id", "in", ids)
      .orderBy("s.name_order").orderBy("s.user_id").limit(p.limit),
  )
);

/** Those who answer visitors, by name. */
export function agents(workspace_id: number, at: number, limit: number): Query<MemberRow> {
  return agentsOf({ workspace_id, at, limit });
}

const agentsOf = template((p: { workspace_id: number; at: number; limit: number }) =>
  read<MemberRow>(
    // As its index says it.
    members(p.workspace_id, p.at).where("s.role", "<>", sql.lit("member")).orderBy("s.name_order").limit(
      p.limit,
    ),
  )
);

/** Filled up with its last item to a power of two: a few shapes of the query instead of hundreds. */
function rounded(ids: readonly number[]): number[] {
  return Array.from({ length: 2 ** Math.ceil(Math.log2(ids.length)) }, (_, i) => ids[i] ?? ids.at(-1)!);
}

/** True in SQL for whoever's name or username holds what is looked for, where users `u` are joined. */
export function isCalled({ name, username }: Pick<PeopleSearch, "name" | "username">): RawBuilder<boolean> {
  return sql<boolean>`(u.username_key like ${containing(username)} escape '\\'
    or u.first_name_key || ' ' || u.last_name_key like ${containing(name)} escape '\\')`;
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

export function countMembers(workspace_id: number, at: number): Query<{ count: number }> {
  return memberCount({ workspace_id, at });
}

const memberCount = template((p: { workspace_id: number; at: number }): Query<{ count: number }> =>
  read(
    query.selectFrom("memberships as s").select(sql<number>`count(*)`.as("count"))
      .where("s.workspace_id", "=", p.workspace_id).where(notBanned("s", p.at)),
  )
);

function members(workspace_id: number, at: number) {
  return query.selectFrom("memberships as s").innerJoin("actors as a", "a.id", "s.user_id")
    .innerJoin("users as u", "u.id", "s.user_id")
    .select(personColumns).select("s.last_seen_at")
    .where("s.workspace_id", "=", workspace_id).where("u.deleted_at", "is", null).where(notBanned("s", at));
}

/**
 * True in SQL unless the membership is banned at that time; a ban with an end lifts itself. Never null, so
 * that its negation can be relied upon.
 */
export function notBanned(alias: string, at: number): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`(${column("banned_at")} is null
    or (${column("banned_until")} is not null and ${column("banned_until")} <= ${at}))`;
}

/** True in SQL unless the membership may not write at that time. */
export function notMuted(alias: string, at: number): RawBuilder<boolean> {
  const column = sql.ref(`${alias}.muted_until`);
  return sql<boolean>`(${column} is null or ${column} <= ${at})`;
}
