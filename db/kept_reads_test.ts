import assert from "node:assert/strict";
import { openSqlite } from "./sqlite.ts";
import { connect } from "./sqlite_connection.ts";
import { createKeptReads } from "./kept_reads.ts";
import type { Query } from "./store.ts";

interface Row {
  id: number;
  name: string;
}

const shared = (sql: string, ...parameters: unknown[]): Query<Row> => ({ sql, parameters, shared: true });
const plain = (sql: string, ...parameters: unknown[]) => ({ sql, parameters });
const ALL = "select id, name from things where id > ? order by id";

async function withFile<T>(work: (path: string) => Promise<T>): Promise<T> {
  const dir = await Deno.makeTempDir();
  try {
    const path = `${dir}/kept.db`;
    const connection = connect(path);
    connection.run(plain("create table things (id integer primary key, name text) strict"));
    connection.run(plain("insert into things values (1, 'one'), (2, 'two')"));
    connection.close();
    return await work(path);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

Deno.test("what is read alike is read once, until something is written", () =>
  withFile(async (path) => {
    const store = openSqlite({ path });
    const first = await store.all(shared(ALL, 0));
    assert.equal(await store.all(shared(ALL, 0)), first);
    assert.notEqual(await store.all(shared(ALL, 1)), first);
    assert.deepEqual((await store.all(shared(ALL, 1))).map(({ id }) => id), [2]);

    await store.batch([plain("update things set name = 'eins' where id = 1")]);
    assert.deepEqual((await store.all(shared(ALL, 0))).map(({ name }) => name), ["eins", "two"]);
    // Nothing was kept of a batch that was undone.
    const before = await store.all(shared(ALL, 0));
    await assert.rejects(store.batch([{ ...plain("delete from things where id = 9"), expect: 1 }]));
    assert.deepEqual(await store.all(shared(ALL, 0)), before);
    await store.close();
  }));

Deno.test("whoever hears of a commit reads what it wrote, also where many read between", () =>
  withFile(async (path) => {
    const store = openSqlite({ path });
    for (let n = 0; n < 50; n++) {
      const written = store.batch([plain("update things set name = ? where id = 1", `name ${n}`)]);
      await Promise.all([store.all(shared(ALL, 0)), store.all(shared(ALL, 0))]);
      await written;
      assert.equal((await store.all(shared(ALL, 0)))[0]!.name, `name ${n}`);
    }
    await store.close();
  }));

Deno.test("what another process writes is seen at once", () =>
  withFile(async (path) => {
    const store = openSqlite({ path });
    await store.all(shared(ALL, 0));
    const other = connect(path);
    other.run(plain("update things set name = 'from elsewhere' where id = 2"));
    other.close();
    assert.equal((await store.all(shared(ALL, 0)))[1]!.name, "from elsewhere");
    await store.close();
  }));

Deno.test("rows that others share cannot be changed", () =>
  withFile(async (path) => {
    const store = openSqlite({ path });
    const rows = await store.all(shared(ALL, 0));
    assert.throws(() => rows[0]!.name = "mine", TypeError);
    assert.throws(() => rows.reverse(), TypeError);
    assert.equal((await store.all(plain(ALL, 0)) as Row[])[0]!.name, "one");
    await store.close();
  }));

Deno.test("what is kept is bounded, by rows and by queries", () => {
  let reads = 0;
  const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));
  const kept = createKeptReads({
    get: () => ({ data_version: 1 }),
    all: ({ parameters: [count] }) => (reads++, rows(count as number)),
  });
  const ask = (count: number, n = 0) => kept.all({ sql: ALL, parameters: [count, n] });
  ask(4000);
  ask(4000);
  assert.equal(reads, 1);
  ask(2000, 1);
  ask(4000);
  assert.equal(reads, 3, "one had to go for the other");
  reads = 0;
  for (let n = 0; n < 5000; n++) ask(0, n);
  ask(0, 0);
  assert.equal(reads, 5001, "of thousands the first is gone");
  ask(0, 4999);
  assert.equal(reads, 5001, "the last is there");
});
