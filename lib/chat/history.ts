import type { Message } from "@/lib/protocol/entities.ts";
import * as messages from "@/db/messages.ts";
import type { MessageRow, StandingAt, Window } from "@/db/messages.ts";
import type { Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import type { Details } from "./details.ts";
import { toMessage } from "./entities.ts";

/** Changes that travel in one answer to a join, and about how many UTF-16 units of text. */
const CHANGES_MAX = 200;
const CHANGES_TEXT_MAX = 100_000;

/** Which window: messages beside an id (itself left out), or the newest. */
export interface PageAsked {
  readonly before?: number;
  readonly after?: number;
  readonly limit: number;
  /** Whether lines of the system are among them; they are unless told. */
  readonly system?: boolean;
}

/** One window of a conversation's past. */
export interface Page {
  /** Newest first. */
  messages: Message[];
  /** Whether more stand beyond them: older ones, or newer ones where `after` alone was asked for. */
  more: boolean;
  /** All messages of the conversation, system lines left out. */
  count: number;
}

/** What stands around one place of a conversation. */
export interface Surroundings {
  /** Newest first. */
  messages: Message[];
  /** Whether there are messages above and below them. */
  has_older: boolean;
  has_newer: boolean;
  /** All messages of the conversation, system lines left out. */
  count: number;
}

/** A message by its id, by its `seq`, or the first one that was written at a moment (epoch ms) or after it. */
export type Place = { readonly id: number } | { readonly seq: number } | { readonly at: number };

/** One counted page, as clients with page numbers want it. */
export interface CountedPage {
  /** Newest first, without system lines. */
  messages: Message[];
  /** All messages of the conversation. */
  count: number;
}

interface AroundAsked {
  readonly limit: number;
  readonly system?: boolean;
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
    asked: PageAsked,
  ): Promise<Page> {
    return await pageFor(await access.toRead(actor, conversation_id), asked);
  }

  /** The same for somebody who was found to have the right. */
  async function pageFor(grant: Grant, { before, after, limit, system = true }: PageAsked): Promise<Page> {
    const { conversation } = grant;
    const { conversation_id } = conversation;
    const window: Window = {
      // One more than wanted tells whether there are more.
      limit: limit + 1,
      below_seq: before === undefined
        ? undefined
        : await seqAt(conversation_id, { id: before }, conversation.seq),
      above_seq: after === undefined
        ? undefined
        : await seqAt(conversation_id, { id: after + 1 }, conversation.seq) - 1,
      system,
    };
    const rows = await store.all(messages.history(conversation_id, window));
    const beside = await details.of(grant, rows);
    const found = rows.slice(0, limit).map((row) => toMessage(row, beside));
    const ascending = after !== undefined && before === undefined;
    return {
      messages: ascending ? found.reverse() : found,
      more: rows.length > limit,
      count: countOf(grant),
    };
  }

  /**
   * The messages around a place, the one that stands there among them: half of them older than it. A place
   * that is not in the conversation is the next one that is; behind the newest it is the end.
   * @throws AppError `not_found`
   */
  async function around(
    actor: Actor,
    conversation_id: number,
    place: Place,
    asked: AroundAsked,
  ): Promise<Surroundings> {
    return await aroundFor(await access.toRead(actor, conversation_id), place, asked);
  }

  /** The same for somebody who was found to have the right. */
  async function aroundFor(
    grant: Grant,
    place: Place,
    { limit, system = true }: AroundAsked,
  ): Promise<Surroundings> {
    const { conversation_id, seq: last_seq } = grant.conversation;
    const seq = await seqAt(conversation_id, place, last_seq);
    const [above, below] = await Promise.all([
      store.all(messages.history(conversation_id, { below_seq: seq, limit: limit + 1, system })),
      store.all(messages.history(conversation_id, { above_seq: seq - 1, limit: limit + 1, system })),
    ]);
    // Near an end the other side has the room that is left.
    const newer = Math.min(below.length, Math.max(Math.ceil(limit / 2), limit - above.length));
    const older = Math.min(above.length, limit - newer);
    const rows = [...below.slice(0, newer).reverse(), ...above.slice(0, older)];
    const beside = await details.of(grant, rows);
    return {
      messages: rows.map((row) => toMessage(row, beside)),
      has_older: above.length > older,
      has_newer: below.length > newer,
      count: countOf(grant),
    };
  }

  /**
   * Page `page` (from 1) counted from the newest message.
   * @throws AppError `not_found`
   */
  async function countedPage(
    actor: Actor,
    conversation_id: number,
    asked: { page: number; page_size: number },
  ): Promise<CountedPage> {
    return await countedPageFor(await access.toRead(actor, conversation_id), asked);
  }

  /** The same for somebody who was found to have the right. */
  async function countedPageFor(
    grant: Grant,
    { page, page_size }: { page: number; page_size: number },
  ): Promise<CountedPage> {
    const { conversation_id, seq, system_count } = grant.conversation;
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
    return { messages: rows.map((row) => toMessage(row, beside)), count: countOf(grant) };
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
   * The `seq` of the first message at a place or behind it; one above the newest where there is none. Ids,
   * times and `seq` grow together, so what is not known by a key is found by halving.
   */
  async function seqAt(conversation_id: number, place: Place, last_seq: number): Promise<number> {
    if ("seq" in place) return Math.min(place.seq, last_seq + 1);
    if ("at" in place) {
      return await firstWhere(conversation_id, last_seq, ({ created_at }) => created_at >= place.at);
    }
    const exact = await store.get(messages.seqOf(conversation_id, place.id));
    return exact?.seq ?? await firstWhere(conversation_id, last_seq, ({ id }) => id >= place.id);
  }

  async function firstWhere(
    conversation_id: number,
    last_seq: number,
    holds: (standing: StandingAt) => boolean,
  ): Promise<number> {
    let low = 1, high = last_seq + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const found = await store.get(messages.firstFrom(conversation_id, middle));
      if (!found || holds(found)) high = middle;
      else low = found.seq + 1;
    }
    return low;
  }

  return { page, pageFor, around, aroundFor, countedPage, countedPageFor, changesAfter };
}

export type History = ReturnType<typeof createHistory>;

function countOf({ conversation }: Grant): number {
  return conversation.seq - conversation.system_count;
}

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
