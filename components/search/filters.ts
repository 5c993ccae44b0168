import type { Person } from "@/components/person.ts";
import type { Having } from "@/lib/realtime/client/message_search.ts";

/** What narrows a search. Days are numbers as in `lib/i18n/dates.ts`; both are among what is looked through. */
export interface Filters {
  readonly person: Person | null;
  readonly room: { readonly id: number; readonly name: string } | null;
  readonly since: number | null;
  readonly until: number | null;
  readonly has: readonly Having[];
}

export const UNFILTERED: Filters = { person: null, room: null, since: null, until: null, has: [] };

/** What is chosen from a list or a calendar. */
export type Choice = "person" | "room" | "dates";

export function isNarrowed({ person, room, since, until, has }: Filters): boolean {
  return person !== null || room !== null || since !== null || until !== null || has.length > 0;
}
