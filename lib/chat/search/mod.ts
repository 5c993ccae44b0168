import type { Store } from "@/db/store.ts";
import type { Access } from "../access.ts";
import type { Details } from "../details.ts";
import type { Ranks } from "../ranks.ts";
import { createFinder } from "./find.ts";
import { follow } from "./follower.ts";
import type { Follower } from "./follower.ts";
import { createIndexer } from "./indexer.ts";

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly access: Access;
  readonly details: Details;
  readonly ranks: Ranks;
}

/**
 * Full text over messages. The index follows the log of changes just behind the commits, which therefore cost what
 * they cost without it; questions go to the index with the asker's rights in them.
 */
export function createSearch(deps: Deps) {
  const { find } = createFinder(deps);
  return {
    find,
    /** Begins to keep the index up. One process does it for a database. */
    follow: (report: (error: unknown) => void): Follower => follow(createIndexer(deps), { report }),
  };
}
