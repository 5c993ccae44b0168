import { normalizeKey } from "@/lib/i18n/normalize.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { fetchPage } from "./directory.ts";
import { createPagedPeople } from "./paged_people.ts";

/** People by a part of their name. */
export function createPeopleSearch() {
  const people = createPagedPeople(
    "",
    (query, after) => fetchPage(`q=${encodeURIComponent(query.slice(0, 100))}`, after),
  );
  return {
    ...people,
    ask: (text: string) => text.trim() === "" ? people.clear() : people.ask(text),
  };
}

export type PeopleSearch = ReturnType<typeof createPeopleSearch>;

/** Whether a part of somebody's name or username is this text, as the server would find it. */
export function isCalled({ first_name, last_name, username }: User, text: string): boolean {
  const key = normalizeKey(text);
  return normalizeKey(`${first_name} ${last_name}`).includes(key) || normalizeKey(username).includes(key);
}
