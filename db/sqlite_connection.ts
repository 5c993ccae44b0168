/**
 * One connection to a SQLite file: its settings, its prepared statements, its errors in our words.
 */
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { type Query, type Result, StoreUnavailable, UniqueViolation } from "./store.ts";

export interface Connection {
  /** All rows of a query. Throws {@link UniqueViolation}, {@link StoreUnavailable} or the database's error. */
  all(query: Query): Record<string, unknown>[];
  get(query: Query): Record<string, unknown> | undefined;
  run(query: Query): Result;
  /** Whether a transaction is open: some failures roll it back by themselves. */
  readonly inTransaction: boolean;
  close(): void;
}

const CACHE_KIB = 64 * 1024;
const BUSY_TIMEOUT_MS = 50;

// What each is for:
// - wal, full: a commit is one append and one fsync, and survives a power cut (fullfsync: on macOS too).
// - temp_store: statement journals of savepoints stay in memory.
// - wal_autocheckpoint: 16 MB between checkpoints, four times fewer stalls than the default.
// - journal_size_limit: a log that grew under a long reader is cut back afterwards.
// - no mmap: with it a disk error is a SIGBUS that kills the process instead of an error.
// busy_timeout stands still the whole process, so it is short; the queue waits longer without blocking.
const SETTINGS = `
  pragma busy_timeout = ${BUSY_TIMEOUT_MS};
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma fullfsync = on;
  pragma checkpoint_fullfsync = on;
  pragma foreign_keys = on;
  pragma temp_store = memory;
  pragma cache_size = -${CACHE_KIB};
  pragma mmap_size = 0;
  pragma wal_autocheckpoint = 4000;
  pragma journal_size_limit = 67108864;
`;

/** Opens (and makes, if need be) the file. Throws {@link StoreUnavailable} when it cannot be used. */
export function connect(path: string): Connection {
  const db = open(path);
  let prepare = createStatementCache(db);

  return {
    all: (query) =>
      translated(() => {
        const statement = prepare(query.sql);
        return toRows(statement, statement.all(...bindable(query)));
      }),
    get: (query) =>
      translated(() => {
        const statement = prepare(query.sql);
        const values = statement.get(...bindable(query));
        return values && toRow(statement.names, values);
      }),
    run: (query) =>
      translated(() => {
        const statement = prepare(query.sql);
        if (statement.names.length === 0) {
          const changes = statement.run(...bindable(query));
          // `select *` known from before would go on without the new column.
          if (statement.altersSchema) prepare = createStatementCache(db);
          return { rows: [], changes };
        }
        const rows = toRows(statement, statement.all(...bindable(query)));
        return { rows, changes: statement.returning ? rows.length : 0 };
      }),
    get inTransaction() {
      return db.isTransaction;
    },
    close: () => db.close(),
  };
}

function open(path: string): DatabaseSync {
  try {
    const db = new DatabaseSync(path);
    db.exec(SETTINGS);
    return db;
  } catch (error) {
    throw new StoreUnavailable(`cannot open the database ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

interface Prepared {
  /** Columns of its rows; empty for a statement that gives none. */
  readonly names: readonly string[];
  readonly returning: boolean;
  readonly altersSchema: boolean;
  all(...parameters: SQLInputValue[]): SQLOutputValue[][];
  get(...parameters: SQLInputValue[]): SQLOutputValue[] | undefined;
  run(...parameters: SQLInputValue[]): number;
}

const CACHE_GENERATION = 256;

// Statements by their text, in two generations: what was not asked for while 256 others were is forgotten.
// That bounds memory like an LRU list, without reordering anything on a hit.
function createStatementCache(db: DatabaseSync): (sql: string) => Prepared {
  let young = new Map<string, Prepared>();
  let old = new Map<string, Prepared>();
  return (sql) => {
    let statement = young.get(sql);
    if (statement) return statement;
    statement = old.get(sql) ?? prepare(db, sql);
    if (young.size >= CACHE_GENERATION) {
      old = young;
      young = new Map();
    }
    young.set(sql, statement);
    return statement;
  };
}

// Missing from the bundled types of node:sqlite.
type ArraysStatement = StatementSync & { setReturnArrays(enabled: boolean): void };

function prepare(db: DatabaseSync, sql: string): Prepared {
  const statement = db.prepare(sql) as ArraysStatement;
  const names = statement.columns().map((column) => column.name);
  // Rows as arrays, made into objects by us, are a third faster than node:sqlite's own objects, which have
  // no prototype and are stored as dictionaries.
  statement.setReturnArrays(true);
  return {
    names,
    returning: /\breturning\b/i.test(sql),
    altersSchema: /^\s*(create|alter|drop)\b/i.test(sql),
    all: (...parameters) => statement.all(...parameters) as unknown as SQLOutputValue[][],
    get: (...parameters) => statement.get(...parameters) as unknown as SQLOutputValue[] | undefined,
    run: (...parameters) => statement.run(...parameters).changes as number,
  };
}

function bindable(query: Query): SQLInputValue[] {
  // node:sqlite takes an object in the first place for named parameters, and would bind NULL for a Date.
  const first = query.parameters[0];
  if (typeof first === "object" && first !== null && !(first instanceof Uint8Array)) {
    throw new TypeError("a parameter must be a string, number, null or Uint8Array");
  }
  return query.parameters as SQLInputValue[];
}

function toRows(statement: Prepared, rows: readonly SQLOutputValue[][]): Record<string, unknown>[] {
  return rows.map((values) => toRow(statement.names, values));
}

function toRow(names: readonly string[], values: readonly SQLOutputValue[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < names.length; i++) row[names[i]!] = values[i];
  return row;
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translate(error);
  }
}

// https://sqlite.org/rescode.html: the low byte is the primary code.
const UNAVAILABLE = new Map([
  [5, "the database is locked by another process"],
  [6, "the database is locked"],
  [7, "out of memory"],
  [8, "the database is read-only"],
  [10, "the disk failed"],
  [11, "the database file is damaged"],
  [13, "the disk is full"],
  [14, "the database file cannot be opened"],
  [26, "the file is not a database"],
]);
const UNIQUE = new Set([2067, 1555, 2579]); // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY, _ROWID

function translate(error: unknown): unknown {
  const code = (error as { errcode?: unknown }).errcode;
  if (typeof code !== "number") return error;
  const message = (error as Error).message;
  if (UNIQUE.has(code)) return new UniqueViolation(message.replace(/^.*?: /, "").split(", "));
  const reason = UNAVAILABLE.get(code & 0xff);
  return reason ? new StoreUnavailable(reason, { cause: error }) : error;
}

/** Whether an error of this connection says that another one holds the lock. */
export function isBusy(error: unknown): boolean {
  const cause = (error as Error).cause as { errcode?: number } | undefined;
  return ((cause?.errcode ?? 0) & 0xff) === 5;
}
