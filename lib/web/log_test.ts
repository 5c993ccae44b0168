import assert from "node:assert/strict";
import { createLog, type LogFields } from "./log.ts";

function capture(level: "debug" | "warn" | "silent" = "debug") {
  const lines: string[] = [];
  return { lines, log: createLog({ level, write: (line) => lines.push(line), now: () => 0 }) };
}

Deno.test("a line is one JSON object", () => {
  const { log, lines } = capture();
  log.with({ request_id: "r-1" }).info("user_created", { user_id: 7, name: "a\nb" });
  assert.deepEqual(JSON.parse(lines[0]!), {
    time: "1970-01-01T00:00:00.000Z",
    level: "info",
    event: "user_created",
    request_id: "r-1",
    user_id: 7,
    name: "a\nb",
  });
  assert.equal(lines[0]!.includes("\n"), false);
});

Deno.test("what is below the level is not written", () => {
  const { log, lines } = capture("warn");
  log.debug("a");
  log.info("b");
  log.warn("c");
  log.error("d");
  assert.deepEqual(lines.map((line) => JSON.parse(line).event), ["c", "d"]);
  const silent = capture("silent");
  silent.log.error("e");
  assert.deepEqual(silent.lines, []);
});

Deno.test("secrets and people's words are hidden by their names, however deep", () => {
  const { log, lines } = capture();
  const fields: LogFields = {
    password: "hunter",
    new_password: "hunter",
    headers: { Authorization: "Bearer hunter", cookie: "peyk_session=hunter" },
    list: [{ refresh_token: "hunter" }, { ticket: "hunter" }],
    message: { content: "hunter", text: "hunter" },
    SECRET_KEY: "hunter",
  };
  log.info("slip", fields);
  assert.doesNotMatch(lines[0]!, /hunter/);
  assert.match(lines[0]!, /\[hidden\]/);
});

Deno.test("errors keep their stack and cause; what cannot be printed does not stop the program", () => {
  const { log, lines } = capture();
  log.error("failed", { error: new Error("outer", { cause: new TypeError("inner") }), id: 2n ** 60n });
  const { error, id } = JSON.parse(lines[0]!);
  assert.equal(error.message, "outer");
  assert.equal(error.cause.message, "inner");
  assert.match(error.stack, /log_test/);
  assert.equal(id, String(2n ** 60n));
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  log.error("cycle", cycle);
  assert.equal(JSON.parse(lines[1]!).event, "cycle");
});

Deno.test("a log that takes nothing more, on a full disk or a closed pipe, stops nobody", () => {
  let tried = 0;
  const log = createLog({
    level: "info",
    write: () => {
      tried++;
      throw new Error("No space left on device");
    },
  });
  log.error("one");
  log.with({ a: 1 }).info("two");
  assert.equal(tried, 2);
});
