/**
 * The room in every state, in one look: seen by axe, and on a phone also with little room at its sides.
 * A file a look, so that they run side by side.
 */
import assert from "node:assert/strict";
import { browserTest } from "../../support/browser.ts";
import type { PersonOptions } from "../../support/person.ts";
import { startServer } from "../../support/server.ts";
import { type Look, LOOKS } from "../looks.ts";
import { enter } from "../room.ts";
import { FAILED, fillWorld, leave, STATES } from "../states.ts";
import { assertFits, MAY } from "./fit.ts";

/** A picture one has come close to is larger than its screen, and what belongs to a face may stand at its edge. */
const WIDER = `${MAY}, .lightbox, .avatar`;

/** What the browser says where a state cuts it off. */
const EXPECTED = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket connection to|status of 415/;

export async function testStatesIn(locale: Look["locale"], screen: Look["viewport"]): Promise<void> {
  const server = await startServer({ built: true });
  const world = await fillWorld(server);
  Deno.test.afterAll(() => server.stop());

  for (const look of LOOKS.filter((one) => one.locale === locale && one.viewport === screen)) {
    browserTest(`every state is usable and fits: ${locale}, ${look.theme}, ${screen}`, async (stage) => {
      const options: PersonOptions = { ...look, reducedMotion: true, allow: [EXPECTED] };
      const room = await enter(stage, server, world.viewer, options);
      for (const state of STATES) {
        if (state.screen !== undefined && state.screen !== screen) continue;
        await room.page.goto(state.path);
        await room.online();
        await state.arrange(room, world).catch((cause) => {
          throw new Error(`${state.name}: ${cause}`, { cause });
        });
        assert.deepEqual(await room.person.axe(), [], state.name);
        if (screen === "phone") await assertFits(room.page, state.name, WIDER);
        await state.undo?.(room);
        await leave(room);
      }
      const refused = await enter(stage, server, world.muted, options);
      await FAILED.arrange(refused, world);
      assert.deepEqual(await refused.person.axe(), [], FAILED.name);
    });
  }
}
