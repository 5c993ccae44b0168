/** One's picture in real browsers: chosen, cut with every means, sent, given up, refused. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { settingsText } from "@/lib/i18n/settings/mod.ts";
import { browserTest, type Stage } from "../support/browser.ts";
import type { PersonOptions } from "../support/person.ts";
import { startServer } from "../support/server.ts";
import { locatedJpeg, png } from "../support/upload.ts";
import { eventually } from "./room.ts";
import { choosePicture, enterSettings } from "./settings_states.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const t = settingsText("fa");

const settings = (stage: Stage, name: string, path: string, options?: PersonOptions) =>
  enterSettings(stage, server, name, path, options);

const cropOf = async (page: Page) => JSON.parse((await page.locator(".crop").getAttribute("data-crop"))!);

/** Waits until what is cut is as it should be. */
const isCut = (page: Page, check: (crop: Awaited<ReturnType<typeof cropOf>>) => void) =>
  eventually(async () => check(await cropOf(page)));

/** Colours of the quarters of one's picture: top left, top right, bottom left, bottom right. */
async function quartersOf(page: Page): Promise<string[]> {
  const address = await page.locator("main img").first().getAttribute("src");
  const response = await page.context().request.get(server.url + address);
  const { data, info } = await sharp(await response.body()).removeAlpha().raw().toBuffer({
    resolveWithObject: true,
  });
  assert.equal(info.width, info.height);
  const at = (x: number, y: number) => {
    const place = (Math.round(info.height * y) * info.width + Math.round(info.width * x)) * info.channels;
    return `${data[place]! > 128 ? "R" : "r"}${data[place + 1]! > 128 ? "G" : "g"}`;
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

browserTest("a picture is cut by keyboard alone, upright as its camera meant it", async (stage) => {
  const { page } = await settings(stage, "mina", "/settings/profile", { locale: "en" });
  const en = settingsText("en").profile;
  // Its camera says that it is to be turned by a quarter: what was at the bottom left is at the top left.
  await choosePicture(page, await locatedJpeg(), "a.jpg", "image/jpeg");
  await page.getByRole("dialog", { name: en.crop }).waitFor();
  await page.locator(".crop:focus").waitFor();
  await isCut(page, ({ width, height }) => assert.ok(height > width, "it stands"));
  await page.keyboard.press("ArrowDown");
  await isCut(page, ({ y }) => assert.ok(y > 0));
  await page.keyboard.press("ArrowRight");
  await isCut(page, ({ x }) => assert.equal(x, 0, "there is nothing beside it"));
  await page.keyboard.press("+");
  await isCut(page, ({ zoom }) => assert.ok(zoom > 1));
  await page.keyboard.press("-");
  await page.keyboard.press("ArrowUp");
  // Escape keeps everything as it was.
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: en.crop }).waitFor({ state: "detached" });
  assert.equal(await page.locator("main img").count(), 0);

  await choosePicture(page, await locatedJpeg(), "a.jpg", "image/jpeg");
  await page.getByRole("dialog", { name: en.crop }).waitFor();
  await page.locator(".crop:focus").waitFor();
  await page.keyboard.press("r");
  await isCut(page, ({ turn }) => assert.equal(turn, 1));
  await page.keyboard.press("R");
  await isCut(page, ({ turn }) => assert.equal(turn, 0));
  // Turn to the left, zoom, turn to the right, cancel, use.
  for (let tab = 0; tab < 2; tab++) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp");
  await isCut(page, ({ zoom }) => assert.ok(zoom > 1, "the slider is reached by Tab"));
  await page.keyboard.press("Home");
  for (let tab = 0; tab < 3; tab++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("main img").first().waitFor();
  assert.deepEqual(await quartersOf(page), ["Rg", "RG", "rg", "rG"]);
});

browserTest("a picture is cut with the mouse, and dropped rather than chosen", async (stage) => {
  const { page } = await settings(stage, "sina", "/settings/profile");
  const bytes = [...await png(400, 200)];
  const transfer = await page.evaluateHandle((bytes) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], "dropped.png", { type: "image/png" }));
    return transfer;
  }, bytes);
  const place = page.locator("main section").first().locator("div").first();
  await place.dispatchEvent("dragover", { dataTransfer: transfer });
  await page.getByText(t.profile.drop).waitFor();
  await place.dispatchEvent("drop", { dataTransfer: transfer });
  await page.getByRole("dialog", { name: t.profile.crop }).waitFor();
  const box = (await page.locator(".crop").boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + box.width, y + 30, { steps: 4 });
  await page.mouse.up();
  await isCut(page, ({ x, y }) => assert.deepEqual([x, y], [0.5, 0], "to its edge and no further"));
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -300);
  await eventually(async () => assert.ok((await cropOf(page)).zoom > 1.2));
  await page.mouse.wheel(0, 3000);
  await eventually(async () => assert.equal((await cropOf(page)).zoom, 1));
  await page.getByRole("button", { name: t.profile.turnRight }).click();
  await page.getByRole("button", { name: t.profile.crop_use }).click();
  await page.locator("main img").first().waitFor();
  // The left half (red), turned to the right: what was below is at the left.
  assert.deepEqual(await quartersOf(page), ["Rg", "RG", "Rg", "RG"]);
});

browserTest("two fingers zoom", async (stage) => {
  const { page, context } = await settings(stage, "mina", "/settings/profile", { viewport: "phone" });
  await choosePicture(page, await png(400, 400));
  await page.getByRole("dialog", { name: t.profile.crop }).waitFor();
  const box = (await page.locator(".crop").boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }],
    });
  await touch("touchStart", 30);
  for (const apart of [40, 60, 75]) await touch("touchMove", apart);
  await touch("touchEnd", 0);
  await isCut(page, ({ zoom }) => assert.ok(zoom > 2 && zoom < 3, `zoomed to ${zoom}`));
});

browserTest("what is no picture, or too large a one, is refused with a sentence", async (stage) => {
  const { page } = await settings(stage, "kian", "/settings/profile");
  const alert = page.getByRole("alert");
  await choosePicture(page, new TextEncoder().encode("just a letter"), "letter.png");
  await alert.waitFor();
  assert.match(await alert.innerText(), /[\u0600-\u06ff]/);
  assert.equal(await page.getByRole("dialog", { name: t.profile.crop }).count(), 0);
  await choosePicture(page, new Uint8Array(10 * 1024 * 1024 + 1), "huge.heic", "image/heic");
  await page.getByText(t.profile.tooLarge).waitFor();
  // A header that claims more pixels than anybody should unpack.
  const wide = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: "red" } })
    .png().toBuffer();
  await choosePicture(page, new Uint8Array(wide), "wide.png");
  await page.getByText(t.profile.tooManyPixels).waitFor();
  assert.equal(await page.locator("main img").count(), 0);
});

browserTest("a picture on its way can be given up, and says so where it breaks off", async (stage) => {
  const { page } = await settings(stage, "ladan", "/settings/profile");
  let held = 0;
  await page.route("**/api/auth/me/picture", () => void held++);
  await choosePicture(page, await png(300, 300));
  await page.getByRole("button", { name: t.profile.crop_use }).click();
  await page.getByRole("progressbar", { name: t.profile.uploading }).waitFor();
  await eventually(() => assert.equal(held, 1));
  assert.equal(
    await page.getByRole("button", { name: t.profile.choose }).isDisabled(),
    true,
    "one at a time",
  );
  await page.getByRole("button", { name: t.live.cancel }).click();
  await page.getByRole("progressbar").waitFor({ state: "detached" });
  assert.equal(await page.getByRole("alert").count(), 0, "who gave it up needs no telling");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.route("**/api/auth/me/picture", (route) => route.abort());
  await choosePicture(page, await png(300, 300));
  await page.getByRole("button", { name: t.profile.crop_use }).click();
  await page.getByRole("alert").getByText(t.live.offline).waitFor();
  assert.equal(await page.locator("main img").count(), 0);
});
