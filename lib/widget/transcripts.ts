import * as messages from "@/db/messages.ts";
import * as sites from "@/db/sites.ts";
import type { Store } from "@/db/store.ts";
import { nobodyAt } from "@/lib/chat/access.ts";
import { toMessage } from "@/lib/chat/entities.ts";
import type { Chat } from "@/lib/chat/mod.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import type { KnownSite } from "./known_sites.ts";
import { createTraffic } from "./traffic.ts";

export interface TranscriptAsked {
  /** Only messages with a smaller id, or a greater one; with neither the newest. */
  readonly before?: number;
  readonly after?: number;
  readonly limit: number;
}

/** One page of all that was said through a site. */
export interface TranscriptPage {
  /** Newest first. */
  readonly messages: Message[];
  /** Whether more stand beyond them: older ones, or newer ones where `after` was asked for. */
  readonly more: boolean;
  readonly count: number;
}

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly chat: Pick<Chat, "details" | "ranks">;
}

/** What was said through a site, for its own server: by its visitors, and to them in their own rooms. */
export function createTranscripts({ store, now, chat }: Deps) {
  const traffic = createTraffic({ store, now });

  async function page(site: KnownSite, { before, after, limit }: TranscriptAsked): Promise<TranscriptPage> {
    const window = before === undefined ? { after } : { before };
    // One more than wanted tells whether there are more.
    const ids = (await store.all(sites.messageIds(site, { ...window, limit: limit + 1 }))).map(({ id }) =>
      id
    );
    const wanted = ids.slice(0, limit);
    return {
      messages: wanted.length === 0 ? [] : await describe(site, wanted),
      more: ids.length > limit,
      count: await traffic.said(site),
    };
  }

  async function describe(site: KnownSite, ids: readonly number[]): Promise<Message[]> {
    const nobody = nobodyAt(site);
    const rows = (await store.all(messages.findAll(nobody, ids))).toSorted((a, b) => b.id - a.id);
    const tiers = await chat.ranks.of(site.workspace_id);
    const beside = { ...await chat.details.ofMessages(nobody, rows), reads: null, tiers };
    return rows.map((row) => toMessage(row, beside));
  }

  return { page };
}
