import type { Conversation, Message, Receipt, User } from "@/lib/protocol/entities.ts";
import { ask } from "@/lib/realtime/client/ask.ts";
import type { RoomStart } from "@/lib/realtime/client/room.ts";

/** Messages that a conversation is opened with. */
const PAGE = 50;

/** A conversation as a visitor has it before them. @throws Error as `ask` */
export async function fetchRoom(id: number): Promise<RoomStart> {
  const path = `/api/conversations/${id}`;
  // The version first: what changes between the answers is asked for again with the connection, not lost.
  const conversation = await ask<Conversation>("GET", path);
  const [page, receipts] = await Promise.all([
    ask<{ results: Message[]; next: string | null }>("GET", `${path}/messages/?page_size=${PAGE}`),
    conversation.kind === "ticket" ? fetchReceipts(path) : null,
  ]);
  return {
    conversation,
    messages: page.results.reverse(),
    ...{ has_older: page.next !== null, has_newer: false, pins: null, receipts },
  };
}

/** How far those who answer have read, where visitors are told. */
async function fetchReceipts(path: string): Promise<readonly Receipt[] | null> {
  return await ask<{ results: Receipt[] }>("GET", `${path}/reads`).then(({ results }) => results, () => null);
}

/** Of whom nothing is known. */
export const NOBODY: User = {
  ...{ id: 0, username: "", first_name: "", last_name: "", profile_picture: null },
  ...{ score: 0, rank: null, role: null, in_game_ids: [] },
};

/** Before the first message there is no conversation: this stands in its place, and is never joined. */
export function emptyRoom(me: User, now: number): RoomStart {
  return {
    conversation: {
      ...{ id: 0, kind: "ticket", name: null, topic: null, picture: null, participants: [me] },
      ...{ participants_count: 1, created_at: new Date(now).toISOString(), last_message: null },
      ...{ unread_count: 0, mention_count: 0, is_muted: false, muted_until: null, role: null },
      ...{ is_pinned: false, seq: 0, version: 0, read_seq: 0, ticket: null },
    },
    ...{ messages: [], has_older: false, has_newer: false, pins: null, receipts: null },
  };
}
