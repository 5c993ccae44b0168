/**
 * Results of reads that many ask for alike, kept until something is written: whatever is committed, here or by
 * another process, lets go of all of them. So nothing that is read this way is ever older than a plain read.
 */
import type { Connection } from "./sqlite_connection.ts";
import type { Query } from "./store.ts";

type Rows = readonly Record<string, unknown>[];

/** Rows that are kept at most, over all queries: some megabytes. */
const ROWS_MAX = 5000;
/** Queries that are kept at most: also one without rows takes memory. */
const QUERIES_MAX = 2000;

/** Raised by commits of other connections, and only by those: https://sqlite.org/pragma.html#pragma_data_version */
const DATA_VERSION: Query = { sql: "pragma data_version", parameters: [] };

export interface KeptReads {
  /** Rows that are shared with others who ask: they are frozen. */
  all(query: Query): Rows;
  /** This connection has written, or may have. */
  forget(): void;
}

export function createKeptReads(connection: Pick<Connection, "all" | "get">): KeptReads {
  /** By text, then by parameters: the text is hashed once, the parameters are short. */
  const kept = new Map<string, Map<string, Rows>>();
  let rows_count = 0;
  let queries_count = 0;
  let data_version: unknown;

  function all(query: Query): Rows {
    const now = connection.get(DATA_VERSION)!.data_version;
    if (now !== data_version) forget();
    data_version = now;
    let results = kept.get(query.sql);
    if (!results) kept.set(query.sql, results = new Map());
    const key = JSON.stringify(query.parameters);
    const known = results.get(key);
    if (known) return known;
    const rows = connection.all(query);
    for (const row of rows) Object.freeze(row);
    if (rows_count + rows.length > ROWS_MAX || queries_count >= QUERIES_MAX) {
      forget();
      kept.set(query.sql, results = new Map());
    }
    rows_count += rows.length;
    queries_count++;
    results.set(key, Object.freeze(rows));
    return rows;
  }

  function forget(): void {
    if (queries_count === 0) return;
    kept.clear();
    rows_count = 0;
    queries_count = 0;
  }

  return { all, forget };
}
