import assert from "node:assert/strict";
import { keepFor } from "./lent.ts";

function page(text: string | null = null) {
  const shelf = { get: () => text, set: (given: string | null) => void (text = given), forget() {} };
  return {
    keep: (key: string, value: string | null) => keepFor(shelf, key, value),
    kept: () => text === null ? null : JSON.parse(text),
  };
}

Deno.test("a page keeps texts for its frame, until the frame takes them back", () => {
  const { keep, kept } = page();
  keep("peyk:draft:1:2", "گلدان");
  keep("peyk:sound", "off");
  keep("peyk:sound", null);
  assert.deepEqual(kept(), { "peyk:draft:1:2": "گلدان" });
  keep("peyk:draft:1:2", null);
  assert.equal(kept(), null);
});

Deno.test("a page keeps a few short texts under names of ours, and nothing else", () => {
  const { keep, kept } = page("[nonsense");
  for (const key of ["cart", "peyk:", "peyk:__proto__ x", `peyk:${"x".repeat(81)}`]) keep(key, "x");
  for (let i = 0; i < 40; i++) keep(`peyk:draft:${i}`, "x");
  assert.equal(Object.keys(kept()).length, 32);
  keep("peyk:draft:1", "x".repeat(100_000));
  assert.equal(kept()["peyk:draft:1"], "x");
  keep("peyk:draft:1", null);
  keep("peyk:draft:39", "there is room again");
  assert.equal(kept()["peyk:draft:39"], "there is room again");
});
