import type { Store } from "@/db/store.ts";
import { createAccess } from "./access.ts";
import { createAttached, createAttachments } from "./attachments.ts";
import { createCommit, refusing } from "./commit.ts";
import { createConversations } from "./conversations.ts";
import type { ChatEvent, Emit } from "./events.ts";
import { createHistory } from "./history.ts";
import { createMessages } from "./messages.ts";
import { createPeople } from "./people.ts";
import { createReads, createReceipts } from "./reads.ts";

/** What the core needs from outside: a place to keep things, the time, and ids. */
export interface ChatDeps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  /** Told of a listener that threw: a fault of ours. */
  readonly report?: (error: unknown) => void;
}

/**
 * The message core: one for all products. It knows conversations, messages and who may do what; it knows
 * no socket, request or product. Those call it and listen to its events.
 */
export function createChat({ store: given, now, nextId, report = console.error }: ChatDeps) {
  const listeners: Emit[] = [];
  const emit = (event: ChatEvent) => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // What is committed stays so, and the other listeners hear of it.
        report(error);
      }
    }
  };
  const store = refusing(given);
  const access = createAccess({ store, now });
  const receipts = createReceipts({ store });
  const attached = createAttached({ store });
  const parts = { store, now, nextId, access, receipts, attached, emit, commit: createCommit(store) };
  const messages = createMessages(parts);
  return {
    access,
    messages,
    attachments: createAttachments({ ...parts, messages }),
    history: createHistory(parts),
    conversations: createConversations(parts),
    reads: createReads(parts),
    people: createPeople({ store, now }),
    /** Calls `listener` after each commit, in order. It must not wait. */
    listen(listener: Emit): void {
      listeners.push(listener);
    },
  };
}

export type Chat = ReturnType<typeof createChat>;
