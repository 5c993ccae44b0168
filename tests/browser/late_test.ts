/** What is done to parts of the page before their script has come. */
import assert from "node:assert/strict";
import type { Route } from "playwright-core";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { enter, eventually, holds } from "./room.ts";
import type { Room } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());
for (const name of ["arash", "bahar", "golnar"]) await server.person(name);

const WIDE = { locale: "en", viewport: { width: 1440, height: 900 } } as const;

/** Opens the page anew: scripts that it does not itself come with wait until they are let through, or fail. */
async function scriptsWait({ page, online }: Room) {
  const html = await page.content();
  const waiting: Route[] = [];
  let ended = false;
  await page.route(/\/_fresh\/js\//, async (route) => {
    const is_first = html.includes(new URL(route.request().url()).pathname);
    if (is_first || ended) await route.continue();
    else waiting.push(route);
  });
  await page.reload();
  await online();
  return {
    asked: () => eventually(() => assert(waiting.length > 0)),
    async end(how: "continue" | "abort") {
      ended = true;
      await Promise.all(waiting.splice(0).map((route) => route[how]()));
    },
  };
}

browserTest(
  "a menu that is pressed before its script is there opens with it, at its place",
  async (stage) => {
    const room = await enter(stage, server, "leila", WIDE);
    const { page, t } = room;
    const scripts = await scriptsWait(room);
    const menu = page.locator("#account");
    await page.getByRole("button", { name: t.nav.account }).click();
    await page.keyboard.press("ArrowDown");
    await scripts.asked();
    assert.equal(await menu.isVisible(), false);
    await scripts.end("continue");
    await menu.waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("role"));
    await eventually(async () => assert.match(await focused() ?? "", /^menuitem/));
    await eventually(async () => {
      const [button, list] = await Promise.all([
        page.getByRole("button", { name: t.nav.account }).boundingBox(),
        menu.boundingBox(),
      ]);
      assert(list!.y + list!.height <= button!.y + button!.height + 60, "it stands beside its button");
    });
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "hidden" });
  },
);

browserTest("what is typed into a search before its script is there is searched for", async (stage) => {
  const room = await enter(stage, server, "sara", WIDE);
  const { page, t } = room;
  const scripts = await scriptsWait(room);
  const field = page.getByRole("searchbox", { name: t.members.search });
  const names = () => page.locator("#members-list li").allTextContents();
  await field.click();
  await page.keyboard.type("bah");
  await scripts.asked();
  await scripts.end("continue");
  await eventually(async () => assert.deepEqual((await names()).map((text) => /bahar/.test(text)), [true]));
  await holds(field, "bah");
  // Whoever wrote goes on writing.
  await page.keyboard.type("ar");
  await holds(field, "bahar");
});

browserTest(
  "where the script does not come, a menu opens all the same",
  async (stage) => {
    const room = await enter(stage, server, "nima", { ...WIDE, allow: [/ERR_FAILED/] });
    const { page, t } = room;
    const scripts = await scriptsWait(room);
    const menu = page.locator("#account");
    await page.getByRole("button", { name: t.nav.account }).click();
    await scripts.asked();
    await scripts.end("abort");
    await menu.waitFor();
    await menu.getByRole("menuitem", { name: t.nav.settings }).click();
    await page.waitForURL("**/settings");
  },
);
