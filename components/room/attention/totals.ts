import type { Entry } from "@/lib/realtime/client/entry.ts";
import type { Room } from "@/lib/realtime/client/room.ts";
import type { Session } from "@/lib/realtime/client/session.ts";

/** Unread messages: all of them, and those that are meant for oneself. */
export interface Totals {
  readonly unread: number;
  readonly concerns: number;
}

/** What is unread in a conversation; in the room in view as one's own eyes have it. */
export function unreadOf(
  { id, unread_count, mention_count }: Entry,
  { conversation_id, ...room }: Room,
): Totals {
  return id === conversation_id
    ? { unread: room.unread.value, concerns: room.concerns.value }
    : { unread: unread_count, concerns: mention_count };
}

/**
 * Over all conversations that are not muted; a mention reaches one in a muted one as well. What is said between
 * two is always meant for one.
 */
export function totalsOf({ entries }: Session, room: Room): Totals {
  let unread = 0, concerns = 0;
  for (const entry of entries.value.values()) {
    const own = unreadOf(entry, room);
    const is_muted = entry.id === room.conversation_id ? room.mute.value.is_muted : entry.is_muted;
    if (!is_muted) unread += own.unread;
    concerns += entry.kind === "direct" && !is_muted ? own.unread : own.concerns;
  }
  return { unread, concerns };
}
