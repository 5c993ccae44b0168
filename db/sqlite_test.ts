import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as instance from "./instance.ts";
import { openDatabase } from "./open.ts";
import { query, read } from "./query.ts";
import { openSqlite } from "./sqlite.ts";
import { type Query, StoreUnavailable } from "./store.ts";
import { conformance } from "./testing/conformance.ts";
import { temporaryDatabase, temporaryDirectory } from "./testing/database.ts";

conformance("sqlite", (options) => {
  const database = temporaryDatabase(options);
  return Promise.resolve({
    store: database.store,
    observe: (query) => Promise.resolve(observe(database.path, query)),
    // References checked only at the end: the orphan fails the commit rather than its own statement.
    failingCommit: [
      { sql: "pragma defer_foreign_keys = on", parameters: [] },
      {
        sql: `insert into conversations (id, workspace_id, kind, last_activity_at, created_at)
          values (1, 404, 'group', 0, 0)`,
        parameters: [],
      },
    ],
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  });
});

Deno.test("sqlite: runs with the settings that durability stands on", async () => {
  await using database = temporaryDatabase();
  const pragma = async (name: string) => Object.values((await database.store.get(raw(`pragma ${name}`)))!)[0];
  assert.equal(await pragma("journal_mode"), "wal");
  assert.equal(await pragma("synchronous"), 2);
  assert.equal(await pragma("foreign_keys"), 1);
  assert.equal(await pragma("mmap_size"), 0);
});

Deno.test("sqlite: a full file refuses clearly, keeps nothing of the batch, and recovers", async () => {
  await using database = temporaryDatabase();
  const { store } = database;
  const before = instance.add("before", "1", 0);
  await store.batch([before]);
  const { page_count } = (await store.get(raw<{ page_count: number }>("pragma page_count")))!;
  await store.get(raw(`pragma max_page_count = ${page_count}`));
  const large = instance.add("large", "x".repeat(1_000_000), 0);

  // A batch that fails by its own fault makes the group run apart: there too the full disk is everyone's.
  for (const own of [[], [before]]) {
    const outcomes = await Promise.allSettled([
      store.batch([instance.add("neighbour", "1", 0), ...own]),
      store.batch([instance.add("small", "1", 0), large]),
      store.batch([instance.add("other", "1", 0)]),
    ]);
    for (const outcome of outcomes) {
      assert(outcome.status === "rejected" && outcome.reason instanceof StoreUnavailable);
      assert.match(outcome.reason.message, /disk is full/);
    }
    assert.deepEqual(observe(database.path, names()), [{ name: "before" }]);
  }

  await store.get(raw("pragma max_page_count = 1000000"));
  await store.batch([large]);
  assert.deepEqual(observe(database.path, names()), [{ name: "before" }, { name: "large" }]);
});

Deno.test("sqlite: waits for another process's lock without standing still, in order", async () => {
  await using database = temporaryDatabase();
  const other = new DatabaseSync(database.path);
  other.exec("begin immediate");
  const order: string[] = [];
  const first = database.store.batch([instance.add("first", "1", 0)]).then(() => order.push("first"));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const second = database.store.batch([instance.add("second", "1", 0)]).then(() => order.push("second"));
  assert.deepEqual(await database.store.all(names()), []);
  order.push("read");
  other.exec("rollback");
  other.close();
  await Promise.all([first, second]);
  assert.deepEqual(order, ["read", "first", "second"]);
});

Deno.test("sqlite: refuses everyone who waits when the lock lasts too long, and recovers", async () => {
  await using database = temporaryDatabase({ lockTimeout: 100 });
  const other = new DatabaseSync(database.path);
  other.exec("begin immediate");
  const batches = [1, 2, 3].map((i) => database.store.batch([instance.add(`k${i}`, "1", 0)]));
  for (const batch of batches) {
    await assert.rejects(batch, /StoreUnavailable|Locked: .*locked by another process/);
  }
  for (const batch of batches) await assert.rejects(batch, StoreUnavailable);
  other.exec("rollback");
  other.close();
  await database.store.batch([instance.add("after", "1", 0)]);
  assert.deepEqual(observe(database.path, names()), [{ name: "after" }]);
});

Deno.test("sqlite: close with a held lock refuses what waits instead of hanging", async () => {
  await using database = temporaryDatabase({ lockTimeout: 100 });
  const other = new DatabaseSync(database.path);
  other.exec("begin immediate");
  const waiting = assert.rejects(database.store.batch([instance.add("a", "1", 0)]), StoreUnavailable);
  await database.store.close();
  await waiting;
  other.close();
});

Deno.test("sqlite: close leaves one file without a log", async () => {
  using directory = temporaryDirectory();
  const store = openDatabase({ path: join(directory.path, "peyk.db"), now: Date.now });
  await store.batch([instance.add("a", "1", 0)]);
  await store.close();
  assert.deepEqual([...Deno.readDirSync(directory.path)].map((entry) => entry.name).sort(), [
    "peyk.db",
    "peyk.db.lock",
  ]);
});

Deno.test("sqlite: forgets statements it has not seen for long, and still runs them", async () => {
  await using database = temporaryDatabase();
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 700; i++) {
      assert.deepEqual(await database.store.get(raw(`select ${i} as "i"`)), { i });
    }
  }
});

Deno.test("sqlite: a column added by another statement is not mixed up with those known before", async () => {
  await using database = temporaryDatabase();
  const { store } = database;
  await store.batch([raw("create table t (a)"), raw("insert into t values (1)")]);
  assert.deepEqual(await store.get(raw("select * from t")), { a: 1 });
  await store.batch([raw("alter table t add column b default 2")]);
  assert.deepEqual(await store.get(raw("select * from t")), { a: 1, b: 2 });
});

Deno.test("sqlite: a file that is no database, or a folder that is not there, is refused clearly", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "text.db");
  Deno.writeTextFileSync(path, "no database at all, but long enough to look like one".repeat(40));
  assert.throws(() => openSqlite({ path }), (error) => {
    assert(error instanceof StoreUnavailable);
    assert.match(error.message, /cannot open the database .*text\.db: file is not a database/);
    return true;
  });
  assert.throws(() => openSqlite({ path: join(directory.path, "none", "a.db") }), StoreUnavailable);
});

Deno.test("sqlite: a damaged page answers with StoreUnavailable, and the store goes on", async () => {
  await using database = temporaryDatabase();
  const { store, path } = database;
  await store.batch([instance.add("a", "1", 0)]);
  const { rootpage } =
    (await store.get(raw<{ rootpage: number }>("select rootpage from sqlite_schema where name = 'audit'")))!;
  await store.get(raw("pragma wal_checkpoint(truncate)"));
  using file = Deno.openSync(path, { write: true });
  file.seekSync((rootpage - 1) * 4096, Deno.SeekMode.Start);
  file.writeSync(new Uint8Array(4096).fill(0xff));
  const other = openSqlite({ path });
  await assert.rejects(other.all(raw("select * from audit")), (error) => {
    assert(error instanceof StoreUnavailable);
    assert.match(error.message, /damaged/);
    return true;
  });
  await other.batch([instance.set("a", "2", 0)]);
  assert.deepEqual(await other.get(instance.get("a")), { value: "2" });
  await other.close();
});

function raw<Row>(sql: string): Query<Row> {
  return { sql, parameters: [] };
}

function names(): Query<{ name: string }> {
  return read(query.selectFrom("instance").select("name").orderBy("name"));
}

function observe<Row>(path: string, { sql, parameters }: Query<Row>): Row[] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    return db.prepare(sql).all(...parameters as string[]).map((row) => ({ ...row })) as Row[];
  } finally {
    db.close();
  }
}
