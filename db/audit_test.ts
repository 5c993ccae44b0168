import assert from "node:assert/strict";
import * as audit from "./audit.ts";
import { query, write } from "./query.ts";
import { temporaryDatabase } from "./testing/database.ts";

Deno.test("acts are listed newest first, by page, by actor and by action, of one workspace only", async () => {
  await using database = temporaryDatabase();
  const { store } = database;
  const act = (id: number, workspace_id: number, actor_id: number, action: string) =>
    audit.append({ id, workspace_id, actor_id, action, entity: "user", entity_id: 9, created_at: id });
  await store.batch([
    ...[1, 2].map((id) =>
      write(query.insertInto("workspaces").values({ id, slug: `w${id}`, name: "W", created_at: 0 }))
    ),
    ...[5, 6].map((id) => write(query.insertInto("actors").values({ id, kind: "member", created_at: 0 }))),
    act(11, 1, 5, "ban"),
    act(12, 2, 5, "ban"),
    act(13, 1, 6, "ban"),
    act(14, 1, 5, "mute"),
    act(15, 1, 5, "ban"),
  ]);
  const ids = async (filter: Omit<audit.AuditFilter, "limit">, limit = 10) =>
    (await store.all(audit.list({ ...filter, limit }))).map((record) => record.id);
  assert.deepEqual(await ids({ workspace_id: 1 }), [15, 14, 13, 11]);
  assert.deepEqual(await ids({ workspace_id: 1 }, 2), [15, 14]);
  assert.deepEqual(await ids({ workspace_id: 1, before: 14 }, 2), [13, 11]);
  assert.deepEqual(await ids({ workspace_id: 1, before: 11 }), []);
  assert.deepEqual(await ids({ workspace_id: 1, actor_id: 6 }), [13]);
  assert.deepEqual(await ids({ workspace_id: 1, actor_id: 5, action: "ban" }), [15, 11]);
  assert.deepEqual(await ids({ workspace_id: 2 }), [12]);
  assert.deepEqual(await ids({ workspace_id: 3 }), []);
  assert.deepEqual((await store.all(audit.list({ workspace_id: 2, limit: 1 })))[0], {
    id: 12,
    workspace_id: 2,
    actor_id: 5,
    action: "ban",
    entity: "user",
    entity_id: 9,
    details: "{}",
    ip: "",
    created_at: 12,
  });
});
