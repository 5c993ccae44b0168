import { batch, signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { Conversation, Message } from "@/lib/protocol/entities.ts";
import { prepend, startTimeline } from "./timeline.ts";
import type { Timeline } from "./timeline.ts";

/** Messages of an older page. */
const PAGE = 50;
/** How many of them are fetched in search of one message. */
const SEARCHED_PAGES = 20;

/** Fetches what is above the window of a timeline, or the window anew. */
export function createPast(conversation_id: number, timeline: Signal<Timeline>) {
  const state = signal<"idle" | "loading" | "failed">("idle");
  const base = `/api/conversations/${conversation_id}/`;

  async function loadOlder(): Promise<void> {
    const first = timeline.peek().messages[0];
    if (state.peek() === "loading" || !timeline.peek().has_older || !first) return;
    state.value = "loading";
    try {
      const { messages, has_older } = await fetchPage(`?before=${first.id}&page_size=${PAGE}`);
      batch(() => {
        timeline.value = prepend(timeline.peek(), messages, has_older);
        state.value = "idle";
      });
    } catch {
      state.value = "failed";
    }
  }

  /** Loads older pages until the message with this `seq` is there; false where that is too far, or failed. */
  async function loadTo(seq: number): Promise<boolean> {
    const isThere = () => (timeline.peek().messages[0]?.seq ?? Infinity) <= seq;
    for (let page = 0; page < SEARCHED_PAGES && !isThere(); page++) {
      const before = timeline.peek().messages[0]?.seq;
      await loadOlder();
      if (timeline.peek().messages[0]?.seq === before) break;
    }
    return isThere();
  }

  /** The newest page in place of the window, for somebody who was away too long to go through all of it. */
  async function startAnew(): Promise<void> {
    // The version first: what changes between the two answers is asked for again, not lost.
    const { version } = await fetchJson<Conversation>("");
    const { messages, has_older } = await fetchPage(`?page_size=${PAGE}`);
    timeline.value = startTimeline(messages, version, has_older);
  }

  async function fetchPage(query: string): Promise<{ messages: Message[]; has_older: boolean }> {
    const { results, next } = await fetchJson<{ results: Message[]; next: string | null }>(
      `messages/${query}`,
    );
    return { messages: results.reverse(), has_older: next !== null };
  }

  /** @throws where there is no answer, or another than 200 */
  async function fetchJson<Body>(path: string): Promise<Body> {
    const response = await fetch(base + path, { headers: { accept: "application/json" } });
    if (!response.ok) throw new Error(`${response.status}`);
    return await response.json();
  }

  return {
    state,
    loadOlder,
    loadTo,
    startAnew,
    conversation: () => fetchJson<Conversation>(""),
  };
}
