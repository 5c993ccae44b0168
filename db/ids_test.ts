import assert from "node:assert/strict";
import fc from "fast-check";
import * as audit from "./audit.ts";
import { createIds, EPOCH_2024, firstAt, greatest, timeOf } from "./ids.ts";
import { query, write } from "./query.ts";
import { temporaryDatabase } from "./testing/database.ts";

/** Clock readings that jump forwards and backwards, before the epoch too. */
const clocks = fc.array(fc.integer({ min: EPOCH_2024 - 1e9, max: EPOCH_2024 + 2e12 }), { minLength: 1 });

Deno.test("ids grow strictly and stay below 2^53, whatever the clock does", () => {
  fc.assert(
    fc.property(clocks, fc.integer({ min: 0, max: 2 ** 40 }), (clock, last) => {
      let time = 0;
      const nextId = createIds({ now: () => time, last });
      let before = last;
      for (time of clock) {
        const id = nextId();
        assert(Number.isSafeInteger(id) && id > before);
        before = id;
      }
    }),
  );
});

Deno.test("an id is not below its time, and tells it exactly while no more than 4096 are made in a millisecond", () => {
  fc.assert(
    fc.property(clocks, (clock) => {
      let time = 0;
      const nextId = createIds({ now: () => time });
      for (time of clock.toSorted((a, b) => a - b)) {
        const id = nextId();
        assert(id >= firstAt(time));
        if (time > EPOCH_2024) assert.equal(timeOf(id), time);
      }
    }),
  );
});

Deno.test("ids of one millisecond borrow from the next and give it back", () => {
  let time = EPOCH_2024 + 10;
  const nextId = createIds({ now: () => time });
  const ids = Array.from({ length: 5000 }, nextId);
  assert.equal(new Set(ids).size, 5000);
  assert.equal(timeOf(ids[4095]!), time);
  assert.equal(timeOf(ids[4096]!), time + 1);
  time += 2;
  assert.equal(nextId(), firstAt(time));
});

Deno.test("fractions of a millisecond make no fractions of an id, and the end of the range is an error", () => {
  let time = EPOCH_2024 + 0.123456;
  const nextId = createIds({ now: () => time });
  assert(Number.isInteger(nextId()));
  time = EPOCH_2024 + 2 ** 41;
  assert.throws(nextId, RangeError);
});

Deno.test("ids go on above the greatest in the database, though the clock was set back meanwhile", async () => {
  await using database = temporaryDatabase();
  const { store } = database;
  assert.deepEqual(await store.get(greatest()), { id: 0 });
  const id = firstAt(Date.UTC(2080, 0));
  await store.batch([
    write(query.insertInto("workspaces").values({ id: 1, slug: "w", name: "W", created_at: 0 })),
    write(query.insertInto("actors").values({ id: 2, kind: "system", created_at: 0 })),
    audit.append({ id, workspace_id: 1, actor_id: 2, action: "x", entity: "y", entity_id: 3, created_at: 0 }),
  ]);
  const last = (await store.get(greatest()))!.id;
  assert.equal(last, id);
  assert.equal(createIds({ now: Date.now, last })(), id + 1);
});
