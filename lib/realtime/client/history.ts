import { batch, signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { Conversation, Message } from "@/lib/protocol/entities.ts";
import { jsonOf, request } from "./http.ts";
import { append, isStale, moveTo, prepend, startTimeline, trim } from "./timeline.ts";
import type { Span, Timeline } from "./timeline.ts";

/** Messages of a further page, and of the page around a place. */
const PAGE = 50;
const AROUND = 100;
/** Messages kept in the window, and how many may gather before it is cut. */
const WINDOW = 300;
const WINDOW_MAX = 350;
/** How often a page is read that lacks what has changed meanwhile. */
const READINGS = 3;

export type LoadState = "idle" | "loading" | "failed";

/**
 * Moves the window of a timeline through the history: further pages at both ends, while the far end lets go
 * of as many, and a window somewhere else altogether.
 */
export function createPast(conversation_id: number, timeline: Signal<Timeline>) {
  const older = signal<LoadState>("idle");
  const newer = signal<LoadState>("idle");
  const base = `/api/conversations/${conversation_id}/`;
  /** Counts the jumps: only the last one that was asked for counts. */
  let jumps = 0;

  async function loadOlder(): Promise<void> {
    const first = timeline.peek().messages[0];
    if (older.peek() === "loading" || !timeline.peek().has_older || !first) return;
    const stillThere = () => timeline.peek().messages[0]?.id === first.id;
    await extend(older, `?before=${first.id}&page_size=${PAGE}`, stillThere, ({ messages, has_older }) => {
      timeline.value = trim(prepend(timeline.peek(), messages, has_older), WINDOW, "newer");
    });
  }

  async function loadNewer(): Promise<void> {
    const last = timeline.peek().messages.at(-1);
    if (newer.peek() === "loading" || !timeline.peek().has_newer || !last) return;
    const stillThere = () => timeline.peek().messages.at(-1)?.id === last.id;
    await extend(newer, `?after=${last.id}&page_size=${PAGE}`, stillThere, ({ messages, has_newer }) => {
      timeline.value = trim(append(timeline.peek(), messages, has_newer), WINDOW, "older");
    });
  }

  /** What comes when the window stands elsewhere by then is let go of. */
  async function extend(
    state: Signal<LoadState>,
    query: string,
    stillThere: () => boolean,
    put: (span: Span) => void,
  ): Promise<void> {
    state.value = "loading";
    const span = await read(query).catch(() => null);
    batch(() => {
      if (span && stillThere()) put(span);
      state.value = span || !stillThere() ? "idle" : "failed";
    });
  }

  /**
   * The message with this `seq` and what stands around it, with one request; false where it is not there, or
   * the request failed.
   */
  async function loadTo(seq: number): Promise<boolean> {
    const isThere = () => timeline.peek().messages.some((message) => message.seq === seq);
    return (await loadFrom(seq)) && isThere();
  }

  /** Loads what stands around a `seq`, unless it is within the window already. */
  async function loadFrom(seq: number): Promise<boolean> {
    const { messages, has_older, has_newer } = timeline.peek();
    const is_above = has_older && seq < (messages[0]?.seq ?? Infinity);
    const is_below = has_newer && seq > (messages.at(-1)?.seq ?? 0);
    return !(is_above || is_below) || await jump(`?seq=${seq}&page_size=${AROUND}`);
  }

  /** The message at a `seq`, or the next one, without moving there. @throws where there is no answer */
  async function peek(seq: number): Promise<Message | null> {
    const { messages, has_older } = timeline.peek();
    if (!has_older || (messages[0]?.seq ?? Infinity) <= seq) {
      return messages.find((message) => message.seq >= seq) ?? null;
    }
    return (await fetchSpan(`?seq=${seq}&page_size=1`)).messages[0] ?? null;
  }

  /**
   * The first message written at a moment (epoch milliseconds) or after it, or the last one before it, and
   * what stands around it.
   */
  async function loadAt(moment: number): Promise<Message | null> {
    const { messages } = timeline.peek();
    const isWithin = messages.length > 0 && Date.parse(messages[0]!.timestamp) < moment &&
      Date.parse(messages.at(-1)!.timestamp) >= moment;
    const at = new Date(moment).toISOString();
    if (!isWithin && !await jump(`?at=${at}&page_size=${AROUND}`)) return null;
    const found = timeline.peek().messages;
    return found.find(({ timestamp }) => Date.parse(timestamp) >= moment) ?? found.at(-1) ?? null;
  }

  /** The live end, at once; false where the request failed. */
  async function loadNewest(): Promise<boolean> {
    return !timeline.peek().has_newer || await jump(`?page_size=${PAGE}`);
  }

  /** False where it failed, or where a later jump has overtaken this one. */
  async function jump(query: string): Promise<boolean> {
    const mine = ++jumps;
    const span = await read(query).catch(() => null);
    if (!span || mine !== jumps) return false;
    batch(() => {
      timeline.value = moveTo(timeline.peek(), span);
      older.value = newer.value = "idle";
    });
    return true;
  }

  /** Cuts a window that has grown long at the end that is farther from `seq`; null is the live end. */
  function trimFrom(seq: number | null): void {
    const { messages } = timeline.peek();
    if (messages.length <= WINDOW_MAX) return;
    const middle = messages[messages.length >> 1]!.seq;
    timeline.value = trim(timeline.peek(), WINDOW, (seq ?? Infinity) >= middle ? "older" : "newer");
  }

  /**
   * A fresh window in place of the one there is, for somebody who was away too long to go through all of it:
   * where they read, or at the end.
   */
  async function startAnew(seq: number | null): Promise<void> {
    const stays = timeline.peek().has_newer && seq !== null;
    // The version first: what changes between the two answers is asked for again, not lost.
    const conversation = await fetchJson<Conversation>("");
    const span = await fetchSpan(stays ? `?seq=${seq}&page_size=${AROUND}` : `?page_size=${PAGE}`);
    jumps++;
    timeline.value = startTimeline(span, conversation.version, conversation.seq);
  }

  /** @throws where there is no answer, or none that knows what has changed meanwhile */
  async function read(query: string): Promise<Span> {
    for (let reading = 1; reading <= READINGS; reading++) {
      const { version } = timeline.peek();
      const span = await fetchSpan(query);
      if (!isStale(timeline.peek(), version)) return span;
    }
    throw new Error("stale");
  }

  async function fetchSpan(query: string): Promise<Span> {
    const path = `messages/${query}`;
    const { results, next, previous } = await fetchJson<{
      results: Message[];
      next: string | null;
      previous: string | null;
    }>(path);
    return { messages: results.reverse(), has_older: next !== null, has_newer: previous !== null };
  }

  /** @throws where there is no answer, or another than 200 */
  async function fetchJson<Body>(path: string): Promise<Body> {
    const response = await request(base + path);
    if (!response.ok) throw new Error(`${response.status}`);
    return await jsonOf(response);
  }

  return {
    older,
    newer,
    loadOlder,
    loadNewer,
    loadTo,
    loadFrom,
    peek,
    loadAt,
    loadNewest,
    trimFrom,
    startAnew,
    conversation: () => fetchJson<Conversation>(""),
  };
}
