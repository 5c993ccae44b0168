import assert from "node:assert/strict";
import { assertRefused, createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import type { Actor } from "./actor.ts";
import { isRead, toTime } from "./entities.ts";

const unread = async (world: World, actor: Actor, conversation_id: number) => {
  const { unread_count, read_seq } = await world.chat.conversations.get(actor, conversation_id);
  const listed = (await world.chat.conversations.list(actor)).find(({ id }) => id === conversation_id);
  if (listed) assert.deepEqual([listed.unread_count, listed.read_seq], [unread_count, read_seq]);
  return [unread_count, read_seq];
};

Deno.test("a mark goes forward, never back, never beyond the last message", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const { reads } = world.chat;
  const direct = await world.conversation("direct", [leila, arash]);
  for (let i = 0; i < 5; i++) await world.put(direct, arash);
  assert.deepEqual(await unread(world, leila, direct), [5, 0]);
  assert.equal(await reads.mark(leila, direct, 3), 3);
  assert.deepEqual(await unread(world, leila, direct), [2, 3]);
  assert.equal(await reads.mark(leila, direct, 2), 3);
  assert.equal(await reads.mark(leila, direct, 0), 3);
  assert.deepEqual(await unread(world, leila, direct), [2, 3]);
  assert.equal(await reads.mark(leila, direct, Number.MAX_SAFE_INTEGER), 5);
  assert.deepEqual(await unread(world, leila, direct), [0, 5]);
  // Only what moved is told.
  const place = { id: direct, kind: "direct", workspace_id: world.home.id };
  assert.deepEqual(
    world.events,
    [3, 5].map((seq) => (
      { type: "read", conversation: place, actor_id: leila.id, seq, receipt: true }
    )),
  );
  assert.deepEqual(await unread(world, arash, direct), [0, 0]);
});

Deno.test("two devices that mark at once end at the further one, and tell of nothing behind it", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const direct = await world.conversation("direct", [leila, arash]);
  for (let i = 0; i < 9; i++) await world.put(direct, arash);
  const marked = await Promise.all([9, 4, 7, 9].map((seq) => world.chat.reads.mark(leila, direct, seq)));
  assert.deepEqual(marked, [9, 9, 9, 9]);
  assert.deepEqual(await unread(world, leila, direct), [0, 9]);
  assert.equal(world.events.length, 1);
});

Deno.test("own, deleted and system messages are not unread", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const group = await world.conversation("group", [leila, arash]);
  const first = await world.put(group, arash);
  await world.put(group, leila);
  await world.systemLine(group);
  await world.put(group, arash);
  assert.deepEqual(await unread(world, leila, group), [2, 0]);
  await world.chat.messages.remove(arash, first);
  assert.deepEqual(await unread(world, leila, group), [1, 0]);
  assert.deepEqual(await unread(world, arash, group), [1, 0]);
});

Deno.test("counting stops at a thousand", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const group = await world.conversation("group", [leila, arash]);
  await Promise.all(Array.from({ length: 1005 }, () => world.put(group, arash)));
  assert.deepEqual(await unread(world, leila, group), [1000, 0]);
});

Deno.test("what stood in the room of everybody before one first looked is not unread", async () => {
  await using world = await createWorld();
  const { leila, arash, home } = world;
  await world.put(home.global, arash);
  assert.deepEqual(await unread(world, leila, home.global), [0, 1]);
  await world.chat.reads.mark(leila, home.global, 1);
  await world.put(home.global, arash);
  assert.deepEqual(await unread(world, leila, home.global), [1, 1]);
});

Deno.test("a message is read once all other participants have read as far", async () => {
  await using world = await createWorld();
  const { leila, arash, agent } = world;
  const { reads, messages, history, conversations } = world.chat;
  const group = await world.conversation("group", [leila, arash, agent]);
  const { id } = await messages.send(leila, { conversation_id: group, content: "x" });
  const isReadNow = async () => {
    const single = (await messages.get(leila, id)).is_read;
    assert.equal((await history.page(leila, group, { limit: 1 })).messages[0]!.is_read, single);
    assert.equal((await history.changesAfter(leila, group, 0)).changes[0]!.is_read, single);
    assert.equal((await conversations.get(leila, group)).last_message!.is_read, single);
    assert.equal((await conversations.list(leila))[0]!.last_message!.is_read, single);
    return single;
  };
  assert.equal(await isReadNow(), false);
  await reads.mark(leila, group, 1); // the author's own mark counts for nothing
  assert.equal(await isReadNow(), false);
  await reads.mark(arash, group, 1);
  assert.equal(await isReadNow(), false);
  await reads.mark(agent, group, 1);
  assert.equal(await isReadNow(), true);
  // Who leaves need not have read.
  const later = await messages.send(leila, { conversation_id: group, content: "y" });
  await reads.mark(arash, group, 2);
  assert.equal((await messages.get(leila, later.id)).is_read, false);
  await world.removeParticipant(group, agent);
  assert.equal((await messages.get(leila, later.id)).is_read, true);
  await world.removeParticipant(group, arash);
  assert.equal((await messages.get(leila, later.id)).is_read, false, "nobody is left who could have");
});

Deno.test("the two who have read least decide for everybody", () => {
  // Against the rule said in full, over all small groups.
  const full = (seq: number, author: number, marks: readonly number[]) => {
    const others = marks.filter((_, i) => i + 1 !== author);
    return others.length > 0 && others.every((mark) => mark >= seq);
  };
  for (let people = 0; people <= 4; people++) {
    for (let code = 0; code < 3 ** people; code++) {
      const marks = Array.from({ length: people }, (_, id) => Math.floor(code / 3 ** id) % 3);
      const least = marks.map((mark, i) => [i + 1, mark] as const).sort(([, a], [, b]) => a - b).slice(0, 2);
      for (let author = 1; author <= people + 1; author++) {
        for (let seq = 1; seq <= 2; seq++) {
          assert.equal(isRead(seq, author, new Map(least)), full(seq, author, marks));
        }
      }
    }
  }
});

Deno.test("in a ticket one of those who answer reads for all of them", async () => {
  await using world = await createWorld();
  const { guest, agent, admin } = world;
  const { reads, messages, history, conversations } = world.chat;
  const ticket = await world.conversation("ticket", [guest]);
  const question = await messages.send(guest, { conversation_id: ticket, content: "x" });
  const isReadBy = async (reader: Actor, { id, seq }: { id: number; seq: number }) => {
    const single = (await messages.get(reader, id)).is_read;
    const { messages: paged } = await history.page(reader, ticket, { limit: 5 });
    assert.equal(paged.find((message) => message.seq === seq)!.is_read, single);
    const { last_message } = await conversations.get(reader, ticket);
    if (last_message!.id === id) assert.equal(last_message!.is_read, single);
    return single;
  };
  await reads.mark(guest, ticket, 1);
  assert.equal(await isReadBy(guest, question), false, "one’s own mark counts for nothing");
  await reads.mark(admin, ticket, 1);
  assert.equal(await isReadBy(guest, question), true);
  assert.deepEqual(world.events.at(-1), {
    ...{ type: "read", actor_id: admin.id, seq: 1, receipt: true },
    conversation: { id: ticket, kind: "ticket", workspace_id: world.home.id },
  });
  // Another who is behind takes nothing back, and what a colleague has read says nothing of who asks.
  const answer = await messages.send(agent, { conversation_id: ticket, content: "y" });
  const more = await messages.send(guest, { conversation_id: ticket, content: "z" });
  await reads.mark(agent, ticket, 2);
  await reads.mark(admin, ticket, 2);
  assert.deepEqual([await isReadBy(guest, question), await isReadBy(guest, more)], [true, false]);
  assert.equal(await isReadBy(agent, answer), false);
  await reads.mark(guest, ticket, 2);
  assert.equal(await isReadBy(agent, answer), true);
  await reads.mark(agent, ticket, 3);
  assert.deepEqual(
    (await reads.list(guest, ticket)).map(({ user_id, seq }) => [user_id, seq]),
    [[guest.id, 2], [agent.id, 3]],
  );
});

Deno.test("where receipts are not kept nothing is read, and marks are for oneself", async () => {
  await using world = await createWorld();
  const { leila, arash, home } = world;
  const id = await world.put(home.global, leila);
  await world.chat.reads.mark(arash, home.global, 1);
  assert.equal((await world.chat.messages.get(leila, id)).is_read, false);
  assert.deepEqual(world.events.map((event) => event.type === "read" && event.receipt), [false]);
});

Deno.test("an admin who looks in from outside leaves no receipt", async () => {
  await using world = await createWorld();
  const { leila, arash, admin } = world;
  const direct = await world.conversation("direct", [leila, arash]);
  const id = await world.put(direct, leila);
  await world.chat.reads.mark(admin, direct, 1);
  assert.equal((await world.chat.messages.get(leila, id)).is_read, false);
  assert.deepEqual(world.events.map((event) => event.type === "read" && event.receipt), [false]);
});

Deno.test("nobody marks what they may not read", async () => {
  await using world = await createWorld();
  const { leila, arash, agent, outsider, guest } = world;
  const direct = await world.conversation("direct", [leila, arash]);
  for (const actor of [agent, outsider, guest]) {
    await assertRefused(world.chat.reads.mark(actor, direct, 1), "not_found");
  }
  assert.deepEqual(await world.store.all({ sql: "select * from reads", parameters: [] }), []);
});

Deno.test("how far each has read is told to whoever may read it, and when they last read on", async () => {
  await using world = await createWorld();
  const { leila, arash, agent, admin, outsider, guest, clock } = world;
  const { reads } = world.chat;
  const group = await world.conversation("group", [leila, arash]);
  await world.put(group, leila);
  await world.put(group, leila);
  clock.advance(1000);
  await reads.mark(arash, group, 1);
  const told = [
    { user_id: leila.id, seq: 0, read_at: null },
    { user_id: arash.id, seq: 1, read_at: toTime(clock.now()) },
  ];
  assert.deepEqual(await reads.list(leila, group), told);
  assert.deepEqual(await reads.list(arash, group), told);
  // Staff may look in, and is not among those who do the reading.
  await reads.mark(admin, group, 2);
  assert.deepEqual(await reads.list(admin, group), told);
  for (const actor of [agent, outsider, guest]) await assertRefused(reads.list(actor, group), "not_found");
  await world.removeParticipant(group, arash);
  assert.deepEqual(await reads.list(leila, group), told.slice(0, 1));
  await assertRefused(reads.list(arash, group), "not_found");
});

Deno.test("in the room of everybody nobody is told who has read", async () => {
  await using world = await createWorld();
  const { leila, admin, home } = world;
  for (const actor of [leila, admin]) {
    await assertRefused(world.chat.reads.list(actor, home.global), "not_found");
  }
});
