/**
 * The store on one SQLite file, in this process: every call runs at once and to its end, so nothing can
 * come between the statements of a batch.
 */
import { type Committed, createGroupCommit, Locked, type Outcome } from "./group_commit.ts";
import { createKeptReads } from "./kept_reads.ts";
import { connect, type Connection, isBusy } from "./sqlite_connection.ts";
import {
  ExpectationFailed,
  type Query,
  type Result,
  type Statement,
  type Store,
  StoreUnavailable,
} from "./store.ts";

export interface SqliteOptions {
  /** The database file; made when absent. */
  readonly path: string;
  /** How many batches may wait for a commit before more are refused with {@link StoreUnavailable}. */
  readonly maxWaiting?: number;
  /** How long batches wait while another process holds the write lock, in milliseconds. */
  readonly lockTimeout?: number;
}

/** Opens the store. The schema must stand already: see `db/open.ts`. Throws {@link StoreUnavailable}. */
export function openSqlite({ path, maxWaiting = 10_000, lockTimeout = 5_000 }: SqliteOptions): Store {
  const connection = connect(path);
  const kept = createKeptReads(connection);
  const groups = createGroupCommit((group) => {
    try {
      return commitGroup(connection, group);
    } finally {
      // Before anybody hears of it.
      kept.forget();
    }
  }, { maxWaiting, lockTimeout });
  let closing: Promise<void> | undefined;

  // Asynchronous, so that a failure is always a rejection and never a throw.
  // deno-lint-ignore require-await
  async function get<Row>(query: Query<Row>): Promise<Row | undefined> {
    if (closing) throw new StoreUnavailable("the store is closed");
    return connection.get(query) as Row | undefined;
  }

  // deno-lint-ignore require-await
  async function all<Row>(query: Query<Row>): Promise<Row[]> {
    if (closing) throw new StoreUnavailable("the store is closed");
    return (query.shared ? kept.all(query) : connection.all(query)) as Row[];
  }

  async function close(): Promise<void> {
    await groups.close();
    connection.close();
  }

  return { get, all, batch: groups.add, close: () => closing ??= close() };
}

const BEGIN = command("begin immediate");
const COMMIT = command("commit");
const ROLLBACK = command("rollback");
const SAVEPOINT = command("savepoint batch");
const RELEASE = command("release batch");
const UNDO = command("rollback to batch");

function command(sql: string): Query {
  return { sql, parameters: [] };
}

// A savepoint around each batch costs four tenths of the throughput, and batches seldom fail: so a group is
// tried without, and run again with savepoints when one of its batches failed.
function commitGroup(connection: Connection, group: readonly (readonly Statement[])[]): Committed {
  try {
    return transaction(connection, () => group.map((batch) => runBatch(connection, batch)));
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    if (group.length === 1) return { outcomes: [error as Error], commitTime: 0 };
    return transaction(connection, () => group.map((batch) => runApart(connection, batch)));
  }
}

function transaction(connection: Connection, work: () => Outcome[]): Committed {
  begin(connection);
  try {
    const outcomes = work();
    const began = performance.now();
    commit(connection);
    return { outcomes, commitTime: performance.now() - began };
  } catch (error) {
    // Some failures (disk full, I/O) have already rolled back.
    if (connection.inTransaction) connection.run(ROLLBACK);
    throw error;
  }
}

function begin(connection: Connection): void {
  try {
    connection.run(BEGIN);
  } catch (error) {
    throw isBusy(error) ? new Locked("the database is locked by another process", { cause: error }) : error;
  }
}

// A commit that fails is nobody's own fault, whatever the error: the whole group is refused.
function commit(connection: Connection): void {
  try {
    connection.run(COMMIT);
  } catch (error) {
    throw error instanceof StoreUnavailable
      ? error
      : new StoreUnavailable("the commit failed", { cause: error });
  }
}

function runApart(connection: Connection, batch: readonly Statement[]): Outcome {
  connection.run(SAVEPOINT);
  try {
    const results = runBatch(connection, batch);
    connection.run(RELEASE);
    return results;
  } catch (error) {
    // What harms the whole file, or has rolled back the whole transaction, is no fault of this batch alone.
    if (error instanceof StoreUnavailable || !connection.inTransaction) throw error;
    connection.run(UNDO);
    connection.run(RELEASE);
    return error as Error;
  }
}

function runBatch(connection: Connection, batch: readonly Statement[]): Result[] {
  return batch.map((statement, index) => {
    const result = connection.run(statement);
    const met = Math.max(result.rows.length, result.changes);
    if (statement.expect !== undefined && statement.expect !== met) {
      throw new ExpectationFailed(index, statement.expect, met);
    }
    return result;
  });
}
