import assert from "node:assert/strict";
import fc from "fast-check";
import { AppError } from "@/lib/protocol/errors.ts";
import { rangesIn, termsOf } from "./terms.ts";

const marked = (text: string, asked: string) =>
  rangesIn(text, termsOf(asked)).map(([start, end]) => text.slice(start, end));

Deno.test("each word begins a word, a phrase stands as it is", () => {
  assert.deepEqual(termsOf("کتاب خو"), [{ words: ["کتاب"], open: true }, { words: ["خو"], open: true }]);
  assert.deepEqual(termsOf('"کتاب خوب" را'), [
    { words: ["کتاب", "خوب"], open: false },
    { words: ["را"], open: true },
  ]);
  assert.deepEqual(termsOf("«کتاب خوب»"), termsOf('"کتاب خوب"'));
  assert.deepEqual(termsOf("“a b”"), termsOf('"a b"'));
});

Deno.test("a phrase that is still being typed is open", () => {
  assert.deepEqual(termsOf('"کتاب خو'), [{ words: ["کتاب", "خو"], open: true }]);
});

Deno.test("parts that are joined by signs follow each other", () => {
  assert.deepEqual(termsOf("sara@example.com"), [{ words: ["sara", "example", "com"], open: true }]);
});

Deno.test("operators are words or nothing", () => {
  assert.deepEqual(termsOf("AND OR NOT near(a,b) *"), [
    { words: ["and"], open: true },
    { words: ["or"], open: true },
    { words: ["not"], open: true },
    { words: ["near", "a", "b"], open: true },
  ]);
  assert.deepEqual(termsOf("*** ^ ( ) : - \"\" ' ''"), []);
});

Deno.test("too many words are refused", () => {
  assert.throws(
    () => termsOf("a ".repeat(17)),
    (error) => error instanceof AppError && error.code === "search_too_long",
  );
});

Deno.test("what was looked for is marked as it was written", () => {
  assert.deepEqual(marked("کتابخانهٔ من، كتاب تو", "کتاب"), ["کتاب", "كتاب"]);
  assert.deepEqual(marked("نمی‌خوانم ولی می‌خوانم", "میخو"), ["می‌خو"]);
  assert.deepEqual(marked("سال ۱۴۰۳", "1403"), ["۱۴۰۳"]);
  assert.deepEqual(marked("the red fox, red wine", '"red fox"'), ["red fox"]);
  assert.deepEqual(marked("redo red", '"red"'), ["red"]);
  assert.deepEqual(marked("abc", "ab abc"), ["abc"]);
  assert.deepEqual(marked("nothing", "else"), []);
});

Deno.test("marks lie in the text, in order, apart", () => {
  const text = fc.string({
    unit: fc.constantFrom("ی", "ي", "\u200c", " ", "a", "á", "۱", "1", "👋", "ﷺ", '"'),
  });
  fc.assert(
    fc.property(
      text,
      fc.string({ unit: fc.constantFrom("ی", "a", " ", "1", '"', "ص"), maxLength: 15 }),
      (text, asked) => {
        let last = -1;
        for (const [start, end] of rangesIn(text, termsOf(asked))) {
          assert(start > last && start < end && end <= text.length);
          last = end;
        }
      },
    ),
    { numRuns: 2000 },
  );
});
