import assert from "node:assert/strict";
import fc from "fast-check";
import { AppError } from "@/lib/protocol/errors.ts";
import { addressKey, createRateLimiter } from "./rate_limit.ts";

const rule = { name: "test", burst: 3, every: 1000 };

Deno.test("a burst at once, then one an interval", () => {
  let at = 1e12;
  const limiter = createRateLimiter({ now: () => at });
  assert.deepEqual([1, 2, 3].map(() => limiter.take(rule, "a")), [0, 0, 0]);
  assert.equal(limiter.take(rule, "a"), 1000);
  at += 999;
  assert.equal(limiter.take(rule, "a"), 1);
  at += 1;
  assert.equal(limiter.take(rule, "a"), 0);
  assert.equal(limiter.take(rule, "a"), 1000);
  at += 1e6;
  assert.deepEqual([1, 2, 3].map(() => limiter.take(rule, "a")), [0, 0, 0]);
  assert.notEqual(limiter.take(rule, "a"), 0);
});

Deno.test("keys and rules do not meet", () => {
  const limiter = createRateLimiter({ now: () => 0 });
  for (let i = 0; i < 3; i++) limiter.take(rule, "a");
  assert.notEqual(limiter.take(rule, "a"), 0);
  assert.equal(limiter.take(rule, "b"), 0);
  assert.equal(limiter.take({ ...rule, name: "other" }, "a"), 0);
});

Deno.test("limit throws the seconds to wait; forgiving forgets", () => {
  const limiter = createRateLimiter({ now: () => 5000 });
  for (let i = 0; i < 3; i++) limiter.limit(rule, "a");
  assert.throws(
    () => limiter.limit(rule, "a"),
    (error) => error instanceof AppError && error.code === "rate_limited" && error.params.seconds === 1,
  );
  limiter.forgive(rule, "a");
  limiter.limit(rule, "a");
});

Deno.test("property: never more than burst and rate allow, in any window; waiting as told is enough", () => {
  const arrivals = fc.array(fc.integer({ min: 0, max: 2500 }), { maxLength: 80 });
  const rules = fc.record({
    burst: fc.integer({ min: 1, max: 6 }),
    every: fc.integer({ min: 1, max: 2000 }),
  });
  const factors = fc.constantFrom(0.5, 1, 3, 10);
  fc.assert(fc.property(rules, factors, arrivals, ({ burst, every }, factor, gaps) => {
    let at = 1.7e12;
    const limiter = createRateLimiter({ now: () => at, factor });
    const rule = { name: "p", burst, every };
    const most = Math.max(1, burst * factor);
    const granted: number[] = [];
    for (const gap of gaps) {
      at += gap;
      const wait = limiter.take(rule, "k");
      if (wait === 0) granted.push(at);
      else {
        // A refusal counts nothing, and its word is good.
        at += Math.ceil(wait);
        assert.equal(limiter.take(rule, "k"), 0);
        granted.push(at);
      }
    }
    granted.forEach((start, i) => {
      granted.slice(i).forEach((end, j) => {
        // One millisecond of rounding.
        assert.ok(j + 1 <= most + (end - start + 1) * factor / every + 1e-6, `${j + 1} in ${end - start} ms`);
      });
    });
  }));
});

Deno.test("the number of keys is bounded, and the lately used ones stay", () => {
  let at = 0;
  const limiter = createRateLimiter({ now: () => at, keys: 100 });
  for (let i = 0; i < 3; i++) limiter.take(rule, "busy");
  for (let i = 0; i < 1000; i++) {
    at += 0.01;
    limiter.take(rule, `stranger ${i}`);
    if (i % 20 === 0) {
      limiter.forgive(rule, "busy");
      for (let n = 0; n < 3; n++) limiter.take(rule, "busy");
    }
  }
  assert.notEqual(limiter.take(rule, "busy"), 0);
  assert.equal(limiter.take(rule, "stranger 0"), 0);
});

Deno.test("the factor multiplies limits", () => {
  const limiter = createRateLimiter({ now: () => 0, factor: 10 });
  for (let i = 0; i < 30; i++) assert.equal(limiter.take(rule, "a"), 0, String(i));
  assert.equal(limiter.take(rule, "a"), 100);
});

Deno.test("an IPv6 customer is one sender", () => {
  assert.equal(addressKey("192.0.2.7"), "192.0.2.7");
  assert.equal(addressKey("::ffff:192.0.2.7"), "192.0.2.7");
  assert.equal(addressKey("2001:db8:1:2:3:4:5:6"), addressKey("2001:DB8:1:2::9"));
  assert.equal(addressKey("2001:db8::1"), "2001:db8:0:0::/64");
  assert.equal(addressKey("2001:0db8:0::1"), addressKey("2001:db8::2"));
  assert.notEqual(addressKey("2001:db8:1:2::1"), addressKey("2001:db8:1:3::1"));
  assert.equal(addressKey("::1"), "0:0:0:0::/64");
  assert.equal(addressKey("fe80::1%eth0"), "fe80:0:0:0::/64");
});

Deno.test("under several rules at once it counts under all, or under none", () => {
  const limiter = createRateLimiter({ now: () => 1e12 });
  const few = { name: "few", burst: 1, every: 1000 }, many = { name: "many", burst: 5, every: 1000 };
  const both = [{ rule: many, key: "site" }, { rule: few, key: "guest" }];
  assert.equal(limiter.takeAll(both), 0);
  for (let i = 0; i < 10; i++) assert.equal(limiter.takeAll(both), 1000);
  for (let i = 0; i < 4; i++) {
    assert.equal(limiter.take(many, "site"), 0, "refusals took nothing of the other");
  }
  assert.equal(limiter.take(many, "site"), 1000);
  assert.equal(limiter.takeAll([{ rule: few, key: "other" }, { rule: many, key: "site" }]), 1000);
  assert.equal(limiter.take(few, "other"), 0);
});

Deno.test("what an admin set is meant as it is set, whatever all others are multiplied by", () => {
  const limiter = createRateLimiter({ now: () => 1e12, factor: 1000 });
  const set = { ...rule, kept: true } as const;
  assert.deepEqual([1, 2, 3].map(() => limiter.take(set, "a")), [0, 0, 0]);
  assert.equal(limiter.take(set, "a"), 1000);
});
