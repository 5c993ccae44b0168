import assert from "node:assert/strict";
import fc from "fast-check";
import { mentions, namesIn, pieces, readable } from "./pieces.ts";

/** Links as [text, href], mentions as @name. */
const found = (text: string) =>
  pieces(text).filter((piece) => piece.kind !== "text").map((piece) =>
    piece.kind === "mention" ? piece.text : "href" in piece ? [piece.text, piece.href] : ""
  );

Deno.test("addresses with a scheme are links", () => {
  assert.deepEqual(found("see https://example.com/a?b=c#d now"), [
    ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
  ]);
  assert.deepEqual(found("http://localhost:8000/x"), [[
    "http://localhost:8000/x",
    "http://localhost:8000/x",
  ]]);
});

Deno.test("bare domains are links to https", () => {
  assert.deepEqual(found("sofalineh.example/wiki/لعاب"), [
    ["sofalineh.example/wiki/لعاب", "https://sofalineh.example/wiki/%D9%84%D8%B9%D8%A7%D8%A8"],
  ]);
  assert.deepEqual(found("www.peyk.site"), [["www.peyk.site", "https://www.peyk.site/"]]);
  assert.deepEqual(found("سایت digikala.com، خوب است"), [["digikala.com", "https://digikala.com/"]]);
});

Deno.test("punctuation of the sentence is not part of the address; brackets opened in it are", () => {
  assert.deepEqual(found("(https://a.com/x)."), [["https://a.com/x", "https://a.com/x"]]);
  assert.deepEqual(found("https://en.wikipedia.org/wiki/Kiln_(oven)"), [
    ["https://en.wikipedia.org/wiki/Kiln_(oven)", "https://en.wikipedia.org/wiki/Kiln_(oven)"],
  ]);
  assert.deepEqual(found("«https://a.com»؟"), [["https://a.com", "https://a.com/"]]);
});

Deno.test("what only looks like an address is none", () => {
  for (
    const text of [
      "notes.txt",
      "main.rs",
      "e.g. this",
      "3.14",
      "a.b.c",
      "v1.2.3",
      "و.د",
      "آمد.it",
      "سلام.خوبی",
      "۰۹۱۲.۳۴۵.۶۷۸۹",
      "0912.345.6789",
      "10/2.5",
    ]
  ) {
    assert.deepEqual(found(text), [], text);
  }
});

Deno.test("no other scheme leads anywhere, and no address lies about its host", () => {
  for (
    const text of [
      "javascript:alert(1)",
      "JAVASCRIPT://example.com/%0aalert(1)",
      "data:text/html,<script>",
      "vbscript:x",
      "https://bank.example@evil.com/",
      "file:///etc/passwd",
    ]
  ) {
    for (const piece of pieces(text)) {
      if (piece.kind === "link") assert.match(piece.href, /^https?:\/\/[^@]*$/, text);
    }
  }
  assert.deepEqual(found("javascript:alert(1)"), []);
});

Deno.test("Persian punctuation ends an address, with or without a space behind it", () => {
  const wanted = ["https://example.com/a", "https://example.com/a"];
  for (const end of ["،", "؛", "؟", "»", "، بعد", "،بعد", "؟!", ").", "…", "»."]) {
    assert.deepEqual(found(`ببینید https://example.com/a${end}`), [wanted], end);
  }
  assert.deepEqual(found("«example.com/لعاب» را ببینید"), [
    ["example.com/لعاب", "https://example.com/%D9%84%D8%B9%D8%A7%D8%A8"],
  ]);
});

Deno.test("hosts in other scripts, where they are surely hosts", () => {
  assert.deepEqual(found("سفالینه.ir و https://سفال.ایران/الف"), [
    ["سفالینه.ir", "https://xn--mgbx6bnkg34g.ir/"],
    ["https://سفال.ایران/الف", "https://xn--mgbx6bn.xn--mgba3a4f16a/%D8%A7%D9%84%D9%81"],
  ]);
});

Deno.test("e-mail addresses lead to a letter, and to nothing else", () => {
  assert.deepEqual(found("به sara.k+x@example.com، لطفاً"), [[
    "sara.k+x@example.com",
    "mailto:sara.k+x@example.com",
  ]]);
  assert.deepEqual(found("sara@example.com."), [["sara@example.com", "mailto:sara@example.com"]]);
  assert.deepEqual(found("a@b"), []);
  assert.deepEqual(found("sara@localhost"), []);
  assert.deepEqual(namesIn("sara@example.com"), []);
  for (const piece of pieces("mailto:x@example.com?body=1 javascript:a@b.com")) {
    if ("href" in piece) assert.match(piece.href, /^mailto:[\w.]+@[\w.]+$/);
  }
});

Deno.test("an address is read in letters, but never as something it is not", () => {
  assert.equal(
    readable("https://fa.wikipedia.org/wiki/%D9%84%D8%B9%D8%A7%D8%A8"),
    "https://fa.wikipedia.org/wiki/لعاب",
  );
  // A slash, a space, a mark that turns the direction: what it would look like is not where it leads.
  for (
    const text of [
      "https://a.com/%2Fb",
      "https://a.com/%20b%D9%84",
      "https://a.com/%E2%80%AEb",
      "https://a.com/%",
    ]
  ) {
    assert.equal(readable(text), text);
  }
});

Deno.test("mentions are names of any script, without the sentence's full stop", () => {
  assert.deepEqual(found("@sara, @daniel. (@آرش) @a.b-c_1"), ["@sara", "@daniel", "@آرش", "@a.b-c_1"]);
  assert.deepEqual(found("@ab x@sara mail@example"), []);
});

Deno.test("a mention is of the whole name, in any case", () => {
  assert.ok(mentions("hi @Sara", "sara"));
  assert.ok(mentions("@sara. yes", "sara"));
  assert.ok(!mentions("@sarah", "sara"));
  assert.ok(!mentions("sara", "sara"));
});

Deno.test("names of a script whose vowels are marks are whole", () => {
  assert.deepEqual(found("@हिन्दी, नमस्ते"), ["@हिन्दी"]);
  assert.deepEqual(found("@سَلام"), ["@سَلام"]);
});

Deno.test("the names a text calls, each once, and none out of an address", () => {
  assert.deepEqual(namesIn("@sara @arash @sara https://x.com/@leila me@example.com @ab"), ["sara", "arash"]);
  assert.deepEqual(namesIn("nobody"), []);
});

Deno.test("pieces put together are the text, whatever it is", () => {
  const unit = fc.constantFrom(
    "a",
    "س",
    ".",
    "@",
    "/",
    ":",
    "-",
    "(",
    ")",
    " ",
    "http://",
    "www.",
    ".com",
    "\u200c",
    "٪",
    "?",
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: "grapheme" })), (text) => {
      assert.equal(pieces(text).map((piece) => piece.text).join(""), text);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("a hostile text of full length costs steps in proportion", () => {
  // Counted in pieces and not in time; a text that backtracked without bound would never return.
  for (const unit of ["a.", "a-", "@", "http://", "https://a.", "((", "www.", "a@", "x.y/(", "ab.cd:1"]) {
    const text = unit.repeat(4000 / unit.length);
    assert.ok(pieces(text).length <= text.length + 1);
  }
});
