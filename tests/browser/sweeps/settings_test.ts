/** The settings in every state, in each look, as axe sees them. */
import assert from "node:assert/strict";
import { settingsText } from "@/lib/i18n/settings/mod.ts";
import { axe } from "../../support/axe.ts";
import { browserTest } from "../../support/browser.ts";
import { startServer } from "../../support/server.ts";
import { LOOKS } from "../looks.ts";
import { register } from "../room.ts";
import { leaveSettings, openSettings, SETTINGS_STATES } from "../settings_states.ts";

const EXPECTED = /status of 4\d\d|ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());
await server.person("arash");

for (const look of LOOKS) {
  const { locale, theme, viewport } = look;
  browserTest(`axe finds nothing in the settings: ${locale}, ${theme}, ${viewport}`, async (stage) => {
    const options = { ...look, baseURL: server.url, reducedMotion: true, allow: [EXPECTED] };
    const account = { first_name: "مینا", last_name: "صادقی" };
    // Signed in elsewhere as well.
    await register(await stage.newPerson(options), server.url, "mina", account);
    const person = await stage.newPerson(options);
    await register(person, server.url, "mina", account);
    for (const { name, path, screen, arrange } of SETTINGS_STATES) {
      if (screen !== undefined && screen !== viewport) continue;
      // What a state does to the browser goes with its page.
      const page = await person.context.newPage();
      await openSettings(page, path);
      await arrange?.(page, settingsText(locale));
      const found = await axe(page);
      assert.deepEqual(found, [], name);
      await leaveSettings(page);
      await page.close();
    }
  });
}
