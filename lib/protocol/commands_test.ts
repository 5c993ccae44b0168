import assert from "node:assert/strict";
import { type COMMANDS, FlatCommand, parseCommand } from "./commands.ts";

const GOOD: Record<keyof typeof COMMANDS, object> = {
  join: { conversation_id: 1, after_version: 0 },
  leave: { conversation_id: 1 },
  message: { conversation_id: 1, content: "سلام", client_id: "a", reply_to: 2 },
  edit: { message_id: 1, content: "x" },
  delete: { message_id: 1 },
  react: { message_id: 1, emoji: "like", on: true },
  status: { status: "away" },
  typing: { conversation_id: 1, is_typing: false },
  read: { conversation_id: 1, seq: 0 },
  presence: { conversation_id: 1 },
  ping: {},
};

Deno.test("each command of each product is read, without fields nobody knows", () => {
  for (const [verb, fields] of Object.entries(GOOD)) {
    for (const product of ["chat", "internal-chat", "support-chat"]) {
      const input = {
        type: `${product}:${verb}`,
        ref: "r",
        ...fields,
        __proto__x: 1,
        verb: "delete",
        role: "owner",
      };
      assert.deepEqual(parseCommand(input), { verb, product, ref: "r", ...fields });
    }
  }
});

Deno.test("what is no command says why, and for which ref", () => {
  const unknown = [
    "chat",
    "chat:",
    ":message",
    "message",
    "chat:fly",
    "other:message",
    "chat:toString",
    "chat:__proto__",
    "chat:constructor",
    "CHAT:message",
    "chat:message:x",
    "",
    "chat::message",
  ];
  for (const type of unknown) {
    assert.deepEqual(
      parseCommand({ type, ref: 7, ...GOOD.message }),
      { ref: 7, error: "unknown_command" },
      type,
    );
  }
  for (const input of [null, undefined, 5, "chat:ping", true, [], [[]], {}, { type: 5 }, { type: null }]) {
    const parsed = parseCommand(input);
    assert("error" in parsed && typeof parsed.error === "object", JSON.stringify(input));
    assert.equal(parsed.ref, undefined);
  }
  const parsed = parseCommand({ type: ["chat:ping"], ref: "mine" });
  assert("error" in parsed && parsed.ref === "mine");
});

Deno.test("fields of the wrong kind are refused with the field's name", () => {
  const bad: [keyof typeof COMMANDS, string, readonly unknown[]][] = [
    ["join", "conversation_id", [0, -1, 1.5, "1", null, undefined, 2 ** 53, NaN, Infinity, {}]],
    ["join", "after_version", [-1, 1.5, "1", null]],
    ["message", "content", [5, null, undefined, "", [], {}]],
    ["message", "client_id", [5, null, undefined, ""]],
    ["message", "reply_to", [0, "1", true]],
    ["edit", "message_id", [0, "x", null, undefined]],
    ["typing", "is_typing", ["true", 1, null, undefined]],
    ["read", "seq", [-1, "1", 0.5, null, undefined]],
  ];
  for (const [verb, field, values] of bad) {
    for (const value of values) {
      const parsed = parseCommand({ type: `chat:${verb}`, ref: 1, ...GOOD[verb], [field]: value });
      assert("error" in parsed && typeof parsed.error === "object", `${verb} ${field} ${String(value)}`);
      assert.equal(parsed.error.path[0], field);
      assert.equal(parsed.ref, 1);
    }
  }
});

Deno.test("a ref is a short text or an integer; another one is not echoed", () => {
  for (const ref of ["", "x", "x".repeat(64), 0, -1, 2 ** 53 - 1]) {
    assert.deepEqual(parseCommand({ type: "chat:ping", ref }), { verb: "ping", product: "chat", ref });
  }
  for (const ref of ["x".repeat(65), 1.5, {}, [], null, true]) {
    const parsed = parseCommand({ type: "chat:ping", ref });
    assert("error" in parsed, JSON.stringify(ref));
    assert.equal(parsed.ref, undefined);
  }
});

Deno.test("a command without reply_to, or with null, is no reply", () => {
  for (const reply_to of [undefined, null]) {
    const parsed = parseCommand({ type: "chat:message", ...GOOD.message, reply_to });
    assert(!("error" in parsed) && parsed.verb === "message");
    assert.equal(parsed.reply_to ?? null, null);
  }
});

Deno.test("the per-conversation socket knows four commands", () => {
  const good = [
    { type: "chat_message", content: "x" },
    { type: "edit_message", message_id: 1, content: "x" },
    { type: "delete_message", message_id: 1 },
    { type: "typing", is_typing: true },
  ];
  for (const command of good) {
    assert.deepEqual(FlatCommand.parse({ ...command, conversation_id: 9 }), command);
  }
  const bad = [
    { type: "chat:message", content: "x" },
    { type: "chat_message" },
    { type: "chat_message", content: " " },
    { type: "edit_message", message_id: "1", content: "x" },
    { type: "delete_message" },
    { type: "typing", is_typing: "yes" },
    { type: "__proto__" },
    {},
    [],
    null,
    "typing",
  ];
  for (const command of bad) {
    assert.equal(FlatCommand.safeParse(command).success, false, JSON.stringify(command));
  }
});
