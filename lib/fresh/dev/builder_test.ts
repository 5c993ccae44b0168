import assert from "node:assert/strict";
import { toFileUrl } from "../paths.ts";
import { App, type Snapshot, staticFiles } from "fresh";
import { BuildFailed } from "fresh/dev";
import { listFiles } from "../load.ts";
import type { Manifest } from "../snapshot.ts";
import { sampleSite } from "../testdata/site.ts";

const read = (root: string, { files }: Manifest, url: string) =>
  Deno.readTextFile(`${root}/_fresh/static/${files[url]!.file}`);

Deno.test("a build fails when a script would carry what is forbidden, naming who asked for it", async () => {
  await using site = await sampleSite({ forbidden: ["zod"] });
  await site.write(
    "lib/schema.ts",
    `import { z } from "zod";\nexport const limit = 5;\nexport const s = z.string();\n`,
  );
  await site.write(
    "islands/Bad.tsx",
    `import { limit } from "@/lib/schema.ts";\nexport default () => <p>{limit}</p>;\n`,
  );
  await assert.rejects(site.builder.build(), (error: Error) => {
    assert.ok(error instanceof BuildFailed);
    assert.match(error.message, /lib\/schema\.ts:1: "zod" must not reach the browser/);
    return true;
  });
  // Types cost nothing and are allowed.
  await site.write(
    "islands/Bad.tsx",
    `import type { s } from "@/lib/schema.ts";\nexport default (p: typeof s) => <p>{p}</p>;\n`,
  );
  assert.ok(await site.builder.build());
});

Deno.test("server modules of Fresh and Node are refused, submodules of what is forbidden too", async () => {
  await using site = await sampleSite({ forbidden: ["zod"] });
  for (
    const module of ["fresh", "fresh/dev", "preact-render-to-string", "zod/v4", "node:fs", "@/routes/no.ts"]
  ) {
    await site.write(
      "islands/Bad.tsx",
      `import * as m from "${module}";\nexport default () => <p>{m}</p>;\n`,
    );
    await assert.rejects(site.builder.build(), BuildFailed, module);
  }
});

Deno.test("names of the import map mean in scripts what they mean on the server", async () => {
  await using site = await sampleSite();
  await site.write(
    "deno.json",
    `{"imports": {"@/": "./", "words": "./lib/words.ts", "lines": "npm:devalue@6.0.3", "@s/sig": "npm:@preact/signals@2"}}`,
  );
  await site.write("lib/words.ts", `export const word = "from the map";`);
  await site.write(
    "islands/Map.tsx",
    `import { word } from "words"; import { word as same } from "@/lib/words.ts"; import { parse } from "lines";
     import { signal } from "@s/sig"; import { signal as real } from "@preact/signals"; import { h } from "preact";
     export default () => <p>{word}{same}{parse("1")}{String(signal === real)}{String(h)}</p>;`,
  );
  const manifest = await site.builder.build() as Manifest;
  const { url, imports } = manifest.islands["islands/Map.tsx"]!;
  const scripts = await Promise.all([url, ...imports].map((url) => read(site.root, manifest, url)));
  assert.match(scripts.join(), /from the map/);
  // One Preact for everybody: its code lies in one chunk only.
  assert.equal(scripts.filter((script) => script.includes("createElementNS")).length, 1);
});

Deno.test("what is imported on demand is no part of the first load, and a page can announce it", async () => {
  await using site = await sampleSite();
  await site.write("lib/later.ts", `export const later = "wanted later: چیزی";`);
  await site.write(
    "islands/Lazy.tsx",
    `export default () => <p onClick={() => import("../lib/later.ts").then(({ later }) => alert(later))} />;`,
  );
  const manifest = await site.builder.build() as Manifest;
  const { url, imports } = manifest.islands["islands/Lazy.tsx"]!;
  const first = await Promise.all([url, ...imports].map((url) => read(site.root, manifest, url)));
  assert.doesNotMatch(first.join(), /wanted later/);
  const address = manifest.assets["/lib/later.ts"]!;
  assert.equal([url, ...imports].includes(address), false);
  // Letters stand as they are: escapes would make them three times as long.
  assert.match(await read(site.root, manifest, address), /wanted later: چیزی/);
});

Deno.test("standalone scripts are one file at an address that stays", async () => {
  await using site = await sampleSite({ entries: { "widget.js": "lib/widget.ts", "sw.js": "lib/sw.ts" } });
  await site.write("lib/widget.ts", `import { h } from "preact"; console.log("widget", h);`);
  await site.write("lib/sw.ts", `self.addEventListener("push", () => console.log("push"));`);
  const manifest = await site.builder.build() as Manifest;
  const widget = manifest.files["/widget.js"]!;
  assert.equal(widget.immutable, false);
  const script = await read(site.root, manifest, "/widget.js");
  assert.match(script, /^"use strict";\(\(\)=>\{|^\(\(\)=>\{/);
  assert.doesNotMatch(script, /\bimport\s*[{"]|\bexport\s/);
  const app = new App({ root: site.root }).use(staticFiles());
  const response = await app.get("/x", (ctx) => ctx.text("")).fsRoutes().handler()(
    new Request("http://a.test/sw.js"),
  );
  assert.match(await response.text(), /push/);
  assert.equal(response.headers.get("cache-control"), "public, no-cache");
});

Deno.test("a standalone script is told at which hashed addresses those before it lie, and may be a module", async () => {
  const entries = { "panel.mjs": "lib/panel.ts", "widget.js": "lib/widget.ts" };
  await using site = await sampleSite({ entries });
  await site.write("lib/panel.ts", `export const panel = () => "the panel";`);
  await site.write(
    "lib/widget.ts",
    `declare const FRESH_ENTRIES: Record<string, string>; import("https://a.test" + FRESH_ENTRIES["panel.mjs"]);`,
  );
  const manifest = await site.builder.build() as Manifest;
  const address = /\/_fresh\/panel-\w+\.mjs/.exec(await read(site.root, manifest, "/widget.js"))?.[0];
  const { immutable, type } = manifest.files[address!]!;
  assert.deepEqual([immutable, type], [true, "text/javascript; charset=utf-8"]);
  assert.equal(manifest.files["/panel.mjs"]!.immutable, false);
  assert.match(await read(site.root, manifest, address!), /the panel.*export\s*\{/s);
});

Deno.test("a build is stale when a source changed, came or went, and only then", async () => {
  await using site = await sampleSite();
  const { builder } = site;
  assert.ok(builder.isStale());
  await builder.build();
  assert.ok(!builder.isStale());
  assert.equal(await builder.build({ ifStale: true }), null);
  // Another kind of build.
  assert.ok(builder.isStale("development"));
  // A new time alone is no change.
  const island = `${site.root}/islands/Form.tsx`;
  await Deno.utime(island, new Date(), new Date(Date.now() + 5000));
  assert.ok(!builder.isStale());
  // A change of the same length, and one of a file that only scripts import.
  for (const file of ["islands/Form.tsx", "components/Label.tsx"]) {
    const text = await Deno.readTextFile(`${site.root}/${file}`);
    await site.write(file, text.replace("class", "clasz").replace("for=", "fro="));
    assert.ok(builder.isStale(), file);
    await site.write(file, text);
    assert.ok(!builder.isStale(), file);
  }
  await site.write("routes/new.ts", "export const handler = () => new Response('new');");
  assert.ok(builder.isStale());
  await Deno.remove(`${site.root}/routes/new.ts`);
  assert.ok(!builder.isStale());
  await site.write("routes/new_test.ts", "");
  assert.ok(!builder.isStale());
  await Deno.remove(`${site.root}/static/robots.txt`);
  assert.ok(builder.isStale());
});

Deno.test("a build that fails leaves the former one as it was", async () => {
  await using site = await sampleSite();
  const manifest = await site.builder.build() as Manifest;
  await site.write("islands/Form.tsx", "export default () => <p>;");
  await assert.rejects(site.builder.build(), /islands\/Form\.tsx:1/);
  assert.deepEqual(JSON.parse(await Deno.readTextFile(`${site.root}/_fresh/manifest.json`)), manifest);
  assert.match(await read(site.root, manifest, manifest.boot.url), /\S/);
  assert.ok(site.builder.isStale());
});

Deno.test("the former build's files stay for servers that run on it, older ones go", async () => {
  await using site = await sampleSite();
  const versions: Manifest[] = [];
  for (const word of ["first", "second", "third"]) {
    await site.write(
      "components/Label.tsx",
      `export const Label = (p: { id: string }) => <label for={p.id}>${word}</label>;`,
    );
    versions.push(await site.builder.build() as Manifest);
  }
  const script = (manifest: Manifest) => manifest.islands["islands/Counter.tsx"]!.url;
  assert.equal(new Set(versions.map(script)).size, 3);
  assert.equal(new Set(versions.map(({ version }) => version)).size, 3);
  const there = listFiles(`${site.root}/_fresh/static`);
  for (const [i, expected] of [false, true, true].entries()) {
    assert.equal(there.includes(versions[i]!.files[script(versions[i]!)]!.file), expected);
  }
  assert.deepEqual(there.filter((file) => file.includes(".tmp")), []);
});

Deno.test("the same sources give the same build", async () => {
  await using a = await sampleSite();
  await using b = await sampleSite();
  assert.deepEqual(await a.builder.build(), await b.builder.build());
});

Deno.test("several who want the same build get one", async () => {
  await using site = await sampleSite();
  const builds = await Promise.all([1, 2, 3].map(() => site.builder.build({ ifStale: true })));
  assert.equal(builds.filter((manifest) => manifest !== null).length, 1);
});

Deno.test("the snapshot module holds all that an executable needs", async () => {
  await using site = await sampleSite();
  await site.builder.build();
  const { default: snapshot } = await import(toFileUrl(`${site.root}/_fresh/snapshot.ts`)) as {
    default: Snapshot;
  };
  // From elsewhere: nothing is read from a root.
  const handler = new App({ snapshot, root: "/nowhere" }).use(staticFiles()).fsRoutes().handler();
  const get = async (path: string) => await (await handler(new Request(`http://site.test${path}`))).text();
  assert.match(await get("/"), /<!--fresh:0-->/);
  assert.match(await get("/docs/1"), /"version":"1"/);
  assert.match(await get("/logo.svg"), /<svg/);
  assert.match(await get("/about"), /<section><p>About/);
});

Deno.test("files of packages are served beside those of the project", async () => {
  await using site = await sampleSite({ assets: [{ from: "./lib/data.json", to: "data/x.json" }] });
  await site.write("lib/data.json", "{}");
  const manifest = await site.builder.build() as Manifest;
  assert.equal(await read(site.root, manifest, manifest.assets["/data/x.json"]!), "{}");
  await using other = await sampleSite({ assets: [{ from: "no-such-package/x.woff2", to: "x.woff2" }] });
  await assert.rejects(other.builder.build(), /No package has the file no-such-package/);
});

Deno.test("a development build is readable and reloads, a production build does neither", async () => {
  await using site = await sampleSite();
  const production = await site.builder.build() as Manifest;
  assert.equal(production.reload, null);
  assert.doesNotMatch(JSON.stringify(production), /\.map"|reload-/);
  const development = await site.builder.build({ mode: "development" }) as Manifest;
  assert.match(await read(site.root, development, development.reload!), /EventSource/);
  assert.ok(Object.keys(development.files).some((url) => url.endsWith(".js.map")));
  const html = async (mode: "development" | "production") => {
    const app = new App({ root: site.root, mode }).use(staticFiles()).fsRoutes();
    return await (await app.handler()(new Request("http://site.test/about"))).text();
  };
  assert.match(await html("development"), new RegExp(`src="${development.reload}"`));
  assert.doesNotMatch(await html("production"), /<script/);
});

Deno.test("a report tells sizes of islands, of what all share, and of styles", async () => {
  await using site = await sampleSite({ stylesheet: () => Promise.resolve("a{b:c}") });
  const manifest = await site.builder.build() as Manifest;
  const report = await site.builder.report(manifest);
  for (const name of ["islands/Counter.tsx", "boot alone", "all scripts", "/_fresh/css/styles-"]) {
    assert.match(report, new RegExp(`${name}.*KB  gzip +\\d+\\.\\d KB`));
  }
});

Deno.test("a place that takes no build is told as a failed build", async () => {
  await using site = await sampleSite();
  await site.write("_fresh", "a file where the folder should be");
  await assert.rejects(site.builder.build(), BuildFailed);
});
