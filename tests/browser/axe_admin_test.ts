/** The admin panel in every state, in each look: as axe sees it, and on a screen of few pixels. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { axe } from "../support/axe.ts";
import { browserTest } from "../support/browser.ts";
import type { Stage } from "../support/browser.ts";
import type { PersonOptions } from "../support/person.ts";
import { startServer } from "../support/server.ts";
import { addressOf, ADMIN_STATES, adminText, enterAdmin, fillSites } from "./admin_states.ts";
import type { AdminState } from "./admin_states.ts";
import { LOOKS } from "./looks.ts";
import { eventually } from "./room.ts";
import { leaveSettings, openSettings, REFUSALS } from "./settings_states.ts";

const server = await startServer({ built: true });
const empty = await startServer({ built: true });
Deno.test.afterAll(async () => {
  await server.stop();
  await empty.stop();
});
const places = await fillSites(server);

/** Looks at each state with somebody's eyes. */
async function eachState(
  stage: Stage,
  options: PersonOptions & { locale: "fa" | "en" },
  screen: AdminState["screen"],
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const owner = await enterAdmin(stage, server, "/admin", { ...options, allow: [REFUSALS] });
  const newcomer = await enterAdmin(stage, empty, "/admin", { ...options, allow: [REFUSALS] });
  for (const state of ADMIN_STATES) {
    if (state.screen !== undefined && state.screen !== screen) continue;
    const page = await (state.empty ? newcomer : owner).context.newPage();
    await openSettings(page, addressOf(state, places));
    await state.arrange?.(page, adminText(options.locale));
    await look(page, state.name);
    await leaveSettings(page);
    await page.close();
  }
}

for (const look of LOOKS) {
  const { locale, theme, viewport } = look;
  browserTest(`axe finds nothing in the admin panel: ${locale}, ${theme}, ${viewport}`, async (stage) => {
    await eachState(stage, { ...look, reducedMotion: true }, viewport, async (page, name) => {
      assert.deepEqual(await axe(page), [], name);
    });
  });
}

/** A narrow phone, and 1280 pixels at 200 %. */
const SCREENS = [{ width: 320, height: 640 }, { width: 640, height: 400 }];

for (const locale of ["fa", "en"] as const) {
  const options = { locale, viewport: SCREENS[0]!, reducedMotion: true };
  browserTest(`no state of the admin panel is wider than its screen: ${locale}`, async (stage) => {
    await eachState(stage, options, "phone", async (page, state) => {
      for (const screen of SCREENS) {
        await page.setViewportSize(screen);
        const at = `${state}, ${screen.width} px`;
        // What follows the size of its screen has followed it a moment later.
        await eventually(async () => {
          assert.deepEqual(await beyondScreen(page), [], at);
          assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), at);
        });
      }
    });
  });
}

/** The first few elements that stand out of the screen. */
function beyondScreen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")].filter((element) => {
      const { width, left, right } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1) && element.checkVisibility() &&
        !element.closest(".clip, .sr-only, svg");
    }).map((one) => `${one.localName}.${one.className}`.slice(0, 80)).slice(0, 4)
  );
}
