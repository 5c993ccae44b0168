import type { Indexer } from "./indexer.ts";

/** How long after a commit it begins, so that what is written at once is taken at once: milliseconds. */
const SETTLE = 20;
/** So many times as long as it worked it rests: who writes comes first. At most so many milliseconds. */
const REST = 3;
const REST_MAX = 60;
/** How often it looks by itself, for what was changed without an event, in milliseconds. */
const LOOK_EVERY = 5000;
/** When it tries again after the store failed, in milliseconds. */
const RETRY = 1000;

export interface Follower {
  /** Something was committed. */
  wake(): void;
  /** Resolves when all that was committed before the call is in the index. */
  settled(): Promise<void>;
  /** Ends after the step it is in; what is left is done at the next start. */
  stop(): Promise<void>;
}

/** Keeps the index up by small steps beside everything else the process does. */
export function follow(
  { step }: Indexer,
  { report, settle = SETTLE }: { report: (error: unknown) => void; settle?: number },
): Follower {
  let is_stopped = false;
  let is_woken = true;
  let working: Promise<void> | undefined;
  let has_failed = false;
  let endRest = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  schedule(settle);

  function schedule(after: number): void {
    if (is_stopped || working) return;
    clearTimeout(timer);
    timer = setTimeout(start, after);
  }

  function start(): void {
    if (is_stopped || working) return;
    clearTimeout(timer);
    working = work().finally(() => {
      working = undefined;
      schedule(has_failed ? RETRY : is_woken ? settle : LOOK_EVERY);
    });
  }

  async function work(): Promise<void> {
    try {
      do {
        is_woken = false;
        const began = performance.now();
        while (!is_stopped && await step()) await rest((performance.now() - began) * REST);
      } while (is_woken && !is_stopped);
      has_failed = false;
    } catch (error) {
      // Said once: a full disk stays full for a while.
      if (!has_failed) report(error);
      has_failed = true;
    }
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(ms, REST_MAX));
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    wake() {
      if (is_woken) return;
      is_woken = true;
      if (!has_failed) schedule(settle);
    },
    async settled() {
      is_woken = true;
      while (!is_stopped && (is_woken || working)) {
        start();
        await working;
      }
    },
    async stop() {
      is_stopped = true;
      clearTimeout(timer);
      endRest();
      await working;
    },
  };
}
