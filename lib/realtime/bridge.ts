import type { Chat } from "@/lib/chat/mod.ts";
import type { ChatEvent } from "@/lib/chat/events.ts";
import type { Hub, Topic } from "./hub.ts";

/** Puts what the core committed on the topics of those who may hear it. */
export function bridge(chat: Chat, hub: Hub): void {
  chat.listen((event) => {
    const topic: Topic = `conversation:${event.conversation.id}`;
    const conversation_id = event.conversation.id;
    switch (event.type) {
      case "message":
      case "edit":
      case "delete":
      case "pin":
        return hub.publish(topic, { verb: event.type, conversation_id, message: event.message });
      case "react":
        return hub.publish(topic, {
          verb: "react",
          conversation_id,
          message: event.message,
          user_id: event.actor_id,
        });
      case "read":
        return hub.publish(readTopic(event), {
          verb: "read",
          conversation_id,
          user_id: event.actor_id,
          seq: event.seq,
        });
      case "joined":
      case "settings":
        return hub.publish(`actor:${event.actor_id}`, { verb: "conversation", conversation_id });
      case "changed":
        return hub.publish(topic, { verb: "conversation", conversation_id });
      case "dissolved":
        // Whoever looked in from outside is told too.
        for (const actor_id of new Set([...event.actor_ids, ...hub.evictAll(topic)])) {
          hub.publish(`actor:${actor_id}`, { verb: "left", conversation_id, user_id: actor_id });
        }
        return;
      case "left":
        // Cut off first: what is published from here on must not reach them.
        hub.evict(topic, event.actor_id);
        hub.publish(`actor:${event.actor_id}`, { verb: "left", conversation_id, user_id: event.actor_id });
        return hub.publish(topic, { verb: "left", conversation_id, user_id: event.actor_id });
    }
  });
}

/** Receipts go to all; else it is only for the reader's own devices. */
function readTopic({ conversation, actor_id, receipt }: ChatEvent & { type: "read" }): Topic {
  return receipt ? `conversation:${conversation.id}` : `actor:${actor_id}`;
}
