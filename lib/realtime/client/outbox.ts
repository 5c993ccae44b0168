import { signal } from "@preact/signals";

/** A file of a message on its way, as far as it can be told without its bytes. */
export interface OutgoingFile {
  readonly name: string;
  /** MIME type, as this device has it. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Pixels, where they are known. */
  readonly width: number | null;
  readonly height: number | null;
}

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
  /** What goes with it; their bytes are kept elsewhere. Not there for a message of text alone. */
  readonly files?: readonly OutgoingFile[];
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
      return parse(shelf?.getItem(key) ?? null);
    } catch {
      return [];
    }
  }

  function change(edit: (entries: readonly Outgoing[]) => readonly Outgoing[]): void {
    // What other tabs wait with is theirs to send: it is kept on the shelf, and not taken in here.
    const others = load().filter((one) => !isKnown(one.client_id));
    entries.value = edit(entries.peek());
    try {
      shelf?.setItem(key, JSON.stringify([...others, ...entries.peek()]));
    } catch {
      // The shelf is full or denied: kept in memory alone, and sent all the same.
    }
  }

  function isKnown(client_id: string): boolean {
    return settled.has(client_id) || entries.peek().some((one) => one.client_id === client_id);
  }

  function settle(client_ids: readonly string[]): void {
    for (const id of client_ids) settled.add(id);
    change((all) => all.filter((one) => !settled.has(one.client_id)));
  }

  return {
    key,
    entries,
    /** Takes up what was left on the shelf; from now on changes are kept there. Null where it is denied. */
    open(given: Shelf | null): void {
      shelf = given;
      const left = load().filter((one) => !isKnown(one.client_id));
      entries.value = [...left, ...entries.peek()];
    },
    add(outgoing: Outgoing): void {
      change((all) => [...all, outgoing]);
    },
    /** Committed, or given up by the person. */
    remove(client_id: string): void {
      if (entries.peek().some((one) => one.client_id === client_id)) settle([client_id]);
    },
    /** Marks it as refused with a reason, or (null) as waiting again. */
    mark(client_id: string, refused: string | null): void {
      change((all) => all.map((one) => one.client_id === client_id ? { ...one, refused } : one));
    },
    /** Goes on as text alone. */
    dropFiles(client_id: string): void {
      change((all) =>
        all.map(({ files, ...one }) => one.client_id === client_id || !files ? one : { ...one, files })
      );
    },
    /** Another tab changed the shelf: what it sent or gave up is settled here as well. */
    follow(before: string | null, after: string | null): void {
      const still = new Set(parse(after).map((one) => one.client_id));
      const gone = parse(before).map((one) => one.client_id).filter((id) => !still.has(id));
      if (gone.some((id) => entries.peek().some((one) => one.client_id === id))) settle(gone);
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;

/** What a shelf holds may be of another version, or of anybody with the browser's tools. */
function parse(text: string | null): readonly Outgoing[] {
  try {
    const stored: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(stored) ? stored.map(toOutgoing).filter((one) => one !== null) : [];
  } catch {
    return [];
  }
}

function toOutgoing(value: unknown): Outgoing | null {
  const { client_id, conversation_id, content, reply_to, created_at, refused, files } = Object(value);
  const is_whole = typeof client_id === "string" && typeof content === "string" &&
    Number.isSafeInteger(conversation_id) && Number.isFinite(created_at);
  if (!is_whole) return null;
  return {
    client_id,
    conversation_id,
    content,
    reply_to: Number.isSafeInteger(reply_to) ? reply_to : null,
    created_at,
    refused: typeof refused === "string" ? refused : null,
    ...(Array.isArray(files) && { files: files.map(toFile) }),
  };
}

function toFile(value: unknown): OutgoingFile {
  const { name, type, size, width, height } = Object(value);
  const pixels = (edge: unknown) => typeof edge === "number" && edge > 0 ? edge : null;
  return {
    name: String(name),
    type: String(type),
    size: Number.isFinite(size) ? size : 0,
    width: pixels(width),
    height: pixels(height),
  };
}
