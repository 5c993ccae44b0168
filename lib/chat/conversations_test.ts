import assert from "node:assert/strict";
import { assertRefused, createWorld } from "@/tests/support/world.ts";

Deno.test("two who open their conversation at the same moment get the same one", async () => {
  await using world = await createWorld();
  const { leila, arash, home } = world;
  const { conversations } = world.chat;
  const opened = await Promise.all([
    conversations.openDirect(leila, arash.id),
    conversations.openDirect(arash, leila.id),
    conversations.openDirect(leila, arash.id),
  ]);
  assert.equal(new Set(opened).size, 1);
  const id = opened[0]!;
  assert.equal(await conversations.openDirect(arash, leila.id), id);
  const rows = await world.store.all({
    sql: "select id from conversations where kind = 'direct'",
    parameters: [],
  });
  assert.deepEqual(rows, [{ id }]);
  const place = { id, kind: "direct", workspace_id: home.id };
  assert.deepEqual(world.events, [
    { type: "joined", conversation: place, actor_id: leila.id },
    { type: "joined", conversation: place, actor_id: arash.id },
  ]);
  const { participants, participants_count, kind, last_message } = await conversations.get(leila, id);
  assert.deepEqual(participants.map((one) => one.username).sort(), ["arash", "leila"]);
  assert.deepEqual([participants_count, kind, last_message], [2, "direct", null]);
});

Deno.test("one may talk to oneself", async () => {
  await using world = await createWorld();
  const { leila } = world;
  const id = await world.chat.conversations.openDirect(leila, leila.id);
  assert.equal(await world.chat.conversations.openDirect(leila, leila.id), id);
  const { participants } = await world.chat.conversations.get(leila, id);
  assert.deepEqual(participants.map((one) => one.username), ["leila"]);
  assert.equal(world.events.length, 1);
});

Deno.test("a conversation opens only between members who may enter", async () => {
  await using world = await createWorld();
  const { leila, arash, guest, outsider } = world;
  const { conversations } = world.chat;
  const system = await world.store.get<{ id: number }>({
    sql: "select id from actors where kind = 'system' and workspace_id = ?",
    parameters: [world.home.id],
  });
  for (const other of [guest.id, outsider.id, system!.id, 12345]) {
    await assertRefused(conversations.openDirect(leila, other), "not_found");
  }
  await assertRefused(conversations.openDirect(guest, leila.id), "not_found");
  await assertRefused(conversations.openDirect(guest, guest.id), "not_found");
  await world.restrict(arash, { banned_at: world.clock.now() });
  await assertRefused(conversations.openDirect(leila, arash.id), "not_found");
  await assertRefused(conversations.openDirect(arash, leila.id), "not_found");
  const rows = await world.store.all({
    sql: "select id from conversations where kind = 'direct'",
    parameters: [],
  });
  assert.deepEqual(rows, []);
  assert.deepEqual(world.events, []);
});

Deno.test("the list holds one's own private conversations, newest activity first", async () => {
  await using world = await createWorld();
  const { leila, arash, agent } = world;
  const { conversations, messages } = world.chat;
  const first = await world.conversation("group", [leila, arash]);
  world.clock.advance(1);
  const second = await world.conversation("team", [leila, agent]);
  world.clock.advance(1);
  const ticket = await world.conversation("ticket", [leila]);
  const others = await world.conversation("direct", [arash, agent]);
  const left = await world.conversation("group", [arash, leila]);
  await world.removeParticipant(left, leila);
  const ids = async () => (await conversations.list(leila)).map(({ id }) => id);
  assert.deepEqual(await ids(), [second, first]);
  world.clock.advance(1);
  const message = await messages.send(arash, { conversation_id: first, content: "x" });
  const [newest, older] = await conversations.list(leila);
  assert.equal(newest!.id, first);
  assert.deepEqual(newest!.last_message, message);
  assert.equal(newest!.unread_count, 1);
  assert.deepEqual(newest!.participants.map(({ id }) => id).sort(), [leila.id, arash.id].sort());
  assert.equal(older!.last_message, null);
  assert(!(await ids()).some((id) => [ticket, others, left, world.home.global].includes(id)));
  assert.deepEqual(await conversations.list(leila, { limit: 1 }), [newest]);
  assert.deepEqual(await conversations.list(leila, { kinds: ["team"] }), [older]);
  assert.deepEqual(await conversations.get(leila, first), newest);
});

Deno.test("a large group hides no other conversation's people", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const crowd = [leila];
  for (let i = 0; i < 130; i++) crowd.push(await world.member(`person${i}`));
  const large = await world.conversation("group", crowd);
  world.clock.advance(1);
  const direct = await world.conversation("direct", [leila, arash]);
  const { id } = await world.chat.messages.send(leila, { conversation_id: large, content: "x" });
  // All who are named have read it, but not all.
  const listed = new Set(crowd.slice(0, 120));
  for (const actor of listed) await world.chat.reads.mark(actor, large, 1);
  const list = await world.chat.conversations.list(leila);
  const byId = new Map(list.map((one) => [one.id, one]));
  assert.equal(byId.get(large)!.participants_count, 131);
  assert.equal(byId.get(large)!.participants.length, 100);
  assert.equal(byId.get(large)!.last_message!.is_read, false);
  assert.equal(byId.get(direct)!.participants.length, 2);
  assert.equal((await world.chat.conversations.get(leila, large)).participants.length, 131);
  assert.equal((await world.chat.messages.get(leila, id)).is_read, false);
  assert.equal((await world.chat.people.idsIn(large)).length, 131);
});

Deno.test("the room of everybody lists nobody and counts all who may enter", async () => {
  await using world = await createWorld();
  const { leila, arash, home } = world;
  const { participants, participants_count } = await world.chat.conversations.get(leila, home.global);
  assert.deepEqual([participants, participants_count], [[], 5]);
  await world.restrict(arash, { banned_at: world.clock.now() });
  assert.equal((await world.chat.conversations.get(leila, home.global)).participants_count, 4);
  const site = await world.conversation("site", [world.guest]);
  const room = await world.chat.conversations.get(world.agent, site);
  assert.deepEqual([room.participants, room.participants_count], [[], 0]);
});

Deno.test("people are found by parts of their names, in any case, and by no pattern", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  await world.member("100%_sure");
  const names = async (search: string) =>
    (await world.chat.people.list(leila, { search, limit: 10 })).map(({ user }) => user.username);
  assert.deepEqual(await names("EIL"), ["leila"]);
  assert.deepEqual(await names("%"), ["100%_sure"]);
  assert.deepEqual(await names("_"), ["100%_sure"]);
  assert.deepEqual(await names("\\"), []);
  assert.deepEqual(await names("outsider"), []);
  assert.equal((await names("")).length, 6);
  assert.equal((await world.chat.people.list(leila, { limit: 2 })).length, 2);
  await world.restrict(arash, { banned_at: world.clock.now() });
  assert.deepEqual(await names("arash"), []);
  assert.equal(await world.chat.people.count(leila), 5);
});

Deno.test("who comes back to a conversation comes as what they are now", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const { addParticipants } = await import("@/db/conversations.ts");
  const group = await world.conversation("group", [leila, arash]);
  const id = await world.put(group, arash);
  const { messages } = world.chat;
  await world.removeParticipant(group, leila);
  await assertRefused(messages.remove(leila, id), "not_found");
  await world.store.batch([addParticipants([
    { conversation_id: group, actor_id: leila.id, workspace_id: world.home.id, joined_at: 1 },
  ])]);
  // She led it once.
  await assertRefused(messages.remove(leila, id), "forbidden");
});
