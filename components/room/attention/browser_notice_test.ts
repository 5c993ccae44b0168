import assert from "node:assert/strict";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { directionOf } from "@/lib/i18n/direction.ts";
import { tagOf, wordsOf } from "./browser_notice.ts";

const t = chatText("fa");
// deno-lint-ignore no-explicit-any -- a message has far more than what is looked at here
const message = (content: string, types: string[] = []): any => ({
  content,
  attachments: types.map((type) => ({ type })),
  sender: { id: 2, username: "arash", first_name: "آرش", last_name: "مرادی" },
  source: { kind: "app", name: null },
});

Deno.test("a notice says who and what, on one line and in its own direction", () => {
  assert.deepEqual(wordsOf(message("سلام\n\n  خوبی؟"), t), {
    title: "آرش مرادی",
    body: "سلام خوبی؟",
    dir: "rtl",
  });
  assert.equal(wordsOf(message("See you at ten"), t).dir, "ltr");
  // What looks like markup is a person's text and stays it.
  assert.equal(wordsOf(message("<b>*a*</b>"), t).body, "<b>*a*</b>");
});

Deno.test("a notice of what a visitor said calls them one, by their site", () => {
  const said = (name: string | null) => ({ ...message("I am the owner"), source: { kind: "site", name } });
  assert.equal(wordsOf(said("فروشگاه"), t).title, "🌐 آرش مرادی · فروشگاه");
  assert.equal(wordsOf(said(null), t).title, "🌐 آرش مرادی · منبع بیرونی");
});

Deno.test("a long text is cut by characters, never through one", () => {
  const { body } = wordsOf(message("👩".repeat(500)), t);
  assert.equal([...body].length, 181);
  assert(body.endsWith("…") && body.isWellFormed());
});

Deno.test("files without a word are named by what they are", () => {
  assert.equal(wordsOf(message("", ["image/webp"]), t).body, t.attention.photos(1));
  assert.equal(wordsOf(message("", ["image/webp", "image/avif"]), t).body, t.attention.photos(2));
  assert.equal(wordsOf(message("", ["image/webp", "video/mp4"]), t).body, t.attention.files(2));
});

Deno.test("one notice stands a conversation", () => {
  assert.equal(tagOf(7), tagOf(7));
  assert.notEqual(tagOf(7), tagOf(71));
});

Deno.test("a text runs as its first letter does", () => {
  assert.equal(directionOf("سلام world"), "rtl");
  assert.equal(directionOf("hello سلام"), "ltr");
  assert.equal(directionOf("۱۲ 🙂 — درود"), "rtl");
  assert.equal(directionOf("@mina سلام https://a.ir"), "rtl");
  assert.equal(directionOf("@مینا hello"), "ltr");
  assert.equal(directionOf("12 👍"), "ltr");
});
