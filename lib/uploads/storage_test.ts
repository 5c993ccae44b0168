import assert from "node:assert/strict";
import { temporaryDirectory } from "@/db/testing/database.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { createStorage, diskFault, writeFile } from "./storage.ts";

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(new TextEncoder().encode(text));
}

Deno.test("a file is moved to its place, listed by its row's id, and removed once", async () => {
  using directory = temporaryDirectory();
  const storage = createStorage(`${directory.path}/uploads`);
  await storage.open();
  const path = storage.temporary();
  assert.equal(await writeFile(path, chunks("one", "two"), () => {}), 6);
  const key = storage.keyOf(7_000_000_000_123, "png");
  assert.match(key, /^[\da-f]{2}\/7000000000123\.png$/);
  await storage.keep(path, key);
  assert.equal(await Deno.readTextFile(storage.pathOf(key)), "onetwo");
  const listed = await Array.fromAsync(storage.list());
  assert.deepEqual(listed.map(({ key, id }) => ({ key, id })), [{ key, id: 7_000_000_000_123 }]);
  await storage.remove(key, null, undefined);
  await storage.remove(key);
  assert.deepEqual(await Array.fromAsync(storage.list()), []);
});

Deno.test("a disk that is full is told as such", async () => {
  const full = await writeFile("/dev/full", chunks("something"), () => {}).catch((error) => error);
  assert(full instanceof AppError);
  assert.deepEqual([full.code, full.status, full.params.reason], ["unavailable", 503, "disk_full"]);
  const other = new Error("something else");
  assert.equal(diskFault(other), other);
  const refusal = new AppError("not_found");
  assert.equal(diskFault(refusal), refusal);
});

Deno.test("only what was begun long ago is swept", async () => {
  using directory = temporaryDirectory();
  const storage = createStorage(directory.path);
  await storage.open();
  const [old, young] = [storage.temporary(), storage.temporary()];
  await Deno.writeTextFile(old, "");
  await Deno.writeTextFile(young, "");
  await Deno.utime(old, 1000, 1000);
  assert.equal(await storage.sweepTemporary(Date.now() - 60_000), 1);
  assert.deepEqual((await Array.fromAsync(Deno.readDir(`${directory.path}/temp`))).map(({ name }) => name), [
    young.split("/").at(-1),
  ]);
});
