import assert from "node:assert/strict";
import { EditMessage, HistoryQuery, MarkRead, PatchMessage, SendMessage } from "./bodies.ts";

Deno.test("a page of history is asked for in numbers, at most a hundred", () => {
  assert.deepEqual(HistoryQuery.parse({}), { page: 1, page_size: 50 });
  assert.deepEqual(HistoryQuery.parse({ page: "3", page_size: "20", other: "x" }), {
    page: 3,
    page_size: 20,
  });
  assert.deepEqual(HistoryQuery.parse({ page_size: "100000" }), { page: 1, page_size: 100 });
  assert.deepEqual(HistoryQuery.parse({ before: "9", after: "5" }), {
    page: 1,
    page_size: 50,
    before: 9,
    after: 5,
  });
  for (const field of ["page", "page_size", "before", "after"]) {
    for (const value of ["", "0", "-1", "1.5", "x", "9007199254740993", "Infinity", "NaN"]) {
      assert.equal(HistoryQuery.safeParse({ [field]: value }).success, false, `${field}=${value}`);
    }
  }
});

Deno.test("a message's body may name a person, a conversation or neither", () => {
  assert.deepEqual(SendMessage.parse({ content: "x", role: "owner" }), { content: "x" });
  const full = { content: "x", recipient_id: 1, conversation_id: 2, client_id: "a", reply_to: null };
  assert.deepEqual(SendMessage.parse(full), full);
  for (
    const bad of [{}, { content: "" }, { content: "x", recipient_id: "1" }, {
      content: "x",
      conversation_id: null,
    }]
  ) {
    assert.equal(SendMessage.safeParse(bad).success, false, JSON.stringify(bad));
  }
});

Deno.test("editing wants a text, patching takes one, reading a place", () => {
  assert.equal(EditMessage.safeParse({}).success, false);
  assert.deepEqual(PatchMessage.parse({ is_deleted: true }), {});
  assert.equal(
    PatchMessage.safeParse({ content: " " }).data?.content,
    "",
    "whether it may be empty depends on the message",
  );
  assert.deepEqual(MarkRead.parse({ seq: 0 }), { seq: 0 });
  for (const seq of [-1, 0.5, "1", null, undefined, 2 ** 53]) {
    assert.equal(MarkRead.safeParse({ seq }).success, false);
  }
});
