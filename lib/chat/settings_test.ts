import assert from "node:assert/strict";
import { assertRefused, createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import type { Actor } from "./actor.ts";

/** Whether somebody wants no notice of a conversation: by itself and in their list. */
async function muted(world: World, actor: Actor, id: number) {
  const { is_muted, muted_until } = await world.chat.conversations.get(actor, id);
  const listed = (await world.chat.conversations.list(actor)).find((one) => one.id === id);
  if (listed) assert.deepEqual([listed.is_muted, listed.muted_until], [is_muted, muted_until]);
  return [is_muted, muted_until];
}

Deno.test("one mutes a conversation for oneself, for a while or without an end", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const { settings } = world.chat;
  const group = await world.conversation("group", [leila, arash]);
  assert.deepEqual(await muted(world, leila, group), [false, null]);
  assert.deepEqual(await settings.mute(leila, group, null), { is_muted: true, muted_until: null });
  assert.deepEqual(await muted(world, leila, group), [true, null]);
  assert.deepEqual(await muted(world, arash, group), [false, null]);
  const until = world.clock.now() + 60_000;
  await settings.mute(leila, group, until);
  assert.deepEqual(await muted(world, leila, group), [true, "2025-03-20T08:01:00.000Z"]);
  world.clock.advance(60_000);
  assert.deepEqual(await muted(world, leila, group), [false, null]);
  await assertRefused(settings.mute(leila, group, until), "invalid_input");
  await settings.mute(leila, group, null);
  assert.deepEqual(await settings.unmute(leila, group), { is_muted: false, muted_until: null });
  assert.deepEqual(await muted(world, leila, group), [false, null]);
  // The conversation itself is as it was, and only their own devices are told.
  assert.equal((await world.chat.conversations.get(arash, group)).version, 0);
  assert.deepEqual(new Set(world.events.map((event) => event.type)), new Set(["settings"]));
});
