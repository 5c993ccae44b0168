import type { Store } from "@/db/store.ts";
import { createAccess } from "./access.ts";
import { createAttachments } from "./attachments.ts";
import { createCommit, refusing } from "./commit.ts";
import { createConversations } from "./conversations.ts";
import type { ChatEvent, Emit } from "./events.ts";
import { createDetails } from "./details.ts";
import { createGroupMembers } from "./group_members.ts";
import { createGroups } from "./groups.ts";
import { createHistory } from "./history.ts";
import { createLines } from "./lines.ts";
import { createMessages } from "./messages.ts";
import { createOversight } from "./oversight.ts";
import { createPeople } from "./people.ts";
import { createPins } from "./pins.ts";
import { createRanks } from "./ranks.ts";
import { createReactions } from "./reactions.ts";
import { createReads, createReceipts } from "./reads.ts";
import { createReports } from "./reports.ts";
import { createRevisions } from "./revisions.ts";
import { createSearch } from "./search/mod.ts";
import { createSettings } from "./settings.ts";

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
  const ranks = createRanks({ store, now, nextId });
  const access = createAccess({ store, now, ranks });
  const details = createDetails({ store, receipts: createReceipts({ store }) });
  const parts = { store, now, nextId, access, details, ranks, emit, commit: createCommit(store) };
  const messages = createMessages(parts);
  const conversations = createConversations(parts);
  const people = createPeople({ store, now, ranks });
  const lines = createLines({ store, nextId });
  const search = createSearch(parts);
  const groups = createGroups({ ...parts, people, conversations, lines });
  return {
    access,
    messages,
    attachments: createAttachments({ ...parts, messages }),
    reactions: createReactions({ ...parts, messages }),
    pins: createPins({ ...parts, messages }),
    reports: createReports({ ...parts, messages }),
    revisions: createRevisions({ ...parts, messages }),
    settings: createSettings(parts),
    details,
    ranks,
    history: createHistory(parts),
    conversations,
    groups,
    members: createGroupMembers({ ...parts, conversations, groups, lines }),
    reads: createReads(parts),
    people,
    search,
    oversight: createOversight({ ...parts, search }),
    /** Calls `listener` after each commit, in order. It must not wait. */
    listen(listener: Emit): void {
      listeners.push(listener);
    },
  };
}

export type Chat = ReturnType<typeof createChat>;
