import * as changes from "@/db/changes.ts";
import * as instance from "@/db/instance.ts";
import type { Statement, Store } from "@/db/store.ts";
import { WORDS_VERSION } from "./words.ts";

const NAME = "search";

/** How far the index has come. Kept in the batch that brings it there, so that neither is ever ahead. */
export interface Progress {
  /** Of the words it was made with. */
  readonly version: number;
  /** All changes up to this one are in it. */
  readonly cursor: number;
  /** Of the messages that were there before it, those from this id on are in it; 0: all. */
  readonly filled: number;
}

export function keep(progress: Progress, now: number): Statement {
  return instance.set(NAME, JSON.stringify(progress), now);
}

/** Where to go on; null where the index must be made anew. */
export async function readProgress(store: Store): Promise<Progress | null> {
  const row = await store.get(instance.get(NAME));
  const progress: Progress | null = row ? JSON.parse(row.value) : null;
  return progress?.version === WORDS_VERSION ? progress : null;
}

/** Where an index begins that holds nothing: what is written from now on comes first, then the past. */
export async function beginning(store: Store): Promise<Progress> {
  const { cursor } = (await store.get(changes.latest()))!;
  return { version: WORDS_VERSION, cursor, filled: Number.MAX_SAFE_INTEGER };
}
