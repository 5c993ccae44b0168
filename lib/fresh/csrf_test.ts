import assert from "node:assert/strict";
import { App, csrf, type CsrfOptions } from "fresh";

type Case = [method: string, headers: Record<string, string>, status: number];

async function check(options: CsrfOptions<unknown> | undefined, cases: Case[]): Promise<void> {
  const handler = new App().use(csrf(options)).all("/", (ctx) => ctx.text("ok")).handler();
  for (const [method, headers, status] of cases) {
    const response = await handler(new Request("http://site.test/", { method, headers }));
    assert.equal(response.status, status, JSON.stringify([method, headers]));
  }
}

Deno.test("lets the own site and what is no browser write, nobody else", async () => {
  await check(undefined, [
    ["GET", { "sec-fetch-site": "cross-site", origin: "http://evil.test" }, 200],
    ["POST", {}, 200],
    ["POST", { "sec-fetch-site": "same-origin" }, 200],
    ["POST", { "sec-fetch-site": "none" }, 200],
    ["POST", { "sec-fetch-site": "same-site" }, 403],
    ["POST", { "sec-fetch-site": "cross-site" }, 403],
    ["DELETE", { "sec-fetch-site": "cross-site", origin: "http://site.test" }, 403],
    ["POST", { origin: "http://site.test" }, 200],
    ["POST", { origin: "https://site.test" }, 403],
    ["POST", { origin: "http://site.test:81" }, 403],
    ["POST", { origin: "http://evil.test" }, 403],
    ["POST", { origin: "null" }, 403],
    ["PUT", { origin: "http://site.test.evil.test" }, 403],
    ["PATCH", { origin: "" }, 403],
  ]);
});

Deno.test("other origins by name, by list, by a function", async () => {
  const friend = { "sec-fetch-site": "cross-site", origin: "https://friend.test" };
  const evil = { "sec-fetch-site": "cross-site", origin: "https://evil.test" };
  const cases: Case[] = [["POST", friend, 200], ["POST", evil, 403]];
  await check({ origin: "https://friend.test" }, cases);
  await check({ origin: ["https://a.test", "https://friend.test"] }, cases);
  await check({ origin: (origin, ctx) => origin.includes("friend") && ctx.req.method === "POST" }, cases);
});
