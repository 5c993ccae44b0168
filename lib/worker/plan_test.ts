import assert from "node:assert/strict";
import { assetsOf, marked, picturesOf, type Plan, planFor } from "./plan.ts";

const ORIGIN = "https://chat.test";
const plan = (
  path: string,
  method = "GET",
  mode: RequestMode = "cors",
  destination: RequestDestination = "",
): Plan => planFor({ method, mode, destination, url: ORIGIN + path }, ORIGIN);

Deno.test("nothing of the API is ever kept, nor what is another site's", () => {
  for (const path of ["/api/auth/me", "/api/messages", "/api/v1/users?q=a", "/ws", "/files/12/cat.png"]) {
    assert.equal(plan(path), "pass", path);
    assert.equal(plan(path, "GET", "navigate"), "visit", path);
  }
  const foreign = { method: "GET", mode: "cors", destination: "script" } as const;
  assert.equal(planFor({ ...foreign, url: "https://else.test/_fresh/a.js" }, ORIGIN), "pass");
  assert.equal(plan("/chat", "POST", "navigate"), "pass");
});

Deno.test("whoever comes or goes has what was kept thrown away, by page and by program", () => {
  for (const path of ["/login", "/logout", "/register", "/setup", "/reset-password", "/logout/"]) {
    assert.equal(plan(path, "POST", "navigate"), "forget", path);
    // To look at a door is not yet to go through it.
    assert.equal(plan(path, "GET", "navigate"), "visit", path);
  }
  for (const path of ["/api/auth/logout", "/api/v1/auth/login/", "/api/auth/register"]) {
    assert.equal(plan(path, "POST"), "forget", path);
  }
  assert.equal(plan("/api/auth/refresh", "POST"), "pass");
});

Deno.test("pages of the chat are kept; others are only visited", () => {
  assert.equal(plan("/chat", "GET", "navigate"), "page");
  assert.equal(plan("/chat/list/", "GET", "navigate"), "page");
  assert.equal(plan("/chat/c/17", "GET", "navigate"), "page");
  assert.equal(plan("/chat/c/17/opening"), "pass");
  assert.equal(plan("/chat/people/17", "GET", "navigate"), "visit");
  assert.equal(plan("/settings/profile", "GET", "navigate"), "visit");
  // What a script fetches of them is not a visit.
  assert.equal(plan("/chat"), "pass");
});

Deno.test("built files are told by their place, pictures by what they are for", () => {
  assert.equal(plan("/_fresh/js/Chat-ab12.js"), "asset");
  assert.equal(plan("/_fresh/alive"), "pass");
  assert.equal(plan("/files/12/thumbnail", "GET", "no-cors", "image"), "picture");
  assert.equal(plan("/files/12/film.mp4", "GET", "no-cors", "video"), "pass");
  assert.equal(plan("/sw.js"), "pass");
});

Deno.test("a page names what it is made of, and is marked when it is shown later", () => {
  const html = '<html lang="fa"><link href="/_fresh/a.css"><script src="/_fresh/b.js"></script>' +
    '<a href="/chat">x</a><link href="/_fresh/a.css">';
  assert.deepEqual(assetsOf(html), ["/_fresh/a.css", "/_fresh/b.js"]);
  const shown = '<img src="/files/1/thumbnail"><a href="/files/2/b.jpg"><img src="/files/1/thumbnail">';
  assert.deepEqual(picturesOf(shown), ["/files/1/thumbnail"]);
  assert.match(marked(html, 17), /^<html data-kept="17" lang="fa">/);
});
