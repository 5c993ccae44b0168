import assert from "node:assert/strict";
import { join } from "node:path";
import * as instance from "./instance.ts";
import type { MigrateResult } from "./sqlite_migrate.ts";
import { openDatabase } from "./open.ts";
import { StoreUnavailable } from "./store.ts";
import { temporaryDirectory } from "./testing/database.ts";

Deno.test("a new database is migrated once, and keeps what was written when opened again", async () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  const told: MigrateResult[] = [];
  const open = () => openDatabase({ path, now: Date.now, onMigrated: (result) => told.push(result) });
  const first = open();
  await first.batch([instance.add("a", "1", 0)]);
  await Promise.all([first.close(), first.close()]);
  const second = open();
  assert.deepEqual(await second.get(instance.get("a")), { value: "1" });
  await second.close();
  assert.equal(told.length, 1);
  assert.equal(told[0]!.applied[0], "0001_foundation");
});

Deno.test("a place where no database can be is refused by its path", () => {
  using directory = temporaryDirectory();
  const text = join(directory.path, "text.db");
  Deno.writeTextFileSync(text, "no database at all, but long enough to look like one".repeat(40));
  const missing = join(directory.path, "none", "peyk.db");
  const folder = join(directory.path, "folder");
  Deno.mkdirSync(folder);
  for (const path of [text, missing, folder]) {
    assert.throws(() => openDatabase({ path, now: Date.now }), (error) => {
      assert(error instanceof StoreUnavailable);
      assert(error.message.includes(path), error.message);
      return true;
    });
  }
});
