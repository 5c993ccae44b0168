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
      const row = await byTicket(hashToken(ticket.slice(0, 200)));
      return row ? toIdentity(row, "ticket") : null;
    }
    return files ? toIdentity(await byToken("files", files), "files") : null;
  }

  async function byToken(use: "call" | "files", token: string): Promise<VisitorRow> {
    const { guest_id, site_id, key, issued_at } = await tokens.verify(use, token);
    const row = await store.get(guests.find(guest_id, site_id));
    // They signed out since.
    if (row && markOf(row.key_hash) !== key) throw new AppError("token_invalid");
    // What was given for a signature by a secret that was taken back is worth no more than that.
    const is_void = row && row.external_id !== null && issued_at < Math.floor(row.secret_created_at / 1000);
    if (!row || is_void) throw new AppError("token_invalid");
    return row;
  }

  /** Null for a ticket that is not a visitor's. */
  async function byTicket(hash: string): Promise<VisitorRow | null> {
    const row = await store.get(guests.findByTicket(hash, now()));
    if (!row) return null;
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

  return { identify };
}

function toActor({ id, workspace_id, site_id, external_id }: VisitorRow): Actor {
  const verified = external_id !== null;
  return { id, kind: "guest", workspace_id, role: null, session_id: null, site_id, verified };
}
