import assert from "node:assert/strict";
import { zodSentence } from "@/lib/i18n/mod.ts";
import { ClientId, Content, CONTENT_MAX } from "./content.ts";

const ZWNJ = "\u200c";

/** The first reason for which a text is refused, or what it becomes. */
function read(text: unknown): unknown {
  const { success, data, error } = Content.safeParse(text);
  return success ? data : error.issues[0]!.message;
}

Deno.test("a text is kept as it was typed", () => {
  for (
    const text of [
      "سلام",
      "می" + ZWNJ + "خوانم",
      "  spaces around\n\n and lines\t",
      "\u200fراست\u200e left",
      "👩‍👩‍👧‍👦 🇮🇷 ❤️",
      "e\u0301 is not é",
      "<script>alert(1)</script>",
      "۝",
      "0",
    ]
  ) {
    assert.equal(read(text), text);
  }
});

Deno.test("what shows nothing is empty", () => {
  const blanks = ["", " ", "\n\t", ZWNJ, ZWNJ + ZWNJ + " " + ZWNJ, "\u200f\u200e", "\u00a0\u3000", "\u0000"];
  const drawnAsNothing = [
    "\ufeff",
    "\u2060",
    "\u00ad",
    "\u3164",
    "\uffa0",
    "\u2800",
    "\ufe0f",
    "\u{e0020}",
    "\u0007",
  ];
  for (const text of [...blanks, ...drawnAsNothing]) {
    assert.equal(read(text), "content_empty", JSON.stringify(text));
    // Beside something visible each of them may stand; only NUL may not.
    assert.equal(read(`a${text}b`), `a${text.replace("\0", "")}b`);
  }
});

Deno.test("four thousand code points are the most, in any script", () => {
  for (const letter of ["a", "ش", "👍", "\u{10ffff}"]) {
    assert.equal(read(letter.repeat(CONTENT_MAX)), letter.repeat(CONTENT_MAX));
    assert.equal(read(letter.repeat(CONTENT_MAX + 1)), "content_too_long");
    assert.equal(read(letter.repeat(100_000)), "content_too_long");
  }
  assert.equal(read("👍".repeat(CONTENT_MAX - 1) + "a"), "👍".repeat(CONTENT_MAX - 1) + "a");
  assert.equal(read(" ".repeat(5000)), "content_empty");
  assert.equal(CONTENT_MAX, 4000);
});

Deno.test("whoever wrote too much is told how much may be written", () => {
  for (const length of [4001, 8001, 100_000]) {
    const { error } = Content.safeParse("a".repeat(length));
    assert.equal(error!.issues.length, 1);
    assert.match(zodSentence("en", error!.issues[0]!), /4,000/);
    assert.match(zodSentence("fa", error!.issues[0]!), /۴٬?۰۰۰/);
  }
});

Deno.test("NUL is dropped, halves of code points become the replacement character", () => {
  assert.equal(read("a\0b\0"), "ab");
  assert.equal(read("a\ud800b"), "a\ufffdb");
  assert.equal(read("\udc00"), "\ufffd");
  assert.equal(read("\ude00\ud83d"), "\ufffd\ufffd");
  assert.equal(read("😀"), "😀");
});

Deno.test("only text is content", () => {
  for (const value of [null, undefined, 5, true, {}, ["a"]]) {
    assert.equal(Content.safeParse(value).success, false);
  }
});

Deno.test("a client_id is 1 to 100 printable ASCII characters", () => {
  for (const id of ["a", crypto.randomUUID(), "~!#:/?{}", "x".repeat(100)]) {
    assert.equal(ClientId.parse(id), id);
  }
  for (const id of ["", " ", "a b", "a\n", "شناسه", "\u007f", "x".repeat(101), 7, null, undefined, {}]) {
    assert.equal(ClientId.safeParse(id).success, false, JSON.stringify(id));
  }
});
