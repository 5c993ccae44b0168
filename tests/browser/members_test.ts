/** The list of members: its order, its pages, who is found in it, and what it says of who is there. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { peopleText } from "@/lib/i18n/people/mod.ts";
import { startServer } from "../support/server.ts";
import { rollDown } from "./rolling.ts";
import { counts, enter, eventually, holds } from "./room.ts";
import type { Room } from "./room.ts";

const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket connection to|status of 5/;

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());
const alone = await startServer({ built: true });
Deno.test.afterAll(() => alone.stop());

/** More than three pages of people, and one among them who is found by no page at first. */
const CROWD = 300;
const surname = (n: number) => String(n).padStart(3, "0");
for (let n = 0; n < CROWD; n += 20) {
  await Promise.all(
    Array.from(
      { length: 20 },
      (_, i) => server.person(`crowd${n + i}`, { first_name: "گلنار", last_name: `شمارهٔ ${surname(n + i)}` }),
    ),
  );
}
await server.person("hooman", { first_name: "هومن", last_name: "كياني" });
await server.person("long", { first_name: "و".repeat(80), last_name: "w".repeat(80) });

const members = ({ page }: Room) => page.locator("#members");
const names = (room: Room) =>
  members(room).locator("li [dir=auto].clip").evaluateAll((found) => found.map((each) => each.textContent!));
const open = async (room: Room) => {
  if (!await members(room).isVisible()) {
    await room.page.getByRole("button", { name: room.t.members.show }).click();
  }
  await members(room).locator("li").first().waitFor();
};

/** The list by its scroll bar, to the end of what is known. */
const toEnd = (room: Room) =>
  members(room).locator("#members-list").evaluate((element) => element.scrollTop = element.scrollHeight);

for (const viewport of ["desktop", "phone"] as const) {
  browserTest(`hundreds of members come a page at a time, and few are drawn: ${viewport}`, async (stage) => {
    const asked: string[] = [];
    const room = await enter(stage, server, "leila", { locale: "en", viewport });
    room.page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === "/api/users") asked.push(searchParams.get("is_online") ?? "");
    });
    await room.page.reload();
    await room.online();
    assert.deepEqual(asked, [], "the page brought the first of them");
    await open(room);
    await room.page.getByRole("heading", { name: `${room.t.members.title} 304` }).waitFor();
    const first = async () => (await names(room)).slice(0, 3);
    await eventually(async () => assert.deepEqual(await first(), ["leila", "owner", "گلنار شمارهٔ 000"]));

    // Down to the end, each name once and in its order.
    const seen = await rollDown(members(room).locator("#members-list"), 304);
    assert.equal(seen.names.length, 304);
    assert(seen.drawn <= 130, `${seen.drawn} rows are drawn`);
    const crowd = seen.names.filter((name) => name.includes("شمارهٔ"));
    assert.deepEqual(crowd, Array.from({ length: CROWD }, (_, n) => `گلنار شمارهٔ ${surname(n)}`));
    assert.deepEqual(seen.names.slice(-2), [`${"و".repeat(80)} ${"w".repeat(80)}`, "هومن كياني"]);
    assert(asked.length >= 3 && asked.length <= 6, `asked ${asked.length} times`);
    // A huge name is cut and nothing is pushed aside.
    const { wide, scrolls } = await members(room).evaluate((panel) => ({
      wide: document.documentElement.scrollWidth > innerWidth,
      scrolls: [...panel.querySelectorAll("*")].some((one) =>
        one.id === "members-list" && one.scrollWidth > one.clientWidth
      ),
    }));
    assert.deepEqual([wide, scrolls], [false, false]);
  });
}

browserTest("somebody is found among hundreds, however their name is spelled", async (stage) => {
  const room = await enter(stage, server, "leila", { locale: "fa", viewport: { width: 1440, height: 900 } });
  const field = members(room).getByRole("searchbox");
  await field.fill("کیانی");
  await eventually(async () => assert.deepEqual(await names(room), ["هومن كياني"]));
  await field.fill("نیست که نیست");
  await members(room).getByText(peopleText("fa").members.nobody("نیست که نیست")).waitFor();
  await counts(members(room).locator("li"), 0);
  // Down goes to who was found, Enter opens the card, Escape comes back; then it clears the search.
  await field.fill("شماره");
  await eventually(async () => assert((await names(room)).length > 50));
  await field.press("ArrowDown");
  await room.page.keyboard.press("ArrowDown");
  await room.page.keyboard.press("Enter");
  const card = room.page.getByRole("dialog", { name: "گلنار شمارهٔ 001" });
  await card.waitFor();
  await room.page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  await eventually(async () =>
    assert.match(await room.page.evaluate(() => document.activeElement!.textContent!), /شمارهٔ 001/)
  );
  await field.focus();
  await room.page.keyboard.press("Escape");
  await holds(field, "");
  await eventually(async () => assert.equal((await names(room))[0], "leila"));
});

browserTest(
  "a list that cannot be had says so, shows who is known, and goes on when it can",
  async (stage) => {
    const room = await enter(stage, server, "leila", {
      locale: "en",
      viewport: { width: 1440, height: 900 },
      allow: [CUT_OFF],
    });
    await room.page.route("**/api/users?*", (route) => route.abort());
    await toEnd(room);
    await members(room).getByText(room.t.members.failed).waitFor();
    const field = members(room).getByRole("searchbox");
    await field.fill("شمارهٔ 003");
    await eventually(async () => assert.deepEqual(await names(room), ["گلنار شمارهٔ 003"]));
    await members(room).getByText(room.t.members.failed).waitFor();
    await room.page.unrouteAll({ behavior: "wait" });
    await members(room).getByRole("button", { name: room.t.room.tryAgain }).click();
    await members(room).getByText(room.t.members.failed).waitFor({ state: "detached" });
    await field.fill("");
    await toEnd(room);
    await members(room).getByRole("button", { name: room.t.room.tryAgain }).click();
    await eventually(async () => assert((await names(room)).includes("گلنار شمارهٔ 060")));

    await room.page.context().setOffline(true);
    await room.offline();
    await members(room).getByText(room.t.members.stale).waitFor();
    await room.page.context().setOffline(false);
    await members(room).getByText(room.t.members.stale).waitFor({ state: "detached" });
  },
);

browserTest("whoever is the only one is not left before an empty list", async (stage) => {
  const room = await enter(stage, alone, "owner", { locale: "en", viewport: { width: 1440, height: 900 } });
  await room.page.getByRole("heading", { name: `${room.t.members.title} 1` }).waitFor();
  await members(room).getByText(room.t.members.alone).waitFor();
  await eventually(async () => assert.deepEqual(await names(room), ["owner"]));
  assert.equal(await members(room).getByText(room.t.members.offline).count(), 0);
  await alone.person("visitor");
  await room.page.reload();
  await room.online();
  await eventually(async () => assert.deepEqual(await names(room), ["owner", "visitor"]));
  await counts(members(room).getByText(room.t.members.alone), 0);
});

browserTest("who moves no more is away, all their tabs together, and back at once", async (stage) => {
  const leila = await enter(stage, alone, "leila", { locale: "en", viewport: { width: 1440, height: 900 } });
  const arash = await stage.newPerson({ name: "arash", baseURL: alone.url, locale: "en" });
  await arash.page.clock.install();
  const there = await enter({ ...stage, newPerson: () => Promise.resolve(arash) }, alone, "arash", {
    locale: "en",
  });
  const row = members(leila).locator("li").filter({ hasText: "arash" });
  const says = (status: "online" | "away" | "offline") =>
    row.getByText(leila.t.members[status], { exact: true }).first().waitFor({ state: "attached" });
  await says("online");
  const second = await arash.context.newPage();
  await second.goto("/chat");
  await second.locator('[data-connection="online"]').waitFor();
  // What watches them comes a while after the page.
  await there.page.clock.fastForward(4000);
  for (const page of [there.page, second]) await page.locator("[data-background=true]").waitFor();
  /** In all of their tabs. */
  const minutes = async (count: number) => await there.page.clock.fastForward(count * 60_000);

  // Neither tab has been quiet for long, then one of them has: they are there.
  await minutes(4);
  await there.page.mouse.move(40, 40);
  await minutes(4);
  await leila.write("still here?");
  await there.row("still here?").waitFor();
  await second.getByText("still here?", { exact: true }).first().waitFor();
  assert.equal(await row.locator(".presence-away").count(), 0);
  await says("online");
  // Then both have.
  await minutes(2);
  await says("away");
  await second.mouse.move(40, 40);
  await says("online");
  await second.close();
  await says("away");
  await counts(row.locator(".presence-away"), 1);
  // Who is away is still counted among those who are there.
  await leila.page.getByText(leila.t.room.peopleOnline(4, 2)).waitFor();
  await there.page.mouse.move(80, 80);
  await says("online");
  await counts(row.locator(".presence-away"), 0);
  await minutes(6);
  await says("away");

  // A page that comes later is told as well.
  await leila.page.reload();
  await leila.online();
  await says("away");
  await there.page.keyboard.press("Shift");
  await says("online");
  await there.page.goto("about:blank");
  await says("offline");
});
