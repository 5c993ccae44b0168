import assert from "node:assert/strict";
import fc from "fast-check";
import { normalize, normalizeKey } from "./normalize.ts";

Deno.test("Arabic and Persian spellings of a word are one", () => {
  assert.equal(normalize("كتاب علي"), normalize("کتاب علی"));
  assert.equal(normalize("موسى"), normalize("موسی"));
  assert.equal(normalize("آرش أحمد إيمان ٱلله"), normalize("ارش احمد ایمان الله"));
  assert.equal(normalize("خانۀ مدرسة ہمہ"), normalize("خانه مدرسه همه"));
  assert.equal(normalize("مسئول مؤمن"), normalize("مسیول مومن"));
});

Deno.test("what is not a letter falls away: marks, tatweel, half-spaces, direction", () => {
  assert.equal(normalize("می‌خوانم"), "میخوانم");
  assert.equal(normalize("مُحَمَّد"), "محمد");
  assert.equal(normalize("ســـلام"), "سلام");
  assert.equal(normalize("\u202bسلام\u202c \u2067x\u2069"), "سلام x");
});

Deno.test("digits of all three kinds are one", () => {
  assert.equal(normalize("۱۲۳ ٤٥٦ 789"), "123 456 789");
});

Deno.test("compatibility forms fold, other scripts keep their vowels", () => {
  assert.equal(normalize("ﷲ ﻻ ﬁ Ａ"), "الله لا fi A");
  assert.equal(normalize("हिन्दी"), "हिन्दी");
  assert.equal(normalize("café"), "café");
  assert.notEqual(normalize("کار"), normalize("بار"));
  assert.notEqual(normalize("A"), normalize("a"));
});

Deno.test("keys have no case, no edges, single spaces", () => {
  assert.equal(normalizeKey("  Sara\u00a0 Ahmadi "), "sara ahmadi");
  assert.equal(normalizeKey("SARA@Example.COM"), "sara@example.com");
  assert.notEqual(normalizeKey("sara ahmadi"), normalizeKey("saraahmadi"));
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  // Dense in what the rules are about.
  fc.string({ unit: fc.integer({ min: 0x600, max: 0x6ff }).map((code) => String.fromCharCode(code)) }),
  fc.string({
    unit: fc.constantFrom("İ", "ß", "ﬁ", "ﷺ", "\u200c", "\u0640", "\u0654", "ا", "ی", "\u0301", "A", " "),
  }),
);

Deno.test("normalising twice is normalising once", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(normalize(normalize(text)), normalize(text));
      assert.equal(normalizeKey(normalizeKey(text)), normalizeKey(text));
    }),
    { numRuns: 1000 },
  );
});

Deno.test("nothing that the rules remove is left", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.doesNotMatch(
        normalize(text),
        /[\u200c\u0640\u064b-\u0652\u202a-\u202e\u06f0-\u06f9\u0660-\u0669يىكةأإآٱ]/,
      );
    }),
    { numRuns: 1000 },
  );
});
