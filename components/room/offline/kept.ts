import type { Room, Snapshot } from "@/lib/realtime/client/room.ts";

/** The service worker's cache of what one person has read, as in `lib/worker/keeping.ts`. */
const KEPT = "peyk-kept-1";
const PICTURES = "peyk-pictures-1";

interface KeptRoom extends Snapshot {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Never another person's: their id is part of the address. */
const addressOf = ({ me, conversation_id }: Room) => `/kept/${me.id}/${conversation_id}`;

/** Undefined where the page is not secure, or the browser keeps nothing. */
const storage = (): CacheStorage | undefined => globalThis.caches;

/**
 * Keeps what the room shows. Only beside the page itself: where that has been thrown away somebody left, and
 * nothing is kept any more.
 */
export async function keepRoom(room: Room): Promise<void> {
  const snapshot = room.snapshot();
  if (!snapshot || !await storage()?.has(KEPT)) return;
  const cache = await caches.open(KEPT);
  if (!await cache.match(room.path, { ignoreVary: true })) return;
  const kept: KeptRoom = { ...snapshot, at: Date.now() };
  await cache.put(addressOf(room), Response.json(kept));
}

/** Shows what was kept of the room after its page. Gives its time in epoch milliseconds; null for none. */
export async function restoreRoom(room: Room): Promise<number | null> {
  if (!await storage()?.has(KEPT)) return null;
  const found = await (await caches.open(KEPT)).match(addressOf(room));
  if (!found) return null;
  const kept: KeptRoom = await found.json();
  room.restore(kept);
  return kept.at;
}

/** Somebody left: nothing of theirs stays. */
export async function forgetRooms(): Promise<void> {
  await Promise.all([KEPT, PICTURES].map((name) => storage()?.delete(name)));
}
