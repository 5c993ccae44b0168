/** The chat of a site where there is little room: nothing is cut off or covered, and one can write. */
import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { eventually } from "./room.ts";
import { type Chat, openStreet } from "./widget.ts";
import { openState, WIDGET_STATES } from "./widget_states.ts";

const server = await startServer({ built: true });
const street = await openStreet(server);
Deno.test.afterAll(async () => {
  await street.stop();
  await server.stop();
});

/** In each language two, of which the second is what the first becomes. */
const SCREENS = {
  fa: [
    { name: "a narrow phone", viewport: { width: 320, height: 640 } },
    { name: "a phone with its keyboard", viewport: { width: 390, height: 400 } },
  ],
  en: [
    { name: "a laptop at 200 %", viewport: { width: 640, height: 400 } },
    { name: "a screen at 400 %", viewport: { width: 320, height: 256 } },
  ],
} as const;
const NAMES =
  /^widget-(welcome|talk|talk-inline|talk-popout|room|long|offline|prechat|closed|menu|forget|locked)$/;
/** So many pixels of what is said are seen at the least: two lines. */
const SEEN_AT_LEAST = 60;

for (const locale of ["fa", "en"] as const) {
  for (const state of WIDGET_STATES.filter(({ name }) => NAMES.test(name))) {
    // What lies over the chat is placed as it is opened.
    const openings = /menu|forget/.test(state.name) ? SCREENS[locale].map((one) => [one]) : [SCREENS[locale]];
    for (const screens of openings) {
      const names = screens.map(({ name }) => name).join(" and ");
      browserTest(`${state.name} on ${names}`, async (stage) => {
        const { viewport } = screens[0]!;
        const options = { locale, viewport, reducedMotion: true, allow: [/./] };
        const chat = await openState(stage, street, state, options);
        await chat.page.waitForLoadState("networkidle");
        for (const screen of screens) {
          await chat.page.setViewportSize(screen.viewport);
          await requireRoom(chat);
        }
      });
    }
  }
}

/** Fails where something is too wide, cannot be reached, or leaves nothing of what is said. */
async function requireRoom(chat: Chat): Promise<void> {
  for (const frame of chat.page.frames()) {
    await eventually(async () => {
      const scrolls = await frame.evaluate(() => {
        const { scrollWidth, clientWidth } = document.scrollingElement!;
        return scrollWidth - clientWidth;
      });
      assert(scrolls <= 0, `${frame.url()} is ${scrolls} px too wide`);
    });
  }
  // What lies over the chat is used first; below it nothing can be reached, nor need it be.
  const over = chat.root.locator("[role=menu]:popover-open [role^=menuitem], dialog[open] button");
  const wanted = await over.count() > 0 ? await over.all() : await chat.root.locator(
    "header button, form button:enabled, form input:not([hidden]), form textarea",
  ).all();
  for (const control of wanted) await eventually(() => reach(chat, control));
  if (await chat.log.count() > 0 && await over.count() === 0) {
    await eventually(async () => {
      const { height } = (await chat.log.boundingBox())!;
      assert(height >= SEEN_AT_LEAST, `${height} px are left of the log`);
    });
  }
}

/** Fails where a person’s finger would not meet this, however far they scroll. */
async function reach({ page }: Chat, control: Locator): Promise<void> {
  if (!await control.isVisible()) return;
  await control.scrollIntoViewIfNeeded();
  const name = await control.evaluate((found) =>
    `${found.localName} ${found.getAttribute("aria-label") ?? ""}`
  );
  const is_met = await control.evaluate((found) => {
    const { left, right, top, bottom } = found.getBoundingClientRect();
    const is_within = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return is_within && found.contains(hit);
  });
  assert(is_met, `${name} is covered, or beyond the chat`);
  if (page.frames().length === 1) return;
  const { x, y, width, height } = (await control.boundingBox())!;
  const met = await page.evaluate(
    ([x, y]) => document.elementFromPoint(x!, y!)?.shadowRoot?.elementFromPoint(x!, y!)?.localName,
    [x + width / 2, y + height / 2],
  );
  assert.equal(met, "iframe", `${name} is covered by something of the page, or beyond its screen`);
}
