import assert from "node:assert/strict";
import fc from "fast-check";
import { query, read } from "@/db/query.ts";
import { StoreUnavailable } from "@/db/store.ts";
import { temporaryDatabase } from "@/db/testing/database.ts";
import { createLog } from "@/lib/web/log.ts";
import { createRateLimiter } from "@/lib/web/rate_limit.ts";
import { createKeptLimits } from "./kept_limits.ts";

const HOUR = 60 * 60 * 1000;
const rule = { name: "site_test", burst: 3, every: 1000, kept: true } as const;
const log = createLog({ level: "error", write: () => {} });

/** A process on a database: limits that were kept, and those that are counted. */
async function begin(db: ReturnType<typeof temporaryDatabase>, clock: { at: number }) {
  const now = () => clock.at;
  const kept = createKeptLimits({ store: db.store, now, log });
  const limiter = createRateLimiter({ now, factor: 1000, onKept: kept.note });
  await kept.load(limiter);
  return { kept, limiter };
}

Deno.test("what is kept holds in the next process, as if there had been one alone", async () => {
  await using db = temporaryDatabase();
  const acts = fc.array(
    fc.record({ key: fc.constantFrom("a", "b"), gap: fc.integer({ min: 0, max: 1500 }), ends: fc.boolean() }),
    { maxLength: 30 },
  );
  let at = 1.7e12;
  await fc.assert(
    fc.asyncProperty(acts, async (acts) => {
      // Long after all that was before.
      const clock = { at: at += 10 * HOUR };
      const whole = createRateLimiter({ now: () => clock.at });
      let process = await begin(db, clock);
      for (const { key, gap, ends } of acts) {
        clock.at += gap;
        const wait = process.limiter.take(rule, key);
        assert(Math.abs(wait - whole.take(rule, key)) <= 1, "one waits as long as if nothing had ended");
        if (!ends) continue;
        await process.kept.flush();
        process = await begin(db, clock);
      }
      await process.kept.flush();
      at = clock.at;
    }),
    { numRuns: 30 },
  );
});

Deno.test("it is written by itself soon after, a row for each key, and swept when it limits nothing", async () => {
  await using db = temporaryDatabase();
  const clock = { at: 1.7e12 };
  const { kept, limiter } = await begin(db, clock);
  const rows = () =>
    db.store.all(read(query.selectFrom("rate_limits").select(["key", "arrival_at"]).orderBy("key")));
  for (let i = 0; i < 3; i++) limiter.take(rule, "a");
  limiter.take({ ...rule, name: "not kept", kept: undefined }, "b");
  while ((await rows()).length === 0) await new Promise((next) => setTimeout(next, 10));
  assert.deepEqual(await rows(), [{ key: "a", arrival_at: clock.at + 3000 }]);
  clock.at += 3000;
  await kept.sweep();
  assert.deepEqual(await rows(), []);
});

Deno.test("a clock that was far ahead locks nobody out for longer than limits reach", async () => {
  await using db = temporaryDatabase();
  const clock = { at: 1.7e12 + 1000 * HOUR };
  const before = await begin(db, clock);
  before.limiter.take(rule, "a");
  await before.kept.flush();
  clock.at = 1.7e12;
  const { limiter } = await begin(db, clock);
  assert(limiter.take(rule, "a") <= HOUR);
});

Deno.test("a disk that takes nothing stops nobody", async () => {
  const store = { batch: () => Promise.reject(new StoreUnavailable("full")) } as never;
  const kept = createKeptLimits({ store, now: () => 0, log });
  const limiter = createRateLimiter({ now: () => 1e12, onKept: kept.note });
  assert.equal(limiter.take(rule, "a"), 0);
  await kept.flush();
});
