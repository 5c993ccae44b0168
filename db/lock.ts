/**
 * One process a database: the second to start is refused before it can migrate or write.
 */
export class DatabaseInUse extends Error {
  override name = "DatabaseInUse";
}

/**
 * Takes the lock of a database, in `<path>.lock` beside it, until `release` or the end of the process.
 * The operating system holds it for the open file, so it vanishes with a killed process; the file stays
 * and means nothing by itself. Throws {@link DatabaseInUse} when another holds it.
 */
export function holdLock(path: string): { release(): void } {
  const file = Deno.openSync(`${path}.lock`, { create: true, read: true, write: true });
  if (!file.tryLockSync(true)) {
    const holder = new TextDecoder().decode(readUpTo(file, 32)).trim();
    file.close();
    throw new DatabaseInUse(
      `The database ${path} is in use by another running server${holder && ` (process ${holder})`}. ` +
        "Stop that one first, or give this one another DATA_DIR.",
    );
  }
  file.truncateSync();
  file.writeSync(new TextEncoder().encode(`${Deno.pid}\n`));
  // Not removed on release: a file deleted by one process while a second opens it would give both a lock.
  return { release: () => file.close() };
}

function readUpTo(file: Deno.FsFile, length: number): Uint8Array {
  const buffer = new Uint8Array(length);
  return buffer.subarray(0, file.readSync(buffer) ?? 0);
}
