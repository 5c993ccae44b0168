import assert from "node:assert/strict";
import { App, staticFiles } from "fresh";
import type { IslandPayload } from "./props.ts";
import type { Manifest } from "./snapshot.ts";
import { sampleSite } from "./testdata/site.ts";

/** The sample site, built, as a browser meets it. */
async function built() {
  const site = await sampleSite({
    stylesheet: () => Promise.resolve("body{background:url(/logo.svg)}"),
  });
  const manifest = await site.builder.build() as Manifest;
  const handler = new App({ root: site.root }).use(staticFiles()).fsRoutes().handler();
  const get = async (path: string) => await (await handler(new Request(`http://site.test${path}`))).text();
  return { manifest, get, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() };
}

const preloads = (html: string) =>
  [...html.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, url]) => url!);

Deno.test("a page sends the scripts of its islands, with the chunks they share, and no others", async () => {
  await using site = await built();
  const { boot, islands } = site.manifest;
  const scripts = new Set(
    [boot, ...Object.values(islands)].flatMap(({ url, imports }) => [url, ...imports]),
  );
  const html = await site.get("/");
  assert.deepEqual(new Set(preloads(html)), scripts);
  assert.equal(preloads(html).length, scripts.size);
  for (const url of scripts) assert.match(await site.get(url), /\S/, url);

  const bare = await site.get("/static-only");
  assert.deepEqual(preloads(bare), []);
  assert.doesNotMatch(bare, /<script|fresh:/);
});

Deno.test("nothing inline: one data script, one module from outside, no styles", async () => {
  await using site = await built();
  const html = await site.get("/");
  const scripts = [...html.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)].map(([, attributes]) => attributes);
  assert.deepEqual(scripts, [
    ` type="application/json" id="fresh-islands"`,
    ` type="module" src="${site.manifest.boot.url}"`,
  ]);
  assert.equal(html.match(/<script/g)!.length, 2);
  assert.doesNotMatch(html, /<style|style=|\son\w+=|javascript:|\snonce=/);
});

Deno.test("islands lie between comments, inner ones are part of the outer, and their props follow", async () => {
  await using site = await built();
  const html = await site.get("/");
  assert.match(
    html,
    /<!--fresh:0--><div class="counter">.*?<\/div><!--\/fresh--><!--fresh:1--><span class="display"/,
  );
  assert.equal(html.match(/<!--fresh:/g)!.length, 3);
  assert.equal(html.match(/class="display"/g)!.length, 2);
  const payload = JSON.parse(/id="fresh-islands">([^<]*)</.exec(html)![1]!) as IslandPayload;
  assert.deepEqual(payload.islands.map(([, name]) => name), ["default", "Display", "default"]);
  assert.deepEqual(payload.plain, [null, null, { label: "</script><script>alert(1)</script>" }]);
});

Deno.test("head elements of page, island and app come together, each once", async () => {
  await using site = await built();
  const head = /<head>(.*)<\/head>/.exec(await site.get("/"))![1]!;
  assert.match(head, /^<meta charset="utf-8"\/>/);
  assert.deepEqual(head.match(/<title>.*?<\/title>/g), ["<title>Home</title>"]);
  assert.deepEqual(head.match(/<meta name="description"[^>]*>/g), [
    `<meta name="description" content="of the page"/>`,
  ]);
  assert.match(head, /<meta name="island" content="form"\/>/);
  assert.match(head, /<link rel="stylesheet" href="\/_fresh\/css\/styles-\w+\.css">/);
  const other = /<head>(.*)<\/head>/.exec(await site.get("/static-only"))![1]!;
  assert.match(other, /<title>The app<\/title>/);
  assert.doesNotMatch(other, /Home|name="island"/);
});

Deno.test("static files are linked at their hashed address, in pages, islands and styles", async () => {
  await using site = await built();
  const logo = site.manifest.assets["/logo.svg"]!;
  assert.match(logo, /^\/_fresh\/logo-\w{10}\.svg$/);
  const html = await site.get("/");
  assert.equal(html.split(`"${logo}"`).length, 4);
  assert.doesNotMatch(html, /"\/logo\.svg"/);
  assert.match(await site.get(site.manifest.stylesheets[0]!), new RegExp(`url\\(${logo}\\)`));
  const { url, imports } = site.manifest.islands["islands/Form.tsx"]!;
  assert.ok((await Promise.all([url, ...imports].map(site.get))).join().includes(logo));
  assert.match(await site.get("/logo.svg"), /<svg/);
  assert.match(await site.get(logo), /<svg/);
});

Deno.test("ids of an island are its own on the page", async () => {
  await using site = await built();
  const html = await site.get("/");
  assert.match(html, /<label for="P1-0">.*<button id="P1-0"/);
});

Deno.test("what travels for all pages stays small", async () => {
  await using site = await built();
  const script = await site.get(site.manifest.boot.url);
  const zipped = new Response(new Response(script).body!.pipeThrough(new CompressionStream("gzip")));
  assert.ok((await zipped.arrayBuffer()).byteLength <= 3 * 1024);
});
