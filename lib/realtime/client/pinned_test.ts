import assert from "node:assert/strict";
import type { Message } from "@/lib/protocol/entities.ts";
import { createPinned, toPin } from "./pinned.ts";

const message = (id: number, more: Partial<Message> = {}): Message =>
  ({
    id,
    seq: id,
    content: `text ${id}`,
    sender: { id: 1 },
    is_pinned: true,
    is_deleted: false,
    ...more,
  }) as Message;

Deno.test("the newest pin first; changed, unpinned and deleted as their messages are", () => {
  const { pins, take } = createPinned(1, [toPin(message(1))]);
  const ids = () => pins.value.map(({ id }) => id);
  take([message(2)]);
  assert.deepEqual(ids(), [2, 1]);
  take([message(1, { content: "changed" })]);
  assert.deepEqual(pins.value.map(({ content }) => content), ["text 2", "changed"]);
  take([message(2, { is_pinned: false }), message(3, { is_pinned: false })]);
  assert.deepEqual(ids(), [1]);
  take([message(1, { is_deleted: true })]);
  assert.deepEqual(ids(), []);
});

Deno.test("what has nothing to do with pins draws nothing anew; long texts are cut between letters", () => {
  const { pins, take } = createPinned(1, [toPin(message(1))]);
  const before = pins.value;
  take([message(5, { is_pinned: false })]);
  assert.equal(pins.value, before);
  assert.equal(toPin(message(1, { content: "👋".repeat(300) })).content, "👋".repeat(160));
});
