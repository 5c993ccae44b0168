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
 * - What runs for every message or page is a {@link template}: compiling takes 3 to 40 µs, filling 0.1 µs.
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

// Kysely's own would answer every execution with no rows.
class NoDriver extends DummyDriver {
  override acquireConnection(): Promise<never> {
    throw new Error("a query is run by the store: store.get(read(query…))");
  }
}

/** Where every query begins: `query.selectFrom("users")…`. It has no connection and cannot execute. */
export const query = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new NoDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A query to read with, typed by the row it gives: `store.get(read(query.selectFrom(…)))`. */
export function read<Row>(builder: Compilable<Row>): Query<Row> {
  return compile(builder);
}

/**
 * A query that many ask for alike, as the newest page of a room is: its rows may be kept until something is written.
 * No parameter may be the time of the asking, or no two would be alike.
 */
export function readShared<Row>(builder: Compilable<Row>): Query<Row> {
  return { ...compile(builder), shared: true };
}

/** A statement of a batch that may meet any number of rows. */
export function write<Row>(builder: Compilable<Row>): Statement<Row> {
  return compile(builder);
}

/** A statement that undoes its batch unless it changes (or returns) exactly `rows` rows. */
export function expecting<Row>(rows: number, builder: Compilable<Row>): Statement<Row> {
  return { ...compile(builder), expect: rows };
}

/**
 * A query of one shape that is compiled once and then only filled:
 * `const find = template((p: { id: number }) => read(query.selectFrom(…).where("id", "=", p.id)))`, then
 * `store.get(find({ id: 7 }))`. While the shape is built the values are not known: they may only be passed
 * on to Kysely as parameters, never looked at (`if (p.id)`, `p.name.trim()`).
 */
export function template<Values extends object, Q extends Statement>(
  build: (values: Values) => Q,
): (values: Values) => Q {
  const blanks = new Proxy({}, { get: (_, name) => new Blank(name) }) as Values;
  let compiled: Q | undefined;
  return (values) => {
    compiled ??= build(blanks);
    const parameters = compiled.parameters.map((parameter) =>
      parameter instanceof Blank ? values[parameter.name as keyof Values] : parameter
    );
    return { ...compiled, parameters };
  };
}

/**
 * A template of a query that holds a list, such as `where id in (…)`: one shape for each power of two, the
 * rest filled up with the last item. The list must not be empty.
 */
export function listTemplate<Item, Values extends object, Q extends Statement>(
  build: (list: readonly Item[], values: Values) => Q,
): (list: readonly Item[], values: Values) => Q {
  const sizes = new Map<number, (values: Values & ArrayLike<Item>) => Q>();
  return (list, values) => {
    const size = 2 ** Math.ceil(Math.log2(list.length));
    let fill = sizes.get(size);
    if (!fill) {
      sizes.set(
        size,
        fill = template((all) => build(Array.from({ length: size }, (_, i) => all[i]!), all)),
      );
    }
    const filled = Array.from({ length: size }, (_, i) => list[Math.min(i, list.length - 1)]!);
    return fill({ ...filled, ...values });
  };
}

class Blank {
  constructor(readonly name: string | symbol) {}
  /** What looks at a value does so by one of these; better an error at the first use than a wrong query. */
  [Symbol.toPrimitive](): never {
    throw new TypeError(`the template reads the value of ${String(this.name)}`);
  }
}

// Only text and parameters are kept: a batch in the queue should not hold Kysely's syntax tree.
function compile<Row>(builder: Compilable<Row>): Query<Row> {
  const { sql, parameters } = builder.compile();
  return { sql, parameters };
}
