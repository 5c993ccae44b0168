import { batch, signal } from "@preact/signals";
import type { Member } from "./directory.ts";

/** How long one must have stopped typing before the server is asked, in milliseconds. */
export const PAUSE = 200;

/** What is found from some place on, and where the list goes on behind it; null at its end. */
export interface Stretch<Place> {
  readonly members: readonly Member[];
  readonly next: Place | null;
}

/**
 * People by a text, a page at a time. What was found last stays until there is an answer.
 * @param start where every list begins
 * @param fetchFrom rejects where there was no answer
 */
export function createPagedPeople<Place>(
  start: Place,
  fetchFrom: (query: string, from: Place) => Promise<Stretch<Place>>,
) {
  const query = signal("");
  /** Null until there was an answer. */
  const found = signal<readonly Member[] | null>(null);
  const has_more = signal(false);
  const state = signal<"idle" | "loading" | "failed">("loading");
  let place: Place | null = start;
  /** Counts what was looked for: an answer to something else counts no more. */
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function ask(text: string, pause = PAUSE): void {
    clearTimeout(timer);
    asked++;
    query.value = text;
    state.value = "loading";
    place = start;
    timer = setTimeout(load, pause);
  }

  /** Loads what follows; from the beginning of a list all anew. */
  async function load(): Promise<void> {
    const mine = asked, from = place;
    if (from === null) return;
    state.value = "loading";
    try {
      const { members, next } = await fetchFrom(query.peek(), from);
      if (mine !== asked) return;
      const known = from === start ? [] : found.peek() ?? [];
      const ids = new Set(known.map(({ user }) => user.id));
      batch(() => {
        place = next;
        // Who came or went between two answers is in both.
        found.value = [...known, ...members.filter(({ user }) => !ids.has(user.id))];
        has_more.value = next !== null;
        state.value = "idle";
      });
    } catch {
      if (mine === asked) state.value = "failed";
    }
  }

  return {
    query,
    found,
    has_more,
    state,
    ask,
    /** Nothing is looked for any more. */
    clear(): void {
      clearTimeout(timer);
      asked++;
      batch(() => {
        [query.value, found.value, has_more.value, state.value] = ["", null, false, "idle"];
      });
    },
    more: () => void (state.peek() === "idle" && load()),
    retry: () => void load(),
    stop: () => clearTimeout(timer),
  };
}
