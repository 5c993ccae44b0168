import assert from "node:assert/strict";
import { expecting, query, read, template, write } from "./query.ts";
import type { Query, Statement } from "./store.ts";

// Values are never part of the text: they cannot become SQL, and one text serves all values.
Deno.test("a compiled query is text and parameters, and no more", () => {
  const hostile = `'; drop table users; --`;
  const found = query.selectFrom("instance").select("value").where("name", "=", hostile);
  const expected = { sql: `select "value" from "instance" where "name" = ?`, parameters: [hostile] };
  assert.deepEqual(read(found), expected);
  assert.deepEqual(write(found), expected);
  assert.deepEqual(expecting(2, found), { ...expected, expect: 2 });
});

Deno.test("a query carries the type of its row", () => {
  const found: Query<{ value: string }> = read(query.selectFrom("instance").select("value"));
  // @ts-expect-error The row has no such column.
  const wrong: Query<{ name: string }> = read(query.selectFrom("instance").select("value"));
  assert.deepEqual(found, wrong);
});

Deno.test("a query that was built here cannot be executed here", async () => {
  await assert.rejects(query.selectFrom("instance").selectAll().execute(), /run by the store/);
});

Deno.test("a template is compiled once and filled for each call", () => {
  let built = 0;
  const find = template((p: { name: string; limit: number }): Query<{ value: string }> => {
    built++;
    return read(
      query.selectFrom("instance").select("value").where("updated_at", ">", 5).where("name", "=", p.name)
        .where("value", "!=", p.name).limit(p.limit),
    );
  });
  assert.equal(built, 0);
  const first = find({ name: "a", limit: 1 });
  const second = find({ name: "b", limit: 2 });
  assert.equal(built, 1);
  assert.equal(first.sql, second.sql);
  assert.deepEqual(first.parameters, [5, "a", "a", 1]);
  assert.deepEqual(second.parameters, [5, "b", "b", 2]);
});

Deno.test("a template keeps what its statement expects", () => {
  const remove: (p: { name: string }) => Statement = template((p) =>
    expecting(1, query.deleteFrom("instance").where("name", "=", p.name))
  );
  assert.deepEqual(remove({ name: "a" }), {
    sql: `delete from "instance" where "name" = ?`,
    parameters: ["a"],
    expect: 1,
  });
});

Deno.test("a template that looks at its values fails at its first use", () => {
  const found = (limit: number) => read(query.selectFrom("instance").select("value").limit(limit));
  assert.throws(() => template((p: { n: number }) => found(p.n + 1))({ n: 1 }), TypeError);
  assert.throws(() => template((p: { n: number }) => found(p.n > 5 ? 1 : 2))({ n: 1 }), TypeError);
  assert.throws(
    () => template((p: { name: string }) => found(Number(p.name.trim())))({ name: "" }),
    TypeError,
  );
});
