import type { Person } from "@/components/person.ts";
import type { Anchor } from "@/components/place.ts";
import type { Message, User } from "@/lib/protocol/entities.ts";

/** What lies over the room: one thing at a time, loaded when it is first wanted. */
export type Overlay =
  | { readonly kind: "menu"; readonly at: Anchor; readonly message: Message }
  | { readonly kind: "sheet"; readonly message: Message }
  | {
    readonly kind: "emoji";
    readonly at: Anchor;
    /** The message it is for; without one it is for the composer. */
    readonly message?: Message;
  }
  | { readonly kind: "delete"; readonly message: Message }
  | { readonly kind: "report"; readonly message: Message }
  | { readonly kind: "history"; readonly message: Message }
  /** Who has read it. */
  | { readonly kind: "seen"; readonly message: Message }
  | {
    readonly kind: "person";
    /** What is known of them by now; null where only a name was written. */
    readonly user: Person | null;
    readonly username: string;
    /** What was activated: the card stands beside it, and the focus goes back there. */
    readonly from: HTMLElement;
  }
  | { readonly kind: "pins" }
  /** A new conversation: `group` goes straight to choosing for one. */
  | { readonly kind: "start"; readonly group?: readonly User[] }
  /** More people for this group; what it is called and looks like. */
  | { readonly kind: "add" }
  | { readonly kind: "describe" }
  /** `at`: the moment whose month is shown first, as ISO 8601; the newest message's unless told. */
  | { readonly kind: "calendar"; readonly at?: string }
  | { readonly kind: "search" }
  | { readonly kind: "keys" };

/** A reaction under a message, and the pill that stands for it. */
export interface Naming {
  readonly message_id: number;
  readonly emoji: string;
  readonly pill: HTMLElement;
}

/** Id of the message that it belongs to. */
export function messageOf(overlay: Overlay | null): number | undefined {
  return overlay && "message" in overlay ? overlay.message?.id : undefined;
}
