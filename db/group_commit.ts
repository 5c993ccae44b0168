/**
 * Gathers batches into groups that share one commit. Knows the clock and the event loop, not the database.
 */
import { clearTimeout, setImmediate, setTimeout } from "node:timers";
import { type Result, type Statement, StoreUnavailable } from "./store.ts";

/** What became of one batch of a group that was committed: its results, or why it alone was undone. */
export type Outcome = Result[] | Error;

/**
 * Runs a group as one transaction. Returns once the commit is on disk. Throws {@link Locked} when it did
 * not begin, any other error when nothing of the group was kept.
 */
export type CommitGroup = (group: readonly (readonly Statement[])[]) => Committed;

export interface Committed {
  /** One a batch. */
  readonly outcomes: readonly Outcome[];
  /** How long the commit itself took, in milliseconds: mostly the disk's time. */
  readonly commitTime: number;
}

/** Another process holds the write lock; nothing was begun, and trying again may succeed. */
export class Locked extends StoreUnavailable {
  override name = "Locked";
}

export interface GroupCommitOptions {
  /** How many batches may wait before more are refused. Bounds memory when the disk stands still. */
  readonly maxWaiting: number;
  /** How long a group waits for another process's lock, in milliseconds. */
  readonly lockTimeout: number;
}

export interface GroupCommit {
  /** Hands a batch over; settles once its group is committed or refused. */
  add(statements: readonly Statement[]): Promise<Result[]>;
  /** Refuses new batches and resolves once every waiting one is settled. */
  close(): Promise<void>;
}

interface Waiting {
  readonly statements: readonly Statement[];
  readonly resolve: (results: Result[]) => void;
  readonly reject: (error: Error) => void;
}

// A group is run without giving way: this many keep it near 10 ms, so sockets are still served between.
const MAX_GROUP = 512;
const MAX_WINDOW_MS = 5;
const LOCK_RETRY_MS = 20;

export function createGroupCommit(commit: CommitGroup, options: GroupCommitOptions): GroupCommit {
  let waiting: Waiting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let immediate: ReturnType<typeof setImmediate> | undefined;
  let lockedSince: number | undefined;
  let closed: PromiseWithResolvers<void> | undefined;
  let lastEnd = -Infinity;
  let lastCommitTime = 0;

  function add(statements: readonly Statement[]): Promise<Result[]> {
    if (closed) return Promise.reject(new StoreUnavailable("the store is closed"));
    if (waiting.length >= options.maxWaiting) {
      return Promise.reject(new StoreUnavailable("too many batches are waiting for the disk"));
    }
    return new Promise((resolve, reject) => {
      waiting.push({ statements, resolve, reject });
      schedule();
    });
  }

  // Idle, a batch is committed at the end of this turn of the event loop. Under load the disk rests as long
  // as its last commit took, at most 5 ms: nothing else runs during a commit, so without a rest a slow fsync
  // would leave sockets one turn a commit; and what arrives meanwhile shares the next one. (An fsync of 10 ms
  // and 1,000 batches/s: a turn takes 2.3 ms in the median instead of 10.6, the p99 of a batch is 34 ms
  // instead of 30.) An fsync below a millisecond needs no rest, and timers are not that fine.
  function schedule(): void {
    if (immediate !== undefined) return;
    const rest = lastEnd + Math.min(lastCommitTime, MAX_WINDOW_MS) - performance.now();
    if (
      lockedSince === undefined && (closed || lastCommitTime < 1 || rest <= 0 || waiting.length >= MAX_GROUP)
    ) {
      clearTimeout(timer);
      timer = undefined;
      immediate = setImmediate(flush);
    } else if (timer === undefined) {
      timer = setTimeout(flush, lockedSince === undefined ? rest : LOCK_RETRY_MS);
    }
  }

  function flush(): void {
    timer = undefined;
    immediate = undefined;
    const group = waiting.slice(0, MAX_GROUP);
    const began = performance.now();
    try {
      const { outcomes, commitTime } = commit(group.map((batch) => batch.statements));
      lastCommitTime = commitTime;
      lockedSince = undefined;
      settle(group, outcomes);
    } catch (error) {
      lockedSince = error instanceof Locked ? lockedSince ?? began : undefined;
      if (lockedSince === undefined) settle(group, group.map(() => unavailable(error)));
      // The lock outlived our patience: everyone who waits is told, rather than one group after another.
      else if (began - lockedSince >= options.lockTimeout) {
        settle(
          waiting,
          waiting.map(() => unavailable(error)),
        );
      }
    }
    lastEnd = performance.now();
    if (waiting.length > 0) schedule();
    else closed?.resolve();
  }

  function settle(group: readonly Waiting[], outcomes: readonly Outcome[]): void {
    waiting = waiting.slice(group.length);
    if (waiting.length === 0) lockedSince = undefined;
    group.forEach((batch, index) => {
      const outcome = outcomes[index]!;
      if (outcome instanceof Error) batch.reject(outcome);
      else batch.resolve(outcome);
    });
  }

  function close(): Promise<void> {
    if (!closed) {
      closed = Promise.withResolvers();
      if (waiting.length > 0) schedule();
      else closed.resolve();
    }
    return closed.promise;
  }

  return { add, close };
}

function unavailable(cause: unknown): StoreUnavailable {
  if (cause instanceof StoreUnavailable) return cause;
  return new StoreUnavailable("the commit failed", { cause });
}
