/** Signed-in browsers and API clients. */
import { expecting, query, read, template, write } from "./query.ts";
import type { Query, Statement } from "./store.ts";
import type { NewRow } from "./schema.ts";
import type { Role } from "@/lib/protocol/entities.ts";
import { notBanned } from "./people.ts";

/** Who a living session speaks for, all that a request needs to know in one row. */
export interface IdentityRow {
  session_id: number;
  session_kind: "browser" | "api";
  last_used_at: number;
  expires_at: number;
  user_id: number;
  email: string;
  workspace_id: number;
  role: Role;
  language: string | null;
  theme: string | null;
  workspace_language: string;
  time_zone: string | null;
  workspace_time_zone: string;
}

export interface SessionRow {
  id: number;
  kind: "browser" | "api";
  user_agent: string;
  ip: string;
  created_at: number;
  last_used_at: number;
  expires_at: number;
}

// Asked for every request: compiled once.
const byToken = template((p: { token_hash: string; at: number }) =>
  read(identities(p.at).where("s.token_hash", "=", p.token_hash))
);
const byId = template((p: { id: number; user_id: number; at: number }) =>
  read(identities(p.at).where("s.id", "=", p.id).where("s.user_id", "=", p.user_id))
);

export function identityByToken(token_hash: string, at: number): Query<IdentityRow> {
  return byToken({ token_hash, at });
}

export function identityById(id: number, user_id: number, at: number): Query<IdentityRow> {
  return byId({ id, user_id, at });
}

/** Whose session a socket ticket is; in the batch that uses it up. */
export function identityByTicket(hash: string, at: number): Statement<IdentityRow> {
  return write(
    identities(at).innerJoin("one_time_tokens as t", "t.session_id", "s.id")
      .where("t.hash", "=", hash).where("t.purpose", "=", "socket").where("t.expires_at", ">", at),
  );
}

/** Sessions that live: not revoked, not expired, of somebody who is a member and not banned. */
function identities(at: number) {
  return query.selectFrom("sessions as s")
    .innerJoin("users as u", "u.id", "s.user_id")
    .innerJoin(
      "memberships as m",
      (join) => join.onRef("m.user_id", "=", "s.user_id").onRef("m.workspace_id", "=", "s.workspace_id"),
    )
    .innerJoin("workspaces as w", "w.id", "s.workspace_id")
    .select([
      "s.id as session_id",
      "s.kind as session_kind",
      "s.last_used_at",
      "s.expires_at",
      "s.user_id",
      "u.email",
      "s.workspace_id",
      "m.role",
      "u.language",
      "u.theme",
      "w.language as workspace_language",
      "u.time_zone",
      "w.time_zone as workspace_time_zone",
    ])
    .where("s.revoked_at", "is", null)
    .where("s.expires_at", ">", at)
    .where("u.deleted_at", "is", null)
    .where("w.deleted_at", "is", null)
    .where(notBanned("m", at));
}

export function insert(row: NewRow<"sessions">): Statement {
  return expecting(1, query.insertInto("sessions").values(row));
}

/** Living sessions of a person in a workspace, the last used first. */
export function ofUser(workspace_id: number, user_id: number, at: number): Query<SessionRow> {
  return read(
    query.selectFrom("sessions")
      .select(["id", "kind", "user_agent", "ip", "created_at", "last_used_at", "expires_at"])
      .where("user_id", "=", user_id).where("workspace_id", "=", workspace_id)
      .where("revoked_at", "is", null).where("expires_at", ">", at)
      .orderBy("last_used_at", "desc").limit(100),
  );
}

/** Notes its use and lets it live on. */
export function touch(id: number, at: number, expires_at: number): Statement {
  return write(
    query.updateTable("sessions").set({ last_used_at: at, expires_at })
      .where("id", "=", id).where("revoked_at", "is", null).where("expires_at", ">", at),
  );
}

/** The same, undoing its batch when the session no longer lives. */
export function extend(id: number, at: number, expires_at: number): Statement {
  return { ...touch(id, at, expires_at), expect: 1 };
}

export type RevokeReason = "logout" | "revoked" | "password_changed" | "banned" | "token_reused";

/** Which sessions to end: of a person, in one workspace or all, one or all but one. */
export interface RevokeWhich {
  user_id: number;
  workspace_id?: number;
  id?: number;
  except?: number | null;
}

/** Ends living sessions; gives the id of each. */
export function revoke(which: RevokeWhich, reason: RevokeReason, at: number): Statement<{ id: number }> {
  const { user_id, workspace_id, id, except } = which;
  return write(
    query.updateTable("sessions").set({ revoked_at: at, revoked_reason: reason })
      .where("user_id", "=", user_id).where("revoked_at", "is", null)
      .$if(workspace_id !== undefined, (update) => update.where("workspace_id", "=", workspace_id!))
      .$if(id !== undefined, (update) => update.where("id", "=", id!))
      .$if(typeof except === "number", (update) => update.where("id", "!=", except!))
      .returning("id"),
  );
}
