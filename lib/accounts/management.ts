import * as audit from "@/db/audit.ts";
import * as memberships from "@/db/memberships.ts";
import type { ManagedRow } from "@/db/memberships.ts";
import * as sessionRows from "@/db/sessions.ts";
import * as tokens from "@/db/tokens.ts";
import { ExpectationFailed, type Statement } from "@/db/store.ts";
import { type Actor, isStaff } from "@/lib/chat/actor.ts";
import { toUser } from "@/lib/chat/people.ts";
import type { Tiers } from "@/lib/chat/ranks.ts";
import type { ManagedUser, ManageUser } from "@/lib/protocol/accounts.ts";
import type { Role } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Client, Context } from "./context.ts";
import type { Sessions } from "./sessions.ts";
import { hashToken, newToken } from "./tokens.ts";

const RESET_LINK_MS = 24 * 60 * 60 * 1000;

/** What admins do to people: roles, bans, restrictions, reset links. Every act leaves an audit record. */
export function createManagement(context: Context, sessions: Sessions) {
  const { store, now, nextId, ranks, onMembershipChanged } = context;

  /**
   * The member as admins see them.
   * @throws {AppError} `forbidden` unless staff; `not_found` for who is no member of the workspace.
   */
  async function getManaged(actor: Actor, user_id: number): Promise<ManagedUser> {
    return await show(actor, await find(actor, user_id));
  }

  async function show({ workspace_id }: Actor, row: ManagedRow): Promise<ManagedUser> {
    return toManaged(row, await ranks.of(workspace_id), now());
  }

  async function find(actor: Actor, user_id: number): Promise<ManagedRow> {
    if (!isStaff(actor)) throw new AppError("forbidden");
    const row = await store.get(memberships.managed(actor.workspace_id, user_id));
    if (!row) throw new AppError("not_found");
    return row;
  }

  /**
   * Changes a member. Owners may change everybody, admins agents and members and make no equals; nobody
   * bans or restricts themselves, and an owner always remains.
   * @throws {AppError} `forbidden`, `not_found`, `invalid_input`, `last_owner`, `conflict`
   */
  async function manageUser(
    actor: Actor,
    user_id: number,
    input: ManageUser,
    client: Client,
  ): Promise<ManagedUser> {
    const target = await find(actor, user_id);
    if (!outranks(actor.role, target.role)) throw new AppError("forbidden");
    const acts = [
      roleAct(actor, target, input),
      banAct(actor, target, input, now()),
      muteAct(actor, target, input),
    ]
      .filter((act) => act !== null);
    if (acts.length === 0) return await show(actor, target);
    const bans = acts.some(({ action }) => action === "user.ban");
    const { workspace_id } = actor;
    const guards = [
      memberships.hasRole(workspace_id, actor.id, actor.role!),
      memberships.hasRole(workspace_id, user_id, target.role),
      memberships.update(workspace_id, user_id, Object.assign({}, ...acts.map(({ changes }) => changes))),
      memberships.keepsOwner(workspace_id, now()),
    ];
    const statements: Statement[] = [
      ...guards,
      ...acts.map(({ action, details }) => record(actor, action, user_id, details, client)),
      ...(bans ? [sessionRows.revoke({ user_id, workspace_id }, "banned", now())] : []),
    ];
    try {
      const results = await store.batch(statements);
      if (bans) sessions.ended(results.at(-1)!.rows);
    } catch (error) {
      if (!(error instanceof ExpectationFailed)) throw error;
      throw new AppError(error.index === guards.length - 1 ? "last_owner" : "conflict");
    }
    onMembershipChanged({ workspace_id, user_id });
    return await getManaged(actor, user_id);
  }

  /**
   * A link that lets a member set a new password, for a day. It opens all that is theirs, so whoever makes
   * it must stand above them in every workspace they belong to.
   * @returns the path of the link; the caller knows the address in front of it
   * @throws {AppError} `forbidden`, `not_found`
   */
  async function createResetLink(
    actor: Actor,
    user_id: number,
    client: Client,
  ): Promise<{ path: string; expires_at: string }> {
    const target = await find(actor, user_id);
    if (!outranks(actor.role, target.role) || !await standsAbove(actor.id, user_id)) {
      throw new AppError("forbidden");
    }
    const token = newToken();
    const expires_at = now() + RESET_LINK_MS;
    await store.batch([
      memberships.hasRole(actor.workspace_id, actor.id, actor.role!),
      tokens.dropResetTokens(user_id),
      tokens.insertOneTimeToken({
        hash: hashToken(token),
        purpose: "password_reset",
        actor_id: user_id,
        workspace_id: actor.workspace_id,
        created_by: actor.id,
        created_at: now(),
        expires_at,
      }),
      record(actor, "user.reset_link", user_id, {}, client),
    ]);
    return { path: `/reset-password?token=${token}`, expires_at: new Date(expires_at).toISOString() };
  }

  async function standsAbove(actor_id: number, user_id: number): Promise<boolean> {
    const [own, theirs] = await Promise.all([
      store.all(memberships.ofUser(actor_id)),
      store.all(memberships.ofUser(user_id)),
    ]);
    const roles = new Map(own.map(({ workspace_id, role }) => [workspace_id, role]));
    return theirs.every(({ workspace_id, role }) => outranks(roles.get(workspace_id) ?? null, role));
  }

  function record(
    actor: Actor,
    action: string,
    user_id: number,
    details: unknown,
    client: Client,
  ): Statement {
    return audit.append({
      id: nextId(),
      workspace_id: actor.workspace_id,
      actor_id: actor.id,
      action,
      entity: "user",
      entity_id: user_id,
      details: JSON.stringify(details),
      ip: client.ip,
      created_at: now(),
    });
  }

  return { getManaged, manageUser, createResetLink };
}

/** Whether somebody of this role may manage one of that. */
function outranks(own: Role | null, theirs: Role): boolean {
  return own === "owner" || own === "admin" && (theirs === "agent" || theirs === "member");
}

/** One thing that is done to a member: what changes, and what the audit says of it. */
interface Act {
  readonly action: string;
  readonly details: Record<string, unknown>;
  readonly changes: Parameters<typeof memberships.update>[2];
}

function roleAct(actor: Actor, target: ManagedRow, { role }: ManageUser): Act | null {
  if (role === undefined || role === target.role) return null;
  if (!outranks(actor.role, role)) throw new AppError("forbidden");
  return { action: "user.role", details: { from: target.role, to: role }, changes: { role } };
}

function banAct(actor: Actor, target: ManagedRow, input: ManageUser, at: number): Act | null {
  const was = isBanned(target, at);
  const banned = input.banned ?? was;
  if (!banned) {
    if (input.banned_until) throw new AppError("invalid_input", {}, "banned_until");
    if (target.banned_at === null) return null;
    const changes = { banned_at: null, banned_until: null, ban_reason: null };
    return { action: "user.unban", details: {}, changes };
  }
  if (was && input.banned_until === undefined && input.ban_reason === undefined) return null;
  if (actor.id === target.person_id) throw new AppError("forbidden");
  const reason = input.ban_reason === undefined ? (was ? target.ban_reason : null) : input.ban_reason;
  const until = input.banned_until === undefined
    ? (was ? target.banned_until : null)
    : toTime(input.banned_until);
  if (until !== null && until <= at) throw new AppError("invalid_input", {}, "banned_until");
  return {
    action: "user.ban",
    details: { reason, until },
    changes: { banned_at: was ? target.banned_at : at, banned_until: until, ban_reason: reason },
  };
}

function muteAct(actor: Actor, target: ManagedRow, { muted_until }: ManageUser): Act | null {
  if (muted_until === undefined) return null;
  const until = toTime(muted_until);
  if (until === target.muted_until) return null;
  if (actor.id === target.person_id && until !== null) throw new AppError("forbidden");
  const action = until === null ? "user.unmute" : "user.mute";
  return { action, details: { until }, changes: { muted_until: until } };
}

function isBanned({ banned_at, banned_until }: ManagedRow, at: number): boolean {
  return banned_at !== null && (banned_until === null || banned_until > at);
}

function toTime(iso: string | null | undefined): number | null {
  return iso ? Date.parse(iso) : null;
}

function toManaged(row: ManagedRow, tiers: Tiers, at: number): ManagedUser {
  const iso = (time: number | null) => time === null ? null : new Date(time).toISOString();
  const banned = isBanned(row, at);
  return {
    ...toUser(row, tiers),
    email: row.email,
    created_at: new Date(row.created_at).toISOString(),
    last_seen_at: iso(row.last_seen_at),
    banned,
    ban_reason: banned ? row.ban_reason : null,
    banned_until: banned ? iso(row.banned_until) : null,
    muted_until: iso(row.muted_until),
  };
}
