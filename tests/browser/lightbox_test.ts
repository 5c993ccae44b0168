/** Pictures in large: by keyboard, wheel and finger, in both directions of reading. */
import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import type { ActsText } from "@/lib/i18n/acts/mod.ts";
import { browserTest, type Stage } from "../support/browser.ts";
import { photo } from "../support/pictures.ts";
import { startServer } from "../support/server.ts";
import { upload } from "../support/upload.ts";
import { enter, eventually, focused, type Room } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const arash = await server.person("arash", { first_name: "آرش", last_name: "مرادی" });
const files = [
  { name: "vase.jpg", bytes: await photo("vase", 1200, 900) },
  { name: "bowls.jpg", bytes: await photo("bowls", 1200, 900) },
  { name: "kiln.jpg", bytes: await photo("kiln", 600, 900) },
];
const sent = await upload(arash, "/api/messages/upload", files, { content: "سه عکس از امروز" });
assert.equal(sent.status, 201);

/** A picture as it comes, and one that was drawn nearer. */
const WHOLE = /translate\(0px, 0px\) scale\(1\)/;
const CLOSER = /scale\((?!1\))/;

interface Look {
  readonly words: ActsText["lightbox"];
  readonly room: Room;
  readonly dialog: Locator;
  /** The picture that is looked at. */
  name(): Promise<string | null>;
  transform(): Promise<string>;
}

async function look(stage: Stage, name: string, options: Parameters<typeof enter>[3] = {}): Promise<Look> {
  const room = await enter(stage, server, name, options);
  const words = actsText(options.locale ?? "fa").lightbox;
  const dialog = room.page.getByRole("dialog", { name: words.label });
  return {
    room,
    words,
    dialog,
    name: () => dialog.locator("footer [dir=ltr]").textContent(),
    transform: () => dialog.locator(".lightbox-picture").evaluate((one) => one.style.transform),
  };
}

const transforms = (at: Look, wanted: RegExp) =>
  eventually(async () => assert.match(await at.transform(), wanted));
const shows = (at: Look, wanted: string) => eventually(async () => assert.equal(await at.name(), wanted));

for (
  const [locale, next, previous] of [["fa", "ArrowLeft", "ArrowRight"], [
    "en",
    "ArrowRight",
    "ArrowLeft",
  ]] as const
) {
  browserTest(`by keyboard, the arrows go as one reads: ${locale}`, async (stage) => {
    const at = await look(stage, `keys-${locale}`, { locale, reducedMotion: true });
    const { room, dialog, words } = at;
    const { page, t } = room;
    const first = room.log.locator("a.shot").first();
    await first.focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor();
    await shows(at, "vase.jpg");
    await dialog.getByRole("status").filter({ hasText: words.counter(1, 3) }).waitFor();
    await dialog.locator("footer").filter({ hasText: /آرش مرادی.*سه عکس از امروز/ }).waitFor();
    await page.keyboard.press(next);
    await shows(at, "bowls.jpg");
    await page.keyboard.press("End");
    await shows(at, "kiln.jpg");
    assert.equal(await dialog.getByRole("button", { name: words.next }).count(), 0);
    await page.keyboard.press(next);
    await shows(at, "kiln.jpg");
    await page.keyboard.press(previous);
    await shows(at, "bowls.jpg");
    await page.keyboard.press("Home");
    await shows(at, "vase.jpg");

    await dialog.locator(".lightbox-stage[data-state=there]").waitFor();
    await transforms(at, WHOLE);
    await page.keyboard.press("+");
    await transforms(at, /scale\(1\.5\)/);
    await page.keyboard.press("-");
    await transforms(at, WHOLE);
    await page.keyboard.press("+");
    await transforms(at, /scale\(1\.5\)/);
    await page.keyboard.press("0");
    await transforms(at, WHOLE);

    // The focus stays inside, however far one goes.
    for (let n = 0; n < 9; n++) {
      await page.keyboard.press("Tab");
      assert(
        await page.evaluate(() =>
          document.activeElement === document.body ||
          document.activeElement!.closest("dialog.lightbox") !== null
        ),
      );
    }
    assert.deepEqual(await room.person.axe(), []);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("link", { name: t.files.download("vase.jpg") }).click(),
    ]);
    assert.equal(file.suggestedFilename(), "vase.jpg");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await focused(first);
    assert.equal(new URL(page.url()).pathname, "/chat");
  });
}

browserTest("the wheel and two presses look closer, dragging moves, a press beside closes", async (stage) => {
  const at = await look(stage, "wheel");
  const { room, dialog } = at;
  const { mouse } = room.page;
  await room.log.locator("a.shot").first().click();
  await dialog.locator(".lightbox-stage[data-state=there]").waitFor();
  const box = (await dialog.locator(".lightbox-stage").boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.move(x, y);
  await mouse.wheel(0, -600);
  await transforms(at, CLOSER);
  const before = await at.transform();
  await mouse.down();
  await mouse.move(x + 60, y + 10, { steps: 4 });
  await mouse.up();
  await eventually(async () => assert.notEqual(await at.transform(), before));
  assert.equal(await at.name(), "vase.jpg", "moving a large picture is no swipe");
  await mouse.dblclick(x, y);
  await transforms(at, WHOLE);
  // A whole one is swiped: to the right comes what is next where one reads from there.
  await mouse.down();
  await mouse.move(x + 200, y, { steps: 4 });
  await mouse.up();
  await shows(at, "bowls.jpg");
  await mouse.click(box.x + 4, box.y + 4);
  await dialog.waitFor({ state: "detached" });
});

browserTest("two fingers and a swipe on a phone; a deleted picture is gone at once", async (stage) => {
  const at = await look(stage, "fingers", { viewport: "phone", locale: "en" });
  const { room, dialog } = at;
  const { page } = room;
  const gone = await upload(arash, "/api/messages/upload", [{ ...files[1]!, name: "gone.jpg" }]);
  const link = room.log.getByRole("link", { name: /gone\.jpg/ });
  await link.tap();
  await dialog.waitFor();
  await shows(at, "gone.jpg");
  const touch = await page.context().newCDPSession(page);
  const send = (type: string, ...points: [x: number, y: number][]) =>
    touch.send("Input.dispatchTouchEvent", {
      type: type as "touchStart",
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  await send("touchStart", [180, 400], [210, 400]);
  await send("touchMove", [150, 400], [240, 400]);
  await send("touchMove", [120, 400], [270, 400]);
  await send("touchEnd");
  await transforms(at, CLOSER);
  await page.keyboard.press("0");
  await transforms(at, WHOLE);
  await send("touchStart", [100, 400]);
  await send("touchMove", [160, 402]);
  await send("touchMove", [260, 404]);
  await send("touchEnd");
  await shows(at, "kiln.jpg");
  await page.keyboard.press("End");
  await shows(at, "gone.jpg");
  await arash.delete(`/api/messages/${gone.body.id}/`);
  await dialog.waitFor({ state: "detached" });
  await link.waitFor({ state: "detached" });
});
