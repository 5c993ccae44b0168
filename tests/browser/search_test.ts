/** Looking for messages in the browser, with keys, fingers and without scripts. */
import assert from "node:assert/strict";
import { searchText } from "@/lib/i18n/search/mod.ts";
import { axe } from "../support/axe.ts";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { enter, eventually, roomOf } from "./room.ts";
import { lookFor } from "./search_states.ts";

const FAILED = /ERR_FAILED|ERR_INTERNET_DISCONNECTED|WebSocket connection to/;
const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const arash = await server.person("arash", { first_name: "آرش" });
const sara = await server.person("sara", { first_name: "سارا" });
await server.person("mina");
const first = (await sara.post("/api/messages", { content: "نخستین: می‌خوانم كتابِ ۱۴۰۳ را" })).body;
for (let n = 1; n <= 130; n++) await arash.post("/api/messages", { content: `کوره شمارهٔ ${n}` });
await sara.post("/api/messages", { content: "کوره از سارا" });
await server.app.indexing.settled();
const t = searchText("fa");

browserTest("Ctrl and K, words however spelled, arrows, Enter: there", async (stage) => {
  const room = await enter(stage, server, "mina");
  const { page } = room;
  assert.equal(await page.locator(`#m${first.seq}`).count(), 0, "it is far above");
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: t.field });
  await field.and(page.locator(":focus")).waitFor();
  await page.keyboard.type("میخو کتاب 1403");
  const option = page.getByRole("option");
  // What was found for the first words alone may be seen for a moment.
  await eventually(async () => {
    assert.deepEqual(await option.locator("mark").allTextContents(), ["می‌خو", "كتابِ", "۱۴۰۳"]);
  });
  // By colour alone: another weight would break the joining of letters.
  const weights = await option.locator("mark").first().evaluate((mark) => [
    getComputedStyle(mark).fontWeight,
    getComputedStyle(mark.parentElement!).fontWeight,
  ]);
  assert.equal(weights[0], weights[1]);
  await page.keyboard.press("ArrowDown");
  await eventually(async () => {
    assert.equal(await field.getAttribute("aria-activedescendant"), await option.getAttribute("id"));
    assert.equal(await option.getAttribute("aria-selected"), "true");
  });
  await page.keyboard.press("Enter");
  await page.locator(`#m${first.seq}`).waitFor();
  await eventually(async () => {
    assert.equal(await page.getByRole("dialog", { name: t.title }).count(), 0);
    const box = await page.locator(`#m${first.seq}`).boundingBox();
    assert(box && box.y > 0 && box.y < page.viewportSize()!.height, "it is in view");
  });

  // What was looked for stands there the next time, and is forgotten when one says so.
  await page.keyboard.press("Control+k");
  await page.getByRole("option", { name: "میخو کتاب 1403" }).click();
  await option.locator("mark").first().waitFor();
  await page.getByRole("button", { name: t.clear }).click();
  await page.getByRole("button", { name: t.forget }).click();
  await page.getByText(t.hint.title).waitFor();
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.getByRole("dialog").count(), 0));
});

browserTest("page after page comes by scrolling, down to the last", async (stage) => {
  const room = await enter(stage, server, "mina");
  const { page } = room;
  await lookFor(room, "کوره");
  const option = page.getByRole("option");
  await option.first().waitFor();
  assert.equal(await option.locator("mark").first().textContent(), "کوره");
  while (await page.getByText(t.end).count() === 0) {
    await option.last().scrollIntoViewIfNeeded();
    await page.locator(".finder-body").evaluate((body) => body.scrollTo(0, body.scrollHeight));
    await page.waitForTimeout(20);
  }
  assert.equal(await option.count(), 131);
  const ids = await option.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  assert.equal(new Set(ids).size, 131);
});

browserTest("conditions: a person, a day, what it has; taken away again", async (stage) => {
  const room = await enter(stage, server, "mina");
  const { page } = room;
  await lookFor(room, "کوره");
  const option = page.getByRole("option");
  await page.getByRole("button", { name: t.filters.person }).click();
  await page.getByRole("searchbox", { name: t.person.field }).fill("سار");
  await eventually(async () =>
    assert.equal(await page.getByRole("list", { name: t.person.label }).getByRole("button").count(), 1)
  );
  await page.keyboard.press("Enter");
  await eventually(async () => assert.deepEqual(await option.count(), 1));
  assert.match((await option.textContent())!, /کوره از سارا/);
  await page.getByRole("button", { name: t.filters.image }).click();
  await page.getByText(t.none.title).waitFor();
  await page.getByText(t.none.narrowed).waitFor();
  await page.getByRole("button", { name: t.none.widen }).click();
  await eventually(async () => assert(await option.count() > 10));

  await page.getByRole("button", { name: t.filters.dates }).click();
  await page.locator("table td button:enabled").last().click();
  // Escape leads out of the choice, and not out of the search.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: t.filters.dates }).waitFor();
  await eventually(async () => assert(await option.count() > 10));
});

browserTest("what does not go through says so, and goes through then", async (stage) => {
  const room = await enter(stage, server, "mina", { allow: [FAILED] });
  const { page } = room;
  await page.route("**/api/search?*", (route) => route.abort());
  await lookFor(room, "سارا");
  await page.getByText(t.failed.title).waitFor();
  await page.unroute("**/api/search?*");
  await page.getByRole("button", { name: t.failed.again }).click();
  await page.getByRole("option").first().waitFor();

  await page.context().setOffline(true);
  await page.getByRole("combobox").fill("کوره");
  await page.getByRole("dialog").getByText(t.offline.title).waitFor();
  // Nobody has to say it again.
  await page.context().setOffline(false);
  await page.getByRole("option").first().waitFor();
});

browserTest("on a phone it fills the screen, and one comes back", async (stage) => {
  const room = await enter(stage, server, "mina", { viewport: "phone" });
  const { page } = room;
  await lookFor(room, "سارا");
  await page.getByRole("option").first().waitFor();
  const { width, height } = page.viewportSize()!;
  // Once it has come to rest.
  await eventually(async () => {
    const box = await page.getByRole("dialog", { name: t.title }).boundingBox();
    assert.deepEqual(box, { x: 0, y: 0, width, height });
  });
  for (const button of await page.locator("dialog[open] button:visible").all()) {
    const { height } = (await button.boundingBox())!;
    assert(height >= 44, `${await button.textContent()}: ${height}`);
  }
  await page.getByRole("dialog").getByRole("button", { name: room.t.nav.back }).click();
  await eventually(async () => assert.equal(await page.getByRole("dialog").count(), 0));
});

browserTest("as a page it can be used by everybody", async (stage) => {
  for (const theme of ["light", "dark"] as const) {
    const { page } = await enter(stage, server, "mina", { viewport: "phone", theme });
    for (const query of ["", "?q=کوره", "?q=xyzzy"]) {
      await page.goto(`/chat/search${query}`);
      assert.deepEqual((await axe(page)).map(({ rule }) => rule), [], query);
    }
  }
});

browserTest("without scripts it is a page", async ({ newPerson }) => {
  const person = await newPerson({
    ...{ name: "mina", baseURL: server.url, javaScript: false },
    // What is no question is answered as one.
    allow: [/status of 400/],
  });
  const room = roomOf(person);
  const { page } = person;
  await page.goto("/login");
  await page.locator("[name=email]").fill("mina@peyk.test");
  await page.locator("[name=password]").fill("mina-password");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/chat");
  await page.getByRole("link", { name: room.t.nav.search }).click();
  await page.locator("[name=q]").fill("کوره");
  await page.getByRole("button", { name: t.go }).click();
  const found = page.getByRole("list", { name: t.results }).getByRole("link");
  await eventually(async () => assert.equal(await found.count(), 20));
  const first_page = page.url();
  await page.getByRole("link", { name: t.older }).click();
  await page.waitForURL((url) => url.href !== first_page);
  assert.equal(await found.count(), 20);

  await page.locator("[name=q]").fill("میخوانم");
  await page.keyboard.press("Enter");
  await page.getByText(t.end).waitFor();
  await page.waitForLoadState();
  assert.deepEqual(await found.locator("mark").allTextContents(), ["می‌خوانم"]);
  await found.click();
  await page.locator(`#m${first.seq}`).waitFor();
  await page.goto("/chat/search?q=***");
  await page.getByRole("alert").waitFor();
});
