import { batch, signal } from "@preact/signals";
import type { Member } from "./directory.ts";
import { fetchPage } from "./directory.ts";

/** How long one has stopped typing before the server is asked, in milliseconds. */
const PAUSE = 200;
/** People of one answer; with fewer who are there, the first of the others come along. */
const PAGE = 50;

/** Where a list goes on: among those who are there or among the others; null at its end. */
type Place = { readonly among: "online" | "offline"; readonly after: string } | null;

const START: Place = { among: "online", after: "" };

/**
 * People to choose from, those who are there first, by a part of their name or all of them, a page at a time.
 * What was found last stays until there is an answer.
 */
export function createPeopleChoice() {
  const query = signal("");
  /** Null until there was an answer. */
  const found = signal<readonly Member[] | null>(null);
  const has_more = signal(false);
  const state = signal<"idle" | "loading" | "failed">("loading");
  let place: Place = START;
  /** Counts what was looked for: an answer to something else counts no more. */
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** @param text a part of a name, or nothing for everybody */
  function ask(text: string): void {
    clearTimeout(timer);
    asked++;
    query.value = text.trim();
    state.value = "loading";
    place = START;
    timer = setTimeout(load, found.peek() === null ? 0 : PAUSE, true);
  }

  /** @param is_new what was found before is no part of it */
  async function load(is_new: boolean): Promise<void> {
    const mine = asked;
    state.value = "loading";
    try {
      const { members, next } = await fetchSome(query.peek(), is_new ? START : place);
      if (mine !== asked) return;
      const known = is_new ? [] : found.peek() ?? [];
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
    more: () => void (state.peek() === "idle" && place !== null && load(false)),
    retry: () => void load(place === START),
    stop: () => clearTimeout(timer),
  };
}

export type PeopleChoice = ReturnType<typeof createPeopleChoice>;

async function fetchSome(query: string, from: Place): Promise<{ members: Member[]; next: Place }> {
  const members = new Map<number, Member>();
  let next = from;
  while (next !== null && members.size < PAGE) {
    const { among, after }: NonNullable<Place> = next;
    const asked = `is_online=${among === "online"}&q=${encodeURIComponent(query.slice(0, 100))}`;
    const page = await fetchPage(asked, after, PAGE);
    for (const member of page.members) members.set(member.user.id, member);
    next = page.next !== null
      ? { among, after: page.next }
      : among === "online"
      ? { among: "offline", after: "" }
      : null;
  }
  return { members: [...members.values()], next };
}
