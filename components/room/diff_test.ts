import assert from "node:assert/strict";
import fc from "fast-check";
import { diffWords } from "./diff.ts";

const signs = { same: "", added: "+", removed: "-" };
const told = (older: string, newer: string) =>
  diffWords(older, newer).map(({ kind, text }) => signs[kind] + text);

Deno.test("what changed is told by words", () => {
  assert.deepEqual(told("we meet at ten", "we meet at eleven"), ["we meet at ", "-ten", "+eleven"]);
  assert.deepEqual(told("جلسه ساعت ۱۰", "جلسه‌ی ساعت ۱۰:۳۰"), ["-جلسه", "+جلسه‌ی", " ساعت ", "-۱۰", "+۱۰:۳۰"]);
  assert.deepEqual(told("a b c", "a c"), ["a ", "-b ", "c"]);
  assert.deepEqual(told("same", "same"), ["same"]);
  assert.deepEqual(told("", "new"), ["+new"]);
});

Deno.test("put together the stretches are both texts, whatever they are", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", ".", "س") }),
  );
  fc.assert(fc.property(text, text, (older, newer) => {
    const found = diffWords(older, newer);
    const without = (kind: string) =>
      found.filter((one) => one.kind !== kind).map((one) => one.text).join("");
    assert.equal(without("added"), older);
    assert.equal(without("removed"), newer);
  }));
});

Deno.test("texts of full length that share nothing cost no more than they may", () => {
  const found = diffWords("a ".repeat(2000), "b ".repeat(2000));
  assert(found.length <= 4001);
});
