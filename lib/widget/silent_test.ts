import assert from "node:assert/strict";
import { query, read, write } from "@/db/query.ts";
import type { Store } from "@/db/store.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import { createWorld } from "@/tests/support/world.ts";
import { createSilentSweep } from "./silent.ts";

const DAY = 24 * 60 * 60 * 1000;

Deno.test("who left nothing and did not come again for a month is forgotten, and nobody else", async () => {
  await using world = await createWorld();
  const { clock, leila, home, store } = world;
  const sweep = createSilentSweep({ store, now: clock.now });
  const site_id = await world.site({ mode: "global" });
  const visitor = (name: string) => world.visitor(name, site_id);
  const left = async () =>
    (await store.all(
      read(
        query.selectFrom("guests as v").innerJoin("actors as a", "a.id", "v.id").select("a.name").orderBy(
          "v.id",
        ),
      ),
    )).map(({ name }) => name);

  const silent = await visitor("silent");
  // More than one batch, between those who stay.
  for (let i = 0; i < 250; i++) await visitor("silent");
  const own = (actor: Actor) => ({
    id: world.nextId(),
    workspace_id: home.id,
    created_at: clock.now(),
    actor,
  });
  await world.put(home.global, await visitor("wrote"));
  const { actor: reacted, ...row } = own(await visitor("reacted"));
  const message_id = await world.put(home.global, leila);
  await store.batch([
    write(
      query.insertInto("reactions").values({
        ...row,
        message_id,
        actor_id: reacted.id,
        slot: "vote",
        emoji: "like",
      }),
    ),
  ]);
  const { actor: uploaded, ...file } = own(await visitor("uploaded"));
  await store.batch([write(
    query.insertInto("files").values({
      ...{ ...file, owner_id: uploaded.id, purpose: "attachment", hash: "a", storage_key: "a" },
      ...{ type: "image/png", size: 1, stored_size: 1, scan_state: "clean" },
    }),
  )]);
  const { actor: asked, ...ticket } = own(await visitor("asked"));
  const conversation_id = await world.conversation("ticket", [asked]);
  await store.batch([write(
    query.insertInto("tickets").values({
      ...{ ...ticket, number: 1, conversation_id, customer_id: asked.id, site_id, updated_at: clock.now() },
    }),
  )]);
  const vouched = await visitor("vouched");
  const returned = await visitor("returned");
  for (let i = 0; i < 250; i++) await visitor("silent");
  const set = (id: number, values: { external_id?: string; last_seen_at?: number }) =>
    store.batch([write(query.updateTable("guests").set(values).where("id", "=", id))]);
  await set(vouched.id, { external_id: "customer-7" });

  clock.advance(30 * DAY - 1);
  await set(returned.id, { last_seen_at: clock.now() });
  await visitor("new");
  await sweep();
  assert.equal((await left()).length, 508, "a month is a month");
  clock.advance(DAY);
  await sweep();
  assert.deepEqual(await left(), ["wrote", "reacted", "uploaded", "asked", "vouched", "returned", "new"]);
  const nobody = await store.get(read(query.selectFrom("actors").select("name").where("id", "=", silent.id)));
  assert.equal(nobody!.name, null, "what they were called is gone as well");
  clock.advance(30 * DAY);
  await sweep();
  assert.deepEqual(await left(), ["wrote", "reacted", "uploaded", "asked", "vouched"]);
});

Deno.test("a month later to the millisecond, and nobody is looked at twice", async () => {
  await using world = await createWorld();
  const { clock, home, store } = world;
  let read_rows = 0;
  const watched: Store = {
    ...store,
    async all(query) {
      const rows = await store.all(query);
      read_rows += rows.length;
      return rows;
    },
  };
  const sweep = createSilentSweep({ store: watched, now: clock.now });
  const site_id = await world.site({ mode: "global" });
  const count = async () =>
    (await store.get(read(query.selectFrom("guests").select(({ fn }) => fn.countAll<number>().as("count")))))!
      .count;
  /** What a sweep forgets, and how many it looks at for that. */
  async function swept(): Promise<[forgotten: number, looked_at: number]> {
    const before = await count();
    read_rows = 0;
    await sweep();
    return [before - await count(), read_rows];
  }

  const began = clock.now();
  for (let i = 0; i < 3; i++) await world.put(home.global, await world.visitor("wrote", site_id));
  await world.visitor("silent", site_id);
  clock.advance(1);
  await world.visitor("a moment later", site_id);
  const last_seen = await store.all(read(query.selectFrom("guests").select("last_seen_at").orderBy("id")));
  const [first, last] = [last_seen[0]!.last_seen_at, last_seen.at(-1)!.last_seen_at];
  assert.deepEqual([first, last], [began, began + 1]);

  clock.advance(30 * DAY - 1);
  assert.deepEqual(await swept(), [0, 0], "exactly a month is not more than one");
  clock.advance(1);
  assert.deepEqual(await swept(), [1, 4]);
  assert.deepEqual(await swept(), [0, 0], "those who wrote are known by now");
  clock.advance(1);
  assert.deepEqual(await swept(), [1, 1], "whose moment was the border is not left out");
  clock.advance(-DAY);
  assert.deepEqual(await swept(), [0, 0], "a clock that was set back takes nobody early");
  clock.advance(2 * DAY);
  assert.deepEqual(await swept(), [0, 3], "what it went back over is looked at again");

  const again = createSilentSweep({ store: watched, now: clock.now });
  read_rows = 0;
  await again();
  assert.equal(read_rows, 3, "a server that starts looks at all of them once more");
});
