/** Every page and state is usable by everybody, as far as a machine can tell. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import type { PersonOptions } from "../support/person.ts";
import { startServer } from "../support/server.ts";
import { enter } from "./room.ts";
import { FAILED, fillWorld, leave, STATES } from "./states.ts";

const server = await startServer({ built: true });
const world = await fillWorld(server);
Deno.test.afterAll(() => server.stop());

/** Each language with each theme, each with each screen, in half as many runs as all of them together. */
const LOOKS = [
  { locale: "fa", theme: "light", viewport: "desktop" },
  { locale: "fa", theme: "dark", viewport: "phone" },
  { locale: "en", theme: "light", viewport: "phone" },
  { locale: "en", theme: "dark", viewport: "desktop" },
] as const;

const OFFLINE = /ERR_INTERNET_DISCONNECTED|WebSocket connection to/;

for (const look of LOOKS) {
  const named = `${look.locale}, ${look.theme}, ${look.viewport}`;

  browserTest(`the room in every state: ${named}`, async (stage) => {
    const options: PersonOptions = { ...look, reducedMotion: true, allow: [OFFLINE] };
    const room = await enter(stage, server, world.viewer, options);
    for (const { name, path, screen, arrange } of STATES) {
      if (screen !== undefined && screen !== look.viewport) continue;
      await room.page.goto(path);
      await room.online();
      await arrange(room, world);
      assert.deepEqual(await room.person.axe(), [], name);
      await leave(room);
    }
    const refused = await enter(stage, server, world.muted, options);
    await FAILED.arrange(refused, world);
    assert.deepEqual(await refused.person.axe(), [], FAILED.name);
  });
}

browserTest("an empty room", async (stage) => {
  const empty = await startServer({ built: true });
  try {
    for (const look of LOOKS) {
      const room = await enter(stage, empty, "mina", { ...look, reducedMotion: true });
      await room.page.getByText(room.t.room.emptyTitle).waitFor();
      assert.equal(await room.page.getByText(room.t.room.beginning).count(), 0);
      assert.deepEqual(await room.person.axe(), [], JSON.stringify(look));
      await room.page.goto("about:blank");
    }
  } finally {
    await empty.stop();
  }
});

browserTest("the first run, and a page that is not there", async ({ newPerson }) => {
  const fresh = await startServer({ built: true, env: { ADMIN_EMAIL: "", ADMIN_PASSWORD: "" } });
  try {
    const first = await fresh.app.accounts.firstRun(null);
    assert(first, "there is an owner already");
    const pages = [
      [server.url, "/nowhere"],
      [fresh.url, first.setup_path],
    ] as const;
    for (const look of LOOKS) {
      const { page, axe } = await newPerson({ ...look, reducedMotion: true, allow: [/status of 404/] });
      for (const [origin, path] of pages) {
        await page.goto(origin + path);
        assert.deepEqual(await axe(), [], `${path} ${JSON.stringify(look)}`);
      }
    }
  } finally {
    await fresh.stop();
  }
});
