import { batch, signal } from "@preact/signals";
import type { RoomMembersPage } from "@/lib/protocol/answers.ts";
import type { RoomMember } from "@/lib/protocol/entities.ts";
import { ask } from "./ask.ts";

/** People of one answer, the most that the server gives; and answers a list is read anew with. */
const PAGE = 100;
const PAGES_ANEW = 5;
/** How long one has stopped typing before the server is asked, in milliseconds. */
const PAUSE = 200;

/**
 * The people of a group: its owner, its admins, all others, a page at a time; or those whose name holds a text.
 * What is known stays until there is an answer.
 */
export function createGroupPeople(room_id: number) {
  const query = signal("");
  /** Null until there was an answer. */
  const found = signal<readonly RoomMember[] | null>(null);
  /** All who fit what is looked for, named or not. */
  const count = signal(0);
  const has_more = signal(false);
  const state = signal<"idle" | "loading" | "failed">("idle");
  let next = "";
  /** Counts what was asked for: an answer to something else counts no more. */
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** @param text a part of a name, or nothing for everybody */
  function look(text: string): void {
    if (text.trim() === query.peek()) return;
    query.value = text.trim();
    clearTimeout(timer);
    asked++;
    state.value = "loading";
    timer = setTimeout(read, PAUSE, 0);
  }

  /** Reads the list from its beginning, at least as far as so many. */
  async function read(far: number): Promise<void> {
    const mine = ++asked;
    state.value = "loading";
    try {
      const members: RoomMember[] = [];
      for (let pages = 1, after = "";; pages++) {
        const page = await fetchPage(after);
        if (mine !== asked) return;
        members.push(...page.results);
        after = placeOf(page);
        if (after === "" || members.length >= far || pages === PAGES_ANEW) {
          return take(members, page);
        }
      }
    } catch {
      if (mine === asked) state.value = "failed";
    }
  }

  async function more(): Promise<void> {
    if (state.peek() === "loading") return;
    if (found.peek() === null || next === "") return await read(0);
    const mine = ++asked;
    state.value = "loading";
    try {
      const page = await fetchPage(next);
      if (mine !== asked) return;
      const ids = new Set(page.results.map(({ user }) => user.id));
      take([...found.peek()!.filter(({ user }) => !ids.has(user.id)), ...page.results], page);
    } catch {
      if (mine === asked) state.value = "failed";
    }
  }

  function take(members: readonly RoomMember[], page: RoomMembersPage): void {
    batch(() => {
      found.value = members;
      count.value = page.count;
      next = placeOf(page);
      has_more.value = next !== "";
      state.value = "idle";
    });
  }

  function fetchPage(after: string): Promise<RoomMembersPage> {
    const asked = new URLSearchParams({ limit: String(PAGE), q: query.peek().slice(0, 100) });
    if (after) asked.set("after", after);
    return ask("GET", `/api/rooms/${room_id}/members?${asked}`);
  }

  return {
    query,
    found,
    count,
    has_more,
    state,
    look,
    more: () => void more(),
    /** The list anew, as far as it is known: people come, go and change their roles. */
    refresh: () => void read(found.peek()?.length ?? 0),
    stop(): void {
      asked++;
      clearTimeout(timer);
    },
  };
}

export type GroupPeople = ReturnType<typeof createGroupPeople>;

function placeOf({ next }: RoomMembersPage): string {
  return next === null ? "" : new URL(next).searchParams.get("after") ?? "";
}
