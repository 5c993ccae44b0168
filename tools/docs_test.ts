import assert from "node:assert/strict";
import { withConfiguration } from "./docs.ts";

/** Tables are aligned by the formatter; their cells are what matters. */
const cells = (text: string) => text.replace(/-{3,}/g, "---").replace(/ *\| */g, "|");

Deno.test("the README's table of variables is the program's", async () => {
  const readme = await Deno.readTextFile(new URL("../README.md", import.meta.url));
  assert(readme.includes("`TRUST_PROXY`"), "run `deno task docs`");
  assert.equal(cells(readme), cells(withConfiguration(readme)), "run `deno task docs`");
});
