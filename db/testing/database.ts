/**
 * Databases for tests: a real file with the real schema in a folder of its own.
 */
import { join } from "node:path";
import { openDatabase, type OpenDatabaseOptions } from "../open.ts";
import type { Store } from "../store.ts";

export interface TestDatabase extends AsyncDisposable {
  readonly store: Store;
  readonly path: string;
}

/** `await using db = temporaryDatabase()`: closed and removed at the end of the block. */
export function temporaryDatabase(options: Partial<OpenDatabaseOptions> = {}): TestDatabase {
  const directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  const store = openDatabase({ path, now: Date.now, ...options });
  return {
    store,
    path,
    async [Symbol.asyncDispose]() {
      await store.close();
      directory[Symbol.dispose]();
    },
  };
}

/** `using directory = temporaryDirectory()`: removed with everything in it at the end of the block. */
export function temporaryDirectory(): Disposable & { readonly path: string } {
  const path = Deno.makeTempDirSync({ prefix: "peyk-" });
  return { path, [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }) };
}
