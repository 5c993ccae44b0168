/** What a person is in a workspace: role, restriction, ban. */
import { expecting, query, read, write } from "./query.ts";
import type { Query, Statement } from "./store.ts";
import type { NewRow, Row } from "./schema.ts";
import type { Role } from "@/lib/protocol/entities.ts";
import { notBanned, notMuted, personColumns, type PersonRow } from "./people.ts";

export interface MembershipRow {
  workspace_id: number;
  user_id: number;
  role: Role;
  banned_at: number | null;
  banned_until: number | null;
}

/** A member as an admin sees them. */
export interface ManagedRow extends PersonRow, Pick<MembershipRow, "banned_at" | "banned_until"> {
  role: Role;
  email: string;
  created_at: number;
  last_seen_at: number | null;
  ban_reason: string | null;
  muted_until: number | null;
}

/** The workspaces of a person, the first joined first. */
export function ofUser(user_id: number): Query<MembershipRow & { slug: string; time_zone: string }> {
  return read(
    query.selectFrom("memberships as s").innerJoin("workspaces as w", "w.id", "s.workspace_id")
      .select(["s.workspace_id", "s.user_id", "s.role", "s.banned_at", "s.banned_until"])
      .select(["w.slug", "w.time_zone"])
      .where("s.user_id", "=", user_id).where("w.deleted_at", "is", null)
      .orderBy("s.created_at").orderBy("s.workspace_id").limit(200),
  );
}

export function managed(workspace_id: number, user_id: number): Query<ManagedRow> {
  return read(managedPeople(workspace_id).where("u.id", "=", user_id));
}

function managedPeople(workspace_id: number) {
  return query.selectFrom("memberships as s")
    .innerJoin("users as u", "u.id", "s.user_id").innerJoin("actors as a", "a.id", "u.id")
    .select([
      ...personColumns,
      "s.role",
      "u.email",
      "s.created_at",
      "s.last_seen_at",
      "s.banned_at",
      "s.banned_until",
      "s.ban_reason",
      "s.muted_until",
    ])
    .where("s.workspace_id", "=", workspace_id).where("u.deleted_at", "is", null);
}

export function insert(row: NewRow<"memberships">): Statement {
  return expecting(1, query.insertInto("memberships").values(row));
}

/** Undoes its batch when the person is no member, or banned. */
export function isWelcome(workspace_id: number, user_id: number, at: number): Statement {
  return expecting(
    1,
    query.selectFrom("memberships as s").select("s.user_id")
      .where("s.workspace_id", "=", workspace_id).where("s.user_id", "=", user_id).where(notBanned("s", at)),
  );
}

/** Undoes its batch unless all of these different people are members, none of them banned or erased. */
export function areWelcome(workspace_id: number, user_ids: readonly number[], at: number): Statement {
  return expecting(
    user_ids.length,
    query.selectFrom("memberships as s").innerJoin("users as u", "u.id", "s.user_id").select("s.user_id")
      .where("s.workspace_id", "=", workspace_id).where("s.user_id", "in", user_ids)
      .where("u.deleted_at", "is", null).where(notBanned("s", at)),
  );
}

/** Undoes its batch when the person is no member, banned, or may not write at the moment. */
export function hasVoice(workspace_id: number, user_id: number, at: number): Statement {
  return expecting(
    1,
    query.selectFrom("memberships as s").select("s.user_id")
      .where("s.workspace_id", "=", workspace_id).where("s.user_id", "=", user_id)
      .where(notBanned("s", at)).where(notMuted("s", at)),
  );
}

/** Undoes its batch when somebody's role is no longer the one that was reckoned with. */
export function hasRole(workspace_id: number, user_id: number, role: Role): Statement {
  return expecting(
    1,
    query.selectFrom("memberships").select("user_id")
      .where("workspace_id", "=", workspace_id).where("user_id", "=", user_id).where("role", "=", role),
  );
}

/** Changes what an admin may change. */
export function update(
  workspace_id: number,
  user_id: number,
  changes: Partial<
    Pick<Row<"memberships">, "role" | "banned_at" | "banned_until" | "ban_reason" | "muted_until">
  >,
): Statement {
  return expecting(
    1,
    query.updateTable("memberships").set(changes)
      .where("workspace_id", "=", workspace_id).where("user_id", "=", user_id),
  );
}

/** Undoes its batch when nobody would be left who owns the workspace and may enter it. */
export function keepsOwner(workspace_id: number, at: number): Statement {
  return expecting(
    1,
    query.selectFrom("memberships as s").innerJoin("users as u", "u.id", "s.user_id").select("s.workspace_id")
      .where("s.workspace_id", "=", workspace_id).where("s.role", "=", "owner")
      .where("u.deleted_at", "is", null).where(notBanned("s", at)).limit(1),
  );
}

/** Puts a person under another name in the lists of all their workspaces. */
export function rename(user_id: number, name_order: string): Statement {
  return write(query.updateTable("memberships").set({ name_order }).where("user_id", "=", user_id));
}

export function seen(workspace_id: number, user_id: number, at: number): Statement {
  return write(
    query.updateTable("memberships").set({ last_seen_at: at })
      .where("workspace_id", "=", workspace_id).where("user_id", "=", user_id),
  );
}
