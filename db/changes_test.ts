import assert from "node:assert/strict";
import fc from "fast-check";
import * as changes from "./changes.ts";
import { query, write } from "./query.ts";
import { temporaryDatabase } from "./testing/database.ts";

const created = (entity_id: number) =>
  changes.append({ workspace_id: 1, entity: "message", entity_id, verb: "created", created_at: 5 });

Deno.test("a follower meets every change once, in order, whatever its pages are", async () => {
  await using database = temporaryDatabase();
  const { store } = database;
  await Promise.all(Array.from({ length: 40 }, (_, i) => store.batch([created(2 * i), created(2 * i + 1)])));
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 100 }), async (limit) => {
    const met: number[] = [];
    let cursor = 0;
    while (true) {
      const page = await store.all(changes.after(cursor, limit));
      assert(page.length <= limit);
      if (page.length === 0) break;
      met.push(...page.map((change) => change.entity_id));
      cursor = page.at(-1)!.cursor;
    }
    assert.deepEqual(met, Array.from({ length: 80 }, (_, i) => i));
  }));
});

Deno.test("a change is kept whole, and one that was undone leaves nothing", async () => {
  await using database = temporaryDatabase();
  const { store } = database;
  assert.deepEqual(await store.get(changes.latest()), { cursor: 0 });
  const change = {
    workspace_id: 1,
    conversation_id: 2,
    entity: "e",
    entity_id: 3,
    verb: "v",
    actor_id: 4,
    created_at: 5,
  };
  await store.batch([changes.append(change)]);
  await assert.rejects(store.batch([created(9), { ...created(9), expect: 2 }]));
  await store.batch([created(10)]);
  const { cursor } = (await store.get(changes.latest()))!;
  assert.deepEqual(await store.all(changes.after(0, 10)), [
    { cursor: 1, ...change },
    {
      ...change,
      cursor,
      conversation_id: null,
      entity: "message",
      entity_id: 10,
      verb: "created",
      actor_id: null,
    },
  ]);
  assert.deepEqual(await store.all(changes.after(cursor, 10)), []);
});

Deno.test("a cursor is never used twice, also after the log was emptied", async () => {
  await using database = temporaryDatabase();
  const { store } = database;
  await store.batch([created(1), created(2)]);
  await store.batch([write(query.deleteFrom("changes"))]);
  await store.batch([created(3)]);
  assert.deepEqual((await store.all(changes.after(2, 10))).map((change) => change.entity_id), [3]);
});
