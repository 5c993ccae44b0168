import assert from "node:assert/strict";
import { toEmoji } from "@/lib/protocol/reactions.ts";
import { nextCell } from "./grid.ts";
import { allEmoji, createSearch, withTone } from "./search.ts";
import type { Tone } from "./search.ts";

const all = allEmoji().flat();
const find = createSearch(all);
const signs = (text: string) => find(text).map(({ sign }) => sign);

Deno.test("every emoji has a name in both languages and is one that the server takes, with any skin tone", () => {
  assert(all.length > 1500, `${all.length} emoji`);
  assert.equal(new Set(all.map(({ sign }) => sign)).size, all.length, "one is there twice");
  for (const emoji of all) {
    const { names, sign } = emoji;
    assert.notEqual(names.en, "", sign);
    assert.match(names.fa, /[\u0600-\u06ff]|^[\d\w]/, `${sign} ${names.fa}`);
    for (let tone = 0; tone <= 5; tone++) {
      const shown = withTone(emoji, tone as Tone);
      assert.equal(toEmoji(shown), shown, `${sign} with tone ${tone}`);
    }
  }
});

Deno.test("found by names in Persian and English, the very name first", () => {
  assert.equal(signs("fire")[0], "🔥");
  assert.equal(signs("آتش")[0], "🔥");
  assert.equal(signs("red heart")[0], "❤️");
  assert.equal(signs("قلب قرمز")[0], "❤️");
  assert(signs("قلب").includes("💙"));
  assert(signs("thumbs").includes("👍"));
  assert.equal(signs("ایران")[0], "🇮🇷");
  assert.equal(signs("iran")[0], "🇮🇷");
});

Deno.test("however it is typed: case, Arabic letters, half-spaces, beginnings of words in any order", () => {
  assert.deepEqual(signs("FIRE"), signs("fire"));
  assert.deepEqual(signs("كتاب"), signs("کتاب"));
  assert(signs("نیم باز").includes("😆"));
  assert(signs("نیم‌باز").includes("😆"));
  assert(signs("hea red").includes("❤️"));
  assert.deepEqual(signs("orse"), [], "the middle of a word is no beginning");
  assert.deepEqual(signs("  "), []);
  assert.deepEqual(signs("قژقژقژ"), []);
});

Deno.test("arrows go through rows of any lengths, the other way round from right to left", () => {
  const rows = [3, 8, 2];
  assert.deepEqual(nextCell(rows, [0, 0], "ArrowRight", false), [0, 1]);
  assert.deepEqual(nextCell(rows, [0, 0], "ArrowLeft", true), [0, 1]);
  assert.deepEqual(nextCell(rows, [0, 2], "ArrowRight", false), [1, 0]);
  assert.deepEqual(nextCell(rows, [1, 0], "ArrowLeft", false), [0, 2]);
  assert.deepEqual(nextCell(rows, [1, 7], "ArrowDown", false), [2, 1]);
  assert.deepEqual(nextCell(rows, [1, 7], "ArrowUp", true), [0, 2]);
  assert.deepEqual(nextCell(rows, [1, 7], "Home", true), [1, 0]);
  assert.deepEqual(nextCell(rows, [1, 0], "End", false), [1, 7]);
  for (const [at, key] of [[[0, 0], "ArrowUp"], [[2, 1], "ArrowDown"], [[2, 1], "ArrowRight"]] as const) {
    assert.equal(nextCell(rows, at, key, false), undefined, key);
  }
});
