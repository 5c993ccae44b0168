import assert from "node:assert/strict";
import { ReactionName, toEmoji } from "./reactions.ts";

Deno.test("one emoji of any make is one reaction", () => {
  const emoji = ["😀", "👍🏽", "🏳️‍🌈", "👨‍👩‍👧‍👦", "👩🏽‍❤️‍💋‍👨🏿", "🇮🇷", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "#️⃣", "☝🏽", "👁️‍🗨️", "🫠", "©️", "🏳️‍⚧️"];
  for (const one of emoji) assert.equal(toEmoji(one), one, one);
});

Deno.test("a spelling without its selector, or with one too many, is the same emoji", () => {
  assert.equal(toEmoji("❤"), "❤️");
  assert.equal(toEmoji("😀\ufe0f"), "😀");
  assert.equal(toEmoji("🏳‍🌈"), "🏳️‍🌈");
  assert.equal(toEmoji("👩‍❤‍👨"), "👩‍❤️‍👨");
  assert.equal(toEmoji("1\u20e3"), "1️⃣");
});

Deno.test("what is no emoji, or more than one, is none", () => {
  const not = [
    "",
    " ",
    "a",
    "1",
    "#",
    "like!",
    "LIKE",
    "😀😀",
    "😀 ",
    " 😀",
    "😀a",
    "😀\u200d",
    "\u200d",
    "\ufe0f",
    "❤\ufe0e",
    "🏽🏽",
    "🇮",
    "<b>",
    "سلام",
    "😀\u0301",
    "\ud83d",
    "👩‍👩‍👩‍👩‍👩‍👩‍👩",
    "😀".repeat(5000),
  ];
  for (const one of not) assert.equal(toEmoji(one), null, JSON.stringify(one.slice(0, 30)));
});

Deno.test("votes are names, everything else must be an emoji", () => {
  assert.equal(ReactionName.parse("like"), "like");
  assert.equal(ReactionName.parse("dislike"), "dislike");
  assert.equal(ReactionName.parse("❤"), "❤️");
  for (const bad of ["Like", "toString", "vote", "", 5, null]) {
    assert.equal(ReactionName.safeParse(bad).success, false);
  }
  assert.equal(ReactionName.safeParse("x").error!.issues[0]!.message, "emoji_invalid");
});
