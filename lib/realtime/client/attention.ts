import type { Notifications } from "@/lib/protocol/accounts.ts";
import { concernOf } from "./concerns.ts";
import type { Concerning } from "./concerns.ts";

/** What of somebody's wishes decides over notices and sounds. */
export type Wishes = Omit<Notifications, "enter_sends">;

interface Situation {
  readonly me_id: number;
  /** What stands up to here has been told or was there before. */
  readonly after_seq: number;
  /** What was read, here or on another device, is no news. */
  readonly read_seq: number;
  readonly is_muted: boolean;
  /** Between two people every message is for oneself. */
  readonly is_direct?: boolean;
  readonly wishes: Wishes;
}

/**
 * The one message of those that have come which is to be told: the newest that concerns the person, or the
 * newest of all where they want every message. Null where there is none or they want to be left alone.
 */
export function messageToTell<M extends Concerning>(
  messages: readonly M[],
  { me_id, after_seq, read_seq, is_muted, is_direct = false, wishes }: Situation,
): M | null {
  if (is_muted || !(wishes.sound || wishes.desktop)) return null;
  const since = Math.max(after_seq, read_seq);
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index]!;
    if (message.seq <= since) break;
    const is_news = message.kind === "text" && message.sender.id !== me_id && !message.is_deleted;
    if (is_news && (is_direct || wishes.all_messages || concernOf(message, me_id))) return message;
  }
  return null;
}

/** What the tab and the installed program wear: nothing, a mark that something is new, or a number. */
export type Badge = { readonly kind: "none" | "dot" } | { readonly kind: "count"; readonly count: number };

/** A number is for what concerns oneself; talk among others is a dot, and none in a muted conversation. */
export function badgeOf(unread: number, concerns: number, is_muted: boolean): Badge {
  if (concerns > 0) return { kind: "count", count: concerns };
  return { kind: unread > 0 && !is_muted ? "dot" : "none" };
}
