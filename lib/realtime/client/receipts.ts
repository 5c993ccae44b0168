import { computed, signal } from "@preact/signals";
import type { Receipt } from "@/lib/protocol/entities.ts";
import { ask } from "./ask.ts";

interface Deps {
  readonly conversation_id: number;
  readonly me_id: number;
  /** As the page came; null where people do not see who has read. */
  readonly start: readonly Receipt[] | null;
  /** Who asks, in a ticket: all the others answer, and count as one. */
  readonly customer_id?: number;
}

/** How far the others of a conversation have read, where they show it to each other. */
export function createReceipts({ conversation_id, me_id, start, customer_id }: Deps) {
  const marks = signal<ReadonlyMap<number, number> | null>(start && toMarks(start));
  /** Counts what was told: an answer that was read before it may know less. */
  let told = 0;

  /** Somebody has read up to here; marks go forward alone. */
  function take(user_id: number, seq: number): void {
    const known = marks.peek();
    if (!known || seq <= (known.get(user_id) ?? -1)) return;
    told++;
    marks.value = new Map(known).set(user_id, seq);
  }

  /** Somebody is not in it any more: whether they have read counts for nothing. */
  function drop(user_id: number): void {
    const known = marks.peek();
    if (!known?.has(user_id)) return;
    told++;
    marks.value = new Map([...known].filter(([id]) => id !== user_id));
  }

  /** Fetches them anew, after a time without a connection or with other people. What fails leaves them as they are. */
  async function refresh(): Promise<void> {
    if (marks.peek() === null) return;
    const before = told;
    const found = await list().catch(() => null);
    if (!found) return;
    if (told !== before) return await refresh();
    marks.value = toMarks(found);
  }

  /** How far each has read and when, as the server knows it. @throws Error with a sentence to show */
  async function list(): Promise<readonly Receipt[]> {
    const path = `/api/conversations/${conversation_id}/reads`;
    return (await ask<{ results: Receipt[] }>("GET", path)).results;
  }

  return {
    /** The `seq` up to which all others have read, in a ticket the other side; 0 where there are none, or nobody is told. */
    floor: computed(() => {
      const known = marks.value ?? new Map<number, number>();
      if (customer_id !== undefined && customer_id !== me_id) return known.get(customer_id) ?? 0;
      const others = [...known].filter(([id]) => id !== me_id).map(([, seq]) => seq);
      if (others.length === 0) return 0;
      return customer_id === undefined ? Math.min(...others) : Math.max(...others);
    }),
    /** How many others have read as far as a message, and how many they are; null where nobody is told. */
    reach(seq: number): { read: number; of: number } | null {
      if (marks.value === null) return null;
      const others = [...marks.value].filter(([id]) => id !== me_id);
      return { read: others.filter(([, mark]) => mark >= seq).length, of: others.length };
    },
    take,
    drop,
    refresh,
    list,
  };
}

export type Receipts = ReturnType<typeof createReceipts>;

function toMarks(receipts: readonly Receipt[]): ReadonlyMap<number, number> {
  return new Map(receipts.map(({ user_id, seq }) => [user_id, seq]));
}
