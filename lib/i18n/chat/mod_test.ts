import assert from "node:assert/strict";
import { chatText, chatTextSource } from "./mod.ts";

Deno.test("a server has the words of all languages, and tells where those of one are", async () => {
  for (const locale of ["fa", "en"] as const) {
    assert.equal(chatText(locale), (await import(`./${locale}.ts`))[locale]);
    const source = new URL(`../../..${chatTextSource(locale)}`, import.meta.url);
    assert((await Deno.stat(source)).isFile);
  }
  assert.notEqual(chatText("fa"), chatText("en"));
});
