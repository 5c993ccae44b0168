import assert from "node:assert/strict";
import { createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import type { Actor } from "../actor.ts";
import { createIndexer } from "./indexer.ts";

async function finish(world: World): Promise<number> {
  const { step } = createIndexer({ store: world.store, now: world.clock.now });
  let steps = 0;
  while (await step()) assert(++steps < 1000, "it never ends");
  return steps;
}

const found = async (world: World, actor: Actor, text: string) =>
  (await world.chat.search.find(actor, { text, has: [], limit: 50 })).results.map(({ id }) => id);

Deno.test("what was there before the index is taken up, long messages a few at a time", async () => {
  await using world = await createWorld();
  const ids = [];
  for (let i = 0; i < 40; i++) {
    world.clock.advance(10);
    ids.unshift(await world.put(world.home.global, world.leila, `${"دراز ".repeat(i % 3 === 0 ? 790 : 2)}`));
  }
  await finish(world);
  assert.deepEqual(await found(world, world.arash, "دراز"), ids);
});

Deno.test("what changes while it fills is there once, as it is now", async () => {
  await using world = await createWorld();
  const old = await world.put(world.home.global, world.leila, "old words");
  for (let i = 0; i < 30; i++) await world.put(world.home.global, world.leila, "others");
  const { step } = createIndexer({ store: world.store, now: world.clock.now });
  await step();
  await world.chat.messages.edit(world.leila, old, "new words");
  // Another process's life: it reads from the file where it stood.
  await finish(world);
  assert.deepEqual(await found(world, world.arash, "new"), [old]);
  assert.deepEqual(await found(world, world.arash, "old"), []);
  assert.deepEqual(await found(world, world.arash, "words"), [old]);
});

Deno.test("many changes of long messages, newest first, are all taken up", async () => {
  await using world = await createWorld();
  const ids = [];
  for (let i = 0; i < 20; i++) ids.push(await world.put(world.home.global, world.leila, "x"));
  await finish(world);
  for (const id of ids.toReversed()) {
    await world.chat.messages.edit(world.leila, id, "بلند ".repeat(780).trim());
    await world.chat.reactions.set(world.arash, id, "like", true);
  }
  await finish(world);
  assert.deepEqual(await found(world, world.leila, "بلند"), ids.toReversed());
  assert.deepEqual(await found(world, world.leila, "x"), []);
});

Deno.test("lines of the system are not found", async () => {
  await using world = await createWorld();
  await world.systemLine(world.home.global);
  const id = await world.put(world.home.global, world.leila, "member_joined");
  await finish(world);
  assert.deepEqual(await found(world, world.leila, "member_joined"), [id]);
});

Deno.test("whoever may read what, by kind: as the table of rights has it", async () => {
  await using world = await createWorld();
  const { leila, arash, agent, admin, owner, guest, outsider } = world;
  for (const kind of ["direct", "group", "team", "site", "ticket"] as const) {
    const id = await world.conversation(kind, [leila, guest]);
    await world.put(id, leila, `word ${kind}`);
  }
  await world.put(world.home.global, leila, "word global");
  await finish(world);
  const kinds = async (actor: Actor) =>
    (await world.chat.search.find(actor, { text: "word", has: [], limit: 50 })).results
      .map(({ room }) => room.kind).sort();
  const all = ["direct", "global", "group", "site", "team", "ticket"];
  // Rooms of sites are for their visitors and whoever answers them.
  const own = all.filter((kind) => kind !== "site");
  assert.deepEqual(await kinds(leila), own);
  assert.deepEqual(await kinds(admin), all);
  assert.deepEqual(await kinds(owner), all);
  assert.deepEqual(await kinds(arash), ["global"]);
  assert.deepEqual(await kinds(agent), ["global", "site", "ticket"]);
  assert.deepEqual(await kinds(guest), own.filter((kind) => kind !== "global"));
  assert.deepEqual(await kinds(outsider), []);
});

Deno.test("what one may read is found behind any number of newer ones that one may not", async () => {
  await using world = await createWorld();
  const { leila, arash, outsider, home } = world;
  const [own, others] = [
    await world.conversation("group", [leila]),
    await world.conversation("group", [arash]),
  ];
  const elsewhere = await world.conversation("group", [outsider], world.elsewhere.id);
  const expected: number[] = [];
  for (let i = 0; i < 30; i++) {
    for (const id of [own, home.global]) expected.unshift(await world.put(id, leila, "word"));
    for (let j = 0; j < 7; j++) await world.put(others, arash, "word");
    await world.put(elsewhere, outsider, "word");
  }
  await finish(world);
  for (const limit of [1, 3, 20, 50]) {
    const ids: number[] = [];
    for (let before_id: number | undefined, more = true; more;) {
      const page = await world.chat.search.find(leila, { text: "word", has: [], limit, before_id });
      ids.push(...page.results.map(({ id }) => id));
      more = page.more;
      before_id = ids.at(-1);
    }
    assert.deepEqual(ids, expected);
  }
});
