/** A server of another build: pages take it up, but not under somebody's hands. */
import assert from "node:assert/strict";
import { createApp } from "@/lib/app.ts";
import { serve } from "@/lib/server.ts";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { CUT_LINE, openLine } from "./line.ts";
import { enter, eventually } from "./room.ts";
import type { Room } from "./room.ts";

/** The same program on the same data, which calls itself another build. */
async function renew(old: TestServer): Promise<{ url: string; stop(): Promise<void> }> {
  await old.stop();
  const snapshot = (await import(new URL("../../_fresh/snapshot.ts", import.meta.url).href)).default;
  const app = await createApp({ config: old.app.config, log: old.app.log, build: "another" });
  return await serve({ app, snapshot });
}

const hide = ({ page }: Room, hidden: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

browserTest("it says so, and reloads only when nobody looks and nothing is being written", async (stage) => {
  const data_dir = await Deno.makeTempDir({ prefix: "peyk-renewal-" });
  const first = await startServer({ built: true, data_dir });
  const line = openLine(first.url);
  const idle = await enter(stage, line, "idle", { allow: [CUT_LINE] });
  const busy = await enter(stage, line, "busy", { allow: [CUT_LINE] });
  await busy.composer.fill("هنوز می‌نویسم");
  await hide(idle, true);
  const loads = new Map([[idle, 0], [busy, 0]]);
  for (const room of loads.keys()) room.page.on("load", () => loads.set(room, loads.get(room)! + 1));

  const second = await renew(first);
  line.lead(second.url);
  try {
    await busy.page.getByText(busy.t.connection.newVersion).waitFor();
    await eventually(() => assert.equal(loads.get(idle), 1));
    assert.equal(loads.get(busy), 0, "it was reloaded while somebody looked");
    await hide(busy, true);
    await busy.write("و حالا فرستادم");
    await busy.settled("و حالا فرستادم");
    assert.equal(loads.get(busy), 0);
    await hide(busy, false);
    await busy.page.getByRole("button", { name: busy.t.connection.reload }).click();
    await eventually(() => assert.equal(loads.get(busy), 1));
    await busy.online();
    assert.equal(await busy.page.getByText(busy.t.connection.newVersion).count(), 0);
    await busy.shows(["و حالا فرستادم"]);
    // Once is enough: the page that came is of the new build.
    await idle.online();
    assert.equal(loads.get(idle), 1);
  } finally {
    await line.close();
    await second.stop();
    await Deno.remove(data_dir, { recursive: true });
  }
});
