import * as memberships from "@/db/memberships.ts";
import * as sessions from "@/db/sessions.ts";
import type { IdentityRow } from "@/db/sessions.ts";
import * as tokens from "@/db/tokens.ts";
import { ExpectationFailed } from "@/db/store.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Language, Theme } from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Context } from "./context.ts";
import { SESSION_MS } from "./sessions.ts";
import { hashToken, newToken } from "./tokens.ts";

/** Uses within this time are one use: no write for each request. */
const TOUCH_MS = 5 * 60_000;
export const TICKET_SECONDS = 30;

/** Who asks and how they said so, fresh from the database. */
export interface Identity {
  readonly actor: Actor;
  /** A browser sends cookies for other sites' pages too: only `cookie` needs the Origin check. */
  readonly via: "cookie" | "bearer" | "ticket" | "files";
  readonly language: Language | null;
  readonly theme: Theme | null;
  readonly workspace_language: Language;
  /** IANA name: the person's own, or the workspace's. */
  readonly time_zone: string;
  /** The cookie should be sent again so that the browser keeps it as long as the session lives. */
  readonly renew: boolean;
}

/** The places where a request may carry a proof; middleware takes them from it. */
export interface Proofs {
  readonly bearer?: string | null;
  readonly ticket?: string | null;
  readonly cookie?: string | null;
}

/** Who asks: from the three proofs of a session to an actor, asked of the database each time. */
export function createIdentities({ store, now, log, access_tokens, limits }: Context) {
  /**
   * Who a request is from. A Bearer token or ticket that is there counts alone: it must be right.
   * @throws {AppError} `token_invalid`, `token_expired`
   */
  async function identify({ bearer, ticket, cookie }: Proofs): Promise<Identity | null> {
    if (bearer) return toIdentity(await byBearer(bearer), "bearer");
    if (ticket) return toIdentity(await byTicket(ticket), "ticket");
    if (!cookie || cookie.length > 200) return null;
    const row = await store.get(sessions.identityByToken(hashToken(cookie), now()));
    return row ? toIdentity(row, "cookie") : null;
  }

  async function byBearer(token: string): Promise<IdentityRow> {
    const { session_id, user_id } = await access_tokens.verify(token);
    const row = await store.get(sessions.identityById(session_id, user_id, now()));
    if (!row) throw new AppError("token_invalid");
    return row;
  }

  async function byTicket(ticket: string): Promise<IdentityRow> {
    const hash = hashToken(ticket.slice(0, 200));
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
      time_zone: row.time_zone ?? row.workspace_time_zone,
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

  /** A ticket that opens one socket within {@link TICKET_SECONDS}. */
  async function issueTicket(actor: Actor): Promise<{ ticket: string; expires_in: number }> {
    limits.ticket(actor.id);
    // What a visitor came in by goes with it, so that the ticket ends with that.
    const ticket = actor.mark === undefined ? newToken() : `${newToken()}.${actor.mark}`;
    await store.batch([tokens.insertOneTimeToken({
      hash: hashToken(ticket),
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

  return { identify, issueTicket, reload };
}

/** The actor a living session speaks for. */
export function toActor({ user_id, workspace_id, role, session_id }: IdentityRow): Actor {
  return { id: user_id, kind: "member", workspace_id, role, session_id };
}
