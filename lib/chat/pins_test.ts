import assert from "node:assert/strict";
import { assertRefused, createWorld } from "@/tests/support/world.ts";

Deno.test("a pin raises the version, is told to all, and stands first in the list", async () => {
  await using world = await createWorld();
  const { leila, admin, home } = world;
  const { pins, messages, history } = world.chat;
  const [one, two] = [await world.put(home.global, leila, "one"), await world.put(home.global, leila, "two")];
  await pins.set(admin, one, true);
  world.clock.advance(1000);
  const pinned = await pins.set(admin, two, true);
  assert.deepEqual([pinned.is_pinned, pinned.version, pinned.is_edited], [true, 4, false]);
  assert.deepEqual(world.events.at(-1), {
    type: "pin",
    conversation: { id: home.global, kind: "global", workspace_id: home.id },
    message: pinned,
  });
  assert.deepEqual((await pins.list(leila, home.global)).map(({ id }) => id), [two, one]);
  assert.deepEqual((await history.changesAfter(leila, home.global, 3)).changes, [pinned]);
  const told = world.events.length;
  assert.deepEqual(await pins.set(admin, two, true), pinned);
  assert.equal(world.events.length, told, "nothing changed");
  const unpinned = await pins.set(admin, two, false);
  assert.deepEqual([unpinned.is_pinned, unpinned.version], [false, 5]);
  assert.deepEqual((await pins.list(leila, home.global)).map(({ id }) => id), [one]);
  assert.equal((await messages.get(leila, two)).is_pinned, false);
});

Deno.test("what is deleted is pinned no more, and a line of the system never", async () => {
  await using world = await createWorld();
  const { leila, admin, home } = world;
  const { pins, messages } = world.chat;
  const id = await world.put(home.global, leila);
  await pins.set(admin, id, true);
  assert.equal((await messages.remove(leila, id)).is_pinned, false);
  assert.deepEqual(await pins.list(leila, home.global), []);
  await assertRefused(pins.set(admin, id, true), "not_found");
  await assertRefused(pins.set(admin, await world.systemLine(home.global), true), "forbidden");
});

Deno.test("fifty messages are pinned in a conversation, and no more, also when many come at once", async () => {
  await using world = await createWorld();
  const { leila, admin, home } = world;
  const { pins } = world.chat;
  const ids: number[] = [];
  for (let i = 0; i < 55; i++) ids.push(await world.put(home.global, leila));
  const outcomes = await Promise.allSettled(ids.map((id) => pins.set(admin, id, true)));
  const refused = outcomes.filter((one) => one.status === "rejected");
  assert.deepEqual(refused.map((one) => one.reason.code), Array(5).fill("pins_full"));
  const list = await pins.list(leila, home.global);
  assert.equal(list.length, 50);
  await pins.set(admin, list[0]!.id, false);
  const waiting = ids.find((id) => !list.some((one) => one.id === id))!;
  await pins.set(admin, waiting, true);
  // Each conversation has its own room.
  const group = await world.conversation("group", [leila]);
  await pins.set(leila, await world.put(group, leila), true);
});
