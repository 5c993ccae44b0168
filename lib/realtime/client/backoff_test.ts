import assert from "node:assert/strict";
import fc from "fast-check";
import { backoff } from "./backoff.ts";

Deno.test("waits grow from half a second to half a minute, and never beyond", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7].map((n) => backoff(n, 1)), [
    500,
    1000,
    2000,
    4000,
    8000,
    16_000,
    30_000,
    30_000,
  ]);
  fc.assert(fc.property(fc.nat(5000), fc.double({ min: 0, max: 1, noNaN: true }), (n, random) => {
    const wait = backoff(n, random);
    assert(wait >= 250 && wait <= 30_000, `${wait}`);
    assert(Number.isInteger(wait));
    // At least half of the step: a server that is down is not asked more often than it seems.
    assert(wait >= backoff(n, 1) / 2 - 1);
  }));
});

Deno.test("two clients do not come at the same moment", () => {
  assert.notEqual(backoff(3, 0.2), backoff(3, 0.7));
});
