/**
 * Copies of a database in use.
 */
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Writes a consistent copy of the database `from` as one compacted file `to`. It reads what was committed
 * when it began, and writers go on meanwhile; the calling thread stands still, so on a live server it
 * belongs in a Worker. `to` exists only once it is complete and on disk; an older file there is replaced.
 * Throws the database's error when there is no room, and then leaves nothing behind.
 */
export function snapshot(from: string, to: string): void {
  const partial = `${to}.partial`;
  removeIfThere(partial);
  const db = new DatabaseSync(from, { readOnly: true });
  try {
    db.prepare("vacuum into ?").run(partial);
    sync(partial);
    Deno.renameSync(partial, to);
    syncDirectory(dirname(to));
  } finally {
    db.close();
    removeIfThere(partial);
  }
}

function removeIfThere(path: string): void {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

function sync(path: string): void {
  using file = Deno.openSync(path, { read: true });
  file.syncSync();
}

// A rename is on disk only when the directory is; Windows cannot open one and does not need to.
function syncDirectory(path: string): void {
  if (Deno.build.os !== "windows") sync(path);
}
