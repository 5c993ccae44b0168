import type { ConversationKind, Message } from "@/lib/protocol/entities.ts";

/** The conversation an event happened in. */
export interface EventPlace {
  readonly id: number;
  readonly kind: ConversationKind;
  readonly workspace_id: number;
}

/**
 * What the core tells the rest of the program, after the commit and in order of `version` within a
 * conversation. Products and the sockets subscribe in `lib/app.ts`; nothing here waits for them.
 */
export type ChatEvent =
  | { type: "message" | "edit" | "delete" | "pin"; conversation: EventPlace; message: Message }
  /** `actor_id` set a reaction or took one back. */
  | { type: "react"; conversation: EventPlace; message: Message; actor_id: number }
  /** `receipt`: the other participants are to know of it. */
  | { type: "read"; conversation: EventPlace; actor_id: number; seq: number; receipt: boolean }
  /** What a conversation is called, how it looks, or who is what in it: to be fetched anew. */
  | { type: "changed"; conversation: EventPlace }
  /** There is no such conversation any more; `actor_ids` were in it. */
  | { type: "dissolved"; conversation: EventPlace; actor_ids: readonly number[] }
  /** `settings`: somebody changed what they want of the conversation, which is nobody else's matter. */
  | { type: "joined" | "left" | "settings"; conversation: EventPlace; actor_id: number };

export type Emit = (event: ChatEvent) => void;
