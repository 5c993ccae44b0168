import assert from "node:assert/strict";
import type { Manifest } from "../snapshot.ts";
import { mergeChunks } from "./merge.ts";
import type { Piece } from "./merge.ts";
import { sampleSite } from "../testdata/site.ts";

function piece(name: string, imports: string[], root?: string, demands: string[] = []): Piece {
  return {
    name: `${name}-AAAA.js`,
    text: imports.map((one) => `import "./${one}-AAAA.js";`).join("") + `export const ${name} = "${name}";`,
    exports: [name],
    imports: imports.map((one) => `${one}-AAAA.js`),
    demands: demands.map((one) => `${one}-AAAA.js`),
    root,
  };
}

/** Two islands that share modules with each other and with what one of them loads on demand. */
const FILES = {
  "lib/state.ts": `export const state = { count: 0 };`,
  "lib/words.ts": `export const words = ["shared by both", "سلام"]; export const a = 1, b = 2;`,
  "lib/alone.ts": `export const alone = "only the first";`,
  "lib/late.ts": `import { state } from "@/lib/state.ts"; import { words, b } from "@/lib/words.ts";
    import { alone } from "@/lib/alone.ts";
    export const act = () => { state.count++; return [words, b, alone]; };`,
  "lib/later.ts": `import { alone } from "@/lib/alone.ts"; export { act } from "@/lib/late.ts";
    export const text = alone + " later";`,
  "islands/First.tsx": `import { state } from "@/lib/state.ts"; import { words, a } from "@/lib/words.ts";
    import { alone } from "@/lib/alone.ts";
    export const late = () => import("@/lib/late.ts"), later = () => import("@/lib/later.ts");
    export const seen = () => [state.count, words[1], a, alone];
    export default () => <p>{alone}</p>;`,
  "islands/Second.tsx": `import { words, b } from "@/lib/words.ts"; import { useState } from "preact/hooks";
    export const seen = () => [words, b, typeof useState]; export default () => <p>{words}</p>;`,
};

async function built() {
  const site = await sampleSite();
  for (const [file, text] of Object.entries(FILES)) await site.write(file, text);
  const manifest = await site.builder.build() as Manifest;
  const file = (url: string) => `${site.root}/_fresh/static/${manifest.files[url]!.file}`;
  const load = (url: string) => import(`file://${file(url)}`);
  return { site, manifest, file, load };
}

Deno.test("what was put together runs once, for islands and for what they load on demand", async () => {
  const { site, manifest, load } = await built();
  await using _ = site;
  const first = await load(manifest.islands["islands/First.tsx"]!.url);
  const second = await load(manifest.islands["islands/Second.tsx"]!.url);
  assert.deepEqual(first.seen(), [0, "سلام", 1, "only the first"]);
  const { act } = await first.late();
  assert.deepEqual(act(), [["shared by both", "سلام"], 2, "only the first"]);
  const later = await first.later();
  assert.equal(later.act, act);
  assert.equal(later.text, "only the first later");
  later.act();
  assert.equal(first.seen()[0], 2, "there is a second copy of the state");
  assert.equal(second.seen()[0], act()[0], "there is a second copy of the words");
});

Deno.test("a page gets few files, all of them announced, and nothing that it does not use", async () => {
  const { site, manifest, file } = await built();
  await using _ = site;
  const { url, imports } = manifest.islands["islands/Second.tsx"]!;
  assert.equal(new Set(imports).size, imports.length);
  const text = (await Promise.all([url, ...imports].map((each) => Deno.readTextFile(file(each))))).join("\n");
  assert.match(text, /shared by both/);
  assert.doesNotMatch(text, /only the first/);
  // Each import leads to a file there is, and those that are needed at once are named beforehand.
  const all = Object.keys(manifest.files).filter((each) => each.endsWith(".js"));
  for (const each of all) {
    const source = await Deno.readTextFile(file(each));
    for (const [, name] of source.matchAll(/(?:from|import\()\s*"\.\/([^"]+)"/g)) {
      assert(all.some((one) => one.endsWith(`/${name}`)), `${each} imports ${name}, which is not there`);
    }
    assert(!source.includes("سلام") || !source.includes("\\u0633"), "letters are escaped");
  }
  const first = manifest.islands["islands/First.tsx"]!;
  // Preact, signals, what both islands share, and what only the first does with what it loads later.
  assert(first.imports.length <= 4, `${first.imports}`);
});

Deno.test("the same sources give the same files; another layout gives all of them other names", async () => {
  const one = await built();
  const two = await built();
  await using _ = one.site;
  await using __ = two.site;
  const names = ({ manifest }: typeof one) =>
    Object.keys(manifest.files).filter((each) => each.endsWith(".js")).sort();
  assert.deepEqual(names(one), names(two));
  // What refers to other files by other names must not be taken for what it was.
  await two.site.write("lib/words.ts", FILES["lib/words.ts"].replace("shared by both", "changed"));
  const manifest = await two.site.builder.build() as Manifest;
  const before = one.manifest.islands["islands/First.tsx"]!, after = manifest.islands["islands/First.tsx"]!;
  assert.notEqual(before.url, after.url);
  assert.notDeepEqual(before.imports, after.imports);
});

Deno.test("a name stands for one content: what a browser keeps under it refers to nothing that is gone", async () => {
  // Two that one page loads become one with its script, which refers to what a second page loads as well.
  const pieces = [
    piece("first", ["a", "b"], "one"),
    piece("second", ["common"], "two"),
    ...[piece("a", ["common"]), piece("b", []), piece("common", [])],
  ];
  const before = await mergeChunks(pieces, { minify: true });
  // Elsewhere something is put together that was not.
  const elsewhere = [piece("third", ["c", "d"], "three"), piece("c", []), piece("d", [])];
  const after = await mergeChunks([...pieces, ...elsewhere], { minify: true });
  const known = new Map(before.files.map(({ name, content }) => [name, new TextDecoder().decode(content)]));
  assert.equal(known.size, 3, "three were put together");
  for (const { name, content } of after.files) {
    const text = new TextDecoder().decode(content);
    assert.equal(known.get(name) ?? text, text, name);
  }
});

Deno.test("what another page may want later is no part of the script of the one that has it at once", async () => {
  const pieces = [
    piece("first", [], "one", ["late"]),
    piece("second", ["lent", "own", "mine"], "two"),
    ...[piece("late", ["lent"]), piece("lent", []), piece("own", []), piece("mine", [])],
  ];
  const { files, nameOf } = await mergeChunks(pieces, { minify: true });
  const lent = nameOf("lent-AAAA.js"), second = nameOf("second-AAAA.js");
  assert.notEqual(lent, second);
  assert.equal(nameOf("own-AAAA.js"), second);
  const late = files.find(({ name }) => name === nameOf("late-AAAA.js"))!;
  assert.match(new TextDecoder().decode(late.content), new RegExp(lent));
  assert.doesNotMatch(new TextDecoder().decode(late.content), /second/);
});

Deno.test("of what lies in another file only that is imported which is used", async () => {
  const { site, manifest, file } = await built();
  await using _ = site;
  const scripts = Object.keys(manifest.files).filter((each) => each.endsWith(".js"));
  let imported = 0;
  for (const each of scripts) {
    const text = await Deno.readTextFile(file(each));
    for (const [, list] of text.matchAll(/import\s*\{([^}]*)\}\s*from/g)) {
      for (const one of list!.split(",").map((name) => name.trim().split(/\s+as\s+/).at(-1)!)) {
        imported++;
        const uses = text.split(new RegExp(`(?<![\\w$])${one.replaceAll("$", "\\$")}(?![\\w$])`)).length - 1;
        assert(uses > 1, `${each} imports ${one} for nothing`);
      }
    }
  }
  assert(imported > 3, "no import was seen");
});
