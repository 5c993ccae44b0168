import assert from "node:assert/strict";
import { digits, dir, fileSize, type Locale, negotiate, number } from "./mod.ts";

Deno.test("what was chosen in this browser goes before the profile, the browser's wish and the workspace", () => {
  assert.equal(negotiate("en", "fa", "fa", "fa"), "en");
  assert.equal(negotiate(null, "en", "fa", "fa"), "en");
  assert.equal(negotiate(null, null, "en-GB,en;q=0.9", "fa"), "en");
  assert.equal(negotiate(null, null, null, "en"), "en");
  assert.equal(negotiate(null, null, null), "fa");
});

Deno.test("a language that is none of ours counts for nothing", () => {
  assert.equal(negotiate("de", "fr", "de-DE,de;q=0.9", "fa"), "fa");
  assert.equal(negotiate("<script>", undefined, "", "en"), "en");
});

Deno.test("of the browser's wishes the strongest one wins, and zero refuses", () => {
  const wish = (header: string): Locale => negotiate(null, null, header, "fa");
  assert.equal(wish("fa;q=0.5, en;q=0.8"), "en");
  assert.equal(wish("de, fa-IR;q=0.7, en;q=0.3"), "fa");
  assert.equal(wish("en;q=0"), "fa");
  assert.equal(wish("en;q=nonsense"), "fa");
  assert.equal(wish("en;q=7"), "fa");
  assert.equal(wish("x".repeat(100_000) + ",en"), "fa");
});

Deno.test("Persian is written from the right", () => {
  assert.equal(dir("fa"), "rtl");
  assert.equal(dir("en"), "ltr");
});

Deno.test("digits change and nothing else does", () => {
  assert.equal(digits("fa", "۱۰:26 (v2)"), "۱۰:۲۶ (v۲)");
  assert.equal(digits("fa", 1404), "۱۴۰۴");
  assert.equal(digits("en", 1404), "1404");
});

Deno.test("amounts are grouped as each language does", () => {
  assert.equal(number("en", 12345), "12,345");
  assert.equal(number("fa", 12345), "۱۲٬۳۴۵");
});

Deno.test("sizes of files have a decimal only where it tells something", () => {
  assert.equal(fileSize("en", 3 * 1024 * 1024), "3.0 MB");
  assert.equal(fileSize("fa", 3 * 1024 * 1024), "۳٫۰ مگابایت");
  assert.equal(fileSize("en", 240 * 1024), "240 KB");
  assert.equal(fileSize("en", 12), "12 bytes");
  assert.equal(fileSize("en", 7 * 1024 ** 6), `${number("en", 7 * 1024 ** 2)}.0 TB`.replace(".0", ""));
});
