import assert from "node:assert/strict";
import { createPace } from "./pace.ts";
import type { Flushed } from "./pace.ts";

/** A pace whose clock and event loop are turned by hand. */
function stage(writes: number) {
  const turns: (() => void)[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const wire = { bufferedAmount: 0, isClogged: false, send() {}, close() {} };
  const state = { time: 1000, flushes: 0, takes: 0 };
  const pace = createPace((): Flushed => {
    state.flushes++;
    state.time += state.takes;
    return { writes, last: wire };
  }, {
    defer: (run) => void turns.push(run),
    now: () => state.time,
    later: (run, ms) => void timers.push({ run, ms }),
  });
  const turn = () => {
    for (const run of turns.splice(0)) run();
  };
  return { pace, turns, timers, wire, state, turn };
}

Deno.test("at rest a flush comes with the next turn, once however often it was asked for", () => {
  const { pace, turns, timers, state, turn } = stage(1000);
  pace.want();
  pace.want();
  assert.equal(turns.length, 1);
  turn();
  assert.equal(state.flushes, 1);
  assert.deepEqual(timers, []);
});

Deno.test("after a flush to a crowd it rests as long as the sending took, counted from its end", () => {
  const { pace, timers, wire, state, turn } = stage(1000);
  wire.bufferedAmount = 700;
  pace.want();
  turn();
  state.time += 4;
  pace.want();
  turn();
  // The last frame is not gone yet: no rest begins, and nothing is flushed.
  assert.deepEqual([state.flushes, timers.length], [1, 0]);
  wire.bufferedAmount = 0;
  state.time += 2;
  turn();
  assert.deepEqual(timers.map(({ ms }) => ms), [6]);
  pace.want();
  assert.equal(timers.length, 1);
  timers[0]!.run();
  assert.equal(state.flushes, 2);
});

Deno.test("a rest is at most ten milliseconds, and nobody who reads slowly is waited for", () => {
  const { pace, timers, wire, state, turn } = stage(1000);
  wire.bufferedAmount = 700;
  pace.want();
  turn();
  pace.want();
  state.time += 60;
  turn();
  assert.deepEqual(timers.map(({ ms }) => ms), [10]);
});

Deno.test("short flushes, few connections and what comes after the rest wait for nothing", () => {
  const short = stage(1000);
  short.pace.want();
  short.turn();
  short.state.time += 1;
  short.turn();
  short.pace.want();
  assert.deepEqual([short.timers.length, short.turns.length], [0, 1]);

  const few = stage(99);
  few.state.takes = 9;
  few.pace.want();
  few.turn();
  assert.equal(few.turns.length, 0);
  few.pace.want();
  assert.deepEqual([few.timers.length, few.turns.length], [0, 1]);

  const late = stage(1000);
  late.state.takes = 9;
  late.pace.want();
  late.turn();
  late.turn();
  late.state.time += 9;
  late.pace.want();
  assert.deepEqual([late.timers.length, late.turns.length], [0, 1]);
});
