import assert from "node:assert/strict";
import { add, failuresOf, parseTally, verdict } from "./summary.ts";

Deno.test("counts tests, not their steps", () => {
  const output = "running 4 tests\n\nFAILED | 2 passed (1 step) | 3 failed (2 steps) | 1 ignored (68ms)\n";
  assert.deepEqual(parseTally(output, false), { passed: 2, failed: 3, skipped: 1 });
});

Deno.test("takes the last summary, not one that a test printed", () => {
  const output = "ok | 99 passed | 0 failed (1ms)\nok | 1 passed | 0 failed | 3 filtered out (5ms)";
  assert.deepEqual(parseTally(output, true), { passed: 1, failed: 0, skipped: 0 });
});

Deno.test("a run that ended badly never counts as passed", () => {
  assert.equal(parseTally("ok | 5 passed | 0 failed (1ms)", false).failed, 1);
  assert.equal(parseTally("error: Module not found", false).failed, 1);
  assert.equal(parseTally("", true).failed, 1);
});

Deno.test("the verdict names skipped tests only when there are some", () => {
  const tally = add({ passed: 3, failed: 0, skipped: 0 }, { passed: 1, failed: 2, skipped: 0 });
  assert.equal(verdict(tally), "4 passed, 2 failed");
  assert.equal(verdict({ ...tally, skipped: 1 }), "4 passed, 2 failed, 1 skipped");
});

Deno.test("shows the errors, or everything when there is no such heading", () => {
  assert.equal(failuresOf("a ... ok\n\n ERRORS \n\nbad => x\n"), "ERRORS \n\nbad => x");
  assert.equal(failuresOf("error: Module not found\n"), "error: Module not found");
});
