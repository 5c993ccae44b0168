import * as rate_limits from "@/db/rate_limits.ts";
import type { Store } from "@/db/store.ts";
import type { Log } from "@/lib/web/log.ts";
import type { RateLimiter, Stand } from "@/lib/web/rate_limit.ts";

/** What a crash may forget, in milliseconds. */
const DELAY = 250;
/** Rows of one statement, and rows that are taken up again at start. */
const ROWS_MAX = 500;
const LOADED_MAX = 100_000;
/** Nothing waits longer than limits reach: what stands further ahead was written when the clock was wrong. */
const AHEAD_MAX = 60 * 60 * 1000;

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Keeps where limits stand in the database, so that stopping and starting lets nobody through who has had enough.
 * Written behind: a message waits for none of it, and a flood of one key costs one row each time.
 */
export function createKeptLimits({ store, now, log }: Deps) {
  const changed = new Map<string, Stand>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  /** Somebody took something of a limit that is to hold. */
  function note(stand: Stand): void {
    changed.set(`${stand.rule} ${stand.key}`, stand);
    timer ??= setTimeout(() => void flush(), DELAY);
  }

  /** Writes what is not written yet. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const stands = [...changed.values()];
    changed.clear();
    if (stands.length > 0) writing = writing.then(() => write(stands));
    await writing;
  }

  async function write(stands: readonly Stand[]): Promise<void> {
    const rows = stands.map(({ rule, key, arrival: arrival_at }) => ({
      rule,
      key,
      arrival_at: Math.ceil(arrival_at),
    }));
    const chunks = Array.from(
      { length: Math.ceil(rows.length / ROWS_MAX) },
      (_, i) => rows.slice(i * ROWS_MAX, (i + 1) * ROWS_MAX),
    );
    await store.batch(chunks.map(rate_limits.keep))
      .catch((error) => log.warn("limits are not kept", { error }));
  }

  /** Takes up where the last process left off. */
  async function load(limiter: RateLimiter): Promise<void> {
    const rows = await store.all(rate_limits.standing(now(), LOADED_MAX));
    const latest = now() + AHEAD_MAX;
    limiter.restore(
      rows.reverse().map(({ rule, key, arrival_at }) => ({
        rule,
        key,
        arrival: Math.min(arrival_at, latest),
      })),
    );
  }

  return {
    note,
    load,
    flush,
    /** Forgets what limits nothing any more. */
    async sweep(): Promise<void> {
      await store.batch([rate_limits.sweep(now())]);
    },
  };
}
