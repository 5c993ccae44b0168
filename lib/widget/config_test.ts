import assert from "node:assert/strict";
import { CreateSite, WidgetConfig } from "@/lib/protocol/sites.ts";
import { createWorld } from "@/tests/support/world.ts";
import { createWidgetConfigs } from "./config.ts";
import { createSites } from "./sites.ts";

Deno.test("a page is told how its chat looks, whether anybody answers, and who", async () => {
  await using world = await createWorld();
  const { store, clock: { now }, nextId, admin, agent, owner, leila, outsider } = world;
  const sites = createSites({ store, now, nextId, secret: "s".repeat(40) });
  // Monday to Friday; the clock stands at a Thursday, 08:00 in UTC.
  const days = Array.from({ length: 7 }, (_, day) => day < 5 ? [{ from: "09:00", to: "17:00" }] : []);
  const look = { welcome: "سلام", hours: { time_zone: "UTC", days } };
  const { site_id } = await sites.create(admin, CreateSite.parse({ name: "Shop", look }), "");
  const site = (await sites.known.bySiteId(site_id))!;
  const online = new Set<number>();
  const configs = createWidgetConfigs({
    store,
    now,
    isOnline: (workspace_id, id) => workspace_id === site.workspace_id && online.has(id),
  });

  const config = await configs.of(site);
  assert.deepEqual(WidgetConfig.parse(config), config);
  assert.deepEqual([config.title, config.welcome, config.colors.on], ["Shop", "سلام", "#ffffff"]);
  assert.deepEqual([config.is_open, config.opens_at], [false, "2025-03-20T09:00:00.000Z"]);
  assert.deepEqual(config.agents.map(({ id }) => id), [admin.id, agent.id, owner.id], "by name");
  assert(config.agents.every(({ is_online }) => !is_online));

  world.clock.advance(60 * 60 * 1000);
  online.add(owner.id).add(leila.id).add(outsider.id);
  await world.restrict(agent, { banned_at: now() });
  const later = await configs.of(site);
  assert.deepEqual([later.is_open, later.opens_at], [true, null]);
  assert.deepEqual(later.agents.map(({ id, is_online }) => [id, is_online]), [[owner.id, true], [
    admin.id,
    false,
  ]]);
});
