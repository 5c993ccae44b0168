/** What one reads stays where it is, whatever comes in above and below. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import type { Client } from "../support/client.ts";
import { startServer } from "../support/server.ts";
import { enter, eventually, PATIENCE } from "./room.ts";
import type { Room } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const LINES = [
  "کوتاه",
  "A line of English in between, long enough to be broken on a narrow screen, and then some more of it.",
  "یک پیام بلندتر که روی گوشی چند سطر می‌شود و باید سر جایش بماند وقتی پیام‌های پیشین بالای آن باز می‌شوند.",
];

/** 500 messages of two people, the last of them `n 500`. */
async function talk(): Promise<{ arash: Client; conversation_id: number }> {
  const people = [await server.person("arash"), await server.person("mina")];
  for (let n = 1; n <= 500; n++) {
    const content = `n ${n} ${LINES[n % LINES.length]}`;
    await people[n % 7 < 4 ? 0 : 1]!.post("/api/messages", { content });
  }
  const { body } = await people[0]!.get("/api/messages?page_size=1");
  return { arash: people[0]!, conversation_id: body.results[0].conversation };
}

const world = await talk();

/** The first row whose text is wholly in view, and where it stands in the window. */
const inView = ({ page }: Room) =>
  page.evaluate(() => {
    const log = document.querySelector("[role=log]")!.getBoundingClientRect();
    for (const row of document.querySelectorAll("[role=log] article[id]")) {
      const { top } = row.getBoundingClientRect();
      if (top >= log.top + 40) return { id: row.id, top };
    }
    throw new Error("no row in view");
  });

const topOf = ({ page }: Room, id: string) =>
  page.locator(`#${id}`).evaluate((row) => row.getBoundingClientRect().top);

/** Distance from the newest message, in pixels. */
const fromEnd = ({ log }: Room) => log.evaluate((element) => Math.abs(Math.round(element.scrollTop)));

const count = ({ rows }: Room) => rows.count();

for (const viewport of ["desktop", "phone"] as const) {
  browserTest(
    `older pages come in while one reads, and the row under the eye stays: ${viewport}`,
    async (stage) => {
      const room = await enter(stage, server, "leila", { viewport });
      assert.equal(await fromEnd(room), 0, "a room opens at its newest message");
      assert.equal(await count(room), 50);
      const seen: number[] = [];
      while (true) {
        const numbers = (await room.texts()).map((text) => Number(text.split(" ")[1]));
        assert.deepEqual(numbers, numbers.map((_, index) => numbers[0]! + index), "a hole, or one twice");
        assert(numbers.length <= 300, `${numbers.length} rows`);
        seen.push(numbers[0]!);
        if (numbers[0] === 1) break;
        // Up, and on while the page is being fetched, as one does.
        await room.log.evaluate((log) => log.scrollTop = -(log.scrollHeight - log.clientHeight - 300));
        const { id, top } = await inView(room);
        const isOlder = async () => assert(!(await room.texts())[0]!.startsWith(`n ${numbers[0]} `));
        await eventually(isOlder);
        const moved = Math.abs(await topOf(room, id) - top);
        assert(moved < 2, `${id} moved by ${moved} px as page ${seen.length} came in`);
      }
      assert.deepEqual(seen, [451, 401, 351, 301, 251, 201, 151, 101, 51, 1]);
      await room.page.getByText(room.t.room.beginning).waitFor();
    },
  );
}

browserTest("a new message below does not move what one reads; at the end it is followed", async (stage) => {
  const room = await enter(stage, server, "nilufar");
  const { page, t, log } = room;
  await log.evaluate((element) => element.scrollTop = -900);
  await page.getByRole("button", { name: t.room.toNewest }).waitFor();
  const { id, top } = await inView(room);
  const last = (await room.texts()).at(-1);
  for (let n = 1; n <= 3; n++) await world.arash.post("/api/messages", { content: `خبر ${n}` });
  await page.getByRole("button", { name: t.room.newer(3) }).waitFor();
  assert((Math.abs(await topOf(room, id) - top)) < 2);
  assert.notEqual((await room.texts()).at(-1), last);
  await page.getByText(t.room.newMessages).waitFor({ state: "attached" });
  // Changes below do not move it either.
  const { body } = await world.arash.get("/api/messages?page_size=1");
  await world.arash.patch(`/api/messages/${body.results[0].id}/`, { content: "بلند ".repeat(300) });
  await page.getByText(t.message.edited).waitFor({ state: "attached" });
  assert((Math.abs(await topOf(room, id) - top)) < 2);

  await page.getByRole("button", { name: t.room.newer(3) }).click();
  await eventually(async () => assert.equal(await fromEnd(room), 0));
  await page.getByRole("button", { name: t.room.newer(3) }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: t.room.toNewest }).waitFor({ state: "detached" });
  await world.arash.post("/api/messages", { content: "و این دیده می‌شود" });
  await room.row("و این دیده می‌شود").waitFor();
  await eventually(async () => {
    assert.equal(await fromEnd(room), 0);
    const visible = await room.row("و این دیده می‌شود").evaluate((row) => {
      const box = row.getBoundingClientRect();
      return row.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
    });
    assert(visible, "the newest message is covered");
  });
  // What one sends oneself is shown from wherever one is.
  await log.evaluate((element) => element.scrollTop = -900);
  await room.write("از بالا");
  await eventually(async () => assert.equal(await fromEnd(room), 0));
});

browserTest(
  "a quote leads to its message, through pages that are not loaded yet, or says that it cannot",
  async (stage) => {
    const { arash, conversation_id } = world;
    const page_9 = await arash.get("/api/messages?page_size=50&page=9");
    const [original] = page_9.body.results;
    await arash.post("/api/messages", {
      content: "پاسخی به پیامی قدیمی",
      conversation_id,
      reply_to: original.id,
    });
    const room = await enter(stage, server, "parisa");
    const quote = room.row("پاسخی به پیامی قدیمی").getByRole("link");
    assert.equal(await room.page.locator(`#m${original.seq}`).count(), 0);
    await quote.click();
    await room.page.locator(`#m${original.seq}.lit`).waitFor({ timeout: PATIENCE });
    await eventually(async () => {
      const { middle, height } = await room.page.locator(`#m${original.seq}`).evaluate((row) => {
        const box = row.getBoundingClientRect();
        return { middle: (box.top + box.bottom) / 2, height: innerHeight };
      });
      assert(middle > 56 && middle < height - 80, "the message is not in view");
    });
    assert.equal(new URL(room.page.url()).hash, "", "the address stays that of the room");

    // A second time, with the line cut: it says so instead of doing nothing.
    const other = await enter(stage, server, "parisa", { allow: [/ERR_FAILED/] });
    await other.page.route("**/messages/?seq=*", (route) => route.abort());
    await other.row("پاسخی به پیامی قدیمی").getByRole("link").click();
    await other.page.getByText(other.t.notice.messageGone).waitFor();
  },
);

browserTest("an older page that does not come says so, and comes when one tries again", async (stage) => {
  const room = await enter(stage, server, "sara", { allow: [/ERR_FAILED/] });
  const { page, t } = room;
  await page.route("**/messages/?before=*", (route) => route.abort());
  await room.log.evaluate((log) => log.scrollTop = -log.scrollHeight);
  await page.getByText(t.room.olderErrorText).waitFor();
  assert.equal(await count(room), 50);
  await page.unroute("**/messages/?before=*");
  await page.getByRole("button", { name: t.room.tryAgain }).click();
  await eventually(async () => assert.equal(await count(room), 100));
  await page.getByText(t.room.olderErrorText).waitFor({ state: "detached" });
});

browserTest("a change of language keeps the place, the draft and what one reads", async (stage) => {
  const room = await enter(stage, server, "kimia");
  const { page, t } = room;
  await room.composer.fill("نیمه‌کاره");
  // So far up that the page with it is not the first one.
  for (let n = 0; n < 3; n++) {
    const before = await count(room);
    await room.log.evaluate((log) => log.scrollTop = -log.scrollHeight);
    await eventually(async () => assert.notEqual(await count(room), before));
  }
  await room.log.evaluate((log) => log.scrollTop += 700);
  const { id, top } = await inView(room);
  await page.getByRole("button", { name: t.nav.account }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await page.locator("html[lang=en]").waitFor();
  await eventually(async () => {
    const moved = Math.abs(await topOf(room, id) - top);
    // Lines are broken elsewhere in a page of another direction: the message itself is what stays.
    assert(moved < 60, `${id} moved by ${moved} px`);
  });
  assert.equal(await room.composer.inputValue(), "نیمه‌کاره");
  assert.equal(await page.locator("html").getAttribute("dir"), "ltr");
  assert.equal(new URL(page.url()).pathname, "/chat");
});

browserTest(
  "what is new while one looks elsewhere: a line, the title, and both go when one has seen it",
  async (stage) => {
    const room = await enter(stage, server, "yalda");
    const { page, t } = room;
    const title = () => page.title();
    const hide = (hidden: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await eventually(async () => assert.equal(await title(), t.room.globalName));
    await world.arash.post("/api/messages", { content: "در حال دیدن" });
    await room.row("در حال دیدن").waitFor();
    assert.equal(await page.getByText(t.room.newMessages).count(), 0, "nothing is new that one sees coming");

    await hide(true);
    await world.arash.post("/api/messages", { content: "در نبود یک" });
    await world.arash.post("/api/messages", { content: "در نبود دو" });
    await room.row("در نبود دو").waitFor({ state: "attached" });
    await eventually(async () => assert.equal(await title(), t.room.title(t.room.globalName, 2)));
    assert.equal(await title(), "(۲) میدان");
    await page.getByText(t.room.newMessages).waitFor({ state: "attached" });
    const above = await page.locator("#new + article").getAttribute("data-client-id");
    assert.equal(
      above,
      await room.row("در نبود یک").getAttribute("data-client-id"),
      "the line is not above the first",
    );

    await hide(false);
    await eventually(async () => assert.equal(await title(), t.room.globalName));
    assert.equal(
      await page.getByText(t.room.newMessages).count(),
      1,
      "the line went before one could see it",
    );
    await room.write("دیدم");
    await eventually(async () => assert.equal(await page.getByText(t.room.newMessages).count(), 0));
    // The server knows: another device begins without a line.
    const { results: [newest] } = await (await page.request.get("/api/messages?page_size=1")).json();
    await eventually(async () => {
      const answer = await page.request.get(`/api/conversations/${newest.conversation}`);
      assert.equal((await answer.json()).read_seq, newest.seq);
    });
    await page.reload();
    await room.online();
    assert.equal(await page.getByText(t.room.newMessages).count(), 0);
  },
);
