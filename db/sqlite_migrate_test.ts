import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrate, MigrationRefused, toSqlite } from "./sqlite_migrate.ts";
import { type Migration, migrations as ours } from "./migrations.ts";
import { temporaryDirectory } from "./testing/database.ts";

const first: Migration = {
  name: "0001_first",
  sql: "create table t (id bigint primary key, a text not null);",
};
const second: Migration = {
  name: "0002_second",
  sql: "alter table t add column b text;\ncreate index t_b on t (b);",
};
const now = () => Date.UTC(2026, 0, 2, 3, 4, 5, 678);

Deno.test("the migrations of the program are all there, numbered without gaps, and leave transactions alone", () => {
  const files = [...Deno.readDirSync(new URL("./migrations/", import.meta.url))].map((entry) => entry.name)
    .sort();
  assert.deepEqual(ours.map((migration) => `${migration.name}.sql`), files);
  ours.forEach((migration, index) => {
    assert.equal(Number(migration.name.slice(0, 4)), index + 1);
    assert.equal(
      migration.sql,
      Deno.readTextFileSync(new URL(`./migrations/${migration.name}.sql`, import.meta.url)),
    );
    assert.doesNotMatch(migration.sql, /(^|;)\s*(begin|commit|end|rollback|pragma)\b/im);
  });
});

Deno.test("an empty database gets everything, a second run does nothing", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  assert.deepEqual(migrate({ path, now, migrations: [first, second] }), {
    applied: ["0001_first", "0002_second"],
    snapshot: null,
  });
  assert.deepEqual(migrate({ path, now, migrations: [first, second] }), { applied: [], snapshot: null });
  assert.deepEqual(files(directory.path), ["peyk.db"]);
  assert.deepEqual(rows(path, "select name, length(checksum) as length, applied_at from migrations"), [
    { name: "0001_first", length: 64, applied_at: now() },
    { name: "0002_second", length: 64, applied_at: now() },
  ]);
});

Deno.test("what is missing is applied to what is there, after a snapshot of it", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  migrate({ path, now, migrations: [first] });
  run(path, "insert into t values (1, 'kept')");
  const copy = join(directory.path, "peyk.db.before-0002-2026-01-02T030405Z");
  assert.deepEqual(migrate({ path, now, migrations: [first, second] }), {
    applied: ["0002_second"],
    snapshot: copy,
  });
  assert.deepEqual(rows(path, "select * from t"), [{ id: 1, a: "kept", b: null }]);
  assert.deepEqual(rows(copy, "select * from t"), [{ id: 1, a: "kept" }]);
  assert.deepEqual(rows(copy, "select name from migrations"), [{ name: "0001_first" }]);
});

Deno.test("only the newest snapshots are kept, and no other file is touched", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  for (const other of ["peyk.db.bak", "other.db.before-0001-x"]) {
    Deno.writeTextFileSync(join(directory.path, other), "");
  }
  const many = Array.from(
    { length: 6 },
    (_, i) => ({ name: `000${i + 1}_n`, sql: `create table t${i} (a text);` }),
  );
  for (let i = 1; i <= 6; i++) migrate({ path, now, migrations: many.slice(0, i), keepSnapshots: 2 });
  assert.deepEqual(files(directory.path), [
    "other.db.before-0001-x",
    "peyk.db",
    "peyk.db.bak",
    "peyk.db.before-0005-2026-01-02T030405Z",
    "peyk.db.before-0006-2026-01-02T030405Z",
  ]);
});

Deno.test("a migration that fails leaves what was before it, and says which and where the snapshot is", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  migrate({ path, now, migrations: [first] });
  run(path, "insert into t values (1, 'kept')");
  const failing: Migration[] = [
    {
      name: "0002_bad",
      sql: "alter table t add column b text;\nupdate t set a = 'lost';\ninsert into missing values (1);",
    },
    {
      name: "0002_bad",
      sql: "create table child (t bigint references t (id)); insert into child values (404);",
    },
  ];
  for (const bad of failing) {
    assert.throws(() => migrate({ path, now, migrations: [first, bad] }), (error) => {
      assert(error instanceof MigrationRefused);
      assert.match(
        error.message,
        /^The migration 0002_bad failed and was undone: .*\. A snapshot from before is in .*before-0002-/,
      );
      return true;
    });
    assert.deepEqual(rows(path, "select * from t"), [{ id: 1, a: "kept" }]);
    assert.deepEqual(rows(path, "select name from migrations"), [{ name: "0001_first" }]);
  }
});

Deno.test("of several, those before the failing one stay", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  const third = { name: "0003_bad", sql: "drop table nowhere;" };
  assert.throws(() => migrate({ path, now, migrations: [first, second, third] }), MigrationRefused);
  assert.deepEqual(rows(path, "select name from migrations"), [{ name: "0001_first" }, {
    name: "0002_second",
  }]);
});

Deno.test("a process killed in the middle leaves the last whole migration, and the next run goes on", async () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  const endless =
    `insert into t with recursive n (i) as (select 1 union all select i + 1 from n) select i, 'x' from n;`;
  const code = `const { migrate } = await import("${new URL("./sqlite_migrate.ts", import.meta.url).href}");
    migrate({ path: ${JSON.stringify(path)}, now: () => 0, migrations: ${
    JSON.stringify([first, { name: "0002_endless", sql: endless }])
  } });`;
  const process = new Deno.Command(Deno.execPath(), { args: ["eval", code], stderr: "inherit" }).spawn();
  // Once the first is recorded, the second is running, and it never ends.
  while (!recorded(path)) await new Promise((resolve) => setTimeout(resolve, 20));
  process.kill("SIGKILL");
  await process.status;

  assert.deepEqual(migrate({ path, now, migrations: [first, second] }).applied, ["0002_second"]);
  assert.deepEqual(rows(path, "select count(*) as n from t"), [{ n: 0 }]);
});

Deno.test("a database newer than the program is refused and not touched", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  migrate({ path, now, migrations: [first, second] });
  assert.throws(() => migrate({ path, now, migrations: [first] }), (error) => {
    assert(error instanceof MigrationRefused);
    assert.match(
      error.message,
      /newer version of this program \(it has 0002_second, this one ends at 0001_first\)/,
    );
    return true;
  });
  assert.deepEqual(files(directory.path), ["peyk.db"]);
});

Deno.test("an edited, renamed or skipped migration is refused; line endings may change", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  migrate({ path, now, migrations: [first, second] });
  const refused = (migrations: Migration[], reason: RegExp) =>
    assert.throws(() => migrate({ path, now, migrations }), (error) => {
      assert(error instanceof MigrationRefused);
      assert.match(error.message, reason);
      return true;
    });
  refused([{ ...first, sql: first.sql + " " }, second], /0001_first is not the one that was applied/);
  refused(
    [{ ...first, name: "0001_other" }, second],
    /has the migration 0001_first where this program has 0001_other/,
  );
  const between = { name: "0001_zz", sql: "create table u (a text)" };
  refused([first, between, second], /has the migration 0002_second where this program has 0001_zz/);
  const crlf = { ...second, sql: second.sql.replaceAll("\n", "\r\n") };
  assert.deepEqual(migrate({ path, now, migrations: [first, crlf] }).applied, []);
});

Deno.test("a database of another program is refused and not touched", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  run(path, "create table bookmarks (url text)");
  assert.throws(() => migrate({ path, now, migrations: [first] }), /database of another program/);
  assert.deepEqual(rows(path, "select name from sqlite_schema"), [{ name: "bookmarks" }]);
});

Deno.test("a table others point to can be rebuilt", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  const child = { name: "0002_child", sql: "create table child (t bigint not null references t (id));" };
  const rebuild = {
    name: "0003_rebuild",
    sql: `create table t_new (id bigint primary key, a text not null default '');
      insert into t_new select id, a from t; drop table t; alter table t_new rename to t;`,
  };
  migrate({ path, now, migrations: [first, child] });
  run(path, "insert into t values (1, 'a'); insert into child values (1)");
  migrate({ path, now, migrations: [first, child, rebuild] });
  assert.deepEqual(rows(path, "select t.a from child join t on t.id = child.t"), [{ a: "a" }]);
});

Deno.test("portable keys become keys of the row, and nothing else changes", () => {
  assert.equal(toSqlite("id bigint primary key,"), "id integer primary key,");
  assert.equal(
    toSqlite("cursor BIGINT generated always\n as identity primary key"),
    "cursor integer primary key autoincrement",
  );
  const untouched = "a bigint not null, b bigint references t (id), primary key (a, b)";
  assert.equal(toSqlite(untouched), untouched);
});

function run(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}

function rows(path: string, sql: string): Record<string, unknown>[] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    return db.prepare(sql).all().map((row) => ({ ...row }));
  } finally {
    db.close();
  }
}

function recorded(path: string): boolean {
  try {
    return rows(path, "select name from migrations").length > 0;
  } catch {
    return false; // Not there yet.
  }
}

function files(directory: string): string[] {
  return [...Deno.readDirSync(directory)].map((entry) => entry.name).sort();
}
