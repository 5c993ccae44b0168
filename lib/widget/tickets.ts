import * as tickets from "@/db/tickets.ts";
import { ExpectationFailed, UniqueViolation } from "@/db/store.ts";
import type { Store } from "@/db/store.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import { rowOf } from "@/lib/chat/commit.ts";
import type { Chat } from "@/lib/chat/mod.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { OpenedTicket } from "@/lib/protocol/sites.ts";
import type { Guests } from "./guests.ts";

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  readonly chat: Chat;
  readonly guests: Pick<Guests, "placeOf">;
}

/** What visitors of a site in mode `support` ask: a ticket each, with the conversation about it. */
export function createTickets({ store, now, nextId, chat, guests }: Deps) {
  /**
   * The visitor's open ticket, begun if they have none. Asked twice at the same moment it is begun once: the database
   * holds one open ticket of a visitor.
   * @throws AppError `not_found` where their site makes no tickets, `site_locked`, `identity_required`
   */
  async function open(visitor: Actor, subject: string): Promise<OpenedTicket> {
    const found = await find(visitor);
    if (found) return found;
    await requireDoor(visitor);
    const { workspace_id } = visitor;
    const id = nextId(), at = now();
    const conversation = {
      workspace_id,
      kind: "ticket",
      name: subject || null,
      participants: [visitor.id],
    } as const;
    return await chat.conversations.make(visitor, conversation, (conversation_id) => [
      tickets.isWelcome(visitor),
      tickets.insert({
        ...{ id, workspace_id, conversation_id, customer_id: visitor.id, site_id: visitor.site_id, subject },
        created_at: at,
        updated_at: at,
      }),
    ]).then(
      ({ id: conversation_id, results }) => ({ conversation_id, ...rowOf<{ number: number }>(results[1]) }),
      async (error) => {
        if (!(error instanceof UniqueViolation || error instanceof ExpectationFailed)) throw error;
        // Somebody was quicker: they themselves on another page, or who shut the door.
        const first = await find(visitor);
        if (first) return first;
        await requireDoor(visitor);
        throw new AppError("conflict");
      },
    );
  }

  async function find(visitor: Actor): Promise<OpenedTicket | null> {
    const row = await store.get(tickets.findOpen(visitor));
    return row ? { conversation_id: row.conversation_id, number: row.number } : null;
  }

  async function requireDoor(visitor: Actor): Promise<void> {
    const door = await store.get(tickets.doorOf(visitor));
    if (door?.mode !== "support") throw new AppError("not_found");
    if (door.locked === 1) throw new AppError("site_locked");
    if (door.is_unvouched === 1) throw new AppError("identity_required");
  }

  /** Where a visitor writes: where their site leads them, or a new ticket. @throws AppError as {@link open} */
  async function placeFor(visitor: Actor): Promise<number> {
    return await guests.placeOf(visitor) ?? (await open(visitor, "")).conversation_id;
  }

  return { open, placeFor };
}

export type Tickets = ReturnType<typeof createTickets>;
