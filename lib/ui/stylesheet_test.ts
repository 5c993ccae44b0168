import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { stop } from "esbuild";
import { buildStylesheet, requireOneMeaning, utilitiesCss } from "./stylesheet.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const BUDGET = 16 * 1024;

const css = (...names: string[]): string =>
  utilitiesCss(new Map(names.map((name) => [name, "x.tsx:1"])), new Set(["prose"]));

Deno.test("colours are tokens and never values", () => {
  assert.match(css("bg-surface-1"), /background-color:var\(--surface-1\)/);
  assert.match(css("text-muted"), /color:var\(--text-muted\)/);
  assert.match(css("hover:bg-accent-hover"), /:hover\{background-color:var\(--accent-hover\)\}/);
});

Deno.test("sizes of text bring the leading of the script", () => {
  assert.match(css("text-15"), /font-size:0\.9375rem;line-height:var\(--l-15\)/);
});

Deno.test("logical utilities follow the direction", () => {
  assert.match(css("ms-2"), /margin-inline-start:8px/);
  assert.match(css("-me-2"), /margin-inline-end:-8px/);
  assert.match(css("ps-2.5"), /padding-inline-start:10px/);
  assert.match(css("end-[3px]"), /inset-inline-end:3px/);
  assert.match(css("border-s"), /border-inline-start-width:1px/);
  assert.match(css("rounded-e-lg"), /border-start-end-radius:12px;border-end-end-radius:12px/);
  assert.match(css("text-start"), /text-align:start/);
  assert.match(css("size-11"), /width:44px;height:44px/);
  assert.match(css("h-dvh"), /height:100dvh/);
  assert.match(css("line-clamp-2"), /-webkit-line-clamp:2/);
  assert.match(css("coarse:min-h-11"), /@media \(pointer:coarse\)/);
});

Deno.test("what means nothing is refused, with the place", () => {
  for (
    const name of ["bg-surfce-1", "nonsense", "text-[", "p-13", "text-18", "hovr:flex", "ms-", "bg-red-500"]
  ) {
    assert.throws(() => css("grid", name), (error: Error) => {
      assert.ok(error.message.includes(`${name} (x.tsx:1)`), error.message);
      assert.ok(!error.message.includes("grid ("), "only what is wrong is named");
      return true;
    });
  }
  assert.equal(css("prose", "group"), "");
});

Deno.test("the order of files and names changes no byte", () => {
  assert.equal(css("flex", "ms-2", "px-3", "hover:flex"), css("hover:flex", "px-3", "ms-2", "flex"));
});

Deno.test("one side may differ from both: a shorthand comes first", () => {
  const both = css("ps-2", "px-3");
  assert.ok(both.indexOf("padding-left") < both.indexOf("padding-inline-start"), both);
});

Deno.test("the whole stylesheet is within its budget and holds what pages rely on", async () => {
  const whole = await buildStylesheet(ROOT);
  const size = gzipSync(whole).length;
  assert.ok(size <= BUDGET, `${size} bytes gzipped`);
  assert.equal(await buildStylesheet(ROOT), whole);
  for (
    const part of [
      "@font-face",
      "size-adjust:95%",
      "font-display:swap",
      "[data-theme=dark]",
      "prefers-reduced-motion",
      ".prose:dir(rtl)",
      // A sheet of ours that names a utility would stand in its place.
      ".text-muted{",
    ]
  ) {
    assert.ok(whole.includes(part), part);
  }
  // Nothing comes from anywhere else.
  assert.doesNotMatch(whole, /https?:|@import/);
  await stop();
});

Deno.test("a typo in a component fails the build by file and line", async () => {
  const root = await mkdtemp(join(tmpdir(), "stylesheet-"));
  try {
    await mkdir(join(root, "components"));
    await writeFile(
      join(root, "components/A.tsx"),
      `export const A = () => (\n  <p class="flex bg-acent" />\n);`,
    );
    await assert.rejects(buildStylesheet(root), /No such class: bg-acent \(components\/A\.tsx:2\)/);
  } finally {
    await rm(root, { recursive: true });
    await stop();
  }
});

Deno.test("a sheet written by hand that names a utility is refused: pages would lose it", () => {
  assert.throws(() => requireOneMeaning(["prose", "text-muted", "flex-1"]), /text-muted, flex-1$/);
  requireOneMeaning(["prose", "ring", "bub-text"]);
});
