import assert from "node:assert/strict";
import fc from "fast-check";
import { systemLinesAbove } from "@/db/messages.ts";
import type { Store } from "@/db/store.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import type { Place } from "./history.ts";
import { assertRefused, createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";

/** Ten messages in the global room, the third and fourth of them lines of the system; their ids by place. */
async function tenMessages(world: World): Promise<number[]> {
  const ids = [0];
  for (let seq = 1; seq <= 10; seq++) {
    // Other conversations take ids in between, so that there are ids which are not in this one.
    await world.put(world.elsewhere.global, world.outsider);
    const system = seq === 3 || seq === 4;
    ids.push(
      system ? await world.systemLine(world.home.global) : await world.put(world.home.global, world.leila),
    );
  }
  return ids;
}

const seqs = (messages: readonly Message[]) => messages.map(({ seq }) => seq);

Deno.test("a page without a place is the newest, newest first", async () => {
  await using world = await createWorld();
  await tenMessages(world);
  const { history } = world.chat;
  const newest = await history.page(world.leila, world.home.global, { limit: 3 });
  assert.deepEqual([seqs(newest.messages), newest.more], [[10, 9, 8], true]);
  const all = await history.page(world.leila, world.home.global, { limit: 10 });
  assert.deepEqual([seqs(all.messages), all.more], [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], false]);
});

Deno.test("an empty conversation has an empty page", async () => {
  await using world = await createWorld();
  const { leila, home } = world;
  const { history } = world.chat;
  for (const place of [{}, { before: 5 }, { after: 5 }, { before: 9, after: 5 }]) {
    assert.deepEqual(await history.page(leila, home.global, { limit: 5, ...place }), {
      messages: [],
      more: false,
      count: 0,
    });
  }
  assert.deepEqual(await history.countedPage(leila, home.global, { page: 1, page_size: 5 }), {
    messages: [],
    count: 0,
  });
  assert.deepEqual(await history.changesAfter(leila, home.global, 0), {
    version: 0,
    changes: [],
    more: false,
  });
});

Deno.test("pages stand beside a message: before it, after it, between two", async () => {
  await using world = await createWorld();
  const ids = await tenMessages(world);
  const page = async (place: { before?: number; after?: number; limit: number; system?: boolean }) => {
    const found = await world.chat.history.page(world.arash, world.home.global, place);
    return [seqs(found.messages), found.more];
  };
  assert.deepEqual(await page({ before: ids[6], limit: 3 }), [[5, 4, 3], true]);
  assert.deepEqual(await page({ before: ids[6], limit: 5 }), [[5, 4, 3, 2, 1], false]);
  assert.deepEqual(await page({ before: ids[6], limit: 3, system: false }), [[5, 2, 1], false]);
  assert.deepEqual(await page({ before: ids[6], limit: 2, system: false }), [[5, 2], true]);
  // After a message come those next to it, not the newest; still newest first.
  assert.deepEqual(await page({ after: ids[2], limit: 3 }), [[5, 4, 3], true]);
  assert.deepEqual(await page({ after: ids[2], limit: 3, system: false }), [[7, 6, 5], true]);
  assert.deepEqual(await page({ after: ids[7], limit: 3 }), [[10, 9, 8], false]);
  assert.deepEqual(await page({ after: ids[10], limit: 3 }), [[], false]);
  assert.deepEqual(await page({ before: ids[1], limit: 3 }), [[], false]);
  assert.deepEqual(await page({ before: ids[9], after: ids[4], limit: 10 }), [[8, 7, 6, 5], false]);
  assert.deepEqual(await page({ before: ids[9], after: ids[4], limit: 2 }), [[8, 7], true]);
});

Deno.test("a page stands around a message, and has its room on one side where the other has an end", async () => {
  await using world = await createWorld();
  const ids = await tenMessages(world);
  const around = async (place: Place, limit: number, system = true) => {
    const { home, arash } = world;
    const found = await world.chat.history.around(arash, home.global, place, { limit, system });
    return [seqs(found.messages), found.has_older, found.has_newer, found.count];
  };
  assert.deepEqual(await around({ id: ids[6]! }, 4), [[7, 6, 5, 4], true, true, 8]);
  assert.deepEqual(await around({ seq: 6 }, 4), [[7, 6, 5, 4], true, true, 8]);
  assert.deepEqual(await around({ seq: 6 }, 1), [[6], true, true, 8]);
  assert.deepEqual(await around({ seq: 5 }, 4, false), [[6, 5, 2, 1], false, true, 8]);
  // A system line stands in no such page: what comes behind it does.
  assert.deepEqual(await around({ seq: 3 }, 4, false), [[6, 5, 2, 1], false, true, 8]);
  assert.deepEqual(await around({ seq: 1 }, 4), [[4, 3, 2, 1], false, true, 8]);
  assert.deepEqual(await around({ seq: 10 }, 4), [[10, 9, 8, 7], true, false, 8]);
  assert.deepEqual(await around({ seq: 11 }, 2), [[10, 9], true, false, 8]);
  assert.deepEqual(await around({ seq: 10 ** 9 }, 2), [[10, 9], true, false, 8]);
  assert.deepEqual(await around({ id: Number.MAX_SAFE_INTEGER }, 2), [[10, 9], true, false, 8]);
  assert.deepEqual((await around({ id: 1 }, 20))[0], [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  // The other workspace's message: an id, but none of this room.
  assert.deepEqual(await around({ id: ids[6]! - 1 }, 4), [[7, 6, 5, 4], true, true, 8]);
});

/** What finding out the right takes. */
const GRANTING = 1;

Deno.test("a moment is the first message at it or after it", async () => {
  let looks = 0;
  const wrap = (store: Store): Store => ({
    ...store,
    get: (query) => {
      looks++;
      return store.get(query);
    },
    all: (query) => store.all(query),
    batch: (statements) => store.batch(statements),
  });
  await using world = await createWorld({ wrap });
  const { home, leila, clock } = world;
  const begun = clock.now();
  for (let hour = 0; hour < 48; hour++) {
    await world.put(home.global, leila);
    clock.advance(3_600_000);
  }
  const at = async (moment: number) => {
    const { messages } = await world.chat.history.around(leila, home.global, { at: moment }, { limit: 1 });
    return messages[0]!.seq;
  };
  for (let hour = 0; hour < 48; hour++) {
    assert.equal(await at(begun + hour * 3_600_000), hour + 1);
    assert.equal(await at(begun + hour * 3_600_000 - 1), hour + 1);
    assert.equal(await at(begun + hour * 3_600_000 + 1), Math.min(48, hour + 2));
  }
  // By halving: a million messages take twenty looks at an index.
  looks = 0;
  await at(begun + 17 * 3_600_000);
  assert(looks > 0 && looks <= 6 + GRANTING, `${looks} looks for one of 48`);
  assert.equal(await at(0), 1);
  assert.equal(await at(begun * 2), 48, "behind the newest there is the newest");
});

Deno.test("whatever the place and the length, a page around it is a piece of the whole", async () => {
  await using world = await createWorld();
  const { home, leila } = world;
  await tenMessages(world);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 12 }), async (seq, limit) => {
      const found = await world.chat.history.around(leila, home.global, { seq }, { limit });
      const shown = seqs(found.messages);
      assert.equal(shown.length, Math.min(limit, 10));
      assert.deepEqual(shown, shown.map((_, index) => shown[0]! - index), "no hole, newest first");
      assert.equal(shown.includes(Math.min(seq, 10)), true);
      assert.deepEqual([found.has_older, found.has_newer], [shown.at(-1)! > 1, shown[0]! < 10]);
    }),
  );
});

Deno.test("an id that is not in the conversation is a place all the same", async () => {
  await using world = await createWorld();
  const ids = await tenMessages(world);
  const { history } = world.chat;
  for (let seq = 1; seq <= 10; seq++) {
    const between = ids[seq]! - 1; // the other workspace's message just before
    const before = await history.page(world.leila, world.home.global, { before: between, limit: 20 });
    assert.deepEqual(seqs(before.messages), seqs(before.messages).filter((one) => one < seq));
    assert.equal(before.messages.length, seq - 1);
    const after = await history.page(world.leila, world.home.global, { after: between, limit: 20 });
    assert.equal(after.messages.length, 11 - seq);
    assert.equal(after.messages.at(-1)!.seq, seq);
  }
  for (const far of [1, Number.MAX_SAFE_INTEGER]) {
    const before = await history.page(world.leila, world.home.global, { before: far, limit: 20 });
    const after = await history.page(world.leila, world.home.global, { after: far, limit: 20 });
    assert.deepEqual([before.messages.length, after.messages.length], far === 1 ? [0, 10] : [10, 0]);
  }
});

Deno.test("a place is found where rows are missing", async () => {
  await using world = await createWorld();
  const ids = await tenMessages(world);
  await world.store.batch([{
    sql: "delete from messages where conversation_id = ? and seq in (1, 2, 5, 6, 7, 10)",
    parameters: [world.home.global],
  }]);
  for (const [id, below] of [[ids[1], 0], [ids[4], 1], [ids[5], 2], [ids[7], 2], [ids[8], 2], [ids[9], 3]]) {
    const { messages } = await world.chat.history.page(world.leila, world.home.global, {
      before: id,
      limit: 9,
    });
    assert.equal(messages.length, below);
  }
  const { messages } = await world.chat.history.page(world.leila, world.home.global, {
    before: ids[10]! + 1,
    limit: 9,
  });
  assert.deepEqual(seqs(messages), [9, 8, 4, 3]);
});

Deno.test("a place is found where the newest rows are missing", async () => {
  await using world = await createWorld();
  const ids = await tenMessages(world);
  await world.store.batch([{
    sql: "delete from messages where conversation_id = ? and seq > 5",
    parameters: [world.home.global],
  }]);
  for (let seq = 1; seq <= 5; seq++) {
    const { messages } = await world.chat.history.page(world.leila, world.home.global, {
      before: ids[seq]! - 1,
      limit: 9,
    });
    assert.equal(messages.length, seq - 1);
  }
});

Deno.test("system lines that come while a numbered page is read do not shift it", async () => {
  await using world = await createWorld();
  const { home, leila } = world;
  await tenMessages(world);
  const count = async (skip: number) =>
    (await world.store.get(systemLinesAbove(home.global, 10, skip)))!.count;
  const before = [await count(5), await count(7)];
  for (let i = 0; i < 5; i++) await world.systemLine(home.global);
  await world.put(home.global, leila);
  assert.deepEqual([await count(5), await count(7)], before);
  assert.deepEqual(before, [0, 2]);
});

Deno.test("deleted messages keep their place, without text", async () => {
  await using world = await createWorld();
  const ids = await tenMessages(world);
  await world.chat.messages.remove(world.leila, ids[9]!);
  const { messages } = await world.chat.history.page(world.arash, world.home.global, { limit: 2 });
  assert.deepEqual(messages.map(({ seq, is_deleted, content }) => [seq, is_deleted, content]), [
    [10, false, "…"],
    [9, true, ""],
  ]);
});

Deno.test("numbered pages hold each message that is no system line once, newest first", async () => {
  const line = fc.boolean();
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 30 }),
      fc.integer({ min: 1, max: 7 }),
      async (lines, page_size) => {
        await using world = await createWorld();
        const { home, leila } = world;
        for (const system of lines) {
          if (system) await world.systemLine(home.global);
          else await world.put(home.global, leila);
        }
        const expected = lines.flatMap((system, i) => system ? [] : [i + 1]).reverse();
        const found: number[] = [];
        const pages = Math.ceil(expected.length / page_size);
        for (let page = 1; page <= pages + 1; page++) {
          const { messages, count } = await world.chat.history.countedPage(leila, home.global, {
            page,
            page_size,
          });
          assert.equal(count, expected.length);
          assert.equal(messages.length, Math.max(0, Math.min(page_size, count - (page - 1) * page_size)));
          found.push(...seqs(messages));
        }
        assert.deepEqual(found, expected);
      },
    ),
    { numRuns: 40 },
  );
});

Deno.test("a page far beyond the last is empty", async () => {
  await using world = await createWorld();
  await tenMessages(world);
  const { history } = world.chat;
  const far = { page: Number.MAX_SAFE_INTEGER, page_size: 100 };
  assert.deepEqual(await history.countedPage(world.leila, world.home.global, far), {
    messages: [],
    count: 8,
  });
});

Deno.test("changes come in the order of versions, each message as it is now", async () => {
  await using world = await createWorld();
  const { leila, home } = world;
  const { chat } = world;
  const ids = await tenMessages(world);
  await chat.messages.edit(leila, ids[2]!, "edited");
  await chat.messages.remove(leila, ids[5]!);
  const { version, changes, more } = await chat.history.changesAfter(leila, home.global, 9);
  assert.deepEqual([version, more], [12, false]);
  assert.deepEqual(
    changes.map((message) => [message.version, message.seq, message.content, message.is_deleted]),
    [[10, 10, "…", false], [11, 2, "edited", false], [12, 5, "", true]],
  );
  assert.deepEqual(await chat.history.changesAfter(leila, home.global, 12), {
    version: 12,
    changes: [],
    more: false,
  });
  // From a version that is not reached yet, as after a database was put back.
  assert.deepEqual((await chat.history.changesAfter(leila, home.global, 99)).changes, []);
});

Deno.test("many changes come in parts, bounded in number and in text", async () => {
  await using world = await createWorld();
  const { leila, home } = world;
  for (let i = 0; i < 210; i++) await world.put(home.global, leila, "short");
  for (let i = 0; i < 60; i++) await world.put(home.global, leila, "x".repeat(4000));
  const seen: number[] = [];
  const parts: number[] = [];
  let after = 0;
  while (true) {
    const { version, changes, more } = await world.chat.history.changesAfter(leila, home.global, after);
    parts.push(changes.length);
    seen.push(...changes.map((one) => one.version));
    assert.equal(version, changes.at(-1)!.version);
    after = version;
    if (!more) break;
  }
  assert.deepEqual(seen, Array.from({ length: 270 }, (_, i) => i + 1));
  assert.deepEqual(parts, [200, 34, 25, 11]);
});

Deno.test("history of what is not there is not found", async () => {
  await using world = await createWorld();
  const { leila } = world;
  const { history } = world.chat;
  await assertRefused(history.page(leila, 12345, { limit: 5 }), "not_found");
  await assertRefused(history.around(leila, 12345, { seq: 1 }, { limit: 5 }), "not_found");
  await assertRefused(history.countedPage(leila, 12345, { page: 1, page_size: 5 }), "not_found");
  await assertRefused(history.changesAfter(leila, 12345, 0), "not_found");
});
