/**
 * From a path to a store that may be used: lock, migrate, open.
 */
import { DatabaseInUse, holdLock } from "./lock.ts";
import { migrate, type MigrateOptions, type MigrateResult, MigrationRefused } from "./sqlite_migrate.ts";
import { openSqlite, type SqliteOptions } from "./sqlite.ts";
import { type Store, StoreUnavailable } from "./store.ts";

export interface OpenDatabaseOptions extends SqliteOptions, MigrateOptions {
  /** Told what was migrated, for the log. Not called when nothing was. */
  readonly onMigrated?: (result: MigrateResult) => void;
}

/**
 * Opens the database file at `path`, whose directory must exist. `close()` also frees the lock. Throws
 * `DatabaseInUse`, `MigrationRefused` or `StoreUnavailable`, each with a message for the operator.
 */
export function openDatabase(options: OpenDatabaseOptions): Store {
  const lock = usable(options.path, () => holdLock(options.path));
  try {
    const migrated = usable(options.path, () => migrate(options));
    if (migrated.applied.length > 0) options.onMigrated?.(migrated);
    const store = openSqlite(options);
    let closing: Promise<void> | undefined;
    return { ...store, close: () => closing ??= store.close().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

// Errors of the file system and the driver name no file.
function usable<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DatabaseInUse || error instanceof MigrationRefused) throw error;
    throw new StoreUnavailable(`cannot open the database ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
