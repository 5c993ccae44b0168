/** Finding one's place in a history of ten thousand messages. */
import assert from "node:assert/strict";
import { addMonths, columnOf, dayOfIso, isoOfDay, monthTitle, startOfDay } from "@/lib/i18n/calendar.ts";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import { dayKey, dayLabel, fullDate } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { browserTest } from "../support/browser.ts";
import type { PersonOptions, Stage } from "../support/browser.ts";
import { seedHistory } from "../support/seed.ts";
import { startServer } from "../support/server.ts";
import { enter, eventually, PATIENCE } from "./room.ts";
import type { Room } from "./room.ts";

const COUNT = 10_000;
/** Rows there are at most: those of the window. */
const ROWS_MAX = 350;
const MINUTE = 60_000;
const FROM = Date.now() - COUNT * 5 * MINUTE - 60 * MINUTE;

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const arash = await server.person("arash");
const mina = await server.person("mina");
const idOf = async (client: typeof arash) => (await client.get("/api/auth/me")).body.id as number;
const conversation_id = seedHistory(server, {
  count: COUNT,
  from: FROM,
  every: 5 * MINUTE,
  authors: [await idOf(arash), await idOf(mina)],
});

/** Numbers of the seeded messages there are rows of, oldest first. */
const numbers = ({ page }: Room) =>
  page.locator("[role=log] article[id]").evaluateAll((rows) => rows.map((row) => Number(row.id.slice(1))));

/** Somebody who was here before, read so far, and comes back. */
async function comeBack(stage: Stage, name: string, seq: number, options: PersonOptions = {}): Promise<Room> {
  const before = await server.person(name);
  const { status } = await before.post(`/api/conversations/${conversation_id}/read`, { seq });
  assert(status < 300, String(status));
  return await enter(stage, server, name, options);
}

const readSeq = async ({ page }: Room) =>
  (await (await page.request.get(`/api/conversations/${conversation_id}`)).json()).read_seq as number;

const topInLog = (room: Room, seq: number) =>
  room.page.locator(`#m${seq}`).evaluate((row) =>
    row.getBoundingClientRect().top - row.closest("[role=log]")!.getBoundingClientRect().top
  );

/**
 * Scrolls as far as it goes in steps, inside the page: frame by frame a row in view is held against where it
 * stood before, less what was scrolled.
 */
function travel(room: Room, direction: "up" | "down") {
  return room.page.evaluate(async ([direction, COUNT, GIVEN_UP]) => {
    const log = document.querySelector<HTMLElement>("[role=log]")!;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const rows = () => [...log.querySelectorAll<HTMLElement>("article[id]")];
    const seen = new Set<number>();
    let rows_max = 0, jump_max = 0, holes = 0, moved_at = performance.now();
    const step = direction === "up" ? -1500 : 1500;
    // At its end for some frames; what is waited for longer than anything takes does not come.
    const end = direction === "up" ? 1 : COUNT;
    for (let still = 0; !(seen.has(end) && still > 10) && performance.now() - moved_at < GIVEN_UP;) {
      const middle = log.getBoundingClientRect().top + log.clientHeight / 2;
      const held = rows().find((row) => row.getBoundingClientRect().bottom > middle)!;
      const top = held.getBoundingClientRect().top;
      const before = log.scrollTop;
      log.scrollTop += step;
      const scrolled = log.scrollTop - before;
      await frame();
      await frame();
      if (held.isConnected) {
        jump_max = Math.max(jump_max, Math.abs(held.getBoundingClientRect().top - (top - scrolled)));
      } else jump_max = Math.max(jump_max, 1e6);
      const now = rows();
      rows_max = Math.max(rows_max, now.length);
      now.forEach((row, index) => {
        seen.add(Number(row.id.slice(1)));
        if (index > 0 && Number(row.id.slice(1)) !== Number(now[index - 1]!.id.slice(1)) + 1) holes++;
      });
      still = Math.abs(scrolled) < 1 ? still + 1 : 0;
      if (still === 0) moved_at = performance.now();
    }
    const all = [...seen];
    const first = all.reduce((a, b) => Math.min(a, b)), last = all.reduce((a, b) => Math.max(a, b));
    return { rows_max, jump_max, holes, count: seen.size, first, last };
  }, [direction, COUNT, 30_000] as const);
}

browserTest(
  "all ten thousand go by, up and down: nothing moves, nothing is missing, nothing piles up",
  async (stage) => {
    const room = await enter(stage, server, "leila", { locale: "en" });
    const cdp = await room.person.context.newCDPSession(room.page);
    const heap = async () => {
      await cdp.send("HeapProfiler.collectGarbage");
      return (await cdp.send("Runtime.getHeapUsage")).usedSize;
    };
    let pages = 0;
    room.page.on("request", (request) => pages += request.url().includes("/messages/?") ? 1 : 0);
    const begun = await heap();
    const up = await travel(room, "up");
    const above = await heap();
    await room.page.getByText(room.t.room.beginning).waitFor();
    const down = await travel(room, "down");
    const back = await heap();
    for (const way of [up, down]) {
      assert(way.rows_max <= ROWS_MAX, `${way.rows_max} rows`);
      assert(way.jump_max <= 1, `a row moved by ${way.jump_max} px`);
      assert.equal(way.holes, 0);
      assert.deepEqual([way.count, way.first, way.last], [COUNT, 1, COUNT]);
    }
    // A window of three hundred beside the first fifty: not ten thousand of them.
    const grown = Math.max(above, back) - begun;
    assert(grown < 16 * 2 ** 20, `the heap grew by ${grown} bytes`);
    await eventually(async () =>
      assert.equal(await room.page.getByRole("button", { name: room.t.room.toNewest }).count(), 0)
    );
  },
);

browserTest("many unread: a pill leads to the first, and what one passes counts as read", async (stage) => {
  const first = COUNT - 399;
  const room = await comeBack(stage, "sara", COUNT - 400, { locale: "en" });
  const { page, t } = room;
  const pill = page.getByRole("button", { name: /^400 new messages since (yesterday, )?\d/ });
  await pill.waitFor();
  assert.equal(
    await page.locator("#new").count(),
    0,
    "the first new one is not loaded: no line stands elsewhere",
  );
  assert.equal(await readSeq(room), COUNT - 400, "what nobody has seen is not read");
  let requests = 0;
  page.on("request", (request) => requests += request.url().includes("?seq=") ? 1 : 0);
  await pill.click();
  await page.locator(`#m${first}`).waitFor();
  await eventually(async () => assert(Math.abs(await topInLog(room, first) - 120) <= 1));
  assert.equal(requests, 1);
  assert.equal(await page.locator("#new + article").getAttribute("id"), `m${first}`);
  await pill.waitFor({ state: "detached" });
  // What is in view is read now, and nothing that is not.
  await eventually(async () => assert(await readSeq(room) > COUNT - 400));
  const view = page.viewportSize()!.height / 24;
  assert(await readSeq(room) <= first + view, `${await readSeq(room)} is beyond what was in view`);
  await page.keyboard.press("Escape");
  await page.locator(`#m${COUNT}`).waitFor();
  await eventually(async () => assert.equal(await readSeq(room), COUNT));
  await page.locator("#new").waitFor({ state: "detached" });
  await eventually(async () => assert.equal(await page.title(), t.room.globalName));
});

browserTest(
  "Escape, or the cross of the pill, marks all as read; few that are in view need neither",
  async (stage) => {
    const room = await comeBack(stage, "parisa", COUNT - 200);
    const { page, t } = room;
    const pill = page.getByRole("button", { name: /^۲۰۰ پیام تازه/ });
    await pill.waitFor();
    await page.keyboard.press("Escape");
    await pill.waitFor({ state: "detached" });
    await eventually(async () => assert.equal(await readSeq(room), COUNT));

    const other = await comeBack(stage, "yalda", COUNT - 50, { viewport: "phone" });
    await other.page.getByRole("button", { name: t.places.readAll }).click();
    await eventually(async () => assert.equal(await readSeq(other), COUNT));

    const third = await comeBack(stage, "hamid", COUNT - 2);
    await eventually(async () => assert.equal(await readSeq(third), COUNT));
    assert.equal(await third.page.getByRole("button", { name: t.places.readAll }).count(), 0);
    await third.page.locator("#new").waitFor({ state: "attached" });
  },
);

browserTest("what grows late, above or below, moves nothing", async (stage) => {
  const room = await enter(stage, server, "mahsa");
  await room.log.evaluate((log) => log.scrollTop = -1500);
  await room.page.getByRole("button", { name: room.t.room.toNewest }).waitFor();
  for (const where of ["above", "below", "above shrinks"]) {
    const moved = await room.page.evaluate(async (where) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      // Within a frame, so that nothing else is drawn between the growth and its being seen.
      await frame();
      const log = document.querySelector<HTMLElement>("[role=log]")!;
      const rows = [...log.querySelectorAll<HTMLElement>("article[id]")];
      const middle = log.getBoundingClientRect().top + log.clientHeight / 2;
      const at = rows.findIndex((row) => row.getBoundingClientRect().bottom > middle);
      const top = rows[at]!.getBoundingClientRect().top;
      // As a picture does whose height nobody knew.
      rows[where === "below" ? at + 8 : at - 8]!.style.minHeight = where === "above shrinks" ? "0" : "400px";
      await frame();
      await frame();
      return Math.abs(rows[at]!.getBoundingClientRect().top - top);
    }, where);
    assert(moved <= 1, `${where}: moved by ${moved} px`);
  }
});

browserTest("a day is chosen from a calendar: Jalali from right to left, by keyboard", async (stage) => {
  const room = await enter(stage, server, "taraneh");
  const { page, t } = room;
  const zone = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const style: DateStyle = { locale: "fa", calendar: "persian", timeZone: zone };
  await page.getByRole("link", { name: /^امروز/ }).or(page.getByRole("link", { name: /^دیروز/ })).last()
    .click();
  const dialog = page.getByRole("dialog", { name: t.places.jumpToDate });
  await dialog.waitFor();
  const today = dayKey(style, Date.now());
  const heading = dialog.getByRole("heading", { level: 3 });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  const isAt = (day: number) =>
    eventually(async () => assert.equal(await focused(), fullDate(style, startOfDay(style, day))));
  const newest = dayKey(style, FROM + (COUNT - 1) * 5 * MINUTE);
  await isAt(newest);
  assert.equal(await heading.textContent(), monthTitle(style, newest));
  assert.deepEqual(await dialog.locator("thead th").allTextContents(), ["ش", "ی", "د", "س", "چ", "پ", "ج"]);
  // Backwards in time is to the right here.
  await page.keyboard.press("ArrowRight");
  await isAt(newest - 1);
  await page.keyboard.press("ArrowLeft");
  await isAt(newest);
  await page.keyboard.press("ArrowUp");
  await isAt(newest - 7);
  await page.keyboard.press("Home");
  await isAt(newest - 7 - columnOf(style, newest - 7));
  await page.keyboard.press("PageUp");
  const wanted = addMonths(style, newest - 7 - columnOf(style, newest - 7), -1);
  const first_day = dayKey(style, FROM);
  await isAt(Math.max(first_day, wanted));
  // Not before the room began, and not after today.
  for (let n = 0; n < 4; n++) await page.keyboard.press("PageUp");
  await isAt(first_day);
  await page.keyboard.press("ArrowUp");
  await isAt(first_day);
  // No further: the next press of a button keeps the focus it has.
  const next_month = dialog.locator("button").nth(1);
  await next_month.focus();
  await page.keyboard.press("Enter");
  await eventually(async () =>
    assert.equal(await heading.textContent(), monthTitle(style, addMonths(style, first_day, 1)))
  );
  assert(await next_month.evaluate((button) => button === document.activeElement));
  await dialog.locator("button[tabindex='0']").focus();
  for (let n = 0; n < 4; n++) await page.keyboard.press("PageDown");
  await isAt(today);
  // Into the months before, as fast as a key held down: no frame is drawn in between.
  const weeks = Math.ceil((today - first_day - 10) / 7);
  await page.evaluate(async (times) => {
    for (let n = 0; n < times; n++) {
      const key = new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true, cancelable: true });
      document.activeElement!.dispatchEvent(key);
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    }
  }, weeks);
  const day = dayKey(style, await page.evaluate(() => Date.now())) - 7 * weeks;
  await isAt(day);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  const seq = Math.ceil((startOfDay(style, day) - FROM) / (5 * MINUTE)) + 1;
  await page.locator(`#m${seq}`).waitFor();
  await eventually(async () => assert(Math.abs(await topInLog(room, seq) - 48) <= 1));
  const line = page.locator(`#m${seq}`).locator("xpath=preceding-sibling::*[1]");
  assert.equal(await line.textContent(), dayLabel(style, startOfDay(style, day), Date.now()));
  const shown = await numbers(room);
  assert.deepEqual(shown, shown.map((_, index) => shown[0]! + index));
});

browserTest(
  "a day is chosen in English with the pointer, and the day of what goes by floats above it",
  async (stage) => {
    const room = await enter(stage, server, "daniel", { locale: "en" });
    const { page, t } = room;
    const zone = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
    const style: DateStyle = { locale: "en", calendar: "gregory", timeZone: zone };
    await page.getByRole("button", { name: t.places.jumpToDate }).click();
    const dialog = page.getByRole("dialog", { name: t.places.jumpToDate });
    const day = dayKey(style, FROM) + 5;
    const button = dialog.getByRole("button", { name: fullDate(style, startOfDay(style, day)), exact: true });
    const month = dialog.getByRole("heading", { level: 3 });
    while (await button.count() === 0) {
      const before = await month.textContent();
      await dialog.getByRole("button", { name: actsText("en").calendar.previousMonth })
        .click();
      await eventually(async () => assert.notEqual(await month.textContent(), before));
    }
    await button.click();
    const seq = Math.ceil((startOfDay(style, day) - FROM) / (5 * MINUTE)) + 1;
    await page.locator(`#m${seq}`).waitFor();
    const label = page.locator("[data-day=floating]");
    await room.log.evaluate((log) => log.scrollTop += 1500);
    // What shows it may be on its way until now: one scrolls on.
    await eventually(async () => {
      await room.log.evaluate((log) => log.scrollTop += 4);
      assert.equal(await label.count(), 1);
      assert.match(await label.getAttribute("class") ?? "", /opacity-100/);
    });
    assert.equal(await label.textContent(), dayLabel(style, startOfDay(style, day), Date.now()));
    await eventually(async () => assert.match(await label.getAttribute("class") ?? "", /opacity-0/));

    // The very first, and back to the end.
    await page.getByRole("button", { name: t.places.jumpToDate }).click();
    await dialog.getByRole("button", { name: actsText("en").calendar.firstMessage }).click();
    await page.locator("#m1").waitFor();
    await page.getByText(t.room.beginning).waitFor();
    await page.getByRole("button", { name: t.room.toNewest }).click();
    await page.locator(`#m${COUNT}`).waitFor();
  },
);

browserTest("an address leads to a message, and becomes that of the room", async (stage) => {
  const room = await enter(stage, server, "kian");
  const { results: [message] } = await (await room.page.request.get("/api/messages?seq=4321&page_size=1"))
    .json();
  // It is lit for a moment only, which may have gone by the time all else is there.
  await Promise.all([
    room.page.goto(`/chat?m=${message.id}`),
    room.page.locator("#m4321.lit").waitFor({ state: "attached" }),
  ]);
  await room.online();
  await eventually(async () => {
    const box = (await room.page.locator("#m4321").boundingBox())!;
    assert(box.y > 56 && box.y + box.height < room.page.viewportSize()!.height);
    assert.equal(new URL(room.page.url()).search, "");
  });
  // Of a message that is not there the room opens all the same.
  await room.page.goto("/chat?m=99");
  await room.online();
});

browserTest("without scripts one pages both ways, and goes to a day by a form or a link", async (stage) => {
  const room = await enter(stage, server, "omid", { javaScript: false, locale: "en" });
  const { page, t } = room;
  const newest = await numbers(room);
  assert.deepEqual([newest.length, newest.at(-1)], [50, COUNT]);
  const turnTo = async (link: string, expected: readonly number[]) => {
    await page.getByRole("link", { name: link }).click();
    await eventually(async () => assert.deepEqual(await numbers(room), expected));
  };
  const back = (pages: number) => newest.map((seq) => seq - 50 * pages);
  await turnTo(t.room.older, back(1));
  await turnTo(t.room.older, back(2));
  await turnTo(t.places.newerPage, back(1));
  await turnTo(t.room.toNewest, newest);

  const iso = isoOfDay(dayKey({ timeZone: "UTC" }, FROM) + 9);
  await page.locator("input[type=date]").fill(iso);
  await page.getByRole("button", { name: t.places.go, exact: true }).click();
  await page.waitForURL(/\/chat\?m=\d+#m\d+$/);
  const seq = Number(new URL(page.url()).hash.slice(2));
  const zone = (await (await page.request.get("/api/auth/me")).json()).workspace.time_zone;
  assert.equal(seq, Math.ceil((startOfDay({ timeZone: zone }, dayOfIso(iso)!) - FROM) / (5 * MINUTE)) + 1);
  const box = (await page.locator(`#m${seq}`).boundingBox())!;
  assert(box.y >= 0 && box.y < page.viewportSize()!.height, "the day is not in view");
  // A day's own line is a link to it.
  await page.locator("[role=log] a[href*='at=']").first().click();
  await page.waitForURL(/\/chat\?m=\d+#m\d+$/);
  await page.goto("/chat?at=nonsense");
  assert.deepEqual(await numbers(room), newest);
});

browserTest("who reads in the past is told how many come, and is back with one request", async (stage) => {
  const room = await enter(stage, server, "nilufar");
  const { page, t } = room;
  await page.locator(`#m${COUNT}`).waitFor();
  // Far up, so that the newest rows have gone.
  for (let n = 0; n < 10; n++) {
    const first = (await numbers(room))[0]!;
    await room.log.evaluate((log) => log.scrollTop = -(log.scrollHeight - log.clientHeight - 300));
    await eventually(async () => assert((await numbers(room))[0]! < first));
  }
  await page.locator(`#m${COUNT}`).waitFor({ state: "detached" });
  const shown = await numbers(room);

  const writer = await enter(stage, server, "farhad");
  for (let n = 1; n <= 3; n++) {
    await writer.write(`خبر ${n}`);
    await writer.settled(`خبر ${n}`);
  }
  const button = page.getByRole("button", { name: t.room.newer(3) });
  await button.waitFor();
  assert.deepEqual(await numbers(room), shown, "nothing is put in behind a hole");
  // One that is not loaded changes: it comes as it is now.
  const { results: [newest] } = await (await writer.page.request.get("/api/messages?page_size=1")).json();
  const headers = { origin: server.url };
  await writer.page.request.patch(`/api/messages/${newest.id}/`, { data: { content: "خبر سوم" }, headers });

  const asked: string[] = [];
  page.on(
    "request",
    (request) => request.url().includes("/messages/") && asked.push(new URL(request.url()).search),
  );
  await button.click();
  await room.row("خبر سوم").waitFor({ timeout: PATIENCE });
  await eventually(async () => {
    assert.deepEqual((await room.texts()).slice(-3), ["خبر 1", "خبر 2", "خبر سوم"]);
    assert.equal(await button.count(), 0);
  });
  assert.equal(asked[0], "?page_size=50");
  await eventually(async () => assert.equal(await room.log.evaluate((log) => Math.round(log.scrollTop)), 0));
  // Alive again: what comes is there at once.
  await writer.write("و این هم");
  await room.row("و این هم").waitFor();
  const all = await numbers(room);
  assert.deepEqual(all, all.map((_, index) => all[0]! + index));
  // Whoever writes from the past is led to what they wrote.
  await room.log.evaluate((log) => log.scrollTop = -(log.scrollHeight - log.clientHeight));
  await room.write("پاسخ از گذشته");
  await room.settled("پاسخ از گذشته");
  await eventually(async () => assert.equal(await room.log.evaluate((log) => Math.round(log.scrollTop)), 0));
});
