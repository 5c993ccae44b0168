import type { Conversation, User } from "@/lib/protocol/entities.ts";

/** A conversation in somebody's list: people are named of direct ones alone, and the last message is cut short. */
export type Entry = Conversation;

/** The other one of two; oneself where one keeps notes with oneself. Null for all but direct conversations. */
export function otherOf(
  { kind, participants }: Pick<Entry, "kind" | "participants">,
  me_id: number,
): User | null {
  if (kind !== "direct") return null;
  return participants.find(({ id }) => id !== me_id) ?? participants[0] ?? null;
}
