/** The room in every state on a screen of few pixels: nothing is cut off at its sides. A file a screen. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import type { PersonOptions } from "../support/person.ts";
import { startServer } from "../support/server.ts";
import { enter } from "./room.ts";
import { fillWorld, leave, STATES } from "./states.ts";

const EXPECTED = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket connection to|status of 415/;

export async function testStatesWithin(name: string, size: { width: number; height: number }): Promise<void> {
  const server = await startServer({ built: true });
  const world = await fillWorld(server);
  Deno.test.afterAll(() => server.stop());

  for (const locale of ["fa", "en"] as const) {
    browserTest(`no state is wider than its screen: ${name}, ${locale}`, async (stage) => {
      const options: PersonOptions = { locale, viewport: "phone", reducedMotion: true, allow: [EXPECTED] };
      const room = await enter(stage, server, world.viewer, options);
      const { page } = room;
      await page.setViewportSize(size);
      const wide: string[] = [];
      for (const state of STATES) {
        if (state.screen === "desktop") continue;
        await page.goto(state.path);
        await room.online();
        try {
          await state.arrange(room, world);
        } catch (error) {
          throw new Error(`${state.name}: ${error}`, { cause: error });
        }
        const found = await page.evaluate(() => {
          const root = document.documentElement;
          const beyond = [...document.querySelectorAll("body *")].filter((element) => {
            const { width, left, right } = element.getBoundingClientRect();
            return width > 0 && (left < -1 || right > innerWidth + 1) && element.checkVisibility() &&
              !element.closest(".clip, .sr-only, .lightbox, svg, .avatar");
          });
          return {
            beyond: beyond.map((one) => `${one.localName}.${one.className}`.slice(0, 80)),
            scrolls: root.scrollWidth - root.clientWidth,
          };
        });
        if (found.scrolls > 0 || found.beyond.length > 0) {
          wide.push(`${state.name}: ${found.scrolls} ${found.beyond.slice(0, 4).join(" | ")}`);
        }
        await state.undo?.(room);
        await leave(room);
      }
      assert.deepEqual(wide, []);
    });
  }
}
