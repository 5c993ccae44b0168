/** Whether a page fits a screen of few pixels: WCAG 2.2, 1.4.10 (320 CSS pixels) and 1.4.4 (letters twice as large). */
import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { eventually } from "../room.ts";

/** A narrow phone, and a laptop of 1280 by 800 looked at with twice as large letters. */
const SMALL = [{ width: 320, height: 640 }, { width: 640, height: 400 }] as const;

/** What may stand out of its screen: it is cut off or scrolled on purpose, or shown to readers only. */
export const MAY = ".clip, .sr-only, svg";

/**
 * The first few elements that stand out at a side of their screen.
 *
 * @param may a selector of what may, where something else is drawn beyond its edge on purpose
 */
export function beyondScreen(page: Page | Frame, may = MAY): Promise<string[]> {
  return page.evaluate(
    (may) =>
      [...document.querySelectorAll("body *")].filter((element) => {
        const { width, left, right } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > innerWidth + 1) && !element.closest(may);
      }).map((one) => `${one.localName}.${one.className}`.slice(0, 80)).slice(0, 4),
    may,
  );
}

/** How far a page can be scrolled sideways, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/**
 * Looks at the page as it stands on each small screen, and leaves it on the one it had.
 *
 * @throws AssertionError naming what is wider than its screen
 */
export async function assertFits(page: Page, name: string, may = MAY): Promise<void> {
  const before = page.viewportSize()!;
  for (const screen of SMALL) {
    await page.setViewportSize(screen);
    const at = `${name}, ${screen.width} px`;
    // What follows the size of its screen has followed it a moment later.
    await eventually(async () => {
      assert.deepEqual(await beyondScreen(page, may), [], at);
      assert.equal(await sideways(page), 0, `${at}: it scrolls sideways`);
    });
  }
  await page.setViewportSize(before);
}
