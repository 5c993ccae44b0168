/** Pictures and files from both ends: chosen, sent, shown, and had by others as they should be. */
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import sharp from "sharp";
import type { Page } from "playwright-core";
import { browserTest } from "../support/browser.ts";
import { photo } from "../support/pictures.ts";
import { startServer } from "../support/server.ts";
import { download, holds, locatedJpeg, upload } from "../support/upload.ts";
import { choose, outgoingOf } from "./files.ts";
import { enter, eventually, type Room } from "./room.ts";
import { actsText } from "@/lib/i18n/acts/mod.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const vase = await photo("vase", 800, 600);
const kiln = await photo("kiln", 300, 500);

/** The pictures of the last message. */
const shots = (room: Room) => room.rows.last().locator("a.shot");

browserTest(
  "pictures are chosen, looked over, sent with a text and seen by others, upright and without a place",
  async (stage) => {
    const leila = await enter(stage, server, "leila");
    const arash = await enter(stage, server, "arash", { locale: "en", viewport: "phone" });
    const { page, t } = leila;
    await choose(leila, [["IMG_1.jpg", await locatedJpeg()], ["kiln.jpg", kiln], ["wrong.jpg", vase]]);
    const tray = page.getByRole("list", { name: t.files.chosen });
    await tray.getByRole("listitem").nth(2).waitFor();
    await tray.getByRole("button", { name: t.files.remove("wrong.jpg") }).click();
    await eventually(async () => {
      assert.equal(await tray.getByRole("listitem").count(), 2);
      assert(await leila.composer.evaluate((field) => document.activeElement === field));
    });
    await leila.write("دو عکس از کوره");

    await leila.settled("دو عکس از کوره");
    await eventually(async () => assert.equal(await tray.count(), 0));
    await arash.row("دو عکس از کوره").waitFor();
    for (const room of [leila, arash]) {
      // What draws pictures is fetched after the first rows: it may be on its way until now.
      await shots(room).nth(1).waitFor();
      assert.equal(await shots(room).count(), 2);
      await eventually(async () => {
        const names = await shots(room).locator("img[loading]").evaluateAll((all) =>
          all.map((one) => (one as HTMLImageElement).alt)
        );
        assert.deepEqual(names, [
          room.t.files.photo("IMG_1.jpg", 1, 2),
          room.t.files.photo("kiln.jpg", 2, 2),
        ]);
      });
    }
    await eventually(async () => assert.equal(await outgoingOf(leila), 0));
    // As a friend has it who saves it: turned as it was held, and telling nothing of where that was.
    const client = await server.person("reader");
    const { body } = await client.get("/api/messages?page_size=1");
    const [first] = body.results[0].attachments;
    assert.deepEqual([first.name, first.width, first.height], ["IMG_1.jpg", 48, 64]);
    for (const path of [first.file, first.thumbnail]) {
      const { bytes } = await download(client, path);
      for (const secret of ["SecretMaker", "SecretCreator", "Exif", "GPS"]) {
        assert.equal(holds(bytes, secret), false, `${path} tells ${secret}`);
      }
      const { width, height, orientation } = await sharp(Buffer.from(bytes)).metadata();
      assert.deepEqual([width, height, orientation ?? 1], [48, 64, 1]);
    }
  },
);

browserTest("what is pasted or dropped goes into the tray; text is left to the field", async (stage) => {
  const room = await enter(stage, server, "sara");
  const { page, t } = room;
  const items = page.getByRole("list", { name: t.files.chosen }).getByRole("listitem");
  // The form for those without scripts is gone: there is one way, and one field for files.
  await eventually(async () => assert.equal(await page.locator("input[type=file]").count(), 1));
  await hand(page, "paste", "#composer", {
    name: "image.png",
    type: "image/jpeg",
    bytes: vase,
    text: "also text",
  });
  assert.equal(await items.count(), 0);
  await hand(page, "paste", "body", { name: "image.jpg", type: "image/jpeg", bytes: vase });
  await items.locator("img").waitFor();

  const overlay = page.getByText(t.files.drop);
  await hand(page, "dragover", "[role=log]", { text: "words" });
  assert.equal(await overlay.count(), 0, "words are no files");
  await hand(page, "dragover", "nav", { name: "a.jpg", type: "image/jpeg", bytes: kiln });
  assert.equal(await overlay.count(), 0, "beside the room");
  await hand(page, "dragover", "[role=log]", { name: "a.jpg", type: "image/jpeg", bytes: kiln });
  await overlay.waitFor();
  await hand(page, "drop", "[role=log]", { name: "a.jpg", type: "image/jpeg", bytes: kiln });
  await eventually(async () => {
    assert.equal(await items.locator("img").count(), 2);
    assert.equal(await overlay.count(), 0);
  });
  // Beside the room nothing is taken, and the page stays.
  assert.equal(await hand(page, "drop", "nav", { name: "b.jpg", type: "image/jpeg", bytes: kiln }), false);
  assert.equal(await items.locator("img").count(), 2);
});

browserTest("what the server would refuse is said before it is sent", async (stage) => {
  const room = await enter(stage, server, "nima");
  const { page, t } = room;
  await choose(room, [["notes.txt", Buffer.from("words")], ["ok.jpg", kiln], ["empty.png", Buffer.alloc(0)]]);
  const alert = page.locator("form").getByRole("alert");
  await alert.waitFor();
  const refused = [
    actsText(t.locale).refused.type("notes.txt"),
    actsText(t.locale).refused.empty("empty.png"),
  ];
  await eventually(async () => assert.equal(await alert.textContent(), refused.join(" ")));
  const items = page.getByRole("list", { name: t.files.chosen }).getByRole("listitem");
  await eventually(async () => assert.equal(await items.locator("img").count(), 1));
  await choose(room, Array.from({ length: 11 }, (_, n) => [`n${n}.jpg`, kiln]));
  await page.getByText(actsText(t.locale).refused.count(10)).waitFor();
  await eventually(async () => assert.equal(await items.locator("img").count(), 10));
});

browserTest("a file added by another device, an edit and a deletion are seen in the row", async (stage) => {
  const room = await enter(stage, server, "omid");
  const client = server.anybody();
  await client.login({ email: "omid@peyk.test", password: "omid-password" });
  const { body: message } = await client.post("/api/messages", { content: "اول بی عکس" });
  await room.settled("اول بی عکس");
  assert.equal(await shots(room).count(), 0);
  const path = `/api/conversations/${message.conversation}/messages/${message.id}/attachments/`;
  assert.equal((await upload(client, path, [{ name: "later.jpg", bytes: vase }])).status, 201);
  await shots(room).waitFor();
  await client.patch(`/api/messages/${message.id}/`, { content: "حالا با عکس" });
  await room.row("حالا با عکس").waitFor();
  await eventually(async () => assert.equal(await shots(room).count(), 1));
  await client.delete(`/api/messages/${message.id}/`);
  await eventually(async () =>
    assert.equal(await room.rows.last().locator("a.shot, img[loading]").count(), 0)
  );
});

browserTest("a picture has its room before it comes, and says so when it does not", async (stage) => {
  const client = await server.person("maker");
  await upload(client, "/api/messages/upload", [{ name: "tall.jpg", bytes: kiln }], { content: "بلند" });
  const room = await enter(stage, server, "reza", { allow: [/ERR_FAILED/] });
  const { page, t } = room;
  const gate = Promise.withResolvers<void>();
  await page.route("**/thumbnail", async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.reload();
  const image = room.row("بلند").locator("img[loading]");
  await image.waitFor();
  const before = await image.boundingBox();
  assert.equal(await image.evaluate((one) => (one as HTMLImageElement).complete), false);
  gate.resolve();
  await eventually(async () => assert(await image.evaluate((one) => (one as HTMLImageElement).complete)));
  const after = await image.boundingBox();
  for (const edge of ["x", "y", "width", "height"] as const) {
    assert(Math.abs(before![edge] - after![edge]) < 1, `${edge} from ${before![edge]} to ${after![edge]}`);
  }
  assert(Math.abs(after!.width / after!.height - 300 / 500) < 0.01);

  await page.unrouteAll();
  await page.route("**/thumbnail", (route) => route.abort());
  await page.reload();
  await room.row("بلند").getByText(t.files.broken).waitFor();
});

browserTest("without scripts pictures are links, and are sent by a form", async (stage) => {
  const client = await server.person("plain-maker");
  await upload(client, "/api/messages/upload", [{ name: "vase.jpg", bytes: vase }], {
    content: "بی اسکریپت",
  });
  const room = await enter(stage, server, "pari", { javaScript: false });
  const link = room.row("بی اسکریپت").getByRole("link", { name: room.t.files.photo("vase.jpg", 1, 1) });
  assert.match((await link.getAttribute("href"))!, /^\/files\/\d+\/vase\.jpg$/);
  // The field itself, and not the button that a script would open it with.
  const field = room.page.getByRole("button", { name: room.t.files.attach });
  assert.equal(await field.getAttribute("type"), "file");
  await field.setInputFiles({ name: "plain.jpg", mimeType: "image/jpeg", buffer: Buffer.from(kiln) });
  await room.page.getByRole("button", { name: room.t.files.sendPlain }).click();
  await room.log.getByRole("link", { name: room.t.files.photo("plain.jpg", 1, 1) }).waitFor();
  assert.equal(new URL(room.page.url()).pathname, "/chat");
});

interface Handed {
  readonly name?: string;
  readonly type?: string;
  readonly bytes?: Uint8Array;
  readonly text?: string;
}

/** Pastes, drags or drops something onto an element. @returns whether the page left it to the browser */
async function hand(page: Page, event: string, onto: string, handed: Handed): Promise<boolean> {
  const given = { ...handed, bytes: handed.bytes && [...handed.bytes] };
  return await page.evaluate(([event, onto, { name, type, bytes, text }]) => {
    const data = new DataTransfer();
    if (text) data.setData("text/plain", text);
    if (bytes) data.items.add(new File([new Uint8Array(bytes)], name!, { type: type! }));
    const options = { bubbles: true, cancelable: true };
    return document.querySelector(onto)!.dispatchEvent(
      event === "paste"
        ? new ClipboardEvent(event, { ...options, clipboardData: data })
        : new DragEvent(event, { ...options, dataTransfer: data }),
    );
  }, [event, onto, given] as const);
}
