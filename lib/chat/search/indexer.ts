import * as attachments from "@/db/attachments.ts";
import * as changes from "@/db/changes.ts";
import * as rows from "@/db/search.ts";
import type { Indexable } from "@/db/search.ts";
import * as index from "@/db/sqlite_search.ts";
import type { Statement, Store } from "@/db/store.ts";
import { entryOf } from "./entry.ts";
import { beginning, keep, readProgress } from "./progress.ts";
import type { Progress } from "./progress.ts";

/** Messages in one step, and about how many UTF-16 units of text: at most 5 ms of work. */
const MESSAGES_MAX = 24;
const TEXT_MAX = 12_000;
/** Changes looked at in one step: most are reactions and pins, which the index has nothing of. */
const CHANGES_MAX = 200;
/** After so many messages segments are merged, about so many pages of them. */
const MERGE_EVERY = 16;
const MERGE_PAGES = 32;

/** Changes of a message that change nothing of what is found. */
const PASSED_OVER = new Set(["reacted", "unreacted", "pinned", "unpinned", "read"]);

/**
 * Brings the index up to the log of changes, a step at a time. Each step is one batch together with how far it
 * came: a crash loses none and doubles none, and what is done again ends as it was.
 */
export function createIndexer({ store, now }: { store: Store; now: () => number }) {
  let progress: Progress | undefined;
  let unmerged = 0;

  /** Does a little. @returns whether there may be more to do @throws AppError `unavailable` */
  async function step(): Promise<boolean> {
    progress ??= await readProgress(store) ?? await beginAnew();
    if (unmerged >= MERGE_EVERY) {
      await store.batch([index.merge(MERGE_PAGES)]);
      unmerged = 0;
      return true;
    }
    return await follow(progress) || await fill(progress);
  }

  async function beginAnew(): Promise<Progress> {
    const begun = await beginning(store);
    await store.batch([index.clear(), keep(begun, now())]);
    return begun;
  }

  /** What has changed since. */
  async function follow(from: Progress): Promise<boolean> {
    const seen = await store.all(changes.after(from.cursor, CHANGES_MAX));
    if (seen.length === 0) return false;
    const wanted: number[] = [];
    let cursor = from.cursor;
    for (const change of seen) {
      if (wanted.length === MESSAGES_MAX) break;
      cursor = change.cursor;
      if (change.entity !== "message" || PASSED_OVER.has(change.verb)) continue;
      if (!wanted.includes(change.entity_id)) wanted.push(change.entity_id);
    }
    if (wanted.length === 0) {
      // Nothing to write, so it is not kept either: after a crash they are passed over once more.
      progress = { ...from, cursor };
      return true;
    }
    const byId = new Map((await store.all(rows.some(wanted))).map((row) => [row.id, row]));
    const taken = fitting(wanted, (id) => byId.get(id)?.content.length ?? 0);
    if (taken.length < wanted.length) {
      // Long ones: the changes of these alone, up to the first of another.
      const next = wanted[taken.length]!;
      cursor = seen.find(({ entity, entity_id }) => entity === "message" && entity_id === next)!.cursor - 1;
    }
    await write(taken, byId, { ...from, cursor });
    return true;
  }

  /** What was there before the index was. */
  async function fill(from: Progress): Promise<boolean> {
    if (from.filled === 0) return false;
    const found = await store.all(rows.before(from.filled, MESSAGES_MAX));
    const byId = new Map(found.map((row) => [row.id, row]));
    const taken = fitting([...byId.keys()], (id) => byId.get(id)!.content.length);
    await write(taken, byId, { ...from, filled: taken.at(-1) ?? 0 });
    return true;
  }

  async function write(
    ids: readonly number[],
    found: ReadonlyMap<number, Indexable>,
    reached: Progress,
  ): Promise<void> {
    const with_files = ids.filter((id) => (found.get(id)?.attachment_count ?? 0) > 0);
    const attached = with_files.length === 0 ? [] : await store.all(attachments.ofMessages(with_files));
    const filesOf = Map.groupBy(attached, ({ message_id }) => message_id);
    // Ids that rise make one segment of the index, ids that fall one each.
    const entries = ids.toSorted((a, b) => a - b).map((id): Statement => {
      const row = found.get(id);
      const entry = row ? entryOf(row, filesOf.get(id) ?? []) : null;
      return entry ? index.put(entry) : index.remove(id);
    });
    await store.batch([...entries, keep(reached, now())]);
    progress = reached;
    unmerged += entries.length;
  }

  return { step };
}

export type Indexer = ReturnType<typeof createIndexer>;

/** The first of them, as many as make a step: at least one. */
function fitting(ids: readonly number[], length: (id: number) => number): readonly number[] {
  let text = 0;
  const end = ids.findIndex((id, at) => (text += length(id)) > TEXT_MAX && at > 0);
  return end < 0 ? ids : ids.slice(0, end);
}
