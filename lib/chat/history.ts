import type { Message } from "@/lib/protocol/entities.ts";
import * as messages from "@/db/messages.ts";
import type { MessageRow, Window } from "@/db/messages.ts";
import type { Store } from "@/db/store.ts";
import type { Access } from "./access.ts";
import type { Actor } from "./actor.ts";
import type { Details } from "./details.ts";
import { toMessage } from "./entities.ts";

/** Changes that travel in one answer to a join, and about how many UTF-16 units of text. */
const CHANGES_MAX = 200;
const CHANGES_TEXT_MAX = 100_000;

/** One window of a conversation's past. */
export interface Page {
  /** Newest first. */
  messages: Message[];
  /** Whether more stand beyond them: older ones, or newer ones where `after` alone was asked for. */
  more: boolean;
}

/** One counted page, as clients with page numbers want it. */
export interface CountedPage {
  /** Newest first, without system lines. */
  messages: Message[];
  /** All messages of the conversation. */
  count: number;
}

interface Deps {
  readonly store: Store;
  readonly access: Access;
  readonly details: Details;
}

/** Reading the past of a conversation, whatever its length. */
export function createHistory({ store, access, details }: Deps) {
  /**
   * Messages beside a message id (itself left out), newest first; without one the newest.
   * @throws AppError `not_found`
   */
  async function page(
    actor: Actor,
    conversation_id: number,
    { before, after, limit, system = true }: {
      before?: number;
      after?: number;
      limit: number;
      system?: boolean;
    },
  ): Promise<Page> {
    const grant = await access.toRead(actor, conversation_id);
    const { conversation } = grant;
    const window: Window = {
      // One more than wanted tells whether there are more.
      limit: limit + 1,
      below_seq: before === undefined
        ? undefined
        : await firstSeqFrom(conversation_id, before, conversation.seq),
      above_seq: after === undefined
        ? undefined
        : await firstSeqFrom(conversation_id, after + 1, conversation.seq) - 1,
      system,
    };
    const rows = await store.all(messages.history(conversation_id, window));
    const beside = await details.of(grant, rows);
    const found = rows.slice(0, limit).map((row) => toMessage(row, beside));
    const ascending = after !== undefined && before === undefined;
    return { messages: ascending ? found.reverse() : found, more: rows.length > limit };
  }

  /**
   * Page `page` (from 1) counted from the newest message.
   * @throws AppError `not_found`
   */
  async function countedPage(
    actor: Actor,
    conversation_id: number,
    { page, page_size }: { page: number; page_size: number },
  ): Promise<CountedPage> {
    const grant = await access.toRead(actor, conversation_id);
    const { seq, system_count } = grant.conversation;
    const skip = (page - 1) * page_size;
    // `seq` has no holes, so a page number is a place: no row is skipped by reading it.
    const passed = system_count === 0 || skip === 0
      ? 0
      : (await store.get(messages.systemLinesAbove(conversation_id, seq, skip)))!.count;
    const window: Window = {
      below_seq: Math.max(0, seq - skip - passed) + 1,
      limit: page_size,
      system: false,
    };
    const rows = await store.all(messages.history(conversation_id, window));
    const beside = await details.of(grant, rows);
    return { messages: rows.map((row) => toMessage(row, beside)), count: seq - system_count };
  }

  /**
   * All that changed above a version, oldest change first; join again from the last one's version while
   * `more`. Call it only once the subscription stands, or what happens in between is missed.
   * @throws AppError `not_found`
   */
  async function changesAfter(
    actor: Actor,
    conversation_id: number,
    version: number,
  ): Promise<{ version: number; changes: Message[]; more: boolean }> {
    const grant = await access.toRead(actor, conversation_id);
    const { conversation } = grant;
    const rows = await store.all(messages.changedAfter(conversation_id, version, CHANGES_MAX + 1));
    const fit = rows.slice(0, fitting(rows));
    const beside = await details.of(grant, fit);
    const changes = fit.map((row) => toMessage(row, beside));
    const more = rows.length > changes.length;
    const last = changes.at(-1)?.version ?? 0;
    // Commits since the first read above are among the changes already.
    return { version: more ? last : Math.max(conversation.version, last), changes, more };
  }

  /**
   * The `seq` of the first message with an id not below `id`. Ids and `seq` grow together, so an id that is
   * not in the conversation is found by halving.
   */
  async function firstSeqFrom(conversation_id: number, id: number, last_seq: number): Promise<number> {
    const exact = await store.get(messages.seqOf(conversation_id, id));
    if (exact) return exact.seq;
    let low = 1, high = last_seq + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const found = await store.get(messages.firstFrom(conversation_id, middle));
      if (!found || found.id >= id) high = middle;
      else low = found.seq + 1;
    }
    return low;
  }

  return { page, countedPage, changesAfter };
}

export type History = ReturnType<typeof createHistory>;

/** How many changes fit into one answer: at least one, and none that makes it a burden. */
function fitting(rows: readonly MessageRow[]): number {
  let count = 0;
  let text = 0;
  for (const { content } of rows) {
    text += content.length;
    if (count === CHANGES_MAX || (count > 0 && text > CHANGES_TEXT_MAX)) break;
    count++;
  }
  return count;
}
