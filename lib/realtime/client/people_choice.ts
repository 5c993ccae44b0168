import { fetchPage } from "./directory.ts";
import type { Member } from "./directory.ts";
import { createPagedPeople, PAUSE } from "./paged_people.ts";
import type { Stretch } from "./paged_people.ts";

/** People of one answer; with fewer who are there, the first of the others come along. */
const PAGE = 50;

/** Where a list goes on: among those who are there or among the others. */
interface Place {
  readonly among: "online" | "offline";
  readonly after: string;
}

const START: Place = { among: "online", after: "" };

/** People to choose from, those who are there first, by a part of their name or all of them. */
export function createPeopleChoice() {
  const people = createPagedPeople(START, fetchSome);
  return {
    ...people,
    /** @param text a part of a name, or nothing for everybody */
    ask: (text: string) => people.ask(text.trim(), people.found.peek() === null ? 0 : PAUSE),
  };
}

export type PeopleChoice = ReturnType<typeof createPeopleChoice>;

async function fetchSome(query: string, from: Place): Promise<Stretch<Place>> {
  const members = new Map<number, Member>();
  let next: Place | null = from;
  while (next !== null && members.size < PAGE) {
    const { among, after }: Place = next;
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
