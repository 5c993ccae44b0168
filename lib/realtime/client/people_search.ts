import { batch, signal } from "@preact/signals";
import { normalizeKey } from "@/lib/i18n/normalize.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { fetchPage } from "./directory.ts";
import type { Member } from "./directory.ts";

/** How long one must have stopped typing before the server is asked, in milliseconds. */
const PAUSE = 200;

/** People by a part of their name, a page at a time. What was found last stays until there is an answer. */
export function createPeopleSearch() {
  const query = signal("");
  /** Null until something was looked for. */
  const found = signal<readonly Member[] | null>(null);
  const next = signal<string | null>(null);
  const state = signal<"idle" | "loading" | "failed">("idle");
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function ask(text: string): void {
    clearTimeout(timer);
    asked++;
    query.value = text;
    if (text.trim() === "") {
      found.value = null;
      state.value = "idle";
      return;
    }
    state.value = "loading";
    timer = setTimeout(load, PAUSE, "");
  }

  async function load(after: string): Promise<void> {
    const mine = asked;
    state.value = "loading";
    try {
      const page = await fetchPage(`q=${encodeURIComponent(query.peek().slice(0, 100))}`, after);
      // Meanwhile something else was looked for.
      if (mine !== asked) return;
      batch(() => {
        found.value = after ? [...found.peek() ?? [], ...page.members] : page.members;
        next.value = page.next;
        state.value = "idle";
      });
    } catch {
      if (mine === asked) state.value = "failed";
    }
  }

  return {
    query,
    found,
    next,
    state,
    ask,
    more: () => void (state.peek() === "idle" && next.peek() !== null && load(next.peek()!)),
    retry: () => void load(found.peek() && next.peek() !== null ? next.peek()! : ""),
  };
}

export type PeopleSearch = ReturnType<typeof createPeopleSearch>;

/** Whether a part of somebody's name or username is this text, as the server would find it. */
export function isCalled({ first_name, last_name, username }: User, text: string): boolean {
  const key = normalizeKey(text);
  return normalizeKey(`${first_name} ${last_name}`).includes(key) || normalizeKey(username).includes(key);
}
