import assert from "node:assert/strict";
import type { ConversationEvent } from "@/lib/protocol/events.ts";
import { sampleMessage, sampleUser } from "@/tests/support/samples.ts";
import { FLAT, MULTIPLEXED } from "./dialect.ts";

const sender = sampleUser();
const message = sampleMessage({ id: 5, sender, client_id: "secret-of-sender" });

const EVENTS: ConversationEvent[] = [
  { verb: "message", conversation_id: 1, message },
  { verb: "edit", conversation_id: 1, message },
  { verb: "delete", conversation_id: 1, message },
  { verb: "react", conversation_id: 1, message, user_id: 7 },
  { verb: "pin", conversation_id: 1, message },
  { verb: "typing", conversation_id: 1, user: sender, is_typing: true },
  { verb: "read", conversation_id: 1, user_id: 7, seq: 2 },
  { verb: "left", conversation_id: 1, user_id: 7 },
  { verb: "conversation", conversation_id: 1 },
  { verb: "user-status", user: sender, status: "online", last_seen_at: null },
];

Deno.test("clients of one conversation get the fields they were promised and no others", () => {
  const brief = { id: 7, username: "leila", profile_picture: null };
  const encoded = EVENTS.map((event) => FLAT.encode(event)).map((text) => text && JSON.parse(text));
  assert.deepEqual(encoded, [
    {
      type: "new_message",
      message: { id: 5, sender: brief, content: "سلام", timestamp: message.timestamp },
    },
    { type: "message_edited", message: { id: 5, content: "سلام" } },
    { type: "message_deleted", message_id: 5 },
    null,
    null,
    { type: "user_typing", user: brief, is_typing: true },
    null,
    null,
    null,
    null,
  ]);
  assert.equal(FLAT.arrays, false);
});

Deno.test("lines of the system are no messages to clients of one conversation", () => {
  const line = { ...message, kind: "system" as const, content: "member_joined" };
  assert.equal(FLAT.encode({ verb: "message", conversation_id: 1, message: line }), null);
});

Deno.test("Peyk's own clients get whole events under their product's name", () => {
  for (const [product, dialect] of Object.entries(MULTIPLEXED)) {
    assert.equal(dialect.arrays, true);
    for (const event of EVENTS) {
      const { verb, ...rest } = event;
      assert.deepEqual(JSON.parse(dialect.encode(event)!), { type: `${product}:${verb}`, ...rest });
    }
  }
  assert.deepEqual(Object.keys(MULTIPLEXED), ["chat", "internal-chat", "support-chat"]);
});
