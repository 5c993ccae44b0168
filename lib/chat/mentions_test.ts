import assert from "node:assert/strict";
import { createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import type { Actor } from "./actor.ts";

function say(world: World, actor: Actor, content: string, conversation_id = world.home.global) {
  return world.chat.messages.send(actor, { conversation_id, content });
}

/** How many unread messages call somebody there: by the conversation itself and by their list. */
async function unread(world: World, actor: Actor, conversation_id: number): Promise<number> {
  const { mention_count } = await world.chat.conversations.get(actor, conversation_id);
  const listed = (await world.chat.conversations.list(actor)).find(({ id }) => id === conversation_id);
  if (listed) assert.equal(listed.mention_count, mention_count);
  return mention_count;
}

Deno.test("who is called by name is found, however it is written, and shown by every way", async () => {
  await using world = await createWorld();
  const { leila, arash, admin, home } = world;
  const reza = await world.member("رضا");
  const sent = await say(world, leila, "@ARASH و @رضا, see @admin. not @nobody, x@agent.com or @owner2");
  const called = [arash.id, admin.id, reza.id].sort((a, b) => a - b);
  assert.deepEqual(sent.mentions, called);
  assert.deepEqual(world.events.at(-1), {
    type: "message",
    conversation: { id: home.global, kind: "global", workspace_id: home.id },
    message: sent,
  });
  assert.deepEqual((await world.chat.messages.get(arash, sent.id)).mentions, called);
  const plain = await say(world, leila, "nobody @ all");
  const { messages } = await world.chat.history.page(arash, home.global, { limit: 5 });
  assert.deepEqual(messages, [plain, sent]);
  assert.deepEqual(plain.mentions, []);
});

Deno.test("oneself, the banned, strangers to the conversation and people of other workspaces are not called", async () => {
  await using world = await createWorld();
  const { leila, arash, admin, agent, guest, home } = world;
  const all = "@leila @arash @admin @agent @owner @outsider @guest";
  await world.restrict(agent, { banned_at: 1 });
  const inGlobal = await say(world, leila, all);
  assert.deepEqual(inGlobal.mentions, [arash.id, admin.id, world.owner.id].sort((a, b) => a - b));
  await world.restrict(agent, { banned_at: null });
  const group = await world.conversation("group", [leila, arash]);
  // An admin may look in, but is not of it.
  assert.deepEqual((await say(world, leila, all, group)).mentions, [arash.id]);
  await world.removeParticipant(group, arash);
  assert.deepEqual((await say(world, leila, all, group)).mentions, []);
  const ticket = await world.conversation("ticket", [leila, guest]);
  const staff = [admin.id, agent.id, world.owner.id].sort((a, b) => a - b);
  assert.deepEqual(
    (await say(world, guest, all, ticket)).mentions,
    [leila.id, ...staff].sort((a, b) => a - b),
  );
  assert.equal(home.id, leila.workspace_id);
});

Deno.test("twenty people are called by one message, and no more", async () => {
  await using world = await createWorld();
  const names = [];
  for (let i = 10; i < 40; i++) names.push((await world.member(`person${i}`), `@person${i}`));
  const { mentions } = await say(world, world.leila, names.join(" "));
  assert.equal(mentions.length, 20);
});

Deno.test("unread messages that call somebody are counted until read, edited away or deleted", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const group = await world.conversation("group", [leila, arash]);
  const first = await say(world, leila, "@arash one", group);
  const second = await say(world, leila, "@arash two", group);
  const third = await say(world, leila, "three", group);
  assert.equal(await unread(world, arash, group), 2);
  assert.equal(await unread(world, leila, group), 0);
  const edited = await world.chat.messages.edit(leila, first.id, "never mind");
  assert.deepEqual(edited.mentions, []);
  assert.equal(await unread(world, arash, group), 1);
  assert.deepEqual((await world.chat.messages.edit(leila, third.id, "three @arash")).mentions, [arash.id]);
  assert.equal(await unread(world, arash, group), 2);
  const removed = await world.chat.messages.remove(leila, second.id);
  assert.deepEqual(removed.mentions, []);
  assert.equal(await unread(world, arash, group), 1);
  await world.chat.reads.mark(arash, group, 3);
  assert.equal(await unread(world, arash, group), 0);
  // In the room of all, what was before one first looked is not unread.
  await say(world, leila, "@arash");
  assert.equal(await unread(world, arash, world.home.global), 0);
  await world.chat.reads.mark(arash, world.home.global, 1);
  await say(world, leila, "@arash");
  assert.equal(await unread(world, arash, world.home.global), 1);
});
