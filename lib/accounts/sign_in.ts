import * as memberships from "@/db/memberships.ts";
import * as sessionRows from "@/db/sessions.ts";
import * as tokens from "@/db/tokens.ts";
import * as users from "@/db/users.ts";
import type { CredentialsRow } from "@/db/users.ts";
import { ExpectationFailed, type Statement } from "@/db/store.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { ChangePassword, Login, ResetPassword } from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Client, Context } from "./context.ts";
import { emailKey } from "./registration.ts";
import type { DraftSession, Sessions } from "./sessions.ts";
import { hashToken } from "./tokens.ts";

type Membership = Awaited<ReturnType<typeof chosen>>;

/** Passwords at the door: signing in, changing one, and setting one by a reset link. */
export function createSignIn(context: Context, sessions: Sessions) {
  const { store, now, limits, passwords, log } = context;

  /**
   * Begins a session for the right e-mail and password.
   * @throws {AppError} `invalid_credentials` for whatever is wrong with them, `banned`, `rate_limited`
   */
  async function login(
    { email, password, workspace }: Login,
    client: Client,
    kind: "browser" | "api" = "browser",
  ): Promise<DraftSession & { user_id: number; workspace_id: number }> {
    const email_key = emailKey(email);
    limits.login(client.ip, email_key);
    const user = await store.get(users.credentialsByEmail(email_key));
    if (!await passwords.verify(password, user?.password_hash ?? null) || !user) {
      throw new AppError("invalid_credentials");
    }
    limits.loggedIn(client.ip, email_key);
    const membership = await choose(user.id, workspace);
    const subject = { user_id: user.id, email: user.email, ...membership };
    const session = await sessions.draft(subject, kind, client);
    await begin([
      users.hasPassword(user.id, user.password_hash),
      memberships.isWelcome(membership.workspace_id, user.id, now()),
      ...session.statements,
    ]);
    if (passwords.isOutdated(user.password_hash)) await strengthen(user, password);
    return { ...session, user_id: user.id, workspace_id: membership.workspace_id };
  }

  /** The workspace asked for, else the default one, else the first that is not closed to them. */
  async function choose(user_id: number, slug: string | undefined) {
    const all = await store.all(memberships.ofUser(user_id));
    const default_id = await context.workspaces.ensureDefault();
    return chosen(all, { slug, default_id, at: now() });
  }

  /** A password changed or a ban set between check and commit stops the session from beginning. */
  async function begin(statements: readonly Statement[]): Promise<void> {
    try {
      await store.batch(statements);
    } catch (error) {
      if (error instanceof ExpectationFailed) throw new AppError("invalid_credentials");
      throw error;
    }
  }

  async function strengthen({ id, password_hash }: CredentialsRow, password: string): Promise<void> {
    try {
      await store.batch([users.rehash(id, await passwords.hash(password), password_hash)]);
    } catch (error) {
      log.warn("password_rehash_failed", { error, user_id: id });
    }
  }

  /**
   * A new password for oneself. All other sessions end, everywhere.
   * @throws {AppError} `invalid_credentials` (field `current_password`), `rate_limited`
   */
  async function changePassword(
    actor: Actor,
    { current_password, new_password }: ChangePassword,
  ): Promise<void> {
    limits.password(actor.id);
    const user = await store.get(users.credentialsById(actor.id));
    if (!user || !await passwords.verify(current_password, user.password_hash)) {
      throw new AppError("invalid_credentials", {}, "current_password");
    }
    await replace(user.id, new_password, { was: user.password_hash, except: actor.session_id, before: [] });
  }

  /**
   * A new password by the token of a reset link, which is then used up. All sessions end.
   * @throws {AppError} `reset_link_invalid`, `rate_limited`
   */
  async function resetPassword({ token, password }: ResetPassword, client: Client): Promise<void> {
    limits.token(client.ip);
    const hash = hashToken(token);
    const known = await store.get(tokens.resetToken(hash, now()));
    if (!known) throw new AppError("reset_link_invalid");
    await replace(known.actor_id, password, { before: [tokens.consume(hash, "password_reset", now())] });
  }

  /** Whether a reset link still works, for the page that it opens. */
  async function canReset(token: string, client: Client): Promise<boolean> {
    limits.token(client.ip);
    return await store.get(tokens.resetToken(hashToken(token), now())) !== undefined;
  }

  async function replace(
    user_id: number,
    password: string,
    { was, except, before }: { was?: string; except?: number | null; before: readonly Statement[] },
  ): Promise<void> {
    const hash = await passwords.hash(password);
    try {
      const results = await store.batch([
        ...before,
        users.setPassword(user_id, hash, now(), was),
        tokens.dropResetTokens(user_id),
        sessionRows.revoke({ user_id, except }, "password_changed", now()),
      ]);
      sessions.ended(results.at(-1)!.rows);
    } catch (error) {
      if (!(error instanceof ExpectationFailed)) throw error;
      throw was === undefined ? new AppError("reset_link_invalid") : new AppError("conflict");
    }
    log.info("password_changed", { user_id });
  }

  return { login, changePassword, resetPassword, canReset };
}

export type { Membership };

interface Choice {
  readonly slug: string | undefined;
  readonly default_id: number;
  readonly at: number;
}

function chosen(
  all: readonly (memberships.MembershipRow & { slug: string; time_zone: string })[],
  { slug, default_id, at }: Choice,
) {
  const candidates = slug === undefined ? all : all.filter((membership) => membership.slug === slug);
  if (candidates.length === 0) throw new AppError("invalid_credentials");
  const welcome = candidates.filter(({ banned_at, banned_until }) =>
    banned_at === null || banned_until !== null && banned_until <= at
  );
  const isDefault = ({ workspace_id }: memberships.MembershipRow) => workspace_id === default_id;
  const membership = welcome.find(isDefault) ?? welcome[0];
  if (!membership) throw refusalOf(candidates.find(isDefault) ?? candidates[0]!);
  return { workspace_id: membership.workspace_id, role: membership.role };
}

function refusalOf(
  { banned_until: until, time_zone }: memberships.MembershipRow & { time_zone: string },
): AppError {
  return new AppError("banned", until === null ? {} : { until, time_zone });
}
