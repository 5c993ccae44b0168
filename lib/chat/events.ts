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
  | { type: "message" | "edit" | "delete"; conversation: EventPlace; message: Message }
  /** `receipt`: the other participants are to know of it. */
  | { type: "read"; conversation: EventPlace; actor_id: number; seq: number; receipt: boolean }
  | { type: "joined" | "left"; conversation: EventPlace; actor_id: number };

export type Emit = (event: ChatEvent) => void;
