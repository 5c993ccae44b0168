/** Installed on a device: what the system is told, and what is there when the network is not. */
import assert from "node:assert/strict";
import sharp from "sharp";
import { browserTest } from "../support/browser.ts";
import type { Person, Stage } from "../support/browser.ts";
import { photo } from "../support/pictures.ts";
import { startServer } from "../support/server.ts";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { pagesText } from "@/lib/i18n/pages/mod.ts";
import { upload } from "../support/upload.ts";
import { openLine } from "./line.ts";
import { counts, enter, eventually, register, roomOf } from "./room.ts";
import type { Room } from "./room.ts";

/** What a browser says when it is cut off; that is what these tests bring about. */
const NO_LINE =
  // The last: what was on its way as the line went, of which Chromium at times names neither kind nor place.
  /ERR_|WebSocket connection to|Failed to load resource|Failed to fetch|^uncaught: (Error)?$/;

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());
const arash = await server.person("arash", { first_name: "آرش" });

/** Somebody behind a line of their own whose browser keeps what they read. */
async function scene(stage: Stage, name: string) {
  const line = openLine(server.url);
  const room = await enter(stage, line, name, { serviceWorker: true, allow: [NO_LINE] });
  await kept(room.person, "/chat");
  return { line, room, [Symbol.asyncDispose]: () => line.close() };
}

/** Addresses of what this browser keeps of a person. */
const keptOf = ({ page }: Pick<Person, "page">) =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      if (!/kept|pictures/.test(name)) continue;
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    }
    return found;
  });

const kept = (person: Person, path: string) =>
  eventually(async () => assert((await keptOf(person)).includes(path), `${path} is not kept`));

/** What came after the page is kept as well. */
const keptRoom = ({ page }: Room, text: string) =>
  eventually(async () => {
    const all = await page.evaluate(async () => {
      const cache = await caches.open("peyk-kept-1");
      const rooms = (await cache.keys()).filter(({ url }) => url.includes("/kept/"));
      return await Promise.all(rooms.map(async (each) => await (await cache.match(each))!.text()));
    });
    assert(all.some((each) => each.includes(text)), `${text} is not kept`);
  });

Deno.test("the manifest speaks both languages, and every icon exists in its size", async () => {
  for (const [lang, dir, name] of [["fa", "rtl", "پیک"], ["en", "ltr", "Peyk"]] as const) {
    const response = await fetch(`${server.url}/manifest.webmanifest?lang=${lang}`);
    assert.match(response.headers.get("content-type")!, /^application\/manifest\+json/);
    const manifest = await response.json();
    assert.deepEqual([manifest.lang, manifest.dir, manifest.name], [lang, dir, name]);
    assert.deepEqual([manifest.id, manifest.scope, manifest.start_url], ["/", "/", "/chat"]);
    assert.match(manifest.theme_color, /^#[0-9a-f]{6}$/);
    assert.deepEqual(
      new Set(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)),
      new Set(["any", "maskable"]),
    );
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await fetch(server.url + src);
      assert.equal(icon.headers.get("content-type"), type);
      const { width, height, format } = await sharp(await icon.arrayBuffer()).metadata();
      assert.deepEqual([`${width}x${height}`, format], [sizes, "png"]);
    }
    for (const { url } of manifest.shortcuts) {
      const there = await fetch(server.url + url, { redirect: "manual" });
      await there.body?.cancel();
      assert.equal(there.status, 303, `${url} is a page for members`);
    }
  }
  const persian = await fetch(`${server.url}/manifest.webmanifest`, { headers: { "accept-language": "fa" } });
  assert.equal((await persian.json()).lang, "fa");
});

Deno.test("of a tile that systems cut round, all of the bird stays", async () => {
  for (const size of [192, 512]) {
    const file = new URL(`../../static/icons/maskable-${size}.png`, import.meta.url);
    const { data, info } = await sharp(await Deno.readFile(file)).flatten().raw().toBuffer({
      resolveWithObject: true,
    });
    let outside = 0, inside = 0;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const is_bird = data[(y * size + x) * info.channels]! > 128;
        if (!is_bird) continue;
        // The circle that is never cut: 40 % of the side (W3C, "safe zone").
        if (Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2) > 0.4 * size + 1) outside++;
        else inside++;
      }
    }
    assert.equal(outside, 0);
    assert(inside > size * size / 20, "there is no bird");
  }
});

browserTest("without a network one reads what was read last, is told so, and may write", async (stage) => {
  await using at = await scene(stage, "leila");
  const { room, line } = at;
  const { page, t } = room;
  await arash.post("/api/messages", { content: "پیش از قطع" });
  await room.row("پیش از قطع").waitFor();
  await keptRoom(room, "پیش از قطع");
  line.cut();
  await page.reload();
  await room.row("پیش از قطع").waitFor();
  const words = t.connection.lastRead("|").split("|")[0]!;
  await page.getByText(words).waitFor();
  await room.write("بی‌شبکه نوشته شد");
  assert.equal(await room.row("بی‌شبکه نوشته شد").getAttribute("aria-busy"), "true");
  assert.deepEqual(await room.person.axe(), []);
  // What was not read is not there, and says so.
  await page.goto("/settings/profile");
  await page.locator("h1").waitFor();
  assert.equal(await page.getByRole("link").getAttribute("href"), "/chat");

  await page.goto("/chat");
  await room.row("بی‌شبکه نوشته شد").waitFor();
  line.mend();
  await room.online();
  await room.settled("بی‌شبکه نوشته شد");
  await counts(page.getByText(words), 0);
  assert.equal((await room.texts()).filter((text) => text === "پیش از قطع").length, 1);
});

browserTest(
  "who signs out leaves nothing behind, and who comes after sees nothing of them",
  async (stage) => {
    await using at = await scene(stage, "mina");
    const { room, line } = at;
    const { page, t, person } = room;
    await arash.post("/api/messages", { content: "برای مینا" });
    await keptRoom(room, "برای مینا");
    await page.getByRole("button", { name: t.nav.account }).click();
    await page.getByRole("menuitem", { name: t.nav.signOut }).click();
    await page.waitForURL(/\/login/);
    await eventually(async () => assert.deepEqual(await keptOf(person), []));
    // Nothing comes back when the network goes.
    line.cut();
    await page.goto("/chat");
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await page.getByText("برای مینا").count(), 0);
    assert.equal(await room.log.count(), 0);
    line.mend();

    await register(person, line.url, "sara");
    await page.goto("/chat");
    await room.online();
    await kept(person, "/chat");
    const { id } = await (await person.context.request.get(`${line.url}/api/auth/me`)).json();
    line.cut();
    await page.reload();
    await room.row("برای مینا").waitFor();
    const payload = await page.locator("#fresh-islands").textContent();
    assert(payload!.includes("sara"));
    assert(!payload!.includes('"mina@'));
    for (const address of await keptOf(person)) {
      assert(!address.startsWith("/kept/") || address.startsWith(`/kept/${id}/`), address);
    }
    line.mend();
  },
);

browserTest("small pictures are kept too, those from before there was a worker with them", async (stage) => {
  const bytes = await photo("vase", 800, 600);
  const send = (name: string) => upload(arash, "/api/messages/upload", [{ name, bytes }], { content: name });
  await send("before.jpg");
  await using at = await scene(stage, "roya");
  const { room, line } = at;
  const { page, person } = room;
  await send("after.jpg");
  await room.row("after.jpg").waitFor();
  await keptRoom(room, "after.jpg");
  const thumbnails = async () => (await keptOf(person)).filter((path) => path.endsWith("/thumbnail")).length;
  await eventually(async () => assert.equal(await thumbnails(), 2));
  line.cut();
  await page.reload();
  for (const name of ["before.jpg", "after.jpg"]) {
    const image = room.row(name).locator("img").last();
    await eventually(async () =>
      assert(
        await image.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0),
        name,
      )
    );
  }
  assert.deepEqual(await person.axe(), []);
  line.mend();
});

browserTest("where the session has ended elsewhere, what was kept goes with the next page", async (stage) => {
  await using at = await scene(stage, "nima");
  const { person, page } = at.room;
  // Another browser's sign-out, or a ban: this one hears of it by where it is led.
  await person.context.clearCookies();
  await page.goto("/chat");
  await page.waitForURL(/\/login/);
  await eventually(async () => assert.deepEqual(await keptOf(person), []));
});

browserTest("what is said without a network follows the language", async (stage) => {
  await using at = await scene(stage, "ziba");
  const { room, line } = at;
  const { page, t } = room;
  await page.getByRole("button", { name: t.nav.account }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await page.locator("html[lang=en]").waitFor();
  await eventually(async () => {
    const html = await page.evaluate(async () => await (await caches.match("/offline"))!.text());
    assert.match(html, /<html lang="en" dir="ltr"/);
  });
  line.cut();
  await page.goto("/settings");
  await page.getByText(pagesText("en").program.offlineText).waitFor();
  await page.goto("/chat");
  await page.getByText(chatText("en").connection.lastRead("|").split("|")[0]!).waitFor();
  line.mend();
});

browserTest("answers of the API and doors are never kept", async (stage) => {
  await using at = await scene(stage, "omid");
  const { page } = at.room;
  await page.evaluate(() => fetch("/api/auth/me").then((response) => response.text()));
  await page.goto("/settings");
  await page.goto("/chat/list");
  await kept(at.room.person, "/chat/list");
  const all = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    }
    return found;
  });
  const allowed = /^\/(_fresh\/.+|chat|chat\/list|offline|kept\/\d+\/\d+|files\/\d+\/thumbnail)$/;
  assert.deepEqual(all.filter((path) => !allowed.test(path)), []);
  assert(all.includes("/offline"));
});

browserTest(
  "a press on a notice that outlived its tab leads to the message in the open one",
  async (stage) => {
    await using at = await scene(stage, "pari");
    const { room } = at;
    const { body } = await arash.post("/api/messages", { content: "برو به این" });
    await room.row("برو به این").waitFor();
    const { context } = room.person;
    const worker = context.serviceWorkers()[0] ?? await context.waitForEvent("serviceworker");
    // Lit for a moment: looked for before it begins.
    const lit = room.page.locator(`#m${body.seq}.lit`).waitFor();
    await worker.evaluate((data) => {
      const notification = { data, close() {} };
      const pressed = new Event("notificationclick");
      Object.assign(pressed, { notification, waitUntil() {} });
      dispatchEvent(pressed);
    }, { conversation_id: body.conversation, seq: body.seq });
    await lit;
  },
);

browserTest(
  "the program is offered for installing in the account's menu, when the browser says it can",
  async (stage) => {
    const room = await enter(stage, server, "yalda");
    const { page, t } = room;
    const item = page.getByRole("menuitem", { name: t.attention.install });
    await page.getByRole("button", { name: t.nav.account }).click();
    assert.equal(await item.count(), 0);
    await page.evaluate(() => {
      const offer = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
        prompt: () => Promise.resolve(void (document.body.dataset.asked = String(offer.defaultPrevented))),
      });
      dispatchEvent(offer);
    });
    await item.click();
    await page.locator("body[data-asked=true]").waitFor({ state: "attached" });
    assert.equal(
      await roomOf(room.person).page.getByRole("menuitem", { name: t.attention.install }).count(),
      0,
    );
  },
);
