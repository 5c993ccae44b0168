/** Files on a bad line: how far they are, given up, tried again, kept over a reload; there once in the end. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { Buffer } from "node:buffer";
import sharp from "sharp";
import { browserTest, type Stage } from "../support/browser.ts";
import type { Client } from "../support/client.ts";
import type { PersonOptions } from "../support/person.ts";
import { photo } from "../support/pictures.ts";
import { startServer } from "../support/server.ts";
import { choose, outgoingOf } from "./files.ts";
import { CUT_LINE, openLine } from "./line.ts";
import { enter, eventually, type Room } from "./room.ts";

/** Requests given up, or refused for their size or kind. */
const REFUSED = /ERR_FAILED|ERR_ABORTED|status of 4(13|15)/;

const server = await startServer({ built: true, env: { UPLOAD_MAX_MB: "1", UPLOAD_QUOTA_MB: "1" } });
Deno.test.afterAll(() => server.stop());

const vase = await photo("vase", 800, 600);
const kiln = await photo("kiln", 300, 500);

async function scene(stage: Stage, name: string, options: PersonOptions = {}) {
  const line = openLine(server.url);
  const room = await enter(stage, line, name, { allow: [CUT_LINE, REFUSED], ...options });
  const reader = await server.person(`reader-${name}`);
  return { line, room, reader, [Symbol.asyncDispose]: () => line.close() };
}

/** Chooses a file and takes it back: only by then is all there for certain that handles files. */
async function warmUp(room: Room): Promise<void> {
  const { page, t } = room;
  await choose(room, [["warm.jpg", kiln]]);
  const items = page.getByRole("list", { name: t.files.chosen }).getByRole("listitem");
  await items.getByRole("button", { name: t.files.remove("warm.jpg") }).click();
  await items.waitFor({ state: "detached" });
}

/** The messages with this text that the server has. */
async function kept(client: Client, text: string): Promise<{ attachments: { name: string }[] }[]> {
  const { body } = await client.get("/api/messages?page_size=100");
  return body.results.filter(({ content }: { content: string }) => content === text);
}

/** So many bytes a second that a picture is on its way for as long as anybody needs to look. */
const SLOW = 8_000;

/** Lets so many bytes a second leave the page. @returns what lets all through again */
async function throttle({ page }: Room, uploadThroughput: number): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const emulate = (uploadThroughput: number) =>
    session.send("Network.emulateNetworkConditions", {
      ...{ offline: false, latency: 0, downloadThroughput: -1 },
      uploadThroughput,
    });
  await session.send("Network.enable");
  await emulate(uploadThroughput);
  // By the same session: what one has asked for another cannot take back.
  return async () => void await emulate(-1);
}

/** Pixels without order, which nothing makes smaller. */
async function heavy(size: number): Promise<Uint8Array> {
  const data = Buffer.alloc(size * size * 3);
  let seed = 7;
  for (let at = 0; at < data.length; at++) data[at] = (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16;
  return new Uint8Array(
    await sharp(data, { raw: { width: size, height: size, channels: 3 } }).jpeg({ quality: 90 }).toBuffer(),
  );
}

browserTest("how far it is, texts beside it, and given up on the way", async (stage) => {
  await using at = await scene(stage, "progress");
  const { room, reader } = at;
  const { t } = room;
  // What draws files comes on a line that is whole yet.
  await warmUp(room);
  const lift = await throttle(room, SLOW);
  await choose(room, [["heavy.jpg", await heavy(400)], ["kiln.jpg", kiln]]);
  await room.write("عکس سنگین");
  const row = room.row("عکس سنگین");
  const progress = row.getByRole("progressbar");
  await eventually(async () => {
    const done = Number(await progress.getAttribute("aria-valuenow"));
    assert(done > 0 && done < 100, `${done}`);
  });
  assert.equal(await row.getAttribute("aria-busy"), "true");
  await row.locator(".ring").first().waitFor();
  await room.write("متنی که نمی‌ماند تا عکس برسد");
  await room.settled("متنی که نمی‌ماند تا عکس برسد");
  assert.equal(await row.getAttribute("aria-busy"), "true", "the text did not wait for it");

  await row.getByRole("button", { name: t.files.cancel }).click();
  await row.waitFor({ state: "detached" });
  await lift();
  await eventually(async () => assert.equal(await outgoingOf(room), 0));
  await room.write("پس از آن");
  await room.settled("پس از آن");
  assert.deepEqual(await kept(reader, "عکس سنگین"), []);
});

browserTest("cut off half way it goes again by itself, and is there once", async (stage) => {
  await using at = await scene(stage, "cut");
  const { room, line, reader } = at;
  // What draws files comes on a line that is whole yet.
  await warmUp(room);
  const lift = await throttle(room, SLOW);
  await choose(room, [["heavy.jpg", await heavy(300)]]);
  await room.write("یک بار");
  const row = room.row("یک بار");
  await eventually(async () =>
    assert(Number(await row.getByRole("progressbar").getAttribute("aria-valuenow")) > 5)
  );
  line.cut();
  await room.offline();
  await lift();
  assert.equal(await row.getAttribute("aria-busy"), "true");
  line.mend();
  await room.settled("یک بار");
  assert.equal((await kept(reader, "یک بار")).length, 1);
  assert.equal((await room.texts()).filter((text) => text === "یک بار").length, 1);
});

browserTest("an answer that is lost makes no second message", async (stage) => {
  await using at = await scene(stage, "answer");
  const { room, reader } = at;
  const { page } = room;
  let attempts = 0;
  const counted = Promise.withResolvers<void>();
  await page.route("**/api/messages/upload", async (route) => {
    attempts++;
    if (attempts > 1) return await route.continue();
    const answer = await route.fetch();
    assert.equal(answer.status(), 201);
    await route.abort();
    counted.resolve();
  });
  await choose(room, [["vase.jpg", vase]]);
  await room.write("پاسخ گم شد");
  await counted.promise;
  await room.settled("پاسخ گم شد");
  await room.row("پاسخ گم شد").locator("a.shot").waitFor();
  assert.equal((await kept(reader, "پاسخ گم شد")).length, 1);
  assert.equal((await room.texts()).filter((text) => text === "پاسخ گم شد").length, 1);
});

browserTest("chosen and sent offline they survive a reload, in their order, and go once", async (stage) => {
  await using at = await scene(stage, "reload");
  const { room, line, reader } = at;
  const { page, t } = room;
  await warmUp(room);
  line.cut();
  await room.offline();
  await choose(room, [["kiln.jpg", kiln], ["vase.jpg", vase]]);
  await room.write("در قطعی");
  await choose(room, [["later.jpg", vase]]);
  // Nobody reloads before the disk has it: what was sent, and what is chosen.
  await eventually(async () => assert.equal(await shelved(page), 2));
  line.refuseSockets(true);
  line.mend();
  await page.reload();
  const row = room.row("در قطعی");
  await eventually(async () => assert.equal(await row.locator("img[src^=blob]").count(), 2));
  await row.getByText(t.files.waiting).waitFor();
  const tray = page.getByRole("list", { name: t.files.chosen });
  await tray.getByRole("img", { name: "later.jpg" }).waitFor();
  assert.deepEqual(await kept(reader, "در قطعی"), []);

  line.refuseSockets(false);
  await room.online();
  await room.settled("در قطعی");
  const [message, ...more] = await kept(reader, "در قطعی");
  assert.deepEqual(message!.attachments.map(({ name }) => name), ["kiln.jpg", "vase.jpg"]);
  assert.deepEqual(more, []);
  await eventually(async () => {
    const chosen = await tray.getByRole("listitem").locator("img").count();
    assert.equal(chosen, 1, "what was not sent stays chosen");
  });
  // Neither the bytes nor their addresses are kept for longer.
  await eventually(async () => assert.deepEqual(await shelf(room), ["draft"]));
});

browserTest("where nothing may be kept the text survives, and can be sent alone", async (stage) => {
  await using at = await scene(stage, "denied");
  const { room, line, reader } = at;
  const { page, t } = room;
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  await page.reload();
  await room.online();
  await warmUp(room);
  line.cut();
  await room.offline();
  await choose(room, [["vase.jpg", vase]]);
  await room.write("متن می‌ماند");
  line.refuseSockets(true);
  line.mend();
  await page.reload();
  const row = room.row("متن می‌ماند");
  await row.getByText(t.files.notKept).waitFor();
  await row.getByText("vase.jpg").or(row.getByTitle("vase.jpg")).first().waitFor();
  await row.getByRole("button", { name: t.files.sendBare }).click();
  line.refuseSockets(false);
  await room.online();
  await room.settled("متن می‌ماند");
  assert.deepEqual((await kept(reader, "متن می‌ماند")).map(({ attachments }) => attachments), [[]]);
});

browserTest("what the server refuses says why, stays, and goes when one says so", async (stage) => {
  await using at = await scene(stage, "refused");
  const { room, reader } = at;
  const { page, t } = room;
  const made = await urls(room);
  // By its name a picture, and nothing of the kind.
  await choose(room, [["fake.jpg", Buffer.from("these are words and no picture at all")]]);
  await room.write("عکس دروغی");
  const row = room.row("عکس دروغی");
  const alert = row.getByRole("alert");
  await alert.waitFor();
  assert.equal(
    (await alert.textContent())!.includes(t.message.failed),
    false,
    "the server has told the reason",
  );
  await row.getByRole("button", { name: t.message.retry }).click();
  await alert.waitFor();
  await row.getByRole("button", { name: t.message.discard }).click();
  await row.waitFor({ state: "detached" });
  assert.deepEqual(await kept(reader, "عکس دروغی"), []);

  // Larger than this server lets anybody keep: each fits, together they are too much.
  const large = await heavy(640);
  let refused = 0;
  for (let n = 1; refused === 0 && n <= 6; n++) {
    await choose(room, [[`large-${n}.jpg`, large]]);
    await room.write(`سهم ${n}`);
    const row = room.row(`سهم ${n}`);
    await row.locator(":scope:not([aria-busy])").or(row.getByRole("alert")).first().waitFor();
    refused = await row.getByRole("alert").count();
    if (refused > 0) await row.getByRole("button", { name: t.message.discard }).click();
  }
  assert.equal(refused, 1, "there is no end to what one may keep");
  await page.locator("a.shot img[loading]").last().evaluate((one) => (one as HTMLImageElement).decode());
  await eventually(async () => assert.deepEqual([...await made()], []));
});

/** Follows which addresses of files the page has made and not given back. */
async function urls({ page }: Room): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const alive = new Set<string>();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (of) => {
      const url = createObjectURL(of);
      alive.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      alive.delete(url);
      revokeObjectURL(url);
    };
    Object.assign(globalThis, { alive });
  });
  return () => page.evaluate(() => [...(globalThis as unknown as { alive: Set<string> }).alive]);
}

/** What is kept in the browser's database, by the first part of its key. */
async function shelf({ page }: Room): Promise<string[]> {
  return await page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name!.startsWith("peyk:")) as [
      { name: string },
    ];
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const asking = db.transaction("files").objectStore("files").getAllKeys();
      asking.onsuccess = () => resolve(asking.result);
    });
    db.close();
    return keys.map((key) => String(key).split(":")[0]!);
  });
}

/** Under how many names the browser itself keeps files. */
function shelved(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = 0;
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name!);
      await new Promise((done) => opening.onsuccess = done);
      const counting = opening.result.transaction("files").objectStore("files").count();
      await new Promise((done) => counting.onsuccess = done);
      count += counting.result;
      opening.result.close();
    }
    return count;
  });
}
