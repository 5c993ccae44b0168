/** What the first look at the chat costs on the line, in bytes. */
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { enter } from "./room.ts";

const KB = 1000;
/** From so many milliseconds after the page on nothing belongs to the first look. */
const LATER = 1000;

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const arash = await server.person("arash", { first_name: "آرش", last_name: "مرادی" });
for (let n = 1; n <= 60; n++) {
  const content =
    `پیام شمارهٔ ${n}: همان اندازه که مردم در یک گفتگوی روزانه می‌نویسند، با example.org/${n} در میانش.`;
  await arash.post("/api/messages", { content });
}

browserTest("scripts, stylesheet and page of the first load are within their budgets", async (stage) => {
  const room = await enter(stage, server, "leila");
  const { page } = room;
  const answers: Promise<readonly [path: string, text: string]>[] = [];
  const types: string[] = [];
  const origins = new Set<string>();
  page.on("response", (response) => {
    const { pathname, origin } = new URL(response.url());
    origins.add(origin);
    types.push(response.request().resourceType());
    if (!/\.(js|css)$/.test(pathname) && pathname !== "/chat") return;
    answers.push(response.text().then((text) => [pathname, text] as const));
  });
  // What is fetched a second or more after the page is not counted: on a slow machine it would be here by now.
  await page.addInitScript((later) => {
    const { setTimeout } = globalThis;
    const held = (done: () => void, delay = 0) => delay < later ? setTimeout(done, delay) : 0;
    Object.assign(globalThis, { setTimeout: held });
  }, LATER);
  await page.reload();
  await room.online();
  await page.waitForLoadState("networkidle");
  const fetched = new Map(await Promise.all(answers));
  assert.deepEqual([...origins], [server.url], "something came from elsewhere");
  const bytes = (pattern: RegExp) =>
    [...fetched].filter(([path]) => pattern.test(path)).reduce(
      (sum, [, text]) => sum + gzipSync(text).length,
      0,
    );

  const scripts = [...fetched.keys()].filter((path) => path.endsWith(".js"));
  assert(scripts.length >= 2, "the scripts were not seen");
  assert(bytes(/\.js$/) <= 60 * KB, `scripts of ${bytes(/\.js$/)} bytes`);
  assert(bytes(/\.css$/) > 0 && bytes(/\.css$/) <= 16 * KB, `a stylesheet of ${bytes(/\.css$/)} bytes`);
  assert.equal(await room.rows.count(), 50);
  // Whatever stands in the page's data twice would have it written, and read, five times as slowly.
  assert.match(fetched.get("/chat")!, /"rich":null/);
  assert(bytes(/^\/chat$/) <= 60 * KB, `a page of ${bytes(/^\/chat$/)} bytes`);
  // The validator of the server's edge is of no use in a browser and would be twice all the rest.
  const all = scripts.map((path) => fetched.get(path)).join("");
  for (const sign of ["ZodError", "ZodType", "invalid_union", "safeParse"]) {
    assert.equal(all.includes(sign), false, `zod has come along: ${sign}`);
  }
  // Each script once, all of them announced in the page: none is found only when another has come.
  const html = fetched.get("/chat")!;
  for (const path of scripts) assert(html.includes(path), `${path} is not preloaded`);
  assert(types.filter((type) => type === "font").length <= 2, `fonts: ${types}`);
  assert.deepEqual(types.filter((type) => type === "image" || type === "media"), []);
});
