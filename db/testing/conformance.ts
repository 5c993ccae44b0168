/**
 * What every backend of `Store` must do, as tests over the real schema. A backend calls {@link conformance}
 * from its own test file and adds the tests of what only it has.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import * as instance from "../instance.ts";
import { expecting, query, read, write } from "../query.ts";
import {
  ExpectationFailed,
  type Query,
  type Statement,
  type Store,
  StoreUnavailable,
  UniqueViolation,
} from "../store.ts";

/** One migrated, empty database. */
export interface Subject extends AsyncDisposable {
  readonly store: Store;
  /** What another connection sees now: only what was committed. */
  observe<Row>(query: Query<Row>): Promise<Row[]>;
  /** Statements that succeed by themselves and make the commit of their transaction fail. */
  readonly failingCommit: readonly Statement[];
}

export function conformance(
  name: string,
  open: (options?: { maxWaiting?: number }) => Promise<Subject>,
): void {
  const test = (what: string, run: (subject: Subject) => Promise<void>) =>
    Deno.test(`${name}: ${what}`, async () => {
      await using subject = await open();
      await run(subject);
    });

  test("get gives the first row or undefined, all gives every row", async ({ store }) => {
    await store.batch([instance.add("a", "1", 5), instance.add("b", "2", 6)]);
    assert.deepEqual(await store.get(instance.get("a")), { value: "1" });
    assert.equal(await store.get(instance.get("c")), undefined);
    assert.deepEqual(await store.all(everything()), [{ name: "a", value: "1" }, { name: "b", value: "2" }]);
    assert.deepEqual(await store.all(instance.get("c")), []);
  });

  test("values come back as they went in", async ({ store }) => {
    const big = Number.MAX_SAFE_INTEGER;
    const text = "سلام\u200c 'quoted' \"%\" 👋🏽";
    const value = { id: big, kind: "system" as const, workspace_id: null, name: text, created_at: -1 };
    await store.batch([write(query.insertInto("actors").values(value))]);
    assert.deepEqual(await store.get(read(query.selectFrom("actors").selectAll())), value);
  });

  test("a batch gives one result a statement", async ({ store }) => {
    await store.batch([instance.add("a", "1", 0), instance.add("b", "1", 0)]);
    const results = await store.batch([
      write(query.updateTable("instance").set({ value: "2" })),
      write(
        query.updateTable("instance").set({ value: "3" }).where("name", "=", "a").returning([
          "name",
          "value",
        ]),
      ),
      read(query.selectFrom("instance").select("value").orderBy("name")),
      write(query.deleteFrom("instance").where("name", "=", "none")),
    ]);
    assert.deepEqual(results, [
      { rows: [], changes: 2 },
      { rows: [{ name: "a", value: "3" }], changes: 1 },
      { rows: [{ value: "3" }, { value: "2" }], changes: 0 },
      { rows: [], changes: 0 },
    ]);
  });

  test("an empty batch resolves", async ({ store }) => {
    assert.deepEqual(await store.batch([]), []);
  });

  test("a statement sees what those before it in the batch did", async ({ store }) => {
    await store.batch([workspace(1), conversation(7, 1, null), conversation(8, 1, null)]);
    const raise = write(
      query.updateTable("conversations").set(({ eb }) => ({ seq: eb("seq", "+", 1) })).where("id", "=", 7)
        .returning("seq"),
    );
    const results = await store.batch([raise, raise, raise]);
    assert.deepEqual(results.map((result) => result.rows), [[{ seq: 1 }], [{ seq: 2 }], [{ seq: 3 }]]);
  });

  test("what resolved is seen by another connection, what was not handed over is not", async ({ store, observe }) => {
    assert.deepEqual(await observe(everything()), []);
    await store.batch([instance.add("a", "1", 0)]);
    assert.deepEqual(await observe(everything()), [{ name: "a", value: "1" }]);
  });

  test("a read does not see a batch that is not committed", async ({ store }) => {
    const pending = store.batch([instance.add("a", "1", 0)]);
    const before = await store.all(everything());
    await pending;
    assert.deepEqual(before, []);
    assert.equal((await store.all(everything())).length, 1);
  });

  test("batches take effect, and settle, in the order of the calls", async ({ store }) => {
    const settled: number[] = [];
    await Promise.all(Array.from({ length: 1500 }, async (_, i) => {
      await store.batch([instance.set("last", String(i), i)]);
      settled.push(i);
    }));
    assert.deepEqual(settled, Array.from({ length: 1500 }, (_, i) => i));
    assert.deepEqual(await store.get(instance.get("last")), { value: "1499" });
  });

  test("another row count than expected undoes the whole batch", async ({ store, observe }) => {
    await store.batch([instance.add("a", "1", 0), instance.add("b", "1", 0)]);
    const both = query.updateTable("instance").set({ value: "9" });
    const cases: [Statement, number, number][] = [
      [expecting(1, both), 1, 3],
      [expecting(4, both.returning("name")), 4, 3],
      [expecting(0, both), 0, 3],
      [expecting(1, query.deleteFrom("instance").where("name", "=", "none")), 1, 0],
      [expecting(1, query.selectFrom("instance").select("name")), 1, 3],
      [expecting(1, query.selectFrom("instance").select("name").where("name", "=", "none")), 1, 0],
    ];
    for (const [statement, expected, actual] of cases) {
      await assert.rejects(
        store.batch([instance.add("c", "1", 0), statement, instance.add("d", "1", 0)]),
        (error) => {
          assert(error instanceof ExpectationFailed);
          assert.deepEqual([error.index, error.expected, error.actual], [1, expected, actual]);
          return true;
        },
      );
    }
    assert.deepEqual(await observe(everything()), [{ name: "a", value: "1" }, { name: "b", value: "1" }]);
  });

  test("the expected row count passes", async ({ store }) => {
    await store.batch([instance.add("a", "1", 0)]);
    await store.batch([
      expecting(1, query.updateTable("instance").set({ value: "2" }).where("name", "=", "a")),
      expecting(1, query.selectFrom("instance").select("name")),
      expecting(0, query.selectFrom("instance").select("name").where("name", "=", "none")),
      expecting(1, query.updateTable("instance").set({ value: "3" }).returning("name")),
    ]);
    assert.deepEqual(await store.get(instance.get("a")), { value: "3" });
  });

  test("a unique index refuses by the names of its columns and undoes the whole batch", async ({ store, observe }) => {
    await store.batch([workspace(1), conversation(7, 1, "global"), instance.add("a", "1", 0)]);
    const refused = async (statement: Statement, columns: string[]) => {
      await assert.rejects(store.batch([instance.add("b", "1", 0), statement]), (error) => {
        assert(error instanceof UniqueViolation);
        assert.deepEqual(error.columns, columns);
        assert(columns.every((column) => error.on(column)));
        assert(!error.on("conversations.name"));
        return true;
      });
    };
    await refused(conversation(8, 1, "global"), ["conversations.workspace_id", "conversations.unique_key"]);
    await refused(conversation(7, 1, null), ["conversations.id"]);
    await refused(instance.add("a", "2", 0), ["instance.name"]);
    assert.deepEqual(await observe(everything()), [{ name: "a", value: "1" }]);
  });

  test("other constraints and bad statements reject, and undo the whole batch", async ({ store, observe }) => {
    const bad: Statement[] = [
      conversation(7, 404, null), // no such workspace
      write(query.insertInto("instance").values({ name: "b", value: null as never, updated_at: 0 })),
      write(query.insertInto("actors").values({ id: 1, kind: "ghost" as never, created_at: 0 })),
      { sql: "selec 1", parameters: [] },
      { sql: `insert into "nowhere" values (1)`, parameters: [] },
      { sql: `select ? as "date"`, parameters: [new Date(0)] },
      { sql: `select ? as "nothing"`, parameters: [undefined] },
    ];
    for (const statement of bad) {
      await assert.rejects(store.batch([instance.add("a", "1", 0), statement]), (error) => {
        assert(!(error instanceof StoreUnavailable) && !(error instanceof UniqueViolation), String(error));
        return true;
      }, statement.sql);
    }
    assert.deepEqual(await observe(everything()), []);
    await assert.rejects(store.get({ sql: "selec 1", parameters: [] }));
    await assert.rejects(store.all({ sql: "selec 1", parameters: [] }));
  });

  test("a batch that fails harms no other of its group", async ({ store, observe }) => {
    await store.batch([instance.add("taken", "1", 0)]);
    const outcomes = await Promise.allSettled([
      store.batch([instance.add("a", "1", 0)]),
      store.batch([instance.add("b", "1", 0), instance.add("taken", "2", 0)]),
      store.batch([instance.add("c", "1", 0)]),
      store.batch([instance.set("c", "2", 0), instance.take("c", "1")]),
      store.batch([instance.set("d", "1", 0), { sql: "selec 1", parameters: [] }]),
      store.batch([instance.take("c", "1"), instance.add("e", "1", 0)]),
      store.batch([instance.add("taken", "3", 0)]),
    ]);
    assert.deepEqual(outcomes.map((outcome) => outcome.status), [
      "fulfilled",
      "rejected",
      "fulfilled",
      "rejected",
      "rejected",
      "fulfilled",
      "rejected",
    ]);
    assert.deepEqual(
      await observe(everything()),
      [{ name: "a", value: "1" }, { name: "e", value: "1" }, { name: "taken", value: "1" }],
    );
  });

  test("a failed commit refuses the whole group, keeps nothing, and the store goes on", async (subject) => {
    const { store, observe, failingCommit } = subject;
    for (let round = 0; round < 3; round++) {
      const group = [
        store.batch([instance.add("a", "1", 0)]),
        store.batch([instance.add("b", "1", 0), ...failingCommit]),
        store.batch([instance.add("c", "1", 0)]),
      ];
      for (const batch of group) await assert.rejects(batch, StoreUnavailable);
      await assert.rejects(store.batch([instance.add("d", "1", 0), ...failingCommit]), StoreUnavailable);
      assert.deepEqual(await observe(everything()), []);
    }
    await store.batch([instance.add("e", "1", 0)]);
    assert.deepEqual(await observe(everything()), [{ name: "e", value: "1" }]);
  });

  test("close commits what was handed over; afterwards everything is refused", async ({ store, observe }) => {
    const batches = Array.from({ length: 1200 }, (_, i) => store.batch([instance.add(`k${i}`, "1", 0)]));
    const closing = store.close();
    const late = assert.rejects(store.batch([instance.add("late", "1", 0)]), StoreUnavailable);
    await Promise.all(batches);
    await closing;
    await late;
    await store.close();
    await assert.rejects(store.get(everything()), StoreUnavailable);
    await assert.rejects(store.all(everything()), StoreUnavailable);
    await assert.rejects(store.batch([]), StoreUnavailable);
    const names = (await observe(everything())).map((row) => row.name);
    assert.equal(names.length, 1200);
    assert(!names.includes("late"));
  });

  Deno.test(`${name}: more batches than may wait are refused at once, and only those`, async () => {
    await using subject = await open({ maxWaiting: 10 });
    const { store, observe } = subject;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 25 }, (_, i) => store.batch([instance.add(`k${i + 10}`, "1", 0)])),
    );
    assert.deepEqual(
      outcomes.map((outcome) => outcome.status === "fulfilled"),
      outcomes.map((_, i) => i < 10),
    );
    assert(
      outcomes.every((outcome) =>
        outcome.status === "fulfilled" || outcome.reason instanceof StoreUnavailable
      ),
    );
    assert.equal((await observe(everything())).length, 10);
    await store.batch([instance.add("after", "1", 0)]);
  });

  Deno.test(`${name}: any batches leave what a model of them leaves`, async () => {
    await fc.assert(
      fc.asyncProperty(turns, async (turns) => {
        await using subject = await open();
        let model: Model = new Map();
        for (const turn of turns) {
          const outcomes = await Promise.allSettled(
            turn.map((batch) => subject.store.batch(batch.map(toStatement))),
          );
          outcomes.forEach((outcome, index) => {
            const after = applyBatch(model, turn[index]!);
            assert.equal(outcome.status === "rejected" ? outcome.reason.name : "ok", after.outcome);
            model = after.model;
          });
          const rows = [...model].map(([name, value]) => ({ name, value })).sort((a, b) =>
            a.name < b.name ? -1 : 1
          );
          assert.deepEqual(await subject.store.all(everything()), rows);
          assert.deepEqual(await subject.observe(everything()), rows);
        }
      }),
      { numRuns: 60 },
    );
  });
}

function everything(): Query<{ name: string; value: string }> {
  return read(query.selectFrom("instance").select(["name", "value"]).orderBy("name"));
}

function workspace(id: number): Statement {
  return write(query.insertInto("workspaces").values({ id, slug: `w${id}`, name: "W", created_at: 0 }));
}

function conversation(id: number, workspace_id: number, unique_key: string | null): Statement {
  return write(
    query.insertInto("conversations")
      .values({ id, workspace_id, kind: "group", unique_key, last_activity_at: 0, created_at: 0 }),
  );
}

type Model = ReadonlyMap<string, string>;
type Act =
  | { act: "add" | "set" | "take"; name: string; value: string }
  | { act: "remove" | "clear"; name: string }
  | { act: "count"; rows: number };

// Few names and values, so that most batches meet what others left.
const name = fc.constantFrom("a", "b", "c");
const value = fc.constantFrom("1", "2");
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constantFrom("add" as const, "set" as const, "take" as const), name, value }),
  fc.record({ act: fc.constantFrom("remove" as const, "clear" as const), name }),
  fc.record({ act: fc.constant("count" as const), rows: fc.integer({ min: 0, max: 3 }) }),
);
const turns = fc.array(fc.array(fc.array(act, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), {
  maxLength: 6,
});

function toStatement(act: Act): Statement {
  switch (act.act) {
    case "add":
      return instance.add(act.name, act.value, 0);
    case "set":
      return instance.set(act.name, act.value, 0);
    case "take":
      return instance.take(act.name, act.value);
    case "remove":
      return write(query.deleteFrom("instance").where("name", "=", act.name));
    case "clear":
      return write(query.deleteFrom("instance").where("name", ">=", act.name));
    case "count":
      return expecting(act.rows, query.selectFrom("instance").select("name"));
  }
}

function applyBatch(model: Model, batch: readonly Act[]): { model: Model; outcome: string } {
  const after = new Map(model);
  for (const act of batch) {
    const failed = applyAct(after, act);
    if (failed) return { model, outcome: failed };
  }
  return { model: after, outcome: "ok" };
}

function applyAct(model: Map<string, string>, act: Act): string | undefined {
  switch (act.act) {
    case "add":
      if (model.has(act.name)) return "UniqueViolation";
      model.set(act.name, act.value);
      return;
    case "set":
      model.set(act.name, act.value);
      return;
    case "take":
      if (model.get(act.name) !== act.value) return "ExpectationFailed";
      model.delete(act.name);
      return;
    case "remove":
      model.delete(act.name);
      return;
    case "clear":
      for (const name of model.keys()) if (name >= act.name) model.delete(name);
      return;
    case "count":
      if (model.size !== act.rows) return "ExpectationFailed";
  }
}
