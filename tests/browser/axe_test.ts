/** Pages that are seldom seen are usable by everybody as well, as far as a machine can tell. */
import { membersText } from "@/lib/i18n/members/mod.ts";
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { LOOKS } from "./looks.ts";
import { enter } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

browserTest("an empty room", async (stage) => {
  for (const look of LOOKS) {
    const room = await enter(stage, server, "mina", { ...look, reducedMotion: true });
    await room.page.getByText(membersText(room.t.locale).square.title).waitFor();
    assert.equal(await room.page.getByText(room.t.room.beginning).count(), 0);
    assert.deepEqual(await room.person.axe(), [], JSON.stringify(look));
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
