import assert from "node:assert/strict";
import { surviveFaults } from "./faults.ts";
import { createLog } from "./log.ts";

Deno.test("what nothing caught is logged, and the program goes on", async () => {
  const lines: string[] = [];
  const end = surviveFaults(createLog({ level: "info", write: (line) => lines.push(line) }));
  try {
    void Promise.reject(new Error("a promise nobody waits for"));
    setTimeout(() => {
      throw new Error("a timer that throws");
    });
    const target = new EventTarget();
    target.addEventListener("frame", () => {
      throw new Error("a listener that throws");
    });
    target.dispatchEvent(new Event("frame"));
    await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    end();
  }
  const told = lines.map((line) => JSON.parse(line)).map((
    { level, event, error },
  ) => [level, event, error.message]);
  assert.deepEqual(told.sort(), [
    ["error", "uncaught_error", "a listener that throws"],
    ["error", "uncaught_error", "a timer that throws"],
    ["error", "unhandled_rejection", "a promise nobody waits for"],
  ]);
});
