import assert from "node:assert/strict";
import fc from "fast-check";
import type { Message } from "@/lib/protocol/entities.ts";
import { EMOJI_MAX, isVote, OWN_EMOJI_MAX } from "@/lib/protocol/reactions.ts";
import { assertRefused, createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import type { Actor } from "./actor.ts";

function say(world: World, actor: Actor, content = "سلام"): Promise<Message> {
  return world.chat.messages.send(actor, { conversation_id: world.home.global, content });
}

async function scoreOf(world: World, actor: Actor): Promise<number> {
  return (await world.chat.people.get(actor)).score;
}

/** Different emoji, as many as wanted. */
const emoji = (count: number) => Array.from({ length: count }, (_, i) => String.fromCodePoint(0x1f600 + i));

Deno.test("a reaction raises the version, stamps the message and is told to all with the whole message", async () => {
  await using world = await createWorld();
  const { leila, arash, home } = world;
  const { id } = await say(world, leila);
  await say(world, leila);
  const reacted = await world.chat.reactions.set(arash, id, "❤️", true);
  assert.deepEqual(reacted.reactions, [{ emoji: "❤️", count: 1, user_ids: [arash.id] }]);
  assert.deepEqual([reacted.version, reacted.seq, reacted.is_edited], [3, 1, false]);
  const place = { id: home.global, kind: "global", workspace_id: home.id };
  assert.deepEqual(world.events.at(-1), {
    type: "react",
    conversation: place,
    message: reacted,
    actor_id: arash.id,
  });
  assert.deepEqual(await world.chat.messages.get(leila, id), reacted);
  const { changes } = await world.chat.history.changesAfter(leila, home.global, 2);
  assert.deepEqual(changes, [reacted]);
  const { messages } = await world.chat.history.page(leila, home.global, { limit: 5 });
  assert.deepEqual(messages.map((one) => one.reactions.length), [0, 1]);
});

Deno.test("what is set already, or not set, changes nothing and is told to nobody", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const { id } = await say(world, leila);
  const { reactions } = world.chat;
  for (const name of ["like", "😀"]) {
    const first = await reactions.set(arash, id, name, true);
    const told = world.events.length;
    assert.deepEqual(await reactions.set(arash, id, name, true), first);
    assert.equal(world.events.length, told);
    assert.equal(await scoreOf(world, leila), 1);
  }
  const off = await reactions.set(arash, id, "like", false);
  const told = world.events.length;
  assert.deepEqual(await reactions.set(arash, id, "like", false), off);
  assert.deepEqual(await reactions.set(arash, id, "dislike", false), off);
  assert.equal(world.events.length, told);
  assert.equal(await scoreOf(world, leila), 0);
});

Deno.test("like and dislike exclude each other, and come before emoji in the order of first use", async () => {
  await using world = await createWorld();
  const { leila, arash, admin } = world;
  const { id } = await say(world, leila);
  const { reactions } = world.chat;
  await reactions.set(arash, id, "🫖", true);
  await reactions.set(admin, id, "🌱", true);
  await reactions.set(leila, id, "🌱", true);
  await reactions.set(arash, id, "like", true);
  await reactions.set(admin, id, "dislike", true);
  const both = await reactions.set(arash, id, "dislike", true);
  assert.deepEqual(both.reactions, [
    { emoji: "dislike", count: 2, user_ids: [admin.id, arash.id] },
    { emoji: "🫖", count: 1, user_ids: [arash.id] },
    { emoji: "🌱", count: 2, user_ids: [admin.id, leila.id] },
  ]);
  assert.equal(await scoreOf(world, leila), -2);
  const liked = await reactions.set(admin, id, "like", true);
  assert.deepEqual(liked.reactions.map((one) => one.emoji), ["like", "dislike", "🫖", "🌱"]);
  assert.equal(await scoreOf(world, leila), 0);
  assert.equal(liked.sender.score, 0, "told with the score that the vote made");
});

Deno.test("two devices that vote against each other at once leave one vote and its score", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  for (let round = 0; round < 10; round++) {
    const { id } = await say(world, leila);
    const before = await scoreOf(world, leila);
    const { reactions } = world.chat;
    await Promise.all([
      reactions.set(arash, id, "like", true),
      reactions.set(arash, id, "dislike", true),
      reactions.set(arash, id, "like", true),
    ].map((act) => act.catch((error) => assert.equal(error.code, "conflict"))));
    const message = await world.chat.messages.get(leila, id);
    assert.equal(message.reactions.length, 1);
    const [{ emoji, count }] = message.reactions as [Message["reactions"][number]];
    assert.equal(count, 1);
    assert.equal(await scoreOf(world, leila) - before, emoji === "like" ? 1 : -1);
  }
});

Deno.test("nobody earns anything from themselves; visitors have no score, and give nobody one", async () => {
  await using world = await createWorld();
  const { leila, guest } = world;
  const own = await say(world, leila);
  await world.chat.reactions.set(leila, own.id, "like", true);
  assert.equal(await scoreOf(world, leila), 0);
  const ticket = await world.conversation("ticket", [leila, guest]);
  const theirs = await world.put(ticket, guest);
  const liked = await world.chat.reactions.set(leila, theirs, "like", true);
  assert.deepEqual([liked.sender.score, liked.sender.rank], [0, null]);
  const mine = await world.put(ticket, leila);
  const [vote] = (await world.chat.reactions.set(guest, mine, "like", true)).reactions;
  assert.equal(vote?.count, 1, "it is shown all the same");
  assert.equal(await scoreOf(world, leila), 0);
});

Deno.test("a deleted message takes no reaction and shows none; a line of the system takes none", async () => {
  await using world = await createWorld();
  const { leila, arash, home } = world;
  const { id } = await say(world, leila);
  const { reactions } = world.chat;
  await reactions.set(arash, id, "like", true);
  const removed = await world.chat.messages.remove(leila, id);
  assert.deepEqual(removed.reactions, []);
  assert.deepEqual((await world.chat.messages.get(arash, id)).reactions, []);
  await assertRefused(reactions.set(arash, id, "😀", true), "not_found");
  await assertRefused(reactions.set(arash, id, "like", false), "not_found");
  // What was earned is not lost with it.
  assert.equal(await scoreOf(world, leila), 1);
  const line = await world.systemLine(home.global);
  await assertRefused(reactions.set(arash, line, "like", true), "forbidden");
});

Deno.test("a message that is deleted just before the reaction is written takes none", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  for (let round = 0; round < 10; round++) {
    const { id } = await say(world, leila);
    const outcomes = await Promise.allSettled([
      world.chat.reactions.set(arash, id, "😀", true),
      world.chat.messages.remove(leila, id),
    ]);
    const message = await world.chat.messages.get(leila, id);
    assert.deepEqual([message.is_deleted, message.reactions], [true, []]);
    assert.equal(outcomes[1].status, "fulfilled");
  }
});

Deno.test("different emoji are bounded for a message and for one person; votes always find room", async () => {
  await using world = await createWorld();
  const { leila, arash, admin, agent, owner } = world;
  const { reactions } = world.chat;
  const { id } = await say(world, leila);
  const many = emoji(EMOJI_MAX + 1);
  for (const [i, one] of many.slice(0, EMOJI_MAX).entries()) {
    await reactions.set([leila, arash, admin][Math.floor(i / OWN_EMOJI_MAX)]!, id, one, true);
  }
  await assertRefused(reactions.set(leila, id, many[EMOJI_MAX]!, true), "reactions_full");
  await assertRefused(reactions.set(agent, id, many[EMOJI_MAX]!, true), "reactions_full");
  await assertRefused(reactions.set(leila, id, many[EMOJI_MAX - 1]!, true), "reactions_full");
  // Joining in is no new one.
  await reactions.set(agent, id, many[0]!, true);
  await reactions.set(agent, id, "like", true);
  const voted = await reactions.set(owner, id, "dislike", true);
  assert.equal(voted.reactions.length, EMOJI_MAX + 2);
  // Room that was made is taken.
  await reactions.set(admin, id, many[EMOJI_MAX - 1]!, false);
  const taken = await reactions.set(agent, id, many[EMOJI_MAX]!, true);
  assert.equal(taken.reactions.at(-1)!.emoji, many[EMOJI_MAX]);
  assert.equal(taken.reactions.length, EMOJI_MAX + 2);
});

Deno.test("the bound holds also when many come at once", async () => {
  await using world = await createWorld();
  const { leila, arash, admin, agent, owner } = world;
  const { id } = await say(world, leila);
  const people = [leila, arash, admin, agent, owner];
  await Promise.allSettled(
    emoji(40).map((one, i) => world.chat.reactions.set(people[i % people.length]!, id, one, true)),
  );
  const { reactions } = await world.chat.messages.get(leila, id);
  assert.equal(reactions.length, EMOJI_MAX);
  for (const person of people) {
    const own = reactions.filter((one) => one.user_ids.includes(person.id)).length;
    assert(own <= OWN_EMOJI_MAX, `${own} of one person`);
  }
});

Deno.test("of many who react fifty are named, and whoever asks", async () => {
  await using world = await createWorld();
  const { leila, arash, admin, home } = world;
  const { reactions, messages, history } = world.chat;
  const { id } = await say(world, leila);
  for (let i = 0; i < 50; i++) await reactions.set(await world.member(`m${i}`), id, "like", true);
  const told = await reactions.set(arash, id, "like", true);
  const [like] = told.reactions as [Message["reactions"][number]];
  assert.deepEqual([like.count, like.user_ids.length, like.user_ids.at(-1)], [51, 51, arash.id]);
  const asked = async (actor: Actor) => {
    const ways = [
      await messages.get(actor, id),
      (await history.page(actor, home.global, { limit: 1 })).messages[0]!,
      (await history.changesAfter(actor, home.global, 0)).changes[0]!,
    ];
    const found = ways.map((one) => one.reactions[0]!);
    for (const one of found) assert.deepEqual(one, found[0]);
    return found[0]!;
  };
  assert.deepEqual((await asked(arash)).user_ids.includes(arash.id), true);
  const seen = await asked(leila);
  assert.deepEqual([seen.count, seen.user_ids.length, seen.user_ids.includes(arash.id)], [51, 50, false]);
  // A second one does not hide behind the first fifty either, and the order of first use stays.
  await reactions.set(admin, id, "😀", true);
  assert.deepEqual((await messages.get(admin, id)).reactions.map((one) => one.count), [51, 1]);
});

// --- against a model ---

const NAMES = ["like", "dislike", "😀", "🌱", "❤️"] as const;
const VOICES = ["leila", "arash", "agent", "admin"] as const;

const acts = fc.array(
  fc.record({
    who: fc.constantFrom(...VOICES),
    message: fc.nat({ max: 2 }),
    name: fc.constantFrom(...NAMES),
    on: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

Deno.test("whatever people vote, in whatever order, counts, exclusivity and scores are those of a model", async () => {
  await using world = await createWorld();
  const authors = [world.leila, world.arash, world.leila] as const;
  await fc.assert(
    fc.asyncProperty(acts, async (given) => {
      const ids: number[] = [];
      for (const author of authors) ids.push((await say(world, author)).id);
      const before = new Map<number, number>();
      for (const author of authors) before.set(author.id, await scoreOf(world, author));
      // By message: the names in the order of first use, with who set them.
      const model = ids.map(() => new Map<string, number[]>());
      // Handed over at once: what is of one person takes effect in order, as on a socket.
      await Promise.all(VOICES.map(async (who) => {
        for (const { message, name, on } of given.filter((act) => act.who === who)) {
          await world.chat.reactions.set(world[who], ids[message]!, name, on);
        }
      }));
      for (const { who, message, name, on } of given) apply(model[message]!, world[who].id, name, on);

      for (const [i, id] of ids.entries()) {
        const { reactions } = await world.chat.messages.get(world.owner, id);
        const found = Object.fromEntries(
          reactions.map(({ emoji, user_ids }) => [emoji, user_ids.toSorted((a, b) => a - b)]),
        );
        const expected = Object.fromEntries(
          [...model[i]!].map(([emoji, set]) => [emoji, set.toSorted((a, b) => a - b)]),
        );
        assert.deepEqual(found, expected);
        for (const { emoji, count, user_ids } of reactions) assert.equal(count, user_ids.length, emoji);
        const votes = reactions.filter((one) => isVote(one.emoji)).flatMap((one) => one.user_ids);
        assert.equal(new Set(votes).size, votes.length, "somebody both likes and dislikes");
      }
      for (const author of [world.leila, world.arash]) {
        const earned = model.reduce(
          (sum, one, i) => authors[i]!.id === author.id ? sum + worth(one, author.id) : sum,
          0,
        );
        assert.equal(await scoreOf(world, author) - before.get(author.id)!, earned);
      }
      assert.equal(await world.chat.ranks.recount(world.home.id), 0, "counted anew they are the same");
    }),
    { numRuns: 40 },
  );
});

function apply(model: Map<string, number[]>, actor_id: number, name: string, on: boolean): void {
  const without = (emoji: string) => {
    const left = (model.get(emoji) ?? []).filter((id) => id !== actor_id);
    if (left.length > 0) model.set(emoji, left);
    else model.delete(emoji);
  };
  if (!on) return without(name);
  if (model.get(name)?.includes(actor_id)) return;
  if (name === "like") without("dislike");
  if (name === "dislike") without("like");
  model.set(name, [...model.get(name) ?? [], actor_id]);
}

function worth(model: ReadonlyMap<string, number[]>, author_id: number): number {
  const of = (name: string) => (model.get(name) ?? []).filter((id) => id !== author_id).length;
  return of("like") - of("dislike");
}

Deno.test("scores that went wrong are counted anew from the votes, in one workspace", async () => {
  await using world = await createWorld();
  const { leila, arash, outsider, home, elsewhere } = world;
  const { id } = await say(world, leila);
  await world.chat.reactions.set(arash, id, "like", true);
  const foreign = await world.chat.messages.send(outsider, {
    conversation_id: elsewhere.global,
    content: "x",
  });
  await world.store.batch([{ sql: "update memberships set score = 7", parameters: [] }]);
  assert.equal(await world.chat.ranks.recount(home.id), 5);
  assert.deepEqual([await scoreOf(world, leila), await scoreOf(world, arash)], [1, 0]);
  assert.equal((await world.chat.messages.get(outsider, foreign.id)).sender.score, 7);
  assert.equal(await world.chat.ranks.recount(home.id), 0);
});
