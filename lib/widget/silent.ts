import * as guests from "@/db/guests.ts";
import { firstAt } from "@/db/ids.ts";
import type { Store } from "@/db/store.ts";

/** So long somebody who said nothing is waited for, in milliseconds: a month. */
const KEPT = 30 * 24 * 60 * 60 * 1000;
/** Visitors that are looked at in one batch: others are served between. */
const BATCH = 200;

/** Makes what forgets visitors who opened a chat, left nothing there, and did not come again for a month. */
export function createSilentSweep({ store, now }: { store: Store; now: () => number }) {
  return async (): Promise<void> => {
    const seen_before = now() - KEPT;
    const below = firstAt(seen_before);
    for (let after = 0;;) {
      const some = await store.all(guests.begun({ after, below, limit: BATCH }));
      if (some.length === 0) return;
      const from = some[0]!.id, upto = some.at(-1)!.id;
      await store.batch(guests.forgetSilent({ from, upto, seen_before }));
      after = upto;
    }
  };
}
