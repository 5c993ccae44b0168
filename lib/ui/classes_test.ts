import assert from "node:assert/strict";
import { collectClasses } from "./classes.ts";

const names = (source: string): string[] => collectClasses(source).map(({ name }) => name);

Deno.test("literals of class attributes are found, and of those whose name ends in it", () => {
  assert.deepEqual(names(`<p class="a b" id="no"><q rowClass="c" /></p>`), ["a", "b", "c"]);
});

Deno.test("literals within expressions and cx() are found, nested ones once", () => {
  assert.deepEqual(names(`<p class={cx("a", open && "b", { x: 1 }.x ? "c" : 'd')} />`), ["a", "b", "c", "d"]);
  assert.deepEqual(names(`const tones = { primary: cx("e f") };`), ["e", "f"]);
});

Deno.test("compared strings are conditions", () => {
  assert.deepEqual(names(`<p class={state === "failed" ? "a" : "edit" !== mode && "b"} />`), ["a", "b"]);
});

Deno.test("words in comments and in text are none", () => {
  assert.deepEqual(names(`// class="no"\n/** <p class="no"> */\n<p title="class">don't cx</p>`), []);
  assert.deepEqual(names(`<a href="https://example.org" class="a" />`), ["a"]);
});

Deno.test("brackets in arbitrary values survive", () => {
  assert.deepEqual(names("<p class=\"grid-cols-[36px_minmax(0,1fr)] before:content-['x']\" />"), [
    "grid-cols-[36px_minmax(0,1fr)]",
    "before:content-['x']",
  ]);
});

Deno.test("templates give their whole words; a glued name is refused", () => {
  assert.deepEqual(names("<p class={`a ${b} c`} />"), ["a", "c"]);
  assert.throws(() => names("<p class={`bg-${tone}`} />"), SyntaxError);
});

Deno.test("the line is that of the use", () => {
  assert.equal(collectClasses(`\n\n<p class="a" />`)[0]?.line, 3);
});
