import type { Store } from "@/db/store.ts";
import { createAccess } from "./access.ts";
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
}

/**
 * The message core: one for all products. It knows conversations, messages and who may do what; it knows
 * no socket, request or product. Those call it and listen to its events.
 */
export function createChat(deps: ChatDeps) {
  const listeners: Emit[] = [];
  const emit = (event: ChatEvent) => {
    for (const listener of listeners) listener(event);
  };
  const access = createAccess(deps);
  const receipts = createReceipts(deps);
  const parts = { ...deps, access, receipts, emit };
  return {
    access,
    messages: createMessages(parts),
    history: createHistory(parts),
    conversations: createConversations(parts),
    reads: createReads(parts),
    people: createPeople(deps),
    /** Calls `listener` after each commit, in order. It must not throw and must not wait. */
    listen(listener: Emit): void {
      listeners.push(listener);
    },
  };
}

export type Chat = ReturnType<typeof createChat>;
