import assert from "node:assert/strict";
import fc from "fast-check";
import { endOfPrefix, indexed, WORDS_VERSION, wordsOf } from "./words.ts";

const keys = (text: string) => wordsOf(text).map(({ key }) => key);

Deno.test("one word in all its spellings is one key", () => {
  for (
    const [a, b] of [
      ["می‌خوانم", "میخوانم"],
      ["۱۲۳", "123"],
      ["١٢٣", "123"],
      ["كتاب", "کتاب"],
      ["علي", "علی"],
      ["خانهٔ", "خانه"],
      ["خانۀ", "خانه"],
      ["مُحَمَّد", "محمد"],
      ["آرش", "ارش"],
      ["ســـلام", "سلام"],
      ["Ärger", "arger"],
      ["CAFÉ", "cafe"],
      ["ﻻ", "لا"],
      ["Ｐｅｙｋ", "peyk"],
      ["İstanbul", "istanbul"],
    ] as const
  ) assert.deepEqual(keys(a), keys(b), `${a} ${b}`);
});

Deno.test("different words stay so", () => {
  for (
    const [a, b] of [["کار", "بار"], ["گل", "کل"], ["پر", "بر"], ["12", "21"], ["हिन्दी", "हन्द"]] as const
  ) {
    assert.notDeepEqual(keys(a), keys(b));
  }
});

Deno.test("what stands between words is none", () => {
  assert.deepEqual(keys("سلام، «دنیا»! (سلام)"), ["سلام", "دنیا", "سلام"]);
  assert.deepEqual(keys("IMG_2047-honey.jpg"), ["img", "2047", "honey", "jpg"]);
  assert.deepEqual(keys("👋🏽 … \u200c \u200f ❤️"), []);
});

Deno.test("a run of a script without spaces is found from within", () => {
  assert.deepEqual(keys("東京都 café"), ["東", "京", "都", "cafe"]);
});

Deno.test("one sign that is several words gives them one place", () => {
  const words = wordsOf("x ﷺ");
  assert.equal(words.length, 5);
  for (const { start, end } of words.slice(1)) assert.deepEqual([start, end], [2, 3]);
});

Deno.test("the end of a prefix is where the text has shown it", () => {
  const end = (text: string, prefix: string) => {
    const [word] = wordsOf(text);
    return text.slice(0, endOfPrefix(text, word!, prefix));
  };
  assert.equal(end("می‌خوانم", "میخ"), "می‌خ");
  assert.equal(end("کتابخانه", "کتاب"), "کتاب");
  assert.equal(end("ﻻله", "لا"), "ﻻ");
  assert.equal(end("سلام", "سلام"), "سلام");
});

Deno.test("a run of plain letters has the key that the long way gives", () => {
  const plain = fc.string({
    unit: fc.constantFrom(..."09azAZابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی\u200c"),
    minLength: 1,
    maxLength: 80,
  });
  fc.assert(
    fc.property(plain, (run) => {
      // A tatweel is no letter of any key, and none of the plain ones either.
      assert.deepEqual(keys(run), keys(`${run}\u0640`));
    }),
    { numRuns: 2000 },
  );
});

// Whoever changes what a word is makes the index anew on every server: raise the version with it.
Deno.test("the words of this version", () => {
  const sample = "می‌خوانم كتابِ ۱۲۳ آبیِ Ärger's İ ﷺ 東京 e\u0301 ᾳ हिन्दी ﬁ a_b ٱ ة ۀ";
  assert.equal(WORDS_VERSION, 1);
  assert.equal(
    indexed(sample),
    "میخوانم کتاب 123 ابی arger s i صلی الله علیه وسلم 東 京 e α हिन्दी fi a b ا ه ه",
  );
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.integer({ min: 0x600, max: 0x6ff }).map((code) => String.fromCharCode(code)) }),
  fc.string({
    unit: fc.constantFrom(
      "İ",
      "ß",
      "ﷺ",
      "\u200c",
      "\u0640",
      "ا",
      "ی",
      "ي",
      "\u0301",
      "A",
      " ",
      "東",
      "1",
      "۱",
      "-",
    ),
  }),
);

Deno.test("indexing twice is indexing once", () => {
  fc.assert(
    fc.property(anyText, (text) => assert.equal(indexed(indexed(text)), indexed(text))),
    { numRuns: 2000 },
  );
});

Deno.test("every word stands in the text where it says, in order", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const { key, start, end } of wordsOf(text)) {
        assert(key.length > 0 && start >= last && start < end && end <= text.length);
        // What is cut out gives the word again.
        assert(keys(text.slice(start, end)).includes(key));
        last = start;
      }
    }),
    { numRuns: 2000 },
  );
});

Deno.test("the end of any prefix lies in its word", () => {
  fc.assert(
    fc.property(anyText, fc.nat(20), (text, length) => {
      for (const word of wordsOf(text)) {
        const prefix = [...word.key].slice(0, length + 1).join("");
        const cut = endOfPrefix(text, word, prefix);
        assert(cut > word.start && cut <= word.end);
      }
    }),
    { numRuns: 1000 },
  );
});
