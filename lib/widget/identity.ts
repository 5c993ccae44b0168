import * as guests from "@/db/guests.ts";
import type { VisitorRow } from "@/db/guests.ts";
import * as one_time_tokens from "@/db/tokens.ts";
import { ExpectationFailed } from "@/db/store.ts";
import type { Store } from "@/db/store.ts";
import type { Identity, Proofs } from "@/lib/accounts/identity.ts";
import { hashToken } from "@/lib/accounts/tokens.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Language } from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Log } from "@/lib/web/log.ts";
import { isGuestToken, markOf } from "./tokens.ts";
import type { GuestTokens } from "./tokens.ts";

/** Uses within this time are one use: no write for each request. */
const TOUCH_MS = 5 * 60_000;

/** A visitor, and where the pages are from which they may ask. */
export interface VisitorIdentity extends Identity {
  readonly domains: readonly string[];
}

export interface VisitorProofs extends Proofs {
  /** The token in the address of a file, since a picture in a page is fetched without a header. */
  readonly files?: string | null;
}

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly log: Log;
  readonly tokens: GuestTokens;
}

/** Which visitor asks: asked of the database each time, so that whose site is cut off is nobody at once. */
export function createVisitorIdentities({ store, now, log, tokens }: Deps) {
  /**
   * The visitor a request is from; null where its proof is none of a visitor.
   * @throws AppError `token_invalid`, `token_expired`
   */
  async function identify({ bearer, ticket, files }: VisitorProofs): Promise<VisitorIdentity | null> {
    if (bearer) return isGuestToken(bearer) ? toIdentity(await byToken("call", bearer), "bearer") : null;
    if (ticket) {
      const row = await byTicket(ticket.slice(0, 200));
      return row ? toIdentity(row, "ticket") : null;
    }
    return files ? toIdentity(await byToken("files", files), "files") : null;
  }

  async function byToken(use: "call" | "files", token: string): Promise<VisitorRow> {
    const { guest_id, site_id, key } = await tokens.verify(use, token);
    return await findMarked({ id: guest_id, site_id, mark: key });
  }

  /** They signed out since, or the secret that vouched for them was taken back: what was given before is void. */
  async function findMarked(
    { id, site_id, mark }: { id: number; site_id: number; mark: string | undefined },
  ): Promise<VisitorRow> {
    const row = await store.get(guests.find(id, site_id));
    if (!row || markOf(row) !== mark) throw new AppError("token_invalid");
    return row;
  }

  /** Null for a ticket that is not a visitor's. */
  async function byTicket(ticket: string): Promise<VisitorRow | null> {
    const hash = hashToken(ticket);
    const row = await store.get(guests.findByTicket(hash, now()));
    if (!row) return null;
    if (markOf(row) !== ticket.split(".")[1]) throw new AppError("token_invalid");
    try {
      await store.batch([one_time_tokens.consume(hash, "socket", now())]);
      return row;
    } catch (error) {
      // Somebody was quicker.
      if (error instanceof ExpectationFailed) throw new AppError("token_invalid");
      throw error;
    }
  }

  function toIdentity(row: VisitorRow, via: Identity["via"]): VisitorIdentity {
    if (now() - row.last_seen_at >= TOUCH_MS) touch(row.id);
    return {
      actor: toActor(row),
      via,
      language: null,
      theme: null,
      workspace_language: row.workspace_language as Language,
      time_zone: row.workspace_time_zone,
      renew: false,
      domains: JSON.parse(row.domains),
    };
  }

  /** Nobody waits for it, and losing one loses nothing. */
  function touch(guest_id: number): void {
    store.batch([guests.seen(guest_id, now())])
      .catch((error) => log.warn("visit_touch_failed", { error, guest_id }));
  }

  /**
   * Asks again whether a visitor may be here, for what lasts longer than a request: what shuts them out closes only
   * what stands already.
   * @throws AppError `token_invalid`
   */
  async function requireStanding({ id, site_id, mark }: Actor): Promise<void> {
    if (site_id !== undefined) await findMarked({ id, site_id, mark });
  }

  return { identify, requireStanding };
}

export type VisitorIdentities = ReturnType<typeof createVisitorIdentities>;

function toActor(row: VisitorRow): Actor {
  const { id, workspace_id, site_id, external_id } = row;
  const verified = external_id !== null;
  const mark = markOf(row);
  return { id, kind: "guest", workspace_id, role: null, session_id: null, site_id, verified, mark };
}
