import assert from "node:assert/strict";
import { join } from "node:path";
import { openDatabase } from "./open.ts";
import { query, read } from "./query.ts";
import { temporaryDirectory } from "./testing/database.ts";

Deno.test("what was acknowledged outlives kill -9, whole, and the file opens at once", async () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  let acknowledged: string[] = [];
  for (const lines of [50, 500, 2000]) {
    acknowledged = [...acknowledged, ...await writeUntilKilled(path, lines)];

    const store = openDatabase({ path, now: Date.now });
    const rows = await store.all(read(query.selectFrom("instance").select("name")));
    const check = await store.get<{ integrity_check: string }>({
      sql: "pragma integrity_check",
      parameters: [],
    });
    await store.close();

    assert.equal(check?.integrity_check, "ok");
    const found = new Set(rows.map((row) => row.name));
    assert.deepEqual(acknowledged.filter((id) => !found.has(`${id}.a`) || !found.has(`${id}.b`)), []);
    const halves = [...found].filter((name) =>
      !found.has(name.endsWith(".a") ? name.replace(/a$/, "b") : name.replace(/b$/, "a"))
    );
    assert.deepEqual(halves, []);
  }
});

Deno.test("a disk that takes no more refuses what it does not keep, and keeps the rest", async () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  // Files may not grow beyond 1 MiB (the unit is 512 bytes); writing more is an error instead of a signal.
  const writer = new Deno.Command("sh", {
    args: [
      "-c",
      `trap "" XFSZ; ulimit -f 2048; exec "$0" "$@"`,
      ...command("./testing/full_disk_writer.ts", path),
    ],
    stderr: "inherit",
  });
  const { stdout } = await writer.output();
  const told = JSON.parse(new TextDecoder().decode(stdout));
  assert(told.acknowledged.length > 0);
  assert.deepEqual(
    told.refused.map((one: { error: string }) => one.error),
    Array(3).fill("StoreUnavailable"),
  );
  assert.equal(told.readable, told.acknowledged.length);

  const store = openDatabase({ path, now: Date.now });
  const rows = await store.all(read(query.selectFrom("instance").select("name")));
  await store.close();
  assert.deepEqual(rows.map((row) => row.name).sort(), told.acknowledged.sort());
});

/** Lets a process write until it printed so many acknowledgements, kills it, gives all it printed. */
async function writeUntilKilled(path: string, lines: number): Promise<string[]> {
  const [program, ...args] = command("./testing/crash_writer.ts", path);
  const writer = new Deno.Command(program!, { args, stdout: "piped", stderr: "inherit" }).spawn();
  let printed = "";
  for await (const chunk of writer.stdout.pipeThrough(new TextDecoderStream())) {
    printed += chunk;
    if (printed.split("\n").length > lines) writer.kill("SIGKILL");
  }
  const status = await writer.status;
  assert.equal(status.signal, "SIGKILL");
  // The last line may have been cut by the kill.
  const acknowledged = printed.slice(0, printed.lastIndexOf("\n")).split("\n");
  assert(acknowledged.length >= lines);
  return acknowledged;
}

function command(script: string, path: string): string[] {
  return [Deno.execPath(), "run", "-A", "--no-check", new URL(script, import.meta.url).href, path];
}
