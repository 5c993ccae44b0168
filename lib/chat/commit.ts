import { AppError } from "@/lib/protocol/errors.ts";
import { ExpectationFailed, StoreUnavailable } from "@/db/store.ts";
import type { Result, Statement, Store } from "@/db/store.ts";

/**
 * Hands one batch to the store. `done` runs once it is on disk, before whoever awaits the promise hears of
 * it, and in the order of commits: what emits, emits in `done` and nowhere else. A step more between commit
 * and emit on one way than on another would let a later change overtake an earlier one.
 */
export type Commit = <T>(
  statements: readonly Statement[],
  done: (results: readonly Result[]) => T,
) => Promise<T>;

export function createCommit(store: Store): Commit {
  return (statements, done) => store.batch(statements).then(done);
}

/** When to try again, in seconds. */
const RETRY_AFTER = 5;

/** The store for the core: a disk or file that fails is `unavailable` to people, with its reason as cause. */
export function refusing(store: Store): Store {
  const refuse = (error: unknown): never => {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw Object.assign(new AppError("unavailable", { seconds: RETRY_AFTER }), { cause: error });
  };
  return {
    get: (query) => store.get(query).catch(refuse),
    all: (query) => store.all(query).catch(refuse),
    batch: (statements) => store.batch(statements).catch(refuse),
    close: () => store.close(),
  };
}

/** The first row that a statement of a batch gave. */
export function rowOf<Row>(result: Result | undefined): Row {
  return rowsOf<Row>(result!)[0]!;
}

export function rowsOf<Row>(result: Result): readonly Row[] {
  return result.rows as readonly unknown[] as readonly Row[];
}

/**
 * Runs an act once more from its checks when what they had found was gone by the time of writing: then the
 * checks say what to answer.
 */
export async function twice<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ExpectationFailed)) throw error;
    }
  }
  throw new AppError("conflict");
}
