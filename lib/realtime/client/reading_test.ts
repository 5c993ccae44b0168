import assert from "node:assert/strict";
import { createReading } from "./reading.ts";

/** A reader with time and connection in the test's hands. */
function scene({ online = true } = {}) {
  const real = { setTimeout, clearTimeout, now: Date.now };
  let time = 10_000, next = 1;
  const timers = new Map<number, { at: number; act: () => void }>();
  Object.assign(globalThis, {
    setTimeout: (act: () => void, delay: number) => (timers.set(next, { at: time + delay, act }), next++),
    clearTimeout: (id: number) => timers.delete(id),
  });
  Date.now = () => time;
  const told: number[] = [];
  const status = { state: online ? "online" : "offline", retry_at: 0 } as const;
  const reading = createReading({
    conversation_id: 1,
    read_seq: 5,
    socket: {
      status: { peek: () => status } as never,
      say: ({ seq }) => void told.push(seq as number),
    },
  });
  return {
    reading,
    told,
    pass(milliseconds: number) {
      time += milliseconds;
      for (const [id, { at, act }] of timers) {
        if (at > time) continue;
        timers.delete(id);
        act();
      }
    },
    [Symbol.dispose]() {
      Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
      Date.now = real.now;
    },
  };
}

Deno.test("a message read after a pause is told at once, what follows soon after once a second", () => {
  using at = scene();
  at.reading.mark(6);
  assert.deepEqual(at.told, [6]);
  for (let seq = 7; seq <= 90; seq++) at.reading.mark(seq);
  assert.deepEqual([at.told, at.reading.read_seq.peek()], [[6], 90]);
  at.pass(1000);
  assert.deepEqual(at.told, [6, 90]);
  at.pass(10_000);
  assert.deepEqual(at.told, [6, 90]);
});

Deno.test("what was read before, here or on another device, is not told again", () => {
  using at = scene();
  at.reading.mark(4);
  at.reading.learn(20);
  at.reading.mark(15);
  at.pass(5000);
  assert.deepEqual([at.told, at.reading.read_seq.peek()], [[], 20]);
});

Deno.test("without a connection it is kept, and told when the server turns out not to know", () => {
  {
    using at = scene({ online: false });
    at.reading.mark(9);
    at.pass(5000);
    assert.deepEqual([at.told, at.reading.read_seq.peek()], [[], 9]);
  }
  using at = scene();
  at.reading.mark(9);
  // The connection broke with it on the way; the server says 5.
  at.reading.doubt(5);
  at.reading.learn(5);
  at.reading.tell();
  assert.deepEqual(at.told, [9, 9]);
  at.reading.doubt(9);
  at.reading.tell();
  assert.deepEqual(at.told, [9, 9]);
});
