import type { User } from "@/lib/protocol/entities.ts";

/** What components need to know of a person; every `User` is one, and so is a quote's sender. */
export type Person =
  & Pick<User, "id" | "username" | "first_name" | "last_name" | "profile_picture">
  & Partial<Pick<User, "rank" | "role">>;

export type Presence = "online" | "away" | "offline";

/** The name people are called by: their own where they gave one, else the username. */
export function displayName(person: Pick<Person, "username" | "first_name" | "last_name">): string {
  return `${person.first_name} ${person.last_name}`.trim() || person.username;
}

/** Whether the admin panel is there for them. */
export function isStaff({ role }: Pick<Person, "role">): boolean {
  return role === "owner" || role === "admin";
}

/** Whether they speak for the workspace, to those who visit from a site. */
export function answersVisitors(person: Pick<Person, "role">): boolean {
  return isStaff(person) || person.role === "agent";
}

/** Id of the form by which buttons that open a card open a page instead where there are no scripts. */
export const PEOPLE_FORM = "people";

/** Makes a button of it; with scripts its click is taken before it submits anything. */
export function toPage(user_id: number) {
  return { type: "submit", form: PEOPLE_FORM, formaction: `/chat/people/${user_id}` } as const;
}
