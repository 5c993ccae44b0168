import assert from "node:assert/strict";
import { firstAt } from "@/db/ids.ts";
import { query, write } from "@/db/query.ts";
import { CreateSite } from "@/lib/protocol/sites.ts";
import { createWorld } from "@/tests/support/world.ts";
import { createSites } from "./sites.ts";

const HOUR = 60 * 60 * 1000;

Deno.test("figures of a site count its visitors and their messages, of the last day and in all, as time goes by", async () => {
  await using world = await createWorld();
  const { clock, admin, home, guest } = world;
  const sites = createSites({
    store: world.store,
    now: clock.now,
    nextId: world.nextId,
    secret: "s".repeat(40),
  });
  const make = async () => {
    const { site_id } = await sites.create(admin, CreateSite.parse({ name: "Shop" }), "");
    return { site_id, id: (await sites.known.bySiteId(site_id))!.id };
  };
  const [site, another] = [await make(), await make()];
  let seq = 0;

  /** A message of a visitor of that site, with an id of its time. */
  async function say(site: { id: number }): Promise<void> {
    const at = clock.now();
    await world.store.batch([write(
      query.insertInto("messages").values({
        ...{
          id: firstAt(at) + ++seq,
          conversation_id: home.global,
          workspace_id: home.id,
          author_id: guest.id,
        },
        ...{
          client_id: `${seq}`,
          content: "…",
          seq,
          version: seq,
          created_at: at,
          source: "site",
          source_id: site.id,
        },
      }),
    )]);
  }
  const figures = async () => {
    const { messages_day, messages_total, last_message_at } = (await sites.get(admin, site.site_id)).traffic;
    return [messages_day, messages_total, last_message_at];
  };
  const iso = () => new Date(clock.now()).toISOString();

  assert.deepEqual(await figures(), [0, 0, null]);
  await say(site);
  await say(another);
  const first = iso();
  assert.deepEqual(await figures(), [1, 1, first]);
  assert.deepEqual(await figures(), [1, 1, first], "asked again it is not counted twice");
  clock.advance(HOUR);
  await say(site);
  const second = iso();
  assert.deepEqual(await figures(), [2, 2, second]);
  clock.advance(23.5 * HOUR);
  assert.deepEqual(await figures(), [1, 2, second]);
  await say(site);
  assert.deepEqual(await figures(), [2, 3, iso()]);
  clock.advance(48 * HOUR);
  assert.deepEqual((await figures()).slice(0, 2), [0, 3]);
});
