import { signal } from "@preact/signals";

/** A message on its way: shown at once, kept until the server has committed it. */
export interface Outgoing {
  readonly client_id: string;
  readonly conversation_id: number;
  readonly content: string;
  /** Id of the quoted message. */
  readonly reply_to: number | null;
  /** Epoch milliseconds, by this device's clock. */
  readonly created_at: number;
  /** Why it was refused, in words; null while it waits or travels. */
  readonly refused: string | null;
}

/** Where the outbox lives between visits: `localStorage`, or nothing where that is denied. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/**
 * Messages not yet committed. They survive reload and offline, and may be sent twice: their `client_id`
 * makes the server keep one. Several tabs share the shelf, so each change reads it anew.
 */
export function createOutbox(user_id: number) {
  const key = `peyk:outbox:${user_id}`;
  const entries = signal<readonly Outgoing[]>([]);
  let shelf: Shelf | null = null;
  /** Never taken up again from the shelf, where another tab may write them back. */
  const settled = new Set<string>();

  function load(): readonly Outgoing[] {
    try {
      const stored: unknown = JSON.parse(shelf?.getItem(key) ?? "[]");
      return Array.isArray(stored) ? stored.filter(isOutgoing) : [];
    } catch {
      return [];
    }
  }

  function change(edit: (entries: readonly Outgoing[]) => readonly Outgoing[]): void {
    // Memory first: where the shelf is full or denied, the message must still be sent.
    entries.value = edit(shelf ? merge(load(), entries.peek()) : entries.peek());
    try {
      shelf?.setItem(key, JSON.stringify(entries.peek()));
    } catch {
      // Kept in memory alone.
    }
  }

  return {
    entries,
    /** Takes up what was left on the shelf; from now on changes are kept there. Null where it is denied. */
    open(given: Shelf | null): void {
      shelf = given;
      entries.value = merge(load(), entries.peek());
    },
    add(outgoing: Outgoing): void {
      change((all) => [...all, outgoing]);
    },
    /** Committed, or given up by the person. */
    remove(client_id: string): void {
      if (!entries.peek().some((one) => one.client_id === client_id)) return;
      settled.add(client_id);
      change((all) => all.filter((one) => one.client_id !== client_id));
    },
    /** Marks it as refused with a reason, or (null) as waiting again. */
    mark(client_id: string, refused: string | null): void {
      change((all) => all.map((one) => one.client_id === client_id ? { ...one, refused } : one));
    },
  };

  /** What another tab added comes in; what this tab knows stays as it knows it. */
  function merge(stored: readonly Outgoing[], known: readonly Outgoing[]): readonly Outgoing[] {
    const ids = new Set(known.map((one) => one.client_id));
    return [...known, ...stored.filter((one) => !ids.has(one.client_id) && !settled.has(one.client_id))];
  }
}

export type Outbox = ReturnType<typeof createOutbox>;

function isOutgoing(value: unknown): value is Outgoing {
  const one = value as Partial<Outgoing> | null;
  return typeof one?.client_id === "string" && typeof one.content === "string" &&
    typeof one.conversation_id === "number" && typeof one.created_at === "number";
}
