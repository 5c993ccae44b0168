/** Whoever looks elsewhere is called: once, by what concerns them, and not when they want to be left alone. */
import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import { browserTest } from "../support/browser.ts";
import type { Stage } from "../support/browser.ts";
import type { Client } from "../support/client.ts";
import { startServer } from "../support/server.ts";
import { counts, enter, eventually, roomOf } from "./room.ts";
import type { Room } from "./room.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());
const arash = await server.person("arash", { first_name: "آرش", last_name: "مرادی" });

interface Shown {
  title: string;
  body: string;
  dir: string;
  tag: string;
  icon: string;
  closed: boolean;
  seq: number;
}

interface Ears {
  shown: Shown[];
  rings: number;
  badges: (number | "dot" | null)[];
}

/** Hears what a page would have the system do: notices, sounds, badges. */
async function listen(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const ears: Ears = { shown: [], rings: 0, badges: [] };
    Object.assign(globalThis, { ears });
    class Heard {
      static permission = "granted";
      static requestPermission = () => Promise.resolve("granted");
      tag: string;
      data: { seq: number };
      onclick?: () => void;
      onclose?: () => void;
      at: number;
      constructor(title: string, options: NotificationOptions) {
        const { body = "", dir = "auto", tag = "", icon = "", data } = options;
        this.tag = tag;
        this.data = data;
        this.at = ears.shown.push({ title, body, dir, tag, icon, closed: false, seq: data.seq }) - 1;
        Object.assign(globalThis, { last: this });
      }
      close() {
        ears.shown[this.at]!.closed = true;
        this.onclose?.();
      }
    }
    Object.defineProperty(globalThis, "Notification", { value: Heard });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      ears.rings++;
      start.call(this, when);
    };
    Object.assign(navigator, {
      setAppBadge: (count?: number) => Promise.resolve(void ears.badges.push(count ?? "dot")),
      clearAppBadge: () => Promise.resolve(void ears.badges.push(null)),
    });
  });
}

const ears = (page: Page): Promise<Ears> =>
  page.evaluate(() => (globalThis as unknown as { ears: Ears }).ears);

/** As the browser does when its window is covered, or another tab is chosen. */
async function look(page: Page, how: "here" | "beside" | "away"): Promise<void> {
  await page.evaluate((how) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => how === "away" });
    document.hasFocus = () => how === "here";
    document.dispatchEvent(new Event("visibilitychange"));
    dispatchEvent(new Event(how === "here" ? "focus" : "blur"));
  }, how);
}

/** Whether some tab of this browser says that the end of a room is looked at in it. */
const isLookedAt = (page: Page): Promise<boolean> =>
  page.evaluate(async () =>
    (await navigator.locks.query()).held!.some(({ name }) => name!.startsWith("peyk:looking:"))
  );

interface Scene {
  readonly room: Room;
  readonly client: Client;
  /** Arash says something; given when the page has taken it in. */
  say(content: string, more?: Record<string, unknown>): Promise<{ id: number; seq: number }>;
}

async function scene(stage: Stage, name: string, wishes: Record<string, boolean> = {}): Promise<Scene> {
  const person = await stage.newPerson({ name, baseURL: server.url });
  await listen(person.context);
  const client = await server.person(name, { first_name: "لیلا" });
  await client.patch("/api/auth/me", { notifications: { desktop: true, ...wishes } });
  await person.context.request.post(`${server.url}/api/auth/login`, {
    data: { email: `${name}@peyk.test`, password: `${name}-password` },
    headers: { origin: server.url },
  });
  await person.page.goto("/chat");
  const room = roomOf(person);
  await room.online();
  // Browsers let a page sound that was touched once.
  await room.composer.click();
  return {
    room,
    client,
    async say(content, more = {}) {
      const { body } = await arash.post("/api/messages", { content, ...more });
      await room.row(content).waitFor();
      return body;
    },
  };
}

browserTest("a mention in a page nobody sees: notice, sound, title, icon and badge", async (stage) => {
  const { room, say, client } = await scene(stage, "leila");
  const { page, t } = room;
  const icon = () => page.locator('link[rel="icon"]').getAttribute("href");
  const plain = await icon();
  await look(page, "away");
  await say("این حرف دیگران است");
  await eventually(async () => assert.equal(await page.title(), t.room.title(t.room.globalName, 1)));
  await eventually(async () => assert.match((await icon())!, /^data:image\/png/));
  const dotted = await icon();
  assert.deepEqual((await ears(page)).shown, []);
  assert.equal((await ears(page)).rings, 0);

  const { seq } = await say("@leila  فردا\n<b>می‌آیی</b>؟");
  await eventually(async () => assert.equal((await ears(page)).shown.length, 1));
  const { shown } = await ears(page);
  assert.equal(shown[0]!.title, "آرش مرادی");
  assert.equal(shown[0]!.body, "@leila فردا <b>می‌آیی</b>؟");
  assert.equal(shown[0]!.dir, "rtl");
  assert.match(shown[0]!.tag, /^peyk:\d+$/);
  assert.match(shown[0]!.icon, /\.png$/);
  assert.equal(shown[0]!.seq, seq);
  // Each comes by itself: a sound once the device is awake, an icon once it is drawn.
  await eventually(async () => assert.equal((await ears(page)).rings, 2, "two notes, once"));
  await eventually(async () => assert.deepEqual((await ears(page)).badges.slice(-2), ["dot", 1]));
  await eventually(async () => assert.equal(await page.title(), t.room.title(t.room.globalName, 2, 1)));
  await eventually(async () => assert.notEqual(await icon(), dotted));

  // Read on another device: here everything that called is gone.
  const { body: { results } } = await client.get("/api/messages?page_size=1");
  await client.post(`/api/conversations/${results[0].conversation}/read`, { seq });
  await eventually(async () => assert.equal((await ears(page)).shown[0]!.closed, true));
  await eventually(async () => assert.equal(await page.title(), t.room.globalName));
  await eventually(async () => assert.equal(await icon(), plain));
  await eventually(async () => assert.equal((await ears(page)).badges.at(-1), null));
});

browserTest("an answer is told, one's own word never; a press leads to the message", async (stage) => {
  const { room, say, client } = await scene(stage, "mina");
  const { page } = room;
  const { body: own } = await client.post("/api/messages", { content: "از دستگاه دیگرم @mina" });
  await room.row(own.content).waitFor();
  await look(page, "away");
  const { seq } = await say("Here is your answer", { reply_to: own.id });
  await eventually(async () => assert.equal((await ears(page)).shown.length, 1));
  assert.equal((await ears(page)).shown[0]!.dir, "ltr");
  await client.post("/api/messages", { content: "باز هم من @mina" });
  await room.row("باز هم من @mina").waitFor();
  assert.equal((await ears(page)).shown.length, 1);

  // Lit for a moment: looked for before it begins.
  const lit = page.locator(`#m${seq}.lit`).waitFor();
  await page.evaluate(() => (globalThis as unknown as { last: Notification }).last.onclick?.(new Event("x")));
  await lit;
  assert(await room.row("Here is your answer").isVisible());
});

browserTest(
  "nobody is called who looks at the end of the room, or is only elsewhere in it",
  async (stage) => {
    const { room, say } = await scene(stage, "sara");
    const { page } = room;
    await say("@sara این را می‌بینی");
    await eventually(async () => assert.equal(await page.title(), room.t.room.globalName));
    assert.equal((await ears(page)).rings, 0);
    // Beside another window: seen by nobody, so it is told.
    await look(page, "beside");
    await say("@sara این را نه");
    await eventually(async () => assert.equal((await ears(page)).shown.length, 1));
    await eventually(async () => assert.equal((await ears(page)).rings, 2));
    await look(page, "here");
    await eventually(async () => assert.equal((await ears(page)).shown[0]!.closed, true));
  },
);

browserTest("of two tabs one calls, and none where the other is looked at", async (stage) => {
  const { room, say } = await scene(stage, "nasrin");
  const second = await room.person.context.newPage();
  await second.goto("/chat");
  const other = roomOf(room.person, "fa", second);
  await other.online();
  await other.composer.click();
  const total = async (of: (ears: Ears) => number) => of(await ears(room.page)) + of(await ears(second));

  await look(room.page, "away");
  await look(second, "here");
  // What tells the tabs of each other comes a moment after the page.
  for (const page of [room.page, second]) await page.locator("[data-background=true]").waitFor();
  await eventually(async () => assert(await isLookedAt(second)));
  await say("@nasrin یکی نگاه می‌کند");
  await other.row("@nasrin یکی نگاه می‌کند").waitFor();
  await look(second, "away");
  await eventually(async () => assert(!await isLookedAt(second)));
  for (let n = 1; n <= 3; n++) {
    await say(`@nasrin بار ${n}`);
    await other.row(`@nasrin بار ${n}`).waitFor();
    await eventually(async () => assert.equal(await total(({ shown }) => shown.length), n));
  }
  // Had the first been told, there would be four.
  assert.equal(await total(({ shown }) => shown.length), 3);
  const seqs = [...(await ears(room.page)).shown, ...(await ears(second)).shown].map(({ seq }) => seq);
  assert.equal(new Set(seqs).size, 3);
});

browserTest(
  "a muted room is silent, shows it everywhere, and is told of again when one says so",
  async (stage) => {
    const { room, say, client } = await scene(stage, "parinaz", { all_messages: true });
    const { page, t } = room;
    const second = await room.person.context.newPage();
    await second.goto("/chat");
    await roomOf(room.person, "fa", second).online();
    await page.getByRole("button", { name: membersText(t.locale).attention.menu }).click();
    await page.getByRole("menuitem", { name: membersText(t.locale).attention.silence.eight }).click();
    const sign = (where: Page) => where.locator("header [title^='بی‌صدا تا']");
    await sign(page).waitFor({ state: "attached" });
    // The other tab stands for another device.
    await sign(second).waitFor({ state: "attached" });
    await counts(page.getByRole("navigation").getByText(t.list.muted), 1);

    for (const each of [page, second]) await look(each, "away");
    await say("@parinaz در سکوت");
    await eventually(async () => assert.equal(await page.title(), t.room.title(t.room.globalName, 1, 1)));
    await page.getByRole("button", { name: membersText(t.locale).attention.menu }).click();
    await page.getByRole("menuitem", { name: membersText(t.locale).attention.unmute }).click();
    for (const each of [page, second]) await sign(each).waitFor({ state: "detached" });
    const { body } = await client.get("/api/auth/me");
    assert.equal(body.notifications.all_messages, true);
    await say("حرفی که نامی در آن نیست");
    await eventually(async () => {
      const all = [...(await ears(page)).shown, ...(await ears(second)).shown];
      assert.deepEqual(all.map(({ body }) => body), ["حرفی که نامی در آن نیست"]);
    });
  },
);

browserTest(
  "notices are offered once, below the conversations, and taken up by the account",
  async (stage) => {
    const room = await enter(stage, server, "taraneh");
    const { page, t, person } = room;
    await person.context.grantPermissions([]);
    // Headless browsers refuse from the start: here one that has not been asked.
    await person.context.addInitScript(() => {
      let permission = "default";
      const told = { requestPermission: () => Promise.resolve(permission = "granted") };
      Object.defineProperty(told, "permission", { get: () => permission });
      Object.defineProperty(globalThis, "Notification", { value: told });
    });
    await page.reload();
    await room.online();
    assert.equal(await page.getByText(membersText(t.locale).attention.offer).count(), 0);
    await eventually(async () => {
      await look(page, "beside");
      await look(page, "here");
      assert(await page.getByText(membersText(t.locale).attention.offer).isVisible());
    });
    assert.equal(await page.getByRole("dialog").count(), 0);
    await page.getByRole("button", { name: membersText(t.locale).attention.allow }).click();
    await page.getByText(membersText(t.locale).attention.offer).waitFor({ state: "detached" });
    await eventually(async () => {
      const me = await (await person.context.request.get(`${server.url}/api/auth/me`)).json();
      assert.equal(me.notifications.desktop, true);
    });
    await page.reload();
    await room.online();
    await look(page, "beside");
    await page.waitForLoadState("networkidle");
    await look(page, "here");
    assert.equal(await page.getByText(membersText(t.locale).attention.offer).count(), 0);
  },
);
