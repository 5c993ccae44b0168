import { batch, computed, signal } from "@preact/signals";
import { nameOrder } from "@/lib/i18n/order.ts";
import type { PresenceStatus, User } from "@/lib/protocol/entities.ts";

/** People of one answer, and how many answers a list is read anew with: what was further down is loaded again. */
const PAGE = 100;
const PAGES_ANEW = 5;

export interface Member {
  readonly user: User;
  /** ISO 8601; null for somebody who never connected, or is there. */
  readonly last_seen_at: string | null;
  /** As the server said when it named them. */
  readonly status: PresenceStatus;
}

export interface DirectoryStart {
  /** The first of those who are there, by name; where that is all of them, the first of the others too. */
  readonly members: readonly Member[];
  /** `?after=` of the pages behind those; null where there is none, "" where nobody was named yet. */
  readonly next_online: string | null;
  readonly next_offline: string | null;
}

interface Entry extends Member {
  /** Compares as names do. */
  readonly order: string;
}

/** How far a list is known: `next` as in {@link DirectoryStart}, `last` the last of the page before it. */
interface Reach {
  readonly next: string | null;
  readonly last: Entry | null;
}

interface Reaches {
  readonly online: Reach;
  readonly offline: Reach;
}

interface Page {
  readonly members: Member[];
  readonly next: string | null;
}

/**
 * The people of a room in two lists by name, those who are there before the others, of which a page at a time
 * is known. People come and go between the lists by what `statusOf` says, at their place in the order.
 */
export function createDirectory(start: DirectoryStart, statusOf: (member: Member) => PresenceStatus) {
  const entries = signal<readonly Entry[]>(start.members.map(toEntry).sort(compare));
  const reaches = signal<Reaches>({
    online: { next: start.next_online, last: lastOf(start.members, true) },
    offline: { next: start.next_offline, last: lastOf(start.members, false) },
  });
  const state = signal<"idle" | "loading" | "failed">("idle");

  const isOnline = (member: Member) => statusOf(member) !== "offline";
  const lists = computed(() => {
    const { online, offline } = reaches.value;
    return {
      online: entries.value.filter((entry) => isWithin(online, entry) && isOnline(entry)),
      offline: entries.value.filter((entry) => isWithin(offline, entry) && !isOnline(entry)),
    };
  });

  function add(members: readonly Member[]): void {
    const all = new Map(entries.peek().map((entry) => [entry.user.id, entry]));
    for (const member of members) all.set(member.user.id, toEntry(member));
    entries.value = [...all.values()].sort(compare);
  }

  /** The next page of those who are there, then of the others. */
  async function more(): Promise<void> {
    const { online, offline } = reaches.peek();
    const list = online.next !== null ? "online" : "offline";
    const { next } = list === "online" ? online : offline;
    if (next === null || state.peek() === "loading") return;
    state.value = "loading";
    try {
      const page = await fetchPage(`is_online=${list === "online"}`, next);
      batch(() => {
        add(page.members);
        const last = page.members.at(-1);
        const reach = { next: page.next, last: last ? toEntry(last) : reaches.peek()[list].last };
        reaches.value = { ...reaches.peek(), [list]: reach };
        state.value = "idle";
      });
    } catch {
      state.value = "failed";
    }
  }

  /** Both lists anew, as far as they were known: people may have come, gone and changed their names. */
  async function refresh(): Promise<void> {
    const { online, offline } = lists.peek();
    try {
      const there = await walk("is_online=true", online.length);
      const others = there.next === null
        ? await walk("is_online=false", offline.length)
        : { members: [], next: "" };
      batch(() => {
        const named = new Set([...there.members, ...others.members].map(({ user }) => user.id));
        // Who came meanwhile was told of, and is named by neither.
        const told = entries.peek().filter((entry) => isOnline(entry) && !named.has(entry.user.id));
        entries.value = [...there.members, ...others.members].map(toEntry).concat(told).sort(compare);
        reaches.value = { online: reachOf(there), offline: reachOf(others) };
        state.value = "idle";
      });
    } catch {
      // What is shown stays; the next connection asks again.
    }
  }

  async function walk(query: string, known: number): Promise<Page> {
    const members: Member[] = [];
    for (let pages = 1, next = "";; pages++) {
      const page = await fetchPage(query, next);
      members.push(...page.members);
      if (page.next === null || pages === PAGES_ANEW || members.length >= known) return { ...page, members };
      next = page.next;
    }
  }

  const find = (id: number) => entries.peek().find(({ user }) => user.id === id);

  return {
    find,
    /** Of somebody who is known something has changed; strangers are met when they come. */
    meet(user: User): void {
      const known = find(user.id);
      if (known && known.user !== user) add([{ ...known, user }]);
    },
    /** Everybody who is known, by name. */
    entries,
    lists,
    state,
    /** Whether there are people whom no page has named yet. */
    has_more: computed(() => reaches.value.online.next !== null || reaches.value.offline.next !== null),
    /** Learns of somebody by themselves; true for a stranger to lists that are whole. */
    learn(member: Member): boolean {
      const is_known = find(member.user.id) !== undefined;
      add([member]);
      return !is_known && reaches.peek().online.next === null && reaches.peek().offline.next === null;
    },
    more,
    refresh,
  };
}

export type Directory = ReturnType<typeof createDirectory>;

/** A page of people. @param after as `next` of the page before it, "" for the first one @throws without an answer */
export async function fetchPage(query: string, after: string, limit = PAGE): Promise<Page> {
  const place = after && `&after=${encodeURIComponent(after)}`;
  const response = await fetch(`/api/users?limit=${limit}&${query}${place}`, {
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(15_000),
  });
  if (!response.ok) throw new Error(`people: ${response.status}`);
  const people: (User & Pick<Member, "status" | "last_seen_at">)[] = await response.json();
  const link = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
  return {
    members: people.map(({ status, last_seen_at, ...user }) => ({ user, status, last_seen_at })),
    next: link === undefined ? null : new URL(link, location.href).searchParams.get("after"),
  };
}

function toEntry(member: Member): Entry {
  return { ...member, order: nameOrder(member.user) };
}

function reachOf({ members, next }: Page): Reach {
  const last = members.at(-1);
  return { next, last: last ? toEntry(last) : null };
}

function lastOf(members: readonly Member[], online: boolean): Entry | null {
  const last = members.findLast(({ status }) => (status !== "offline") === online);
  return last ? toEntry(last) : null;
}

function isWithin({ next, last }: Reach, entry: Entry): boolean {
  return next === null || (last !== null && compare(entry, last) <= 0);
}

function compare(one: Entry, other: Entry): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1;
  return one.user.id - other.user.id;
}
