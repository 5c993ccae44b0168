import assert from "node:assert/strict";
import { onceInTime } from "./once.ts";

function scene(options: { span?: number; most?: number } = {}) {
  let at = 1000;
  let count = 0;
  const once = onceInTime<number>({ now: () => at, keep: (outcome) => outcome >= 0, ...options });
  return {
    pass: (ms: number) => void (at += ms),
    ask: (name: string, outcome?: () => Promise<number>) =>
      once(name, outcome ?? (() => Promise.resolve(++count))),
  };
}

Deno.test("who asks again shares the outcome, whether it is there yet or not", async () => {
  const { ask } = scene();
  const { promise, resolve } = Promise.withResolvers<number>();
  const first = ask("a", () => promise);
  const second = ask("a");
  resolve(7);
  assert.deepEqual([await first, await second, await ask("a"), await ask("b")], [7, 7, 7, 1]);
});

Deno.test("what failed, and what is not to be kept, is done anew", async () => {
  const { ask } = scene();
  await assert.rejects(ask("a", () => Promise.reject(new Error("no"))), /no/);
  assert.equal(await ask("a"), 1);
  assert.equal(await ask("b", () => Promise.resolve(-1)), -1);
  assert.equal(await ask("b"), 2);
});

Deno.test("after a while, or above a number, the oldest are forgotten", async () => {
  const { ask, pass } = scene({ span: 100, most: 2 });
  assert.equal(await ask("a"), 1);
  pass(60);
  assert.equal(await ask("b"), 2);
  pass(60);
  assert.deepEqual([await ask("a"), await ask("b")], [3, 2]);
  assert.equal(await ask("c"), 4);
  assert.equal(await ask("d"), 5);
  assert.equal(await ask("b"), 6, "there were more than two");
});
