/** The bounds around uploads: lines, places, room. */
import assert from "node:assert/strict";
import { createWorld } from "@/tests/support/world.ts";
import { assertRefused } from "@/tests/support/world.ts";
import { createAdmission } from "./admission.ts";
import { createPool } from "./pool.ts";
import { createQuota, MB } from "./quota.ts";

Deno.test("heavy work waits in line, and beyond the line is refused", async () => {
  const pool = createPool({ running: 2, waiting: 3 });
  const gates: PromiseWithResolvers<void>[] = [];
  let most = 0, running = 0;
  const work = (n: number) =>
    pool.run(async () => {
      most = Math.max(most, ++running);
      await (gates[n] = Promise.withResolvers<void>()).promise;
      running--;
      if (n === 1) throw new Error("one fails");
      return n;
    });
  const all = [0, 1, 2, 3, 4].map(work);
  all[1]!.catch(() => {});
  await assertRefused(work(5), "unavailable");
  for (let n = 0; n < 5; n++) {
    while (!gates[n]) await new Promise((resolve) => setTimeout(resolve));
    gates[n]!.resolve();
  }
  const settled = await Promise.allSettled(all);
  assert.deepEqual(settled.map(({ status }) => status), [
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
  assert.equal(most, 2);
  assert.equal(await pool.run(() => Promise.resolve("free again")), "free again");
});

Deno.test("what is heavy runs alone, in its turn, however heavy", async () => {
  const pool = createPool({ running: 3, waiting: 10, capacity: 10 });
  const log: string[] = [];
  const work = (name: string, weight: number) =>
    pool.run(async () => {
      log.push(`+${name}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      log.push(`-${name}`);
    }, weight);
  await Promise.all([work("a", 5), work("b", 5), work("huge", 99), work("c", 1), work("d", 1)]);
  assert.deepEqual(log.slice(0, 2).sort(), ["+a", "+b"]);
  assert.deepEqual(log.slice(4, 6), ["+huge", "-huge"]);
  assert.deepEqual(log.slice(6, 8), ["+c", "+d"]);
});

Deno.test("a person has so many uploads at once, and all together so many", () => {
  const admission = createAdmission({ per_person: 2, overall: 3 });
  const refused = { name: "AppError", message: "rate_limited" };
  const first = admission.enter(1);
  admission.enter(1);
  assert.throws(() => admission.enter(1), refused);
  admission.enter(2);
  assert.throws(() => admission.enter(3), refused, "there is no place for anybody");
  first[Symbol.dispose]();
  admission.enter(3);
  assert.throws(() => admission.enter(1), refused);
});

Deno.test("room is reserved while bytes arrive, a person's and the server's", async () => {
  await using world = await createWorld();
  const { store } = world;
  const quota = createQuota({ store, per_person: 3 * MB, per_server: 5 * MB });
  await quota.count();
  const quoted = { name: "AppError", message: "quota_exceeded", status: 413 };
  const first = await quota.reserve(1), second = await quota.reserve(1), other = await quota.reserve(2);
  first.take(2 * MB);
  assert.throws(() => second.take(1 * MB + 1), quoted, "both arrive at once");
  second.take(1 * MB);
  other.take(2 * MB);
  assert.throws(() => other.take(2 * MB + 1), quoted, "the server's");
  first.settle(0);
  other.take(2 * MB + 1);
  second.take(3 * MB - 1 - 1);
  second.settle(0);
  other.settle(5 * MB);
  await assertRefused(quota.reserve(3), "quota_exceeded");
  quota.freed(5 * MB);
  (await quota.reserve(3)).settle(0);
  const without = createQuota({ store, per_person: 0, per_server: 0 });
  (await without.reserve(1)).take(1e15);
});
