/** Whatever people write, in either direction and of whatever intent, is shown as text and breaks nothing. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import type { Client } from "../support/client.ts";
import { startServer } from "../support/server.ts";
import { enter, eventually } from "./room.ts";
import type { Room } from "./room.ts";
import { beyondScreen, sideways } from "./sweeps/fit.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const arash = await server.person("arash", { first_name: "آرش", last_name: "مرادی" });
const say = async (content: string, who: Client = arash) => {
  const { status, body } = await who.post("/api/messages", { content });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};

/** How far page and log can be scrolled sideways, in pixels, and what stands out of the window. */
const overflow = async ({ page }: Room) => ({
  page: await sideways(page),
  log: await page.locator("[role=log]").evaluateAll((logs) =>
    logs.map((log) => log.scrollWidth - log.clientWidth)
  ),
  // What scrolls or clips by itself holds what is in it.
  wide: await beyondScreen(page, ".clip, .sr-only"),
});

const WITHIN = { page: 0, log: [0], wide: [] };

/** Waits until nothing reaches beyond the window: what comes in from its edge, or has a size of its own, settles. */
const isWithin = (room: Room, what?: string) =>
  eventually(async () => assert.deepEqual(await overflow(room), WITHIN, what));

browserTest("each line runs in its own direction, names and links decide nothing", async (stage) => {
  const mixed = "این خط فارسی است\nand this one is English\n@arash این هم فارسی است";
  await say(mixed);
  await say("https://example.org/یک نشانی در آغاز خط فارسی");
  const room = await enter(stage, server, "leila", { locale: "en" });
  // Where the letters of each line begin, seen from its own edge.
  const sides = await room.rows.filter({ hasText: "این خط فارسی" }).locator(".prose").evaluate((prose) => {
    const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
    const letters: { x: number; y: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.textContent!.length; at++) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { x, y, width } = range.getBoundingClientRect();
        if (width > 0) letters.push({ x, y: Math.round(y / 10) });
      }
    }
    const lines = [...Map.groupBy(letters, ({ y }) => y).values()];
    // The first letter stands to the right of the last where a line runs to the left.
    return lines.map((line) => line[0]!.x > line.at(-1)!.x ? "rtl" : "ltr");
  });
  assert.deepEqual(sides, ["rtl", "ltr", "rtl"]);
  const link = room.log.getByRole("link", { name: /^https:\/\/example\.org/ });
  assert.equal(await link.evaluate((element) => getComputedStyle(element).direction), "ltr");
  const around = await link.evaluate((element) => getComputedStyle(element.parentElement!).direction);
  assert.equal(around, "rtl", "the link decided the direction of its line");
  // Names stand for themselves.
  assert.equal(await room.rows.locator("header [data-person]").first().textContent(), "آرش مرادی");
});

browserTest(
  "Persian: digits, Jalali days, a font of its own, and the same page in English",
  async (stage) => {
    const room = await enter(stage, server, "digits");
    const { page } = room;
    const day = page.locator("[role=log] .rule-both time").first();
    const jalali = new Intl.DateTimeFormat("fa-IR-u-ca-persian", {
      day: "numeric",
      month: "long",
      timeZone: "Asia/Tehran",
    })
      .format(Date.now());
    assert((await day.textContent())!.includes(jalali), `${await day.textContent()} is not ${jalali}`);
    const times = await page.locator("[role=log] article time").allTextContents();
    assert(times.length > 0);
    for (const time of times) assert.match(time, /^[۰-۹]{1,2}:[۰-۹]{2}$/);
    assert.match((await page.locator("[role=main] header p").first().textContent())!, /[۰-۹]/);
    const latin = await page.evaluate(() =>
      [...document.querySelectorAll("time, [role=main] header, #members h2, #members h3")]
        .filter((element) => /[0-9]/.test(element.textContent)).map((element) => element.textContent)
    );
    assert.deepEqual(latin, [], "Latin digits in a Persian page");
    await eventually(async () => {
      const shown = await page.evaluate(
        () => [document.documentElement.lang, document.dir, document.fonts.check("16px Vazirmatn", "سلام")],
      );
      assert.deepEqual(shown, ["fa", "rtl", true]);
    });
    await page.getByRole("button", { name: room.t.nav.account }).click();
    await page.getByRole("menuitemradio", { name: "English" }).click();
    await page.locator("html[lang=en][dir=ltr]").waitFor();
    await room.online();
    const english = await page.locator("[role=log] article time").allTextContents();
    assert.equal(english.length, times.length);
    for (const time of english) assert.match(time, /^[0-9]{1,2}:[0-9]{2}$/);
    assert.match((await day.textContent())!, /^Today, \w+ \d+ \w+$/);
    assert.equal(/[۰-۹]/.test(await page.locator("[role=main] header").first().innerText()), false);
  },
);

const HOSTILE = [
  `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`,
  `javascript:alert(1) data:text/html,<script>alert(1)</script> JaVaScRiPt://example.org/%0aalert(1)`,
  `https://example.org/"onmouseover="document.title='owned'" x`,
  `\u202Eevil\u202D \u2067\u2067\u2067 overrides \u202Egpj.exe`,
  `Z${"\u0300\u0489\u035C".repeat(1330)}algo`,
  "و".repeat(4000),
  "W".repeat(4000),
  `${"https://example.org/"}${"a".repeat(1800)}`,
  "\n".repeat(200) + "خط آخر",
  "👨‍👩‍👧‍👦".repeat(300),
  "\u{FDFD}".repeat(60),
  "𒐫".repeat(400),
  "{{7*7}} ${7*7} %s %n ../../etc/passwd '; drop table messages;--",
];

for (const [viewport, locale] of [["desktop", "en"], ["phone", "fa"]] as const) {
  browserTest(`hostile texts are harmless and stay within their rows: ${viewport}`, async (stage) => {
    const mallory = await server.person(`mallory-${viewport}`, {
      first_name: "\u202E".concat("ن".repeat(79)),
      last_name: `<b onclick="x">${"W".repeat(60)}`,
    });
    const room = await enter(stage, server, `victim-${viewport}`, { viewport, locale });
    const { page } = room;
    for (const content of HOSTILE) {
      await say(content, mallory);
      const row = room.rows.last();
      await eventually(async () => assert.equal((await room.texts()).at(-1)?.trim(), content.trim()));
      await isWithin(room, content.slice(0, 40));
      // Marks that pile up must not paint over what others said.
      const prose = row.locator(".prose");
      const clipped = await prose.evaluate((element) => {
        const style = getComputedStyle(element);
        return element.scrollHeight <= element.clientHeight + 4 ||
          /clip|hidden/.test(style.overflow + style.overflowY);
      });
      assert(clipped, `the ink of ${content.slice(0, 20)} leaves its row`);
    }
    assert.equal(await page.title(), room.t.room.globalName);
    const made = await page.evaluate(() => ({
      images: document.querySelectorAll("[role=log] img").length,
      scripts: document.querySelectorAll("[role=log] script").length,
      handlers: [...document.querySelectorAll("[role=log] *")].filter((element) =>
        element.getAttributeNames().some((name) =>
          name.startsWith("on")
        )
      ).length,
      links: [...document.querySelectorAll<HTMLAnchorElement>("[role=log] a")].map(({ href }) => href),
    }));
    assert.deepEqual([made.images, made.scripts, made.handlers], [0, 0, 0]);
    for (const href of made.links) assert.match(href, /^https?:\/\//);
    // The same in the list, as an answer, in the composer's strip and in the sheet or the tools.
    await page.reload();
    await room.online();
    await isWithin(room);
  });
}

for (const width of [390, 360, 320]) {
  browserTest(`nothing is wider than ${width} px, in every part of the page`, async (stage) => {
    const room = await enter(stage, server, "narrow", { viewport: { width, height: 700 } });
    const { page, t } = room;
    await isWithin(room);
    await room.composer.fill("متن");
    await isWithin(room);
    const send = await page.getByRole("button", { name: t.composer.send }).boundingBox();
    const field = await room.composer.boundingBox();
    assert(send!.width >= 44 && send!.height >= 44, "send is too small for a thumb");
    assert(Math.abs(send!.y + send!.height - field!.y - field!.height) < 4, "send is not beside the text");
    await page.getByRole("button", { name: t.members.show }).click();
    await page.getByRole("heading", { name: t.members.title }).waitFor();
    await isWithin(room);
    await eventually(async () => {
      const is_inert = await page.locator("[role=main]").evaluate((main) => main.closest("[inert]") !== null);
      assert.equal(is_inert, true, "what lies below can still be reached");
    });
    await page.keyboard.press("Escape");
    await eventually(async () => assert.equal(await page.locator("#members").isVisible(), false));
    await page.getByRole("button", { name: t.members.show }).click();
    await page.locator("#members").getByRole("button", { name: t.nav.close }).click();
    await page.getByRole("link", { name: t.nav.back }).click();
    await page.waitForURL("**/chat/list");
    await room.page.getByRole("navigation", { name: t.list.label }).waitFor();
    await eventually(async () => {
      const { page, wide } = await overflow(room);
      assert.deepEqual([page, wide], [0, []]);
    });
  });
}

browserTest("at twice the size of letters and page everything is still there", async (stage) => {
  // 1280 px at 200 % are 640; the letters alone at 200 % are twice the root's size.
  const room = await enter(stage, server, "zoomed", { viewport: { width: 640, height: 400 } });
  const { page, t } = room;
  await isWithin(room);
  for (const control of [room.composer, page.getByRole("button", { name: t.composer.send })]) {
    const box = await control.boundingBox();
    assert(box && box.y >= 0 && box.y + box.height <= 400, "it is out of the window");
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
  await isWithin(room);
  await eventually(async () =>
    assert(await room.rows.last().evaluate((row) => row.getBoundingClientRect().bottom <= innerHeight))
  );
});

browserTest("more than 4,000 characters are not sent: a count says how many are too many", async (stage) => {
  const room = await enter(stage, server, "writer", { locale: "en" });
  const { page, t, composer } = room;
  const before = await room.rows.count();
  await composer.fill("a".repeat(3799));
  assert.equal(await page.getByText(/left|too many/).count(), 0);
  await composer.fill("a".repeat(3990));
  await page.getByText(t.composer.left(10)).waitFor();
  // Counted in characters as people know them: an emoji is one and not two.
  await composer.fill("😀".repeat(4001));
  await page.getByText(t.composer.tooLong(1)).waitFor();
  assert(await page.getByRole("button", { name: t.composer.send }).isDisabled());
  await composer.press("Enter");
  assert.equal(await composer.inputValue(), "😀".repeat(4001));
  assert.equal(await room.rows.count(), before);
  await composer.fill("😀".repeat(4000));
  await page.getByText(t.composer.tooLong(1)).waitFor({ state: "detached" });
  await composer.press("Enter");
  await room.settled("😀".repeat(4000));
  // Nothing one can see is nothing to send.
  for (const empty of ["   ", "\n\n", "\u200c\u200f", "\u2800"]) {
    await composer.fill(empty);
    assert(await page.getByRole("button", { name: t.composer.send }).isDisabled());
  }
});

browserTest("a draft is there after a reload, and not after it was sent", async (stage) => {
  const room = await enter(stage, server, "drafter");
  await room.composer.fill("نیمه\nکاره");
  await room.page.reload();
  await room.online();
  await eventually(async () => {
    assert.equal(await room.composer.inputValue(), "نیمه\nکاره");
    // It is as high as its text, not one line.
    assert((await room.composer.boundingBox())!.height > 50);
  });
  await room.composer.press("Enter");
  await room.settled("نیمه\nکاره");
  await room.page.reload();
  await room.online();
  assert.equal(await room.composer.inputValue(), "");
});
