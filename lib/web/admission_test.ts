import assert from "node:assert/strict";
import { AppError } from "@/lib/protocol/errors.ts";
import { createAdmission } from "./admission.ts";
import { createLog } from "./log.ts";

function gate(limit?: number) {
  const world = { at: 0, rss: 100, measured: 0, lines: [] as string[] };
  const log = createLog({ level: "info", write: (line) => world.lines.push(line) });
  const rss = () => (world.measured++, world.rss);
  const admission = createAdmission({ now: () => world.at, log, limit, rss });
  const comesIn = () => {
    try {
      admission.requireRoom();
      return true;
    } catch (error) {
      assert.ok(
        error instanceof AppError && error.code === "unavailable" && Number(error.params.seconds) > 0,
      );
      return false;
    }
  };
  return { world, admission, comesIn };
}

Deno.test("above the limit nobody comes in, below it again everybody", () => {
  const { world, comesIn } = gate(1000);
  assert.ok(comesIn());
  world.rss = 1001;
  world.at += 1000;
  assert.equal(comesIn(), false);
  world.rss = 999;
  world.at += 1000;
  assert.ok(comesIn());
});

Deno.test("memory is measured once a second and told once a minute, with how many were refused", () => {
  const { world, comesIn } = gate(50);
  for (let i = 0; i < 600; i++, world.at += 100) assert.equal(comesIn(), false);
  assert.equal(world.measured, 60);
  assert.equal(world.lines.length, 1);
  world.at += 100;
  comesIn();
  assert.deepEqual(world.lines.map((line) => JSON.parse(line).refused), [1, 600]);
  assert.match(world.lines[0]!, /"event":"sockets_refused","reason":"memory","rss":100,"limit":50/);
});

Deno.test("who comes while the server stops is refused without a word to the log", () => {
  const { world, admission, comesIn } = gate(1000);
  admission.close();
  assert.equal(comesIn(), false);
  assert.deepEqual(world.lines, []);
});

Deno.test("the limit is a part of what this machine, or this process's group, has", () => {
  const { world, comesIn } = gate();
  world.rss = 200 * 1024 * 1024;
  assert.ok(comesIn(), "a small server fits");
  world.at += 1000;
  world.rss = Deno.systemMemoryInfo().total;
  assert.equal(comesIn(), false);
});
