import { batch, computed, signal } from "@preact/signals";
import type { FoundMessage, SearchResults } from "@/lib/protocol/search.ts";

/** How long one must have stopped typing before the server is asked, in milliseconds. */
const PAUSE = 160;

export type Having = "image" | "file" | "link";

/** What is looked for. */
export interface Question {
  readonly text: string;
  readonly author_id: number | null;
  readonly conversation_id: number | null;
  /** Epoch milliseconds: from the first, before the second. */
  readonly from: number | null;
  readonly until: number | null;
  readonly has: readonly Having[];
}

export const NOTHING: Question = {
  ...{ text: "", author_id: null, conversation_id: null },
  ...{ from: null, until: null, has: [] },
};

/** Whether there is something to look for: words, a person, or what a message has. */
export function isAsking({ text, author_id, has }: Question): boolean {
  return text.trim() !== "" || author_id !== null || has.length > 0;
}

/** Messages by their words, a page at a time. What was found last stays until there is an answer. */
export function createMessageSearch() {
  const question = signal(NOTHING);
  /** Null until something was looked for. */
  const found = signal<readonly FoundMessage[] | null>(null);
  const next = signal<string | null>(null);
  const state = signal<"idle" | "loading" | "more" | "failed" | "offline">("idle");
  /** What the server said where it refused. */
  const refusal = signal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under_way: AbortController | undefined;

  function ask(wanted: Question, pause = PAUSE): void {
    clearTimeout(timer);
    under_way?.abort();
    question.value = wanted;
    if (!isAsking(wanted)) {
      return batch(() => {
        [found.value, next.value, state.value, refusal.value] = [null, null, "idle", null];
      });
    }
    state.value = "loading";
    timer = setTimeout(load, pause, `/api/search?${toQuery(wanted)}`, false);
  }

  async function load(address: string, is_more: boolean): Promise<void> {
    const mine = under_way = new AbortController();
    state.value = is_more ? "more" : "loading";
    try {
      const headers = { accept: "application/json" };
      const answer = await fetch(address, { headers, signal: mine.signal });
      const body = await answer.json();
      if (mine.signal.aborted) return;
      if (!answer.ok) {
        return batch(() => {
          refusal.value = body.detail;
          state.value = "failed";
        });
      }
      const page: SearchResults = body;
      batch(() => {
        found.value = is_more ? [...found.peek() ?? [], ...page.results] : page.results;
        next.value = page.next;
        refusal.value = null;
        state.value = "idle";
      });
    } catch {
      if (mine.signal.aborted) return;
      refusal.value = null;
      state.value = navigator.onLine ? "failed" : "offline";
    }
  }

  function more(): void {
    const { value: address } = next;
    if (state.peek() !== "idle" || address === null) return;
    // The server's own idea of its address may differ from how one came here.
    const { pathname, search } = new URL(address, location.href);
    void load(pathname + search, true);
  }

  return {
    question,
    found,
    state,
    refusal,
    has_more: computed(() => next.value !== null),
    ask,
    more,
    again: () => ask(question.peek(), 0),
  };
}

export type MessageSearch = ReturnType<typeof createMessageSearch>;

function toQuery({ text, author_id, conversation_id, from, until, has }: Question): URLSearchParams {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== "") query.set(name, String(value));
  };
  set("q", text.trim());
  set("from", author_id);
  set("conversation_id", conversation_id);
  set("after", from === null ? null : new Date(from).toISOString());
  set("before", until === null ? null : new Date(until).toISOString());
  set("has", has.join(","));
  return query;
}
