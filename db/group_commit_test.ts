import assert from "node:assert/strict";
import { type CommitGroup, type Committed, createGroupCommit, Locked } from "./group_commit.ts";
import { type Statement, StoreUnavailable } from "./store.ts";

const options = { maxWaiting: 10_000, lockTimeout: 100 };

/** A batch of one statement, known by its text. */
function batch(sql: string): Statement[] {
  return [{ sql, parameters: [] }];
}

/** Keeps the texts of each group it was given, standing still as long as a disk would. */
function recorder(milliseconds = 0): { commit: CommitGroup; groups: string[][] } {
  const groups: string[][] = [];
  const commit: CommitGroup = (group) => {
    groups.push(group.map((statements) => statements[0]!.sql));
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    return done(group, milliseconds);
  };
  return { commit, groups };
}

function done(group: readonly unknown[], commitTime = 0): Committed {
  return { outcomes: group.map(() => []), commitTime };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

Deno.test("what is handed over in one turn of the event loop shares a commit", async () => {
  const { commit, groups } = recorder();
  const queue = createGroupCommit(commit, options);
  await Promise.all([
    queue.add(batch("a")),
    Promise.resolve().then(() => Promise.resolve()).then(() => queue.add(batch("c"))),
    queue.add(batch("b")),
  ]);
  await queue.add(batch("d"));
  assert.deepEqual(groups, [["a", "b", "c"], ["d"]]);
});

Deno.test("nothing is committed before the turn ends, and nothing resolves before the commit", async () => {
  const { commit, groups } = recorder();
  const queue = createGroupCommit(commit, options);
  let resolved = false;
  const added = queue.add(batch("a")).then(() => resolved = true);
  await Promise.resolve();
  assert.deepEqual([groups, resolved], [[], false]);
  await added;
  assert.deepEqual(groups, [["a"]]);
});

Deno.test("after a slow commit the disk rests, and what comes meanwhile shares the next", async () => {
  for (;;) {
    const { commit, groups } = recorder(20);
    let ended = 0;
    const queue = createGroupCommit((group) => {
      const committed = commit(group);
      ended ||= performance.now();
      return committed;
    }, options);
    await queue.add(batch("a"));
    const later: Promise<unknown>[] = [queue.add(batch("b"))];
    const has_stood_still = performance.now() - ended > 3;
    // Timers fire in the order of their times, however late: 1 ms comes before the 5 ms of the rest.
    await new Promise((resolve) => setTimeout(resolve, 1));
    later.push(queue.add(batch("c")));
    await Promise.all(later);
    // The machine was away for about as long as the rest takes: that says nothing.
    if (groups.length === 3 && has_stood_still) continue;
    assert.deepEqual(groups, [["a"], ["b", "c"]]);
    break;
  }
});

Deno.test("after the rest a batch is committed at once", async () => {
  const { commit, groups } = recorder(5);
  const queue = createGroupCommit(commit, options);
  await queue.add(batch("a"));
  await new Promise((resolve) => setTimeout(resolve, 30));
  const added = queue.add(batch("b"));
  await turn();
  await turn();
  assert.deepEqual(groups, [["a"], ["b"]]);
  await added;
});

Deno.test("a long queue is committed in several groups, and others get their turn between", async () => {
  const { commit, groups } = recorder();
  const queue = createGroupCommit(commit, options);
  const seen: number[] = [];
  const all = Promise.all(Array.from({ length: 2000 }, (_, i) => queue.add(batch(String(i)))));
  const watch = setInterval(() => seen.push(groups.length), 0);
  await all;
  clearInterval(watch);
  assert.deepEqual(groups.flat(), Array.from({ length: 2000 }, (_, i) => String(i)));
  assert.deepEqual(groups.map((group) => group.length), [512, 512, 512, 464]);
});

Deno.test("an error of the commit refuses the group as unavailable, with its cause, and the next one works", async () => {
  let failing: Error | undefined = new Error("disk on fire");
  const queue = createGroupCommit((group) => {
    if (failing) throw failing;
    return done(group);
  }, options);
  for (const added of [queue.add(batch("a")), queue.add(batch("b"))]) {
    await assert.rejects(added, (error) => {
      assert(error instanceof StoreUnavailable);
      assert.equal(error.cause, failing);
      return true;
    });
  }
  failing = undefined;
  assert.deepEqual(await queue.add(batch("c")), []);
});

Deno.test("each batch gets its own outcome", async () => {
  const own = new Error("mine alone");
  const queue = createGroupCommit(
    (group) => ({
      outcomes: group.map(([statement]) => statement!.sql === "bad" ? own : [{ rows: [], changes: 7 }]),
      commitTime: 0,
    }),
    options,
  );
  const [a, bad, b] = await Promise.allSettled([
    queue.add(batch("a")),
    queue.add(batch("bad")),
    queue.add(batch("b")),
  ]);
  assert.deepEqual(a, { status: "fulfilled", value: [{ rows: [], changes: 7 }] });
  assert.deepEqual(bad, { status: "rejected", reason: own });
  assert.deepEqual(b, { status: "fulfilled", value: [{ rows: [], changes: 7 }] });
});

Deno.test("a locked group is tried again in its order until it goes through", async () => {
  const { commit, groups } = recorder();
  let locked = 3;
  const queue = createGroupCommit((group) => {
    if (locked-- > 0) throw new Locked();
    return commit(group);
  }, options);
  const first = queue.add(batch("a"));
  await turn();
  await Promise.all([first, queue.add(batch("b"))]);
  assert.deepEqual(groups.flat(), ["a", "b"]);
});

Deno.test("a lock that outlives the timeout refuses all who wait, and the patience begins anew", async () => {
  let attempts = 0;
  let locked = true;
  const queue = createGroupCommit((group) => {
    attempts++;
    if (locked) throw new Locked("locked");
    return done(group);
  }, options);
  for (let round = 0; round < 2; round++) {
    attempts = 0;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 600 }, (_, i) => queue.add(batch(String(i)))),
    );
    assert(
      outcomes.every((outcome) =>
        outcome.status === "rejected" && outcome.reason instanceof StoreUnavailable
      ),
    );
    assert(attempts > 1);
  }
  locked = false;
  assert.deepEqual(await queue.add(batch("after")), []);
});

Deno.test("a full queue refuses what is more, not what waits", async () => {
  const { commit, groups } = recorder();
  const queue = createGroupCommit(commit, { ...options, maxWaiting: 2 });
  const waiting = [queue.add(batch("a")), queue.add(batch("b"))];
  await assert.rejects(queue.add(batch("c")), StoreUnavailable);
  await Promise.all(waiting);
  await queue.add(batch("d"));
  assert.deepEqual(groups.flat(), ["a", "b", "d"]);
});

Deno.test("close waits for what was handed over and takes nothing more", async () => {
  const { commit, groups } = recorder();
  const queue = createGroupCommit(commit, options);
  const added = queue.add(batch("a"));
  const closed = queue.close();
  await assert.rejects(queue.add(batch("b")), StoreUnavailable);
  await closed;
  assert.deepEqual(groups, [["a"]]);
  await added;
  await queue.close();
});
