/**
 * Brings a SQLite file to the schema of this program.
 */
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Migration, migrations as ours } from "./migrations.ts";
import { snapshot } from "./sqlite_snapshot.ts";

/** The database was left as it was; the message says why and what to do, for the operator. */
export class MigrationRefused extends Error {
  override name = "MigrationRefused";
}

export interface MigrateOptions {
  /** The database file; made when absent. Nobody else may have it open: hold its lock first. */
  readonly path: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Oldest first; this program's own unless given. */
  readonly migrations?: readonly Migration[];
  /** How many snapshots of earlier migrations stay beside the file. */
  readonly keepSnapshots?: number;
}

export interface MigrateResult {
  /** Names of what was applied now, oldest first. */
  readonly applied: readonly string[];
  /** The copy made before, if the database held anything. */
  readonly snapshot: string | null;
}

/**
 * Applies what is missing, in order, each in one transaction with its record. A crash or an error leaves
 * the database at the last complete one. Throws {@link MigrationRefused} when the database is newer than
 * this program, is not ours, an applied migration was edited, or one fails.
 */
export function migrate({ path, now, migrations = ours, keepSnapshots = 3 }: MigrateOptions): MigrateResult {
  const db = new DatabaseSync(path);
  try {
    db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma fullfsync = on");
    const applied = readApplied(db, path);
    const missing = compare(applied, migrations, path);
    if (missing.length === 0) return { applied: [], snapshot: null };

    const copy = applied.length > 0 ? keepSnapshot(path, missing[0]!, now(), keepSnapshots) : null;
    for (const migration of missing) apply(db, migration, now(), copy);
    return { applied: missing.map((migration) => migration.name), snapshot: copy };
  } finally {
    db.close();
  }
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

function readApplied(db: DatabaseSync, path: string): Applied[] {
  const tables = db.prepare("select name from sqlite_schema where type = 'table'").all().map((row) =>
    row.name
  );
  if (tables.length === 0) return [];
  if (!tables.includes("migrations")) {
    throw new MigrationRefused(`${path} is a database of another program. Give this one another DATA_DIR.`);
  }
  return db.prepare("select name, checksum from migrations order by name").all() as unknown as Applied[];
}

function compare(
  applied: readonly Applied[],
  migrations: readonly Migration[],
  path: string,
): readonly Migration[] {
  const newest = migrations.at(-1)?.name ?? "";
  applied.forEach(({ name, checksum: recorded }, index) => {
    const migration = migrations[index];
    if (name > newest) {
      throw new MigrationRefused(
        `${path} was written by a newer version of this program (it has ${name}, this one ends at ${newest}). ` +
          "Run that version or a later one, or restore the snapshot made before the upgrade.",
      );
    }
    if (migration?.name !== name) {
      throw new MigrationRefused(
        `${path} has the migration ${name} where this program has ${migration?.name ?? "none"}. ` +
          "Run the version that last used it.",
      );
    }
    if (checksum(migration) !== recorded) {
      throw new MigrationRefused(
        `The migration ${name} is not the one that was applied to ${path}: its text was changed afterwards. ` +
          "Restore the original text, and put the change into a new migration.",
      );
    }
  });
  return migrations.slice(applied.length);
}

// Line endings do not count: a checkout may change them.
function checksum({ sql }: Migration): string {
  return createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex");
}

function keepSnapshot(path: string, next: Migration, now: number, keep: number): string {
  const directory = dirname(path);
  const prefix = `${basename(path)}.before-`;
  // The number first, the time second: names in order are snapshots in order.
  const time = new Date(now).toISOString().replace(/\.\d+Z$/, "Z").replaceAll(":", "");
  const copy = join(directory, `${prefix}${next.name.slice(0, 4)}-${time}`);
  try {
    snapshot(path, copy);
  } catch (error) {
    throw new MigrationRefused(
      `The snapshot before the migration could not be written to ${copy} (${(error as Error).message}). ` +
        "The database was not touched. Make room beside it and start again.",
      { cause: error },
    );
  }
  const names = [...Deno.readDirSync(directory)].map((entry) => entry.name)
    .filter((name) => name.startsWith(prefix)).sort();
  for (const name of names.slice(0, Math.max(0, names.length - keep))) Deno.removeSync(join(directory, name));
  return copy;
}

const RECORDS = `create table if not exists migrations (
  name text primary key,
  checksum text not null,
  applied_at bigint not null
)`;

function apply(db: DatabaseSync, migration: Migration, now: number, copy: string | null): void {
  // Rebuilding a table drops it while others point to it: then references are checked at the end instead.
  // (Not always, because that reads every row of the database.)
  const rebuilds = /\bdrop\s+table\b/i.test(migration.sql);
  db.exec(`pragma foreign_keys = ${rebuilds ? "off" : "on"}`);
  db.exec("begin immediate");
  try {
    db.exec(RECORDS);
    db.exec(toSqlite(migration.sql));
    const broken = rebuilds && db.prepare("pragma foreign_key_check").get();
    if (broken) throw new Error(`rows of ${broken.table} point to missing rows of ${broken.parent}`);
    db.prepare("insert into migrations (name, checksum, applied_at) values (?, ?, ?)")
      .run(migration.name, checksum(migration), now);
    db.exec("commit");
  } catch (error) {
    if (db.isTransaction) db.exec("rollback");
    throw new MigrationRefused(
      `The migration ${migration.name} failed and was undone: ${(error as Error).message}.` +
        (copy ? ` A snapshot from before is in ${copy}.` : ""),
      { cause: error },
    );
  }
}

/** The portable DDL as SQLite wants it: there only an `integer primary key` is the row's own key. */
export function toSqlite(sql: string): string {
  return sql
    .replace(
      /\bbigint\s+generated\s+always\s+as\s+identity\s+primary\s+key\b/gi,
      "integer primary key autoincrement",
    )
    .replace(/\bbigint\s+primary\s+key\b/gi, "integer primary key");
}
