import assert from "node:assert/strict";
import fc from "fast-check";
import { excerpt } from "./excerpt.ts";

const shown = (content: string, matches: [number, number][]) =>
  excerpt(content, matches).map(({ text, hit }) => hit ? `[${text}]` : text).join("");

Deno.test("a short text is shown whole, with what was looked for", () => {
  assert.equal(shown("the red fox\nran", [[4, 7], [8, 11]]), "the [red] [fox] ran");
  assert.equal(shown("بدون نشان", []), "بدون نشان");
});

Deno.test("a long one is shown around the first place", () => {
  const content = `${"before ".repeat(50)}here ${"after ".repeat(100)}`;
  const text = shown(content, [[350, 354]]);
  assert.match(text, /^… before .* \[here\] after .* …$/);
  assert(text.length < 260);
});

Deno.test("no sign is cut in two", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("👋", "a", " "), minLength: 300 }),
      fc.nat(250),
      (content, at) => {
        const text = excerpt(content, [[at, at + 1]]).map((piece) => piece.text).join("");
        assert(
          /[\ud800-\udbff]$/.test(content.slice(0, at)) ||
            /[\ud800-\udbff]$/.test(content.slice(0, at + 1)) ||
            text.isWellFormed(),
        );
      },
    ),
  );
});
