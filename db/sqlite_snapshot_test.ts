import assert from "node:assert/strict";
import { dirname } from "node:path";
import * as instance from "./instance.ts";
import { openSqlite } from "./sqlite.ts";
import { snapshot } from "./sqlite_snapshot.ts";
import { temporaryDatabase } from "./testing/database.ts";

Deno.test("a snapshot of a database in use has what was committed, and not what came after", async () => {
  await using database = temporaryDatabase();
  const { store, path } = database;
  await store.batch([instance.add("a", "1", 0)]);
  snapshot(path, `${path}.copy`);
  await store.batch([instance.set("a", "2", 0)]);
  const copy = openSqlite({ path: `${path}.copy` });
  assert.deepEqual(await copy.get(instance.get("a")), { value: "1" });
  await copy.close();
  snapshot(path, `${path}.copy`);
  const again = openSqlite({ path: `${path}.copy` });
  assert.deepEqual(await again.get(instance.get("a")), { value: "2" });
  await again.close();
});

Deno.test("a snapshot that fails leaves nothing behind, nor harms an older one", async () => {
  await using database = temporaryDatabase();
  const { path } = database;
  Deno.writeTextFileSync(`${path}.broken`, "not a database".repeat(400));
  Deno.writeTextFileSync(`${path}.copy`, "older");
  const before = names(path);
  assert.throws(() => snapshot(`${path}.broken`, `${path}.copy`));
  assert.throws(() => snapshot(`${path}.missing`, `${path}.copy`));
  assert.throws(() => snapshot(path, `${dirname(path)}/none/copy`));
  assert.deepEqual(names(path), before);
  assert.equal(Deno.readTextFileSync(`${path}.copy`), "older");
});

function names(path: string): string[] {
  return [...Deno.readDirSync(dirname(path))].map((entry) => entry.name).filter((name) =>
    !/-(wal|shm)$/.test(name)
  )
    .sort();
}
