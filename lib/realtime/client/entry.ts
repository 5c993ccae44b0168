import type { Conversation, User } from "@/lib/protocol/entities.ts";

/** A conversation in somebody's list: people are named of direct ones alone, and the last message is cut short. */
export type Entry = Conversation;

/** Who asks in a ticket; null for all but these. */
export function customerOf<Person>(
  { kind, participants }: Pick<Entry, "kind"> & { readonly participants: readonly Person[] },
): Person | null {
  return kind === "ticket" ? participants[0] ?? null : null;
}

/** The other one of two; oneself where one keeps notes with oneself. Null for all but direct conversations. */
export function otherOf<Person extends Pick<User, "id">>(
  { kind, participants }: Pick<Entry, "kind"> & { readonly participants: readonly Person[] },
  me_id: number,
): Person | null {
  if (kind !== "direct") return null;
  return participants.find(({ id }) => id !== me_id) ?? participants[0] ?? null;
}
