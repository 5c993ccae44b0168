import assert from "node:assert/strict";
import * as audit from "@/db/audit.ts";
import { assertRefused, createWorld } from "@/tests/support/world.ts";

const SPAM = { reason: "spam", text: "again and again" } as const;

Deno.test("a report reaches the admins with its message, and nobody else", async () => {
  await using world = await createWorld();
  const { leila, arash, agent, admin, home } = world;
  const { reports, history } = world.chat;
  const id = await world.put(home.global, leila, "buy this");
  const before = await history.changesAfter(leila, home.global, 0);
  const filed = await reports.file(arash, id, SPAM);
  assert.equal(filed.is_new, true);
  const { reports: [report, ...others], more } = await reports.list(admin, { limit: 5 });
  assert.deepEqual([others, more], [[], false]);
  assert.deepEqual(report, {
    id: filed.id,
    ...SPAM,
    status: "open",
    created_at: "2025-03-20T08:00:00.000Z",
    reporter: await world.chat.people.get(arash),
    message: await world.chat.messages.get(admin, id),
    conversation: { id: home.global, kind: "global", name: null },
    handled_by: null,
    handled_at: null,
  });
  // The author finds no trace of it.
  assert.deepEqual(world.events, []);
  assert.deepEqual(await history.changesAfter(leila, home.global, 0), before);
  for (const actor of [leila, arash, agent]) {
    await assertRefused(reports.list(actor, { limit: 5 }), "forbidden");
    await assertRefused(reports.handle(actor, filed.id, "dismissed", ""), "forbidden");
  }
});

Deno.test("a person reports a message once, also twice at once; never their own, nor what is not there", async () => {
  await using world = await createWorld();
  const { leila, arash, admin, home } = world;
  const { reports, messages } = world.chat;
  const id = await world.put(home.global, leila);
  const both = await Promise.all([reports.file(arash, id, SPAM), reports.file(arash, id, SPAM)]);
  assert.deepEqual(both.map(({ is_new }) => is_new).sort(), [false, true]);
  assert.equal(both[0]!.id, both[1]!.id);
  assert.deepEqual(await reports.file(arash, id, SPAM), { id: both[0]!.id, is_new: false });
  assert.equal((await reports.file(admin, id, SPAM)).is_new, true);
  assert.equal((await reports.list(admin, { limit: 5 })).reports.length, 2);
  await assertRefused(reports.file(leila, id, SPAM), "forbidden");
  await assertRefused(reports.file(leila, await world.systemLine(home.global), SPAM), "forbidden");
  const gone = await world.put(home.global, leila);
  await messages.remove(leila, gone);
  await assertRefused(reports.file(arash, gone, SPAM), "not_found");
});

Deno.test("what became of a report is kept, with an audit record, in its own workspace", async () => {
  await using world = await createWorld();
  const { leila, arash, admin, outsider, home } = world;
  const { reports } = world.chat;
  const { id } = await reports.file(arash, await world.put(home.global, leila), SPAM);
  world.clock.advance(60_000);
  const handled = await reports.handle(admin, id, "resolved", "192.0.2.1");
  assert.deepEqual([handled.status, handled.handled_by, handled.handled_at], [
    "resolved",
    admin.id,
    "2025-03-20T08:01:00.000Z",
  ]);
  // Again changes nothing and is no second act.
  await reports.handle(admin, id, "resolved", "192.0.2.1");
  const reopened = await reports.handle(admin, id, "open", "192.0.2.1");
  assert.deepEqual([reopened.handled_by, reopened.handled_at], [null, null]);
  const records = await world.store.all(audit.list({ workspace_id: home.id, limit: 9 }));
  assert.deepEqual(records.map(({ action, entity_id, ip }) => [action, entity_id, ip]), [
    ["report.reopen", id, "192.0.2.1"],
    ["report.resolve", id, "192.0.2.1"],
  ]);
  assert.deepEqual((await reports.list(outsider, { limit: 5 })).reports, []);
  await assertRefused(reports.handle(outsider, id, "dismissed", ""), "not_found");
  // Somebody who was an admin when they asked, and is none when it is written.
  await world.restrict(admin, { role: "member" });
  await assertRefused(reports.handle(admin, id, "dismissed", ""), "conflict");
  assert.equal((await reports.list(world.owner, { status: "open", limit: 5 })).reports.length, 1);
});

Deno.test("the queue is paged by key and filtered by status", async () => {
  await using world = await createWorld();
  const { leila, arash, admin, home } = world;
  const { reports } = world.chat;
  const ids: number[] = [];
  for (let i = 0; i < 5; i++) {
    ids.push((await reports.file(arash, await world.put(home.global, leila), SPAM)).id);
  }
  await reports.handle(admin, ids[2]!, "dismissed", "");
  const first = await reports.list(admin, { limit: 2 });
  assert.deepEqual([first.reports.map(({ id }) => id), first.more], [[ids[4], ids[3]], true]);
  const rest = await reports.list(admin, { before: ids[3], limit: 3 });
  assert.deepEqual([rest.reports.map(({ id }) => id), rest.more], [[ids[2], ids[1], ids[0]], false]);
  const open = await reports.list(admin, { status: "open", limit: 9 });
  assert.deepEqual(open.reports.map(({ id }) => id), [ids[4], ids[3], ids[1], ids[0]]);
  assert.deepEqual((await reports.list(admin, { status: "dismissed", limit: 9 })).reports.length, 1);
});
