/**
 * The store: everything above this file knows a database only as `get`, `all` and `batch`.
 *
 * There is no transaction handle on purpose. An atomic unit is one `batch` of statements that the
 * backend runs without giving way to anything else; a transaction kept open across `await` on a shared
 * connection can roll back another request's write.
 */

/** What a column can hold. Integers stay below 2^53; times are epoch milliseconds; JSON is text. */
export type Value = string | number | null | Uint8Array;

/** One SQL query with its parameters, typed by the row it gives. Kysely's `.compile()` yields this shape. */
export interface Query<Row = unknown> {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Many ask for it alike: its rows may be kept until something is written. They are read, and never changed. */
  readonly shared?: true;
  /** Never set: carries the row type. */
  readonly __row?: Row;
}

/** A query inside a batch. */
export interface Statement<Row = unknown> extends Query<Row> {
  /**
   * How many rows it must change (or return, for `select` and `returning`). Another count undoes the
   * whole batch, which then rejects with {@link ExpectationFailed}.
   */
  readonly expect?: number;
}

/** What one statement of a batch did. */
export interface Result {
  /** Rows of a `select` or `returning`; empty otherwise. */
  readonly rows: readonly Record<string, unknown>[];
  /** Rows changed by insert, update or delete. */
  readonly changes: number;
}

/** A database with durable, grouped commits. */
export interface Store {
  /** The first row, or undefined. Sees all committed batches. */
  get<Row>(query: Query<Row>): Promise<Row | undefined>;
  /** All rows; for bounded reads only. */
  all<Row>(query: Query<Row>): Promise<Row[]>;
  /**
   * Runs the statements as one atomic unit. Batches take effect in the order of the calls. The promise
   * resolves after the commit is on disk, one result a statement; it rejects, with nothing changed, with
   * {@link ExpectationFailed}, {@link UniqueViolation} or {@link StoreUnavailable}.
   */
  batch(statements: readonly Statement[]): Promise<Result[]>;
  /** Commits what was handed over, then closes. */
  close(): Promise<void>;
}

/** A statement met another number of rows than it expected. */
export class ExpectationFailed extends Error {
  override name = "ExpectationFailed";
  constructor(readonly index: number, readonly expected: number, readonly actual: number) {
    super(`statement ${index} expected ${expected} rows and met ${actual}`);
  }
}

/** A unique index refused a row. `columns` are `table.column` names. */
export class UniqueViolation extends Error {
  override name = "UniqueViolation";
  constructor(readonly columns: readonly string[]) {
    super(`not unique: ${columns.join(", ")}`);
  }
  /** Whether this column is part of the index that refused. */
  on(column: string): boolean {
    return this.columns.includes(column);
  }
}

/** The disk is full, the file is locked or broken, the commit failed: nothing of the batch was kept. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
}
