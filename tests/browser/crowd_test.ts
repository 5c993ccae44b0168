/** A workspace of ten thousand: its list is long, and costs no more than a short one. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { seedMembers } from "../support/seed.ts";
import { startServer } from "../support/server.ts";
import { rollDown } from "./rolling.ts";
import { counts, enter } from "./room.ts";

const MEMBERS = 10_000;
/** Those who look at it, and the owner. */
const LOOKERS = 3;
/** Rows that are drawn at most, however many there are. */
const DRAWN = 130;

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());
seedMembers(server, MEMBERS);
for (const name of ["leilafa", "leilaen"]) await server.person(name);

for (const [locale, found] of [["fa", "گلنار 09995"], ["en", "گلنار 09995"]] as const) {
  browserTest(`ten thousand members: few are sent, few are drawn, any is found: ${locale}`, async (stage) => {
    const room = await enter(stage, server, `leila${locale}`, { locale });
    const { page, t } = room;
    const list = page.locator("#members");
    const html = await (await page.request.get("/chat")).text();
    assert((html.match(/crowd\d+/g) ?? []).length < 500, "the page brings a part of them");

    const total = new Intl.NumberFormat(locale).format(MEMBERS + LOOKERS);
    await page.getByRole("heading", { name: `${t.members.title} ${total}` }).waitFor();
    const { names, drawn } = await rollDown(list.locator("#members-list"), 600);
    assert(names.length >= 600, `${names.length} seen`);
    assert(drawn <= DRAWN, `${drawn} rows`);

    await list.getByRole("searchbox").fill("گلنار ۰۹۹۹۵");
    await list.getByText(found).waitFor();
    await counts(list.locator("li"), 1);
  });
}
