/**
 * Writes and types SQL; never runs it.
 *
 * Style of the files `db/<aggregate>.ts`, for all of them:
 * - They export plain functions that return a `Query` (to read) or a `Statement` (to write). Services run
 *   them: `store.all(changes.after(cursor, 100))`, `store.batch([messages.insert(row), changes.append(…)])`.
 * - Imported as a namespace (`import * as changes from "@/db/changes.ts"`), so names need no prefix.
 * - They take the workspace or actor whose rows they may touch as a parameter and put it in the `where`.
 * - A write that must meet a row says so with `expecting(1, …)`, never by reading first.
 * - Select columns by name: with `selectAll()` a column added later (a hash, an address) leaks by itself.
 * - Lists are bounded by `limit` and paged by key (`where id < before`), never by a large offset.
 * - Only SQL that SQLite and PostgreSQL both know: `on conflict`, `returning`, no `datetime()`, no
 *   `insert or replace`. `?` placeholders and quoted names are translated by a backend that wants others.
 */
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Schema } from "./schema.ts";
import type { Query, Statement } from "./store.ts";

export { sql } from "kysely";

/** Where every query begins: `query.selectFrom("users")…`. It has no connection and cannot execute. */
export const query = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A query to read with, typed by the row it gives: `store.get(read(query.selectFrom(…)))`. */
export function read<Row>(builder: Compilable<Row>): Query<Row> {
  return compile(builder);
}

/** A statement of a batch that may meet any number of rows. */
export function write<Row>(builder: Compilable<Row>): Statement<Row> {
  return compile(builder);
}

/** A statement that undoes its batch unless it changes (or returns) exactly `rows` rows. */
export function expecting<Row>(rows: number, builder: Compilable<Row>): Statement<Row> {
  return { ...compile(builder), expect: rows };
}

// Only text and parameters are kept: a batch in the queue should not hold Kysely's syntax tree.
function compile<Row>(builder: Compilable<Row>): Query<Row> {
  const { sql, parameters } = builder.compile();
  return { sql, parameters };
}
