import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseInUse, holdLock } from "./lock.ts";
import { openDatabase } from "./open.ts";
import { temporaryDirectory } from "./testing/database.ts";

Deno.test("a second holder is refused by name, until the first lets go", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  const first = holdLock(path);
  for (let i = 0; i < 2; i++) {
    assert.throws(() => holdLock(path), (error) => {
      assert(error instanceof DatabaseInUse);
      assert(error.message.includes(path) && error.message.includes(`process ${Deno.pid}`), error.message);
      return true;
    });
  }
  holdLock(join(directory.path, "other.db")).release();
  first.release();
  holdLock(path).release();
});

Deno.test("another process is refused while this one holds the database, and a dead one holds nothing", async () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  const mod = new URL("./lock.ts", import.meta.url).href;
  const hold = `const { holdLock } = await import("${mod}");
    try { holdLock(${JSON.stringify(path)}); console.log("held"); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.name); }`;
  const mine = holdLock(path);
  assert.equal(await firstLine(start(hold)), "DatabaseInUse");
  mine.release();

  const other = start(hold);
  assert.equal(await firstLine(other), "held");
  assert.throws(() => openDatabase({ path, now: Date.now }), DatabaseInUse);
  other.kill("SIGKILL");
  await other.status;
  holdLock(path).release();
});

Deno.test("a database that cannot be opened leaves its lock free", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  const failing = [{ name: "0001_bad", sql: "create tabel t (a text)" }];
  assert.throws(() => openDatabase({ path, now: Date.now, migrations: failing }), /0001_bad failed/);
  holdLock(path).release();
});

function start(code: string): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), { args: ["eval", code], stdout: "piped", stderr: "inherit" })
    .spawn();
}

async function firstLine(process: Deno.ChildProcess): Promise<string> {
  const reader = process.stdout.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value).trim();
}
