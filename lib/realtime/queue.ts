import type { User } from "@/lib/protocol/entities.ts";

/** What may wait of one socket. */
const QUEUE_MAX = 256;

/**
 * What a socket sent and is still to be worked on: one after the other in the order of arrival, from `begin`
 * on and as long as `goesOn` says so. `obey` must not reject.
 */
export function createQueue<Item>(
  obey: (item: Item, user: User) => Promise<void>,
  goesOn: () => boolean,
) {
  const items: Item[] = [];
  let user: User | undefined;
  let working = false;

  async function work(): Promise<void> {
    if (working || !user) return;
    working = true;
    while (items.length > 0 && goesOn()) await obey(items.shift()!, user);
    working = false;
  }

  return {
    /** It is known who speaks. */
    begin(known: User): void {
      user = known;
      void work();
    },

    /** Takes all of them, or none and gives false when more would wait than may. */
    add(more: readonly Item[]): boolean {
      if (items.length + more.length > QUEUE_MAX) return false;
      items.push(...more);
      void work();
      return true;
    },

    clear(): void {
      items.length = 0;
    },
  };
}
