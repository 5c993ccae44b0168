import type { Conversation } from "@/lib/protocol/entities.ts";

/** Address of a conversation's page. */
export function pathOf({ id, kind }: Pick<Conversation, "id" | "kind">): string {
  return kind === "global" ? "/chat" : `/chat/c/${id}`;
}
