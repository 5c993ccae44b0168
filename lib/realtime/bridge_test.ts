import assert from "node:assert/strict";
import type { Chat } from "@/lib/chat/mod.ts";
import type { ChatEvent, Emit } from "@/lib/chat/events.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import type { ConversationEvent } from "@/lib/protocol/events.ts";
import { bridge } from "./bridge.ts";
import type { Hub } from "./hub.ts";

/** What a hub is told of an event of the core: topics with what is published there, and evictions. */
function toldOf(event: ChatEvent): unknown[] {
  const told: unknown[] = [];
  let listener: Emit | undefined;
  const chat = { listen: (listens: Emit) => void (listener = listens) } as Chat;
  const hub = {
    publish: (topic: string, event: ConversationEvent) => void told.push([topic, event]),
    evictAll: (topic: string) => {
      told.push(["evict all", topic]);
      return new Set([8, 9]);
    },
    evict: (topic: string, actor_id: number) => void told.push(["evict", topic, actor_id]),
  } as unknown as Hub;
  bridge(chat, hub);
  listener!(event);
  return told;
}

const conversation = { id: 5, kind: "group", workspace_id: 1 } as const;
const message = { id: 9 } as Message;

Deno.test("what changes in a conversation is for those who listen to it", () => {
  for (const type of ["message", "edit", "delete", "pin"] as const) {
    assert.deepEqual(toldOf({ type, conversation, message }), [
      ["conversation:5", { verb: type, conversation_id: 5, message }],
    ]);
  }
});

Deno.test("a reaction is told with whose it was", () => {
  assert.deepEqual(toldOf({ type: "react", conversation, message, actor_id: 7 }), [
    ["conversation:5", { verb: "react", conversation_id: 5, message, user_id: 7 }],
  ]);
});

Deno.test("what somebody wants of a conversation is told on their own devices", () => {
  assert.deepEqual(toldOf({ type: "settings", conversation, actor_id: 7 }), [
    ["actor:7", { verb: "conversation", conversation_id: 5 }],
  ]);
});

Deno.test("a receipt is for the others, a mark without one for the reader's own devices", () => {
  const event = { verb: "read", conversation_id: 5, user_id: 7, seq: 3 };
  const read = { type: "read", conversation, actor_id: 7, seq: 3 } as const;
  assert.deepEqual(toldOf({ ...read, receipt: true }), [["conversation:5", event]]);
  assert.deepEqual(toldOf({ ...read, receipt: false }), [["actor:7", event]]);
});

Deno.test("who leaves is cut off before anybody is told", () => {
  const event = { verb: "left", conversation_id: 5, user_id: 7 };
  assert.deepEqual(toldOf({ type: "left", conversation, actor_id: 7 }), [
    ["evict", "conversation:5", 7],
    ["actor:7", event],
    ["conversation:5", event],
  ]);
});

Deno.test("another name, picture or role is told to all who listen, who fetch it", () => {
  assert.deepEqual(toldOf({ type: "changed", conversation }), [
    ["conversation:5", { verb: "conversation", conversation_id: 5 }],
  ]);
});

Deno.test("where a conversation ends all are cut off, and each is told on their own devices", () => {
  const left = (user_id: number) => [
    `actor:${user_id}`,
    { verb: "left", conversation_id: 5, user_id },
  ];
  assert.deepEqual(toldOf({ type: "dissolved", conversation, actor_ids: [7, 8] }), [
    ["evict all", "conversation:5"],
    ...[7, 8, 9].map(left),
  ]);
});

Deno.test("who joins is told on their own devices", () => {
  assert.deepEqual(toldOf({ type: "joined", conversation, actor_id: 7 }), [
    ["actor:7", { verb: "conversation", conversation_id: 5 }],
  ]);
});
