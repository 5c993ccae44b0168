/** The chat of a site in every state, as axe sees it, in a narrow window and in a wide one. */
import assert from "node:assert/strict";
import { axe } from "../../support/axe.ts";
import { browserTest } from "../../support/browser.ts";
import { startServer } from "../../support/server.ts";
import { openStreet } from "../widget.ts";
import { beyondScreen } from "./fit.ts";
import { openState, WIDGET_STATES } from "../widget_states.ts";

const server = await startServer({ built: true });
const street = await openStreet(server);
Deno.test.afterAll(async () => {
  await street.stop();
  await server.stop();
});

const LOOKS = [
  { locale: "fa", theme: "light", viewport: { width: 320, height: 640 } },
  { locale: "en", theme: "dark", viewport: { width: 1280, height: 800 } },
] as const;

for (const look of LOOKS) {
  for (const state of WIDGET_STATES) {
    browserTest(`${state.name}, ${look.locale}, ${look.viewport.width} px`, async (stage) => {
      const options = { ...look, ...state.options?.viewport && { viewport: state.options.viewport } };
      const { page } = await openState(stage, street, state, {
        ...options,
        reducedMotion: true,
        allow: [/./],
      });
      const frame = page.frames().find((one) => one.url().includes("/widget/"))!;
      // What comes later, such as a menu, is there before it is judged.
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await axe(frame), []);
      assert.deepEqual(await beyondScreen(frame), [], "wider than its frame");
    });
  }
}
