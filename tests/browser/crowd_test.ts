/** A workspace of ten thousand: its list is long, and costs no more than a short one. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { seedMembers } from "../support/seed.ts";
import { startServer } from "../support/server.ts";
import { enter, eventually, PATIENCE } from "./room.ts";

const MEMBERS = 10_000;
/** Rows that are drawn at most, however many there are. */
const DRAWN = 130;

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());
seedMembers(server, MEMBERS);

for (const [locale, found] of [["fa", "گلنار 09995"], ["en", "گلنار 09995"]] as const) {
  browserTest(`ten thousand members: few are sent, few are drawn, any is found: ${locale}`, async (stage) => {
    const room = await enter(stage, server, `leila${locale}`, { locale });
    const { page, t } = room;
    const list = page.locator("#members");
    const html = await (await page.request.get("/chat")).text();
    assert((html.match(/crowd\d+/g) ?? []).length < 500, "the page brings a part of them");

    const total = new Intl.NumberFormat(locale).format(MEMBERS + (locale === "fa" ? 2 : 3));
    await page.getByRole("heading", { name: `${t.members.title} ${total}` }).waitFor();
    const seen = new Set<string>();
    await eventually(async () => {
      const names = list.locator("li [dir=auto].clip");
      for (const name of await names.evaluateAll((found) => found.map((each) => each.textContent!))) {
        seen.add(name);
      }
      assert(await list.locator("li").count() <= DRAWN, `${await list.locator("li").count()} rows`);
      await list.locator("#members-list").evaluate((element) => element.scrollTop += 600);
      assert(seen.size >= 600, `${seen.size} seen`);
    }, 3 * PATIENCE);

    await list.getByRole("searchbox").fill("گلنار ۰۹۹۹۵");
    await list.getByText(found).waitFor();
    assert.equal(await list.locator("li").count(), 1);
  });
}
