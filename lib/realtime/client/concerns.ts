import type { Message } from "@/lib/protocol/entities.ts";

/** Why a message is somebody's matter. */
export type Concern = "mention" | "reply";

/** What `concernOf` looks at. */
export type Concerning = Pick<Message, "seq" | "kind" | "sender" | "is_deleted" | "mentions" | "reply_to">;

/** Whether a message calls a person by name or answers them; null for all else, and for what is their own. */
export function concernOf(message: Concerning, me_id: number): Concern | null {
  if (message.sender.id === me_id || message.is_deleted) return null;
  if (message.mentions.includes(me_id)) return "mention";
  return message.reply_to?.sender.id === me_id ? "reply" : null;
}

/** How many unread messages of a window call a person by name or answer them. */
export function countConcerns(messages: readonly Concerning[], me_id: number, read_seq: number): number {
  return messages.filter((message) => message.seq > read_seq && concernOf(message, me_id)).length;
}
