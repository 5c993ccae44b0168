import assert from "node:assert/strict";
import type { Receipt } from "@/lib/protocol/entities.ts";
import { createReceipts } from "./receipts.ts";

const ME = 1, LEILA = 2, ARASH = 3;
const receipt = (user_id: number, seq: number): Receipt => ({ user_id, seq, read_at: null });
const of = (...start: Receipt[]) => createReceipts({ conversation_id: 9, me_id: ME, start });

/** Answers the next requests with these, in turn; each answer may do something before it is given. */
async function answering(answers: (() => Receipt[])[], run: () => Promise<void>): Promise<void> {
  const { fetch } = globalThis;
  globalThis.fetch = (path) => {
    assert.equal(path, "/api/conversations/9/reads");
    const next = answers.shift();
    return next ? Promise.resolve(Response.json({ results: next() })) : Promise.reject(new TypeError("cut"));
  };
  await run().finally(() => globalThis.fetch = fetch);
  assert.equal(answers.length, 0);
}

Deno.test("all have read as far as the last of the others has; oneself counts for nothing", () => {
  const receipts = of(receipt(ME, 9), receipt(LEILA, 4), receipt(ARASH, 7));
  assert.equal(receipts.floor.value, 4);
  receipts.take(LEILA, 6);
  assert.equal(receipts.floor.value, 6);
  receipts.take(LEILA, 5);
  assert.equal(receipts.floor.value, 6, "a mark never goes back");
  receipts.take(LEILA, 9);
  assert.equal(receipts.floor.value, 7);
  receipts.drop(ARASH);
  assert.equal(receipts.floor.value, 9);
  receipts.drop(LEILA);
  assert.equal(receipts.floor.value, 0, "nobody is left who could have");
});

Deno.test("how many have read a message", () => {
  const receipts = of(receipt(ME, 0), receipt(LEILA, 4), receipt(ARASH, 7));
  assert.deepEqual([3, 5, 8].map(receipts.reach), [
    { read: 2, of: 2 },
    { read: 1, of: 2 },
    { read: 0, of: 2 },
  ]);
});

Deno.test("where receipts are not kept nothing is known, told or asked", async () => {
  const receipts = createReceipts({ conversation_id: 9, me_id: ME, start: null });
  receipts.take(LEILA, 5);
  await answering([], receipts.refresh);
  assert.deepEqual([receipts.floor.value, receipts.reach(1)], [0, null]);
});

Deno.test("after a time without a connection they are what the server says, also of other people", async () => {
  const receipts = of(receipt(ME, 0), receipt(LEILA, 4));
  await answering([() => [receipt(ME, 0), receipt(LEILA, 6), receipt(ARASH, 5)]], receipts.refresh);
  assert.deepEqual([receipts.floor.value, receipts.reach(6)], [5, { read: 1, of: 2 }]);
  await answering([], receipts.refresh);
  assert.equal(receipts.floor.value, 5, "no answer leaves them as they are");
});

Deno.test("an answer that was read before an event does not take it back", async () => {
  const receipts = of(receipt(ME, 0), receipt(LEILA, 4));
  const late = () => {
    receipts.take(LEILA, 8);
    return [receipt(ME, 0), receipt(LEILA, 4)];
  };
  await answering([late, () => [receipt(ME, 0), receipt(LEILA, 8)]], receipts.refresh);
  assert.equal(receipts.floor.value, 8);
});

Deno.test("in a ticket those who answer are one: whoever has read furthest has read for all", () => {
  const ticket = (me_id: number) =>
    createReceipts({
      ...{ conversation_id: 9, me_id, customer_id: LEILA },
      start: [receipt(LEILA, 2), receipt(ARASH, 4)],
    });
  const asking = ticket(LEILA), answering = ticket(ME);
  assert.deepEqual([asking.floor.value, answering.floor.value], [4, 2]);
  // Another agent looks in, behind and then beyond the first.
  for (const seq of [3, 6]) asking.take(ME + 10, seq);
  assert.equal(asking.floor.value, 6);
  answering.take(ARASH, 9);
  assert.equal(answering.floor.value, 2, "what a colleague has read says nothing of who asks");
  answering.take(LEILA, 5);
  assert.equal(answering.floor.value, 5);
});
