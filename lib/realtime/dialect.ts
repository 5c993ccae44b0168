import { veil } from "@/lib/chat/veil.ts";
import type { Product } from "@/lib/protocol/commands.ts";
import type { ConversationEvent, FlatFrame } from "@/lib/protocol/events.ts";
import type { UserBrief } from "@/lib/protocol/entities.ts";

/**
 * How a kind of client is spoken to. The hub encodes an event once for each dialect that listens, never
 * once for each connection.
 */
export interface Dialect {
  readonly name: string;
  /** Whether a frame may hold an array of events. */
  readonly arrays: boolean;
  /** The event as JSON text, or null where this dialect has no word for it. */
  encode(event: ConversationEvent): string | null;
}

type Replacer = (name: string, value: unknown) => unknown;

const multiplexed = (product: Product, replacer?: Replacer): Dialect => ({
  name: product,
  arrays: true,
  encode: ({ verb, ...event }) => JSON.stringify({ type: `${product}:${verb}`, ...event }, replacer),
});

const ofEach = (replacer?: Replacer): Readonly<Record<Product, Dialect>> => ({
  "chat": multiplexed("chat", replacer),
  "internal-chat": multiplexed("internal-chat", replacer),
  "support-chat": multiplexed("support-chat", replacer),
});

/** Peyk's own clients: `<product>:<verb>` with full objects, for each product once. */
export const MULTIPLEXED = ofEach();

/** The same for visitors of sites, who are told less of people: encoded once for all of them. */
export const VEILED = ofEach(veil);

/** Clients of one conversation: four events, one a frame, only the fields they were promised. */
export const FLAT: Dialect = {
  name: "flat",
  arrays: false,
  encode(event) {
    const flat = flatten(event);
    return flat === null ? null : JSON.stringify(flat);
  },
};

function flatten(event: ConversationEvent): FlatFrame | null {
  switch (event.verb) {
    case "message": {
      const { id, sender, content, timestamp, kind } = event.message;
      // Its content is a key, for clients that know it.
      if (kind === "system") return null;
      return { type: "new_message", message: { id, sender: brief(sender), content, timestamp } };
    }
    case "edit":
      return { type: "message_edited", message: { id: event.message.id, content: event.message.content } };
    case "delete":
      return { type: "message_deleted", message_id: event.message.id };
    case "typing":
      return { type: "user_typing", user: brief(event.user), is_typing: event.is_typing };
    default:
      return null;
  }
}

function brief({ id, username, profile_picture }: UserBrief): UserBrief {
  return { id, username, profile_picture };
}
