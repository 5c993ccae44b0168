import assert from "node:assert/strict";
import { tokenAt } from "./token.ts";

/** The token at the mark | in a text. */
const at = (text: string) => {
  const caret = text.indexOf("|");
  const found = tokenAt(text.replace("|", ""), caret);
  return found && [found.start, found.query];
};

Deno.test("a name that is being written is found, in any script and anywhere in the text", () => {
  assert.deepEqual(at("@|"), [0, ""]);
  assert.deepEqual(at("@le|"), [0, "le"]);
  assert.deepEqual(at("سلام @لی|"), [5, "لی"]);
  assert.deepEqual(at("سلام\n@علی‌ر|"), [5, "علی‌ر"]);
  assert.deepEqual(at("(@le|) and more"), [1, "le"]);
  assert.deepEqual(at("«@le|»"), [1, "le"]);
  assert.deepEqual(at("@one @t|wo"), [5, "t"]);
  assert.deepEqual(at(`${"a ".repeat(500)}@le|`), [1000, "le"]);
});

Deno.test("neither an address nor a word with an @ in it nor a finished name is one", () => {
  for (
    const text of [
      "|",
      "no|",
      "leila@ex|",
      "leila@|",
      "لیلا@ا|",
      "a.b-c@exa|mple.org",
      "@@le|",
      "https://example.org/@le|",
      "x/@le|",
      "@le |",
      "@le، |",
      "@le|ila".replace("@", "a@"),
      `@${"a".repeat(33)}|`,
      "|@le",
    ]
  ) assert.equal(at(text), null, text);
});
