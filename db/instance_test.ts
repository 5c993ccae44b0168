import assert from "node:assert/strict";
import * as instance from "./instance.ts";
import { ExpectationFailed, UniqueViolation } from "./store.ts";
import { temporaryDatabase } from "./testing/database.ts";

Deno.test("a value is set, replaced, and added only where there is none", async () => {
  await using database = temporaryDatabase();
  const { store } = database;
  assert.equal(await store.get(instance.get("k")), undefined);
  await store.batch([instance.set("k", "1", 5)]);
  await store.batch([instance.set("k", "2", 6)]);
  await assert.rejects(store.batch([instance.add("k", "3", 7)]), UniqueViolation);
  assert.deepEqual(await store.get(instance.get("k")), { value: "2" });
});

Deno.test("of two who take a value at once, one gets it; a wrong one takes nothing", async () => {
  await using database = temporaryDatabase();
  const { store } = database;
  await store.batch([instance.add("token", "secret", 5)]);
  await assert.rejects(store.batch([instance.take("token", "guess")]), ExpectationFailed);
  const outcomes = await Promise.allSettled(
    [1, 2].map(() => store.batch([instance.take("token", "secret")])),
  );
  assert.deepEqual(outcomes.map((outcome) => outcome.status), ["fulfilled", "rejected"]);
  assert.equal(await store.get(instance.get("token")), undefined);
});
