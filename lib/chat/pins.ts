import type { Message } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import * as pins from "@/db/pins.ts";
import type { Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import { twice } from "./commit.ts";
import type { Details } from "./details.ts";
import { toMessage } from "./entities.ts";
import type { Messages } from "./messages.ts";

/** Messages that may be pinned in one conversation. */
const PINS_MAX = 50;

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly access: Access;
  readonly details: Details;
  readonly messages: Messages;
}

/** Holding messages up for all to see, by those who moderate a conversation. */
export function createPins({ store, now, access, details, messages: { find, show, change } }: Deps) {
  /**
   * Pins a message, or unpins it. What is so already changes nothing.
   * @throws AppError `not_found` also for a deleted message, `forbidden`, `muted`, `pins_full`, `conflict`,
   *   `unavailable`
   */
  async function set(actor: Actor, message_id: number, on: boolean): Promise<Message> {
    return await twice(async () => {
      const { grant, row } = await find(actor, message_id);
      const ground = access.toModerate(grant);
      if (row.kind === "system") throw new AppError("forbidden");
      if (row.deleted_at !== null) throw new AppError("not_found");
      if ((row.pinned_at !== null) === on) return await show(grant, row);
      const { conversation_id } = row;
      if (on) await requireRoom(conversation_id);
      const at = now();
      return change({ grant, row, ground, type: "pin", verb: on ? "pinned" : "unpinned", at }, [
        on
          ? pins.pin({ conversation_id, id: message_id, by: actor.id, at, most: PINS_MAX })
          : pins.unpin(conversation_id, message_id),
      ]);
    });
  }

  async function requireRoom(conversation_id: number): Promise<void> {
    const { count } = (await store.get(pins.count(conversation_id)))!;
    if (count >= PINS_MAX) throw new AppError("pins_full", { max: PINS_MAX });
  }

  /** What is pinned in a conversation, the newest pin first. @throws AppError `not_found` */
  async function list(actor: Actor, conversation_id: number): Promise<Message[]> {
    return await listFor(await access.toRead(actor, conversation_id));
  }

  /** The same for somebody who was found to have the right. */
  async function listFor(grant: Grant): Promise<Message[]> {
    const rows = await store.all(pins.list(grant.conversation.conversation_id, PINS_MAX));
    const beside = await details.of(grant, rows);
    return rows.map((row) => toMessage(row, beside));
  }

  return { set, list, listFor };
}

export type Pins = ReturnType<typeof createPins>;
