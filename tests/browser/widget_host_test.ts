/** The widget in pages of others: two real origins, plain HTML files. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest } from "../support/browser.ts";
import { eventually } from "./room.ts";
import { GOODS, type PageParts } from "./shop.ts";
import { peyk, startShops } from "./shops.ts";

const { server, host, site: SITE, script, shop, stop } = await startShops();
Deno.test.afterAll(stop);

/** Pages that write down what the widget tells them. */
const LISTENING = `<script>
var heard = [];
window.Peyk = window.Peyk || [];
for (const event of ["ready", "open", "close", "message", "unread"]) {
  Peyk.push(["on", event, (told) => heard.push([event, told])]);
}
</script>`;
const heard = (page: Page) => page.evaluate("heard") as Promise<[string, unknown][]>;

const WAYS: Readonly<Record<string, PageParts>> = {
  "async in the head": { head: script("async") },
  "deferred in the head": { head: script("defer") },
  "without either, in the head": { head: script("") },
  "at the end of the body": { head: "", body: GOODS + script("") },
  "as a module": { head: script(`type="module"`) },
  "put in by another": {
    head: `<script>onload = () => {
      const script = document.createElement("script");
      script.src = "${server.url}/widget.js";
      script.dataset.siteId = "${SITE}";
      document.head.append(script);
    }</script>`,
  },
};

for (const [way, parts] of Object.entries(WAYS)) {
  browserTest(`the launcher opens the chat: script ${way}`, async (stage) => {
    const { launcher, panel, told } = await shop(stage, parts);
    assert.equal(await launcher.getAttribute("aria-expanded"), "false");
    assert.equal(await launcher.getAttribute("aria-label"), "باز کردن گفتگو");
    await launcher.click();
    const [start] = await told("start");
    assert.equal(await launcher.getAttribute("aria-expanded"), "true");
    assert.equal(await launcher.getAttribute("aria-label"), "بستن گفتگو");
    assert.equal(start!.from, host.origin);
    assert.equal(start!.origin, host.origin);
    assert.deepEqual([start!.guest_id, start!.identity, start!.locale, start!.open], [
      null,
      null,
      "fa",
      true,
    ]);
    // Once it has come to rest.
    await eventually(async () => {
      assert.deepEqual(await panel.boundingBox(), {
        x: 1280 - 24 - 380,
        y: 800 - 92 - 620,
        width: 380,
        height: 620,
      });
    });
    assert.deepEqual(await launcher.boundingBox(), { x: 1280 - 80, y: 800 - 80, width: 56, height: 56 });
  });
}

browserTest("a page with the script twice has one widget, and keeps its own Peyk", async (stage) => {
  const { launcher, page, frame } = await shop(stage, {
    head: script("") + script("defer"),
    body: GOODS + script(),
  });
  await launcher.click();
  await frame();
  assert.equal(await page.locator("peyk-widget").count(), 1);
});

browserTest(
  "commands given before the script are done in their order, once there is a chat",
  async (stage) => {
    const head = `${LISTENING}<script>
    Peyk.push(["setLocale", "en"], ["identify", "a.b.c"]);
    Peyk.push(["open"]);
    Peyk.push(["ready", () => heard.push(["then", undefined])]);
    Peyk.push(["nonsense"], ["constructor"], ["__proto__"]);
  </script>${script()}`;
    const { page, told } = await shop(stage, { head });
    const [start] = await told("start");
    assert.deepEqual([start!.locale, start!.identity, start!.open], ["en", "a.b.c", true]);
    await eventually(async () => {
      assert.deepEqual((await heard(page)).map(([event]) => event), ["ready", "then", "open"]);
    });
    await peyk(page, "push", ["close"]);
    await page.evaluate(`Peyk("toggle")`);
    await page.evaluate(`Peyk.ready().then(() => heard.push(["promised"]))`);
    await eventually(async () => {
      assert.deepEqual((await heard(page)).slice(3).map(([event]) => event).sort(), [
        "close",
        "open",
        "promised",
      ]);
    });
  },
);

browserTest("a stub that is called keeps what it was called with", async (stage) => {
  const stub = `<script>window.Peyk = window.Peyk || function () { (Peyk.q = Peyk.q || []).push(arguments); };
    Peyk("setLocale", "en"); Peyk("open");</script>`;
  const { told, launcher } = await shop(stage, { head: stub + script() });
  assert.equal((await told("start"))[0]!.locale, "en");
  await eventually(async () => assert.equal(await launcher.getAttribute("aria-label"), "Close the chat"));
});

browserTest("an element called Peyk is no queue", async (stage) => {
  const { launcher } = await shop(stage, { body: `<div id="Peyk"></div>` });
  await launcher.waitFor();
});

browserTest("what the page asks for while it is open reaches the frame", async (stage) => {
  const { page, told, launcher } = await shop(stage, { head: LISTENING + script() });
  await launcher.click();
  await told("start");
  await peyk(page, "identify", "x.y.z");
  await peyk(page, "setLocale", "en");
  await peyk(page, "setLocale", "de");
  await peyk(page, "identify", null);
  await eventually(async () => {
    assert.equal((await told("identify"))[0]?.identity, "x.y.z");
    assert.deepEqual((await told("locale")).map(({ locale }) => locale), ["en"]);
    assert.equal((await told("logout")).length, 1);
  });
  await peyk(page, "hide");
  await launcher.waitFor({ state: "hidden" });
  await eventually(async () => assert.equal((await told("visibility")).at(-1)?.open, false));
  await peyk(page, "show");
  await launcher.waitFor();
  await eventually(async () => assert.equal(await launcher.getAttribute("aria-label"), "Open the chat"));
});

browserTest(
  "by keyboard: opened, closed from within and from the page, the focus back where it was",
  async (stage) => {
    const { page, launcher, frame, panel } = await shop(stage);
    await launcher.waitFor();
    await page.locator("#buy").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const inner = await frame();
    const inside = () => inner.evaluate(() => document.hasFocus());
    await eventually(async () => assert.equal(await inside(), true));
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    const focused = () => launcher.evaluate((element) => element.matches(":focus"));
    await eventually(async () => assert.deepEqual([await focused(), await inside()], [true, false]));

    await page.keyboard.press("Space");
    await panel.waitFor();
    await eventually(async () => assert.equal(await inside(), true));
    await page.locator("#buy").focus();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    // Who is elsewhere by then stays there.
    assert.equal(await page.evaluate(() => document.activeElement?.id), "buy");
  },
);

browserTest("options in the page", async (stage) => {
  const english =
    `data-locale="en" data-position="left" data-theme="dark" data-open data-offset-x="40" data-offset-y="100"`;
  const { launcher, panel, frame, told } = await shop(stage, { head: script(english) });
  const { searchParams } = new URL((await frame()).url());
  assert.deepEqual(Object.fromEntries(searchParams), { locale: "en", theme: "dark", layout: "floating" });
  assert.equal((await told("start"))[0]!.open, true);
  assert.deepEqual(await launcher.boundingBox(), { x: 40, y: 800 - 156, width: 56, height: 56 });
  await eventually(async () => {
    const box = (await panel.boundingBox())!;
    assert.deepEqual([box.x, box.y + box.height], [40, 800 - 168]);
  });
});

browserTest("a page with a button of its own needs no launcher", async (stage) => {
  const { page, launcher, panel, frame } = await shop(stage, {
    head: script(`data-launcher="none"`),
    body: `${GOODS}<button id="help" onclick="Peyk.open()">کمک</button>`,
  });
  await page.locator("#help").click();
  await frame();
  assert.equal(await launcher.isVisible(), false);
  // Once it has come to rest.
  await eventually(async () => {
    const box = (await panel.boundingBox())!;
    assert.equal(box.y + box.height, 800 - 24);
  });
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.id), "help"));
});

browserTest(
  "what is unread, and a card of who wrote, in the digits and words of the language",
  async (stage) => {
    const { page, person, launcher, teaser, widget, say, told, panel } = await shop(stage, {
      head: LISTENING + script(),
    });
    await launcher.click();
    await told("start");
    await launcher.click();
    await say({ type: "unread", count: 2 });
    await say({ type: "message", id: 7, name: "سارا", text: "گلدانتان همین الان راهی شد، تا عصر می‌رسد." });
    await teaser.waitFor();
    await eventually(async () => {
      assert.equal(await widget.locator(".count").textContent(), "۲");
      assert.equal(await launcher.getAttribute("aria-label"), "باز کردن گفتگو، ۲ پیام نخوانده");
    });
    const seen = (await teaser.innerText()).replace(/[\u2068\u2069]/g, "");
    assert.match(seen, /^س\s+سارا از سفالینه\s+گلدانتان همین الان راهی شد/);
    await eventually(async () => {
      assert.match((await widget.getByRole("status").textContent())!, /سارا.*راهی شد/);
    });
    assert.deepEqual((await heard(page)).slice(-2), [
      ["unread", 2],
      ["message", { id: 7, name: "سارا", text: "گلدانتان همین الان راهی شد، تا عصر می‌رسد." }],
    ]);
    // Once it is there in full, and no longer half seen through.
    await eventually(async () => assert.deepEqual(await person.axe(), []));
    await widget.getByRole("button", { name: "بستن", exact: true }).click();
    await teaser.waitFor({ state: "hidden" });
    await say({ type: "message", id: 8, name: "Ben <b>", text: "<img src=x onerror=alert(1)>" });
    await eventually(async () => {
      assert.match(await teaser.innerText(), /Ben <b>.*<img src=x onerror=alert\(1\)>/s);
    });
    await teaser.locator(".said").click();
    await panel.waitFor();
    await teaser.waitFor({ state: "hidden" });
    await say({ type: "unread", count: 120 });
    await peyk(page, "setLocale", "en");
    await launcher.click();
    await eventually(async () => assert.equal(await widget.locator(".count").textContent(), "99+"));
  },
);

browserTest("on a phone the chat has the whole screen, and a way back", async (stage) => {
  const { launcher, panel, say, frame } = await shop(stage, {}, { viewport: "phone" });
  await launcher.tap();
  await frame();
  await eventually(async () =>
    assert.deepEqual(await panel.boundingBox(), { x: 0, y: 0, width: 390, height: 844 })
  );
  assert.equal(await launcher.isVisible(), false);
  await say({ type: "close" });
  await panel.waitFor({ state: "hidden" });
  await launcher.waitFor();
});

browserTest("who wants no motion gets none", async (stage) => {
  for (const reducedMotion of [true, false]) {
    const { launcher, panel, frame } = await shop(stage, {}, { reducedMotion });
    await launcher.click();
    await frame();
    const [property, moved] = await panel.evaluate((element) => {
      const { transitionDuration } = getComputedStyle(element);
      return [transitionDuration, parseFloat(transitionDuration) > 0];
    });
    assert.equal(moved, !reducedMotion, String(property));
  }
});
