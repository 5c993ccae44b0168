import * as files from "@/db/files.ts";
import * as instance from "@/db/instance.ts";
import type { Store } from "@/db/store.ts";
import type { Log } from "@/lib/web/log.ts";
import type { Quota } from "./quota.ts";
import type { Storage, StoredFile } from "./storage.ts";

/** Under which the database keeps the name of the folder it belongs to. */
const FOLDER_ID = "uploads_folder";
/** File in the folder of uploads that holds the same name. */
const MARK = ".peyk";
/** A file without a row may be one whose row is just being written. */
const GRACE = 60 * 60 * 1000;
const BATCH = 200;

interface Deps {
  readonly store: Store;
  readonly storage: Storage;
  readonly quota: Quota;
  readonly log: Log;
  readonly now: () => number;
}

/**
 * Brings folder and database together again: removes what nothing uses any more, what was never finished,
 * and files without a row, which a killed process leaves.
 */
export function createSweep({ store, storage, quota, log, now }: Deps) {
  let belongs = false;

  /** Makes sure that the folder is this database's: files without a row are removed only there. */
  async function open(): Promise<void> {
    await storage.open();
    const path = `${storage.dir}/${MARK}`;
    const marked = (await Deno.readTextFile(path).catch(() => "")).trim();
    const known = (await store.get(instance.get(FOLDER_ID)))?.value;
    const id = known ?? crypto.randomUUID();
    if (known === undefined) await store.batch([instance.set(FOLDER_ID, id, now())]);
    if (marked === "") await Deno.writeTextFile(path, `${id}\n`);
    belongs = marked === "" || marked === id;
    if (!belongs) log.warn("the folder of uploads belongs to another database", { dir: storage.dir });
    await quota.count();
    // Nothing is under way yet.
    if (belongs) await storage.sweepTemporary(Infinity);
  }

  async function sweep(): Promise<void> {
    const unfinished = belongs ? await storage.sweepTemporary(now() - GRACE) : 0;
    const unused = await sweepReleased();
    const orphans = belongs ? await sweepOrphans() : 0;
    await quota.count();
    if (unfinished + unused + orphans > 0) log.info("uploads swept", { unfinished, unused, orphans });
  }

  /** The row goes first: a file without a row is found again, a row without a file would be a lie. */
  async function sweepReleased(): Promise<number> {
    let count = 0;
    for (;;) {
      const found = await store.all(files.released(BATCH));
      for (const file of found) {
        await store.batch([files.forget(file.id)]);
        await storage.remove(file.storage_key, file.thumbnail_key);
      }
      count += found.length;
      if (found.length < BATCH) return count;
    }
  }

  async function sweepOrphans(): Promise<number> {
    let count = 0;
    let some: StoredFile[] = [];
    const before = now() - GRACE;
    for await (const file of storage.list()) {
      if (file.written_at < before) some.push(file);
      if (some.length < BATCH) continue;
      count += await removeOrphans(some);
      some = [];
    }
    return count + await removeOrphans(some);
  }

  async function removeOrphans(some: readonly StoredFile[]): Promise<number> {
    if (some.length === 0) return 0;
    const known = new Set((await store.all(files.known(some.map((file) => file.id)))).map(({ id }) => id));
    const orphans = some.filter((file) => !known.has(file.id));
    await storage.remove(...orphans.map((file) => file.key));
    return orphans.length;
  }

  return { open, sweep };
}
