import assert from "node:assert/strict";
import { App } from "fresh";
import { fsCommands, isRouteFile, pathToPattern } from "./fs_routes.ts";
import type { LoadedModule } from "./snapshot.ts";

const root = new URL("./testdata/site/", import.meta.url);

/** The sample site without a build: pages are complete, nothing moves. */
function sample() {
  const handler = new App({ root }).fsRoutes().handler();
  return async (path: string, init?: RequestInit): Promise<[number, string, Headers]> => {
    const response = await handler(new Request(`http://site.test${path}`, init));
    return [response.status, await response.text(), response.headers];
  };
}

async function silently<T>(run: () => Promise<T>): Promise<T> {
  const { error } = console;
  console.error = () => {};
  try {
    return await run();
  } finally {
    console.error = error;
  }
}

Deno.test("names of files as patterns", () => {
  const cases: [string, string][] = [
    ["index.ts", "/"],
    ["about.tsx", "/about"],
    ["blog/index.ts", "/blog"],
    ["blog/[slug].ts", "/blog/:slug"],
    ["blog/[slug]/comments.ts", "/blog/:slug/comments"],
    ["old/[...path].ts", "/old/:path*"],
    ["docs/[[version]]/index.ts", "/docs{/:version}?"],
    ["(group)/a/(inner)/b.tsx", "/a/b"],
    ["(group)/index.tsx", "/"],
    ["feeds/[id].json.ts", "/feeds/:id.json"],
  ];
  for (const [file, pattern] of cases) assert.equal(pathToPattern(file), pattern, file);
  assert.throws(() => pathToPattern("a/[not-a-name].ts"), /no pattern/);
});

Deno.test("files that are routes, and files beside them that are not", () => {
  for (const file of ["a.ts", "(g)/b.tsx", "c/_layout.tsx", "d.jsx"]) assert.ok(isRouteFile(file), file);
  for (
    const file of ["a_test.ts", "a.test.tsx", "(_components)/A.tsx", "x/(_islands)/I.tsx", "a.css", "a.d.ts"]
  ) {
    assert.ok(!isRouteFile(file), file);
  }
});

Deno.test("pages stand in their layouts and the app, and answer GET and HEAD alone", async () => {
  const get = sample();
  const [status, html, headers] = await get("/static-only");
  assert.equal(status, 200);
  assert.match(html, /^<!DOCTYPE html><html lang="en" dir="rtl"><head><meta charset="utf-8"\/>/);
  assert.match(
    html,
    /<body class="site"><main data-path="\/static-only"><p>No island<\/p><\/main><\/body><\/html>$/,
  );
  assert.equal(headers.get("x-seen"), "root");
  assert.equal((await get("/static-only", { method: "HEAD" }))[1], "");
  assert.equal((await get("/static-only", { method: "POST" }))[0], 405);
});

Deno.test("without a build no script is sent and no island is marked", async () => {
  const [, html] = await sample()("/");
  assert.doesNotMatch(html, /<script|<!--|modulepreload|stylesheet/);
  assert.match(html, /<div class="counter">/);
});

Deno.test("groups have a layout of their own without a part in the address", async () => {
  const get = sample();
  assert.match((await get("/about"))[1], /<body class="site"><section><p>About<\/p><\/section><\/body>/);
  assert.match((await get("/bare"))[1], /<body><p>Bare<\/p><\/body>/);
  assert.equal((await get("/(plain)/about"))[0], 404);
  assert.equal((await get("/Card"))[0], 404);
});

Deno.test("middlewares of a folder guard it, and unknown paths below it", async () => {
  const get = sample();
  const [status, html, headers] = await get("/admin");
  assert.equal(status, 404);
  assert.match(html, /Nothing here/);
  assert.doesNotMatch(html, /<p>Admin<\/p>/);
  assert.equal(headers.get("x-seen"), "root,admin");
  assert.equal((await get("/admin", { headers: { "x-admin": "1" } }))[0], 200);
  assert.equal((await get("/admin/unknown"))[2].get("x-seen"), "root,admin");
  assert.equal((await get("/administer"))[2].get("x-seen"), "root");
});

Deno.test("the nearest error page answers, without a word of what happened", async () => {
  const get = sample();
  await silently(async () => {
    const [status, html] = await get("/boom");
    assert.equal(status, 500);
    assert.match(html, /<main data-path="\/boom"><p class="error">Error 500<\/p><\/main>/);
    assert.doesNotMatch(html, /secret/);
    const inner = await get("/admin/boom", { headers: { "x-admin": "1" } });
    assert.match(inner[1], /Admin error/);
    // Middlewares further out see the page, not the error.
    assert.equal(inner[2].get("x-seen"), "root,admin");
  });
  const [status, html] = await get("/nowhere");
  assert.equal(status, 404);
  assert.match(html, /<p class="missing">Nothing here<\/p>/);
  assert.equal((await get("/async?gone"))[0], 404);
  assert.equal((await get("/async?away"))[2].get("location"), "/");
});

Deno.test("parameters, rests, optional segments, overrides", async () => {
  const get = sample();
  const cases: [string, unknown][] = [
    ["/users/7", { id: "7" }],
    ["/users/7/", { id: "7" }],
    ["/docs", [{}, "/docs{/:version}?"]],
    ["/docs/2", [{ version: "2" }, "/docs{/:version}?"]],
    ["/files/a/b%20c", { path: "a/b c" }],
    ["/x/mod@1", { module: "mod", version: "1" }],
  ];
  for (const [path, expected] of cases) assert.deepEqual(JSON.parse((await get(path))[1]), expected, path);
  assert.equal((await get("/users/me"))[1], "me");
  assert.equal((await get("/users/7", { method: "DELETE" }))[0], 204);
  assert.equal((await get("/x/mod@1", { method: "PUT" }))[0], 200);
  assert.equal((await get("/x/mod@1", { method: "POST" }))[0], 405);
  assert.equal((await get("/over"))[0], 404);
});

Deno.test("mounted below a path, with other routes beside", async () => {
  const handler = new App({ root, basePath: "/base" }).get("/static-only", (ctx) => ctx.text("mine"))
    .fsRoutes("/site").handler();
  const text = async (path: string) => await (await handler(new Request(`http://site.test${path}`))).text();
  assert.equal(await text("/base/static-only"), "mine");
  assert.match(await text("/base/site/static-only"), /No island/);
  assert.equal(
    (await handler(new Request("http://site.test/base/site/users/1"))).headers.get("x-seen"),
    "root",
  );
});

Deno.test("files that cannot be what their name says are refused at the start", () => {
  const cases: [string, Record<string, unknown>, RegExp][] = [
    ["a.ts", {}, /neither handlers nor a page/],
    ["_layout.tsx", {}, /no default export/],
    ["_middleware.ts", { handler: "x" }, /no middleware/],
    ["_midleware.ts", { handler: () => {} }, /reserved/],
  ];
  for (const [file, exports, message] of cases) {
    assert.throws(() => fsCommands([[file, exports] as LoadedModule], ""), message);
  }
});
