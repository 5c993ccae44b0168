import * as memberships from "@/db/memberships.ts";
import * as sessions from "@/db/sessions.ts";
import * as tokens from "@/db/tokens.ts";
import type { RevokeReason, RevokeWhich } from "@/db/sessions.ts";
import type { Statement } from "@/db/store.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Session, SignedIn } from "@/lib/protocol/accounts.ts";
import type { Role } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Client, Context } from "./context.ts";
import { ACCESS_TOKEN_SECONDS, hashToken, newToken } from "./tokens.ts";

const DAY = 24 * 60 * 60 * 1000;
/** How long a session lives after its last use. */
export const SESSION_MS = 30 * DAY;
/** How long ended sessions are kept as a record of sign-ins. */
const KEEP_MS = 90 * DAY;

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

/** Sessions from their beginning to their end. */
export function createSessions(context: Context) {
  const { store, now, nextId, onSessionsRevoked } = context;

  async function draft(subject: Subject, kind: "browser" | "api", client: Client): Promise<DraftSession> {
    const { user_id, workspace_id } = subject;
    const [id, at] = [nextId(), now()];
    const cookie = kind === "browser" ? newToken() : null;
    const issued = await issueTokens(context, subject, id);
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
          token_hash: cookie && hashToken(cookie),
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

  /** Removes what has expired; to be called now and then. */
  async function sweep(): Promise<void> {
    await store.batch(tokens.sweep(now(), KEEP_MS));
  }

  return { draft, end, ended, logout, list, revoke, revokeOthers, sweep };
}

export type Sessions = ReturnType<typeof createSessions>;

/** A pair of tokens for a session, and the statement that keeps the refresh token. */
export async function issueTokens(
  { access_tokens, now }: Context,
  { user_id, email, role, workspace_id }: Subject,
  session_id: number,
) {
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
      hash: hashToken(refresh_token),
      session_id,
      created_at: now(),
      expires_at: now() + SESSION_MS,
    }),
  };
}

function printable(text: string): string {
  return text.replace(/\p{C}/gu, "");
}
