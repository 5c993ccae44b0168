/** The admin panel in every state, in each look: as axe sees it, and on a screen of few pixels. */
import assert from "node:assert/strict";
import { axe } from "../../support/axe.ts";
import { browserTest } from "../../support/browser.ts";
import { startServer } from "../../support/server.ts";
import { addressOf, ADMIN_STATES, adminText, enterAdmin, fillSites } from "../admin_states.ts";
import { LOOKS } from "../looks.ts";
import { leaveSettings, openSettings, REFUSALS } from "../settings_states.ts";
import { assertFits } from "./fit.ts";

const server = await startServer({ built: true });
const empty = await startServer({ built: true });
Deno.test.afterAll(async () => {
  await server.stop();
  await empty.stop();
});
const places = await fillSites(server);

for (const look of LOOKS) {
  const { locale, theme, viewport } = look;
  browserTest(`every state is usable and fits: ${locale}, ${theme}, ${viewport}`, async (stage) => {
    const options = { ...look, reducedMotion: true, allow: [REFUSALS] };
    const owner = await enterAdmin(stage, server, "/admin", options);
    const newcomer = await enterAdmin(stage, empty, "/admin", options);
    for (const state of ADMIN_STATES) {
      if (state.screen !== undefined && state.screen !== viewport) continue;
      const page = await (state.empty ? newcomer : owner).context.newPage();
      await openSettings(page, addressOf(state, places));
      await state.arrange?.(page, adminText(locale));
      assert.deepEqual(await axe(page), [], state.name);
      if (viewport === "phone") await assertFits(page, state.name);
      await leaveSettings(page);
      await page.close();
    }
  });
}
