import * as memberships from "@/db/memberships.ts";
import * as sessions from "@/db/sessions.ts";
import * as tokens from "@/db/tokens.ts";
import type { IdentityRow, RevokeReason, RevokeWhich } from "@/db/sessions.ts";
import { ExpectationFailed, type Statement } from "@/db/store.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Language, Session, SignedIn, Theme } from "@/lib/protocol/accounts.ts";
import type { Role } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Client, Context } from "./context.ts";
import { ACCESS_TOKEN_SECONDS, hashToken, newToken } from "./tokens.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long a session lives after its last use. */
export const SESSION_MS = 30 * DAY;
/** Uses within this time are one use: no write for each request. */
const TOUCH_MS = 5 * MINUTE;
/** How long ended sessions are kept as a record of sign-ins. */
const KEEP_MS = 90 * DAY;
export const TICKET_SECONDS = 30;

/** Who asks and how they said so, fresh from the database. */
export interface Identity {
  readonly actor: Actor;
  /** A browser sends cookies for other sites' pages too: only `cookie` needs the Origin check. */
  readonly via: "cookie" | "bearer" | "ticket";
  readonly language: Language | null;
  readonly theme: Theme | null;
  readonly workspace_language: Language;
  /** The cookie should be sent again so that the browser keeps it as long as the session lives. */
  readonly renew: boolean;
}

/** The three places where a request may carry a proof; middleware takes them from it. */
export interface Proofs {
  readonly bearer?: string | null;
  readonly ticket?: string | null;
  readonly cookie?: string | null;
}

/** A session about to begin: statements for the batch that makes it, and the secrets to hand out. */
export interface DraftSession {
  readonly id: number;
  readonly statements: readonly Statement[];
  /** Value of the session cookie; null for API clients. */
  readonly cookie: string | null;
  readonly tokens: Omit<SignedIn, "user">;
}

/** For whom a session begins. */
export interface Subject {
  readonly user_id: number;
  readonly email: string;
  readonly workspace_id: number;
  readonly role: Role;
}

export function createSessions(context: Context) {
  const { store, now, nextId, log, access_tokens, limits, onSessionsRevoked } = context;

  async function draft(subject: Subject, kind: "browser" | "api", client: Client): Promise<DraftSession> {
    const { user_id, workspace_id } = subject;
    const [id, at] = [nextId(), now()];
    const cookie = kind === "browser" ? newToken() : null;
    const issued = await issue(subject, id);
    return {
      id,
      cookie,
      tokens: issued.tokens,
      statements: [
        sessions.insert({
          id,
          user_id,
          workspace_id,
          kind,
          token_hash: cookie && await hashToken(cookie),
          user_agent: printable(client.user_agent).slice(0, 200),
          ip: client.ip.slice(0, 64),
          created_at: at,
          last_used_at: at,
          expires_at: at + SESSION_MS,
        }),
        issued.statement,
        memberships.seen(workspace_id, user_id, at),
      ],
    };
  }

  /** A pair of tokens for a session, and the statement that keeps the refresh token. */
  async function issue({ user_id, email, role, workspace_id }: Subject, session_id: number) {
    const refresh_token = newToken();
    const access_token = await access_tokens.sign({ user_id, session_id, email, role, workspace_id });
    return {
      tokens: {
        access_token,
        refresh_token,
        token_type: "Bearer" as const,
        expires_in: ACCESS_TOKEN_SECONDS,
      },
      statement: tokens.insertRefreshToken({
        hash: await hashToken(refresh_token),
        session_id,
        created_at: now(),
        expires_at: now() + SESSION_MS,
      }),
    };
  }

  /**
   * Who a request is from. A Bearer token or ticket that is there counts alone: it must be right.
   * @throws {AppError} `token_invalid`, `token_expired`
   */
  async function identify({ bearer, ticket, cookie }: Proofs): Promise<Identity | null> {
    if (bearer) return toIdentity(await byBearer(bearer), "bearer");
    if (ticket) return toIdentity(await byTicket(ticket), "ticket");
    if (!cookie || cookie.length > 200) return null;
    const row = await store.get(sessions.identityByToken(await hashToken(cookie), now()));
    return row ? toIdentity(row, "cookie") : null;
  }

  async function byBearer(token: string): Promise<IdentityRow> {
    const { session_id, user_id } = await access_tokens.verify(token);
    const row = await store.get(sessions.identityById(session_id, user_id, now()));
    if (!row) throw new AppError("token_invalid");
    return row;
  }

  async function byTicket(ticket: string): Promise<IdentityRow> {
    const hash = await hashToken(ticket.slice(0, 200));
    try {
      const [found] = await store.batch([
        sessions.identityByTicket(hash, now()),
        tokens.consume(hash, "socket", now()),
      ]);
      const row = found?.rows[0] as unknown as IdentityRow | undefined;
      if (row) return row;
    } catch (error) {
      if (!(error instanceof ExpectationFailed)) throw error;
    }
    throw new AppError("token_invalid");
  }

  function toIdentity(row: IdentityRow, via: Identity["via"]): Identity {
    const due = now() - row.last_used_at >= TOUCH_MS;
    if (due) touch(row);
    return {
      actor: toActor(row),
      via,
      language: row.language as Language | null,
      theme: row.theme as Theme | null,
      workspace_language: row.workspace_language as Language,
      renew: via === "cookie" && due,
    };
  }

  /** Nobody waits for it, and losing one loses nothing. */
  function touch({ session_id, workspace_id, user_id }: IdentityRow): void {
    const at = now();
    store.batch([
      sessions.touch(session_id, at, at + SESSION_MS),
      memberships.seen(workspace_id, user_id, at),
    ])
      .catch((error) => log.warn("session_touch_failed", { error, session_id }));
  }

  /**
   * New tokens for a refresh token, which is then used up. One that was used before is in two hands, and
   * nobody can say whose are the right ones: its session ends. There is no grace for two refreshes at the
   * same time; browsers have the cookie, and an API client refreshes in one place.
   * @throws {AppError} `token_invalid`
   */
  async function refresh(
    token: string,
    client: Client,
  ): Promise<{ actor: Actor; tokens: DraftSession["tokens"] }> {
    limits.token(client.ip);
    const hash = await hashToken(token);
    const known = await store.get(tokens.refreshToken(hash));
    if (!known) throw new AppError("token_invalid");
    if (known.expires_at <= now()) throw new AppError("token_expired");
    const row = await store.get(sessions.identityById(known.session_id, known.user_id, now()));
    if (!row) throw new AppError("token_invalid");
    const issued = await issue(row, row.session_id);
    try {
      await store.batch([
        sessions.extend(row.session_id, now(), now() + SESSION_MS),
        tokens.useRefreshToken(hash, now()),
        issued.statement,
      ]);
    } catch (error) {
      if (!(error instanceof ExpectationFailed)) throw error;
      // It was used before, by somebody else or by a request that was quicker: two hands.
      return await endFamily(known);
    }
    return { actor: toActor(row), tokens: issued.tokens };
  }

  async function endFamily({ session_id, user_id }: { session_id: number; user_id: number }): Promise<never> {
    log.warn("refresh_token_reused", { session_id, user_id });
    await end({ user_id, id: session_id }, "token_reused");
    throw new AppError("token_invalid");
  }

  /** Ends sessions and tells who closes their sockets. Returns the ids of those that lived. */
  async function end(which: RevokeWhich, reason: RevokeReason): Promise<number[]> {
    const [result] = await store.batch([sessions.revoke(which, reason, now())]);
    return ended(result!.rows);
  }

  /** Tells of the sessions that a {@link sessions.revoke} of somebody's own batch gave. */
  function ended(rows: readonly Record<string, unknown>[]): number[] {
    const ids = rows.map((row) => row.id as number);
    if (ids.length > 0) onSessionsRevoked(ids);
    return ids;
  }

  /** Ends the session the request came with. */
  async function logout({ id: user_id, session_id }: Actor): Promise<void> {
    if (session_id !== null) await end({ user_id, id: session_id }, "logout");
  }

  /** One's own living sessions in this workspace, the last used first. */
  async function list(actor: Actor): Promise<Session[]> {
    const rows = await store.all(sessions.ofUser(actor.workspace_id, actor.id, now()));
    return rows.map(({ id, kind, user_agent, ip, ...times }) => ({
      id,
      kind,
      user_agent,
      ip,
      created_at: new Date(times.created_at).toISOString(),
      last_used_at: new Date(times.last_used_at).toISOString(),
      expires_at: new Date(times.expires_at).toISOString(),
      is_current: id === actor.session_id,
    }));
  }

  /** Ends one of one's own sessions. @throws {AppError} `not_found` */
  async function revoke({ id: user_id, workspace_id }: Actor, id: number): Promise<void> {
    const ids = await end({ user_id, workspace_id, id }, "revoked");
    if (ids.length === 0) throw new AppError("not_found");
  }

  /** Ends all of one's own sessions but this one. */
  async function revokeOthers({ id: user_id, workspace_id, session_id }: Actor): Promise<void> {
    await end({ user_id, workspace_id, except: session_id }, "revoked");
  }

  /** A ticket that opens one socket within {@link TICKET_SECONDS}. */
  async function issueTicket(actor: Actor): Promise<{ ticket: string; expires_in: number }> {
    limits.ticket(actor.id);
    const ticket = newToken();
    await store.batch([tokens.insertOneTimeToken({
      hash: await hashToken(ticket),
      purpose: "socket",
      actor_id: actor.id,
      workspace_id: actor.workspace_id,
      session_id: actor.session_id,
      created_at: now(),
      expires_at: now() + TICKET_SECONDS * 1000,
    })]);
    return { ticket, expires_in: TICKET_SECONDS };
  }

  /** The actor of a living session as it stands now, for what lives longer than a request; else null. */
  async function reload({ id, session_id }: Actor): Promise<Actor | null> {
    const row = session_id === null
      ? undefined
      : await store.get(sessions.identityById(session_id, id, now()));
    return row ? toActor(row) : null;
  }

  /** Removes what has expired; to be called now and then. */
  async function sweep(): Promise<void> {
    await store.batch(tokens.sweep(now(), KEEP_MS));
  }

  return { draft, identify, refresh, ended, logout, list, revoke, revokeOthers, issueTicket, reload, sweep };
}

export type Sessions = ReturnType<typeof createSessions>;

function toActor({ user_id, workspace_id, role, session_id }: IdentityRow): Actor {
  return { id: user_id, kind: "member", workspace_id, role, session_id };
}

function printable(text: string): string {
  return text.replace(/\p{C}/gu, "");
}
