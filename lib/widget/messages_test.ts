import assert from "node:assert/strict";
import { FROM_FRAME, PROTOCOL, readMessage, TO_FRAME, type ToFrame, writeMessage } from "./messages.ts";

const start: ToFrame = {
  type: "start",
  guest_id: null,
  identity: "a.b.c",
  origin: "https://shop.example",
  page: { url: "https://shop.example/vase", title: "گلدان" },
  locale: "fa",
  open: false,
  kept: '{"peyk:draft:1:2":"گلدان"}',
};

Deno.test("what one side writes, the other reads", () => {
  assert.deepEqual(readMessage(TO_FRAME, writeMessage(start)), { peyk: PROTOCOL, ...start });
  const session = writeMessage({ type: "session", guest_id: null });
  assert.equal(readMessage(FROM_FRAME, session)?.type, "session");
});

Deno.test("each side reads only what is meant for it", () => {
  assert.equal(readMessage(FROM_FRAME, writeMessage(start)), null);
  assert.equal(readMessage(TO_FRAME, writeMessage({ type: "close" })), null);
});

const NOT_OURS: unknown[] = [
  undefined,
  null,
  "hello",
  7,
  [],
  { type: "hello" },
  { peyk: PROTOCOL },
  { peyk: PROTOCOL + 1, type: "hello" },
  { peyk: String(PROTOCOL), type: "hello" },
  { peyk: PROTOCOL, type: "toString" },
  { peyk: PROTOCOL, type: "__proto__" },
  { peyk: PROTOCOL, type: ["hello"] },
  { peyk: PROTOCOL, type: "ready" },
  { peyk: PROTOCOL, type: "ready", unread: "1" },
  { peyk: PROTOCOL, type: "session", guest_id: 1 },
  { peyk: PROTOCOL, type: "session" },
  { peyk: PROTOCOL, type: "message", id: 1, text: "x", name: null },
];

Deno.test("what else arrives in a page is left unread", () => {
  for (const data of NOT_OURS) assert.equal(readMessage(FROM_FRAME, data), null, Deno.inspect(data));
});

Deno.test("a start is read only when it is complete", () => {
  const whole: Record<string, unknown> = { peyk: PROTOCOL, ...start };
  for (const field of Object.keys(start).filter((field) => field !== "kept")) {
    assert.equal(readMessage(TO_FRAME, { ...whole, [field]: undefined }), null, field);
  }
  for (const page of [null, "https://shop.example/", { url: "https://shop.example/" }]) {
    assert.equal(readMessage(TO_FRAME, { ...whole, page }), null);
  }
  for (const kept of [null, 5, {}]) assert.equal(readMessage(TO_FRAME, { ...whole, kept }), null);
  assert(readMessage(TO_FRAME, { ...whole, kept: undefined }), "loaders of before keep nothing");
  for (const locale of ["de", null, ["fa"]]) assert.equal(readMessage(TO_FRAME, { ...whole, locale }), null);
});
