import * as guests from "@/db/guests.ts";
import type { LastVisit } from "@/db/guests.ts";
import type { Store } from "@/db/store.ts";

/** So long somebody who said nothing is waited for, in milliseconds: a month. */
const KEPT = 30 * 24 * 60 * 60 * 1000;
/** Visitors that are looked at in one batch: others are served between. */
const BATCH = 200;

/**
 * Makes what forgets visitors who opened a chat, left nothing there, and did not come again for a month. The first time
 * it looks at all of them, from then on only at those whose month has passed since: what one left stays.
 */
export function createSilentSweep({ store, now }: { store: Store; now: () => number }) {
  /** Up to here all were looked at. */
  let place: LastVisit = { last_seen_at: 0, id: 0 };

  return async (): Promise<void> => {
    const seen_before = now() - KEPT;
    for (;;) {
      const some = await store.all(guests.lastSeenBefore(seen_before, place, BATCH));
      if (some.length === 0) break;
      await store.batch(guests.forgetSilent(some.map(({ id }) => id), seen_before));
      place = some.at(-1)!;
    }
    // Whoever was last seen at this very moment comes next.
    place = { last_seen_at: seen_before, id: 0 };
  };
}
