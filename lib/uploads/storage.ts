import { AppError } from "@/lib/protocol/errors.ts";

/** A file that lies in its place, by its key. */
export interface StoredFile {
  readonly key: string;
  /** The id of its row, if it has one. */
  readonly id: number;
  /** When it was written, in epoch milliseconds. */
  readonly written_at: number;
}

/**
 * The folder of uploads: `temp/` for what arrives, `files/` for what is kept, on one filesystem so that a
 * file is moved in one step. A file is there whole and on disk, or not at all.
 */
export function createStorage(dir: string) {
  const temp = `${dir}/temp`;
  const kept = `${dir}/files`;

  async function open(): Promise<void> {
    await Deno.mkdir(temp, { recursive: true });
    await Deno.mkdir(kept, { recursive: true });
  }

  /** A new place for something unfinished. */
  function temporary(): string {
    return `${temp}/${crypto.randomUUID()}`;
  }

  /** Where a file of that id is kept. Ids are times: a folder is filled for a second or so, then the next. */
  function keyOf(id: number, ending: string): string {
    const folder = Math.floor(id / 4_194_304) % 256;
    return `${folder.toString(16).padStart(2, "0")}/${id}.${ending}`;
  }

  /** Moves a finished file to its place; it is on disk when this resolves. */
  async function keep(path: string, key: string): Promise<void> {
    const place = pathOf(key);
    const folder = place.slice(0, place.lastIndexOf("/"));
    try {
      const made = await makeFolder(folder);
      await sync(path);
      await Deno.rename(path, place);
      // The name of a file, and of a new folder, is on disk once the folder that holds it is.
      await sync(folder);
      if (made) await sync(kept);
    } catch (error) {
      throw diskFault(error);
    }
  }

  function pathOf(key: string): string {
    return `${kept}/${key}`;
  }

  async function remove(...keys: (string | null | undefined)[]): Promise<void> {
    for (const key of keys) if (key) await discard(pathOf(key));
  }

  /** Everything that is kept, in no order. */
  async function* list(): AsyncGenerator<StoredFile> {
    for await (const folder of Deno.readDir(kept)) {
      if (!folder.isDirectory) continue;
      for await (const { name } of Deno.readDir(`${kept}/${folder.name}`)) {
        const key = `${folder.name}/${name}`;
        const id = Number(/^\d+/.exec(name)?.[0] ?? 0);
        const info = await Deno.stat(pathOf(key)).catch(() => null);
        if (info?.isFile) yield { key, id, written_at: info.mtime?.getTime() ?? 0 };
      }
    }
  }

  /** Removes what was begun before that time and never finished; how many. */
  async function sweepTemporary(before: number): Promise<number> {
    let removed = 0;
    for await (const { name } of Deno.readDir(temp)) {
      const info = await Deno.stat(`${temp}/${name}`).catch(() => null);
      if (!info || (info.mtime?.getTime() ?? 0) >= before) continue;
      await discard(`${temp}/${name}`);
      removed++;
    }
    return removed;
  }

  return { dir, open, temporary, keyOf, keep, pathOf, remove, list, sweepTemporary };
}

export type Storage = ReturnType<typeof createStorage>;

/** Removes a file that may not be there. */
export async function discard(path: string): Promise<void> {
  await Deno.remove(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}

/**
 * Writes chunks to a new file, no faster than the disk takes them.
 * @param onBytes told of each chunk before it is written; what it throws ends the file
 * @returns its size
 * @throws AppError `unavailable` when the disk is full
 */
export async function writeFile(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (size: number) => void,
): Promise<number> {
  let size = 0;
  try {
    using file = await Deno.open(path, { write: true, create: true });
    for await (const chunk of chunks) {
      size += chunk.length;
      onBytes(size);
      for (let done = 0; done < chunk.length;) done += await file.write(chunk.subarray(done));
    }
  } catch (error) {
    throw diskFault(error);
  }
  return size;
}

/** A failure of the disk as it is told to people; anything else as it is. */
export function diskFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = (error as { code?: unknown }).code;
  const full = code === "ENOSPC" || code === "EDQUOT" ||
    /no space left|disk quota exceeded|os error (28|122)\b/i.test(error.message);
  if (!full) return error;
  return Object.assign(new AppError("unavailable", { reason: "disk_full", seconds: 60 }), { cause: error });
}

async function makeFolder(path: string): Promise<boolean> {
  try {
    await Deno.mkdir(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) return false;
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  using file = await Deno.open(path);
  await file.sync();
}
