import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import type { Store } from "@/db/store.ts";
import { StoreUnavailable } from "@/db/store.ts";
import { assertRefused, createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import type { Actor } from "./actor.ts";
import type { Draft } from "./messages.ts";

/** One column of the messages of a conversation as another connection finds them, in order of `seq`. */
function stored(world: World, conversation_id: number): Record<string, unknown>[] {
  const other = new DatabaseSync(world.path, { readOnly: true });
  try {
    return other.prepare("select * from messages where conversation_id = ? order by seq").all(
      conversation_id,
    );
  } finally {
    other.close();
  }
}

/** Rows of a table, counted by another connection. */
function count(world: World, table: string): number {
  const other = new DatabaseSync(world.path, { readOnly: true });
  try {
    return Number(other.prepare(`select count(*) as n from ${table}`).get()!.n);
  } finally {
    other.close();
  }
}

function say(world: World, actor: Actor, draft: Partial<Draft> = {}) {
  return world.chat.messages.send(actor, { conversation_id: world.home.global, content: "سلام", ...draft });
}

Deno.test("a message is sent whole: to its author, to others, to the database", async () => {
  await using world = await createWorld();
  const { leila, home } = world;
  const message = await say(world, leila, { content: "سلام به همه", client_id: "one" });
  const { id, ...rest } = message;
  assert(Number.isSafeInteger(id));
  assert.deepEqual(rest, {
    conversation: home.global,
    seq: 1,
    version: 1,
    client_id: "one",
    kind: "text",
    sender: {
      id: leila.id,
      username: "leila",
      first_name: "leila",
      last_name: "",
      profile_picture: null,
      score: 0,
      rank: null,
      role: "member",
      in_game_ids: [],
    },
    content: "سلام به همه",
    timestamp: "2025-03-20T08:00:00.000Z",
    is_read: false,
    is_edited: false,
    is_deleted: false,
    reply_to: null,
    reactions: [],
    mentions: [],
    params: null,
    is_pinned: false,
    attachments: [],
    source: { kind: "app", name: null },
  });
  assert.deepEqual(world.events, [
    { type: "message", conversation: { id: home.global, kind: "global", workspace_id: home.id }, message },
  ]);
  assert.deepEqual(await world.chat.messages.get(world.arash, id), message);
  assert.deepEqual(stored(world, home.global).map((row) => row.content), ["سلام به همه"]);
});

Deno.test("seq has no holes and follows the order of commits, whatever fails in between", async () => {
  await using world = await createWorld();
  const { leila, arash, guest, home } = world;
  await say(world, leila, { client_id: "taken" });
  const attempts = Array.from({ length: 60 }, (_, i) => {
    if (i % 5 === 1) return say(world, leila, { client_id: "taken" }).then(() => "repeated");
    if (i % 5 === 3) return say(world, arash, { reply_to: 12345 }).catch(() => "refused");
    if (i % 5 === 4) return say(world, guest).catch(() => "refused");
    return say(world, i % 2 ? leila : arash, { content: `${i}` });
  });
  const sent = (await Promise.all(attempts)).filter((outcome) => typeof outcome === "object");
  assert.equal(sent.length, 24);
  assert.deepEqual(sent.map(({ seq }) => seq), sent.map((_, i) => i + 2));
  assert.deepEqual(
    stored(world, home.global).map((row) => row.seq),
    Array.from({ length: 25 }, (_, i) => i + 1),
  );
  // Ids grow with seq: keyset pages by id stand on it.
  const ids = stored(world, home.global).map((row) => Number(row.id));
  assert.deepEqual(ids, ids.toSorted((a, b) => a - b));
});

Deno.test("conversations count for themselves", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const group = await world.conversation("group", [leila, arash]);
  await say(world, leila);
  await say(world, leila);
  const message = await say(world, arash, { conversation_id: group });
  assert.equal(message.seq, 1);
  assert.equal(message.version, 1);
});

Deno.test("each change raises the version once and stamps the message with it", async () => {
  await using world = await createWorld();
  const { leila, home } = world;
  const { messages } = world.chat;
  const first = await say(world, leila);
  const second = await say(world, leila);
  const edited = await messages.edit(leila, first.id, "درود");
  assert.deepEqual([edited.seq, edited.version, edited.is_edited, edited.content], [1, 3, true, "درود"]);
  const removed = await messages.remove(leila, second.id);
  assert.deepEqual([removed.seq, removed.version, removed.is_deleted, removed.content], [2, 4, true, ""]);
  assert.equal(removed.is_edited, false);
  // What changes nothing raises nothing, and is told to nobody.
  await messages.edit(leila, first.id, "درود");
  await messages.remove(leila, second.id);
  const { version, seq } = await world.chat.conversations.get(leila, home.global);
  assert.deepEqual({ version, seq }, { version: 4, seq: 2 });
  assert.deepEqual(world.events.map(({ type }) => type), ["message", "message", "edit", "delete"]);
});

Deno.test("what an edit or deletion replaced is kept for admins, and gone from the message", async () => {
  await using world = await createWorld();
  const { leila, home } = world;
  const { id } = await say(world, leila, { content: "first" });
  await world.chat.messages.edit(leila, id, "second");
  await world.chat.messages.remove(leila, id);
  const kept = await world.store.all<{ content: string; replaced_by: number }>({
    sql: "select content, replaced_by from message_history where message_id = ? order by id",
    parameters: [id],
  });
  assert.deepEqual(kept, [
    { content: "first", replaced_by: leila.id },
    { content: "second", replaced_by: leila.id },
  ]);
  const [row] = stored(world, home.global);
  assert.equal(row!.content, "");
  assert.equal(row!.deleted_by, leila.id);
  await assertRefused(world.chat.messages.edit(leila, id, "third"), "not_found");
});

Deno.test("every change is in the log of changes, in order, by whom", async () => {
  await using world = await createWorld();
  const { leila, admin, home } = world;
  const { id } = await say(world, leila);
  await world.chat.messages.edit(leila, id, "ok");
  await world.chat.messages.remove(admin, id);
  await say(world, leila, { reply_to: 99 }).catch(() => {});
  const log = await world.store.all({
    sql:
      "select workspace_id, conversation_id, entity, entity_id, verb, actor_id from changes order by cursor",
    parameters: [],
  });
  const place = { workspace_id: home.id, conversation_id: home.global, entity: "message", entity_id: id };
  assert.deepEqual(log, [
    { ...place, verb: "created", actor_id: leila.id },
    { ...place, verb: "edited", actor_id: leila.id },
    { ...place, verb: "deleted", actor_id: admin.id },
  ]);
});

Deno.test("events come in the order of versions, also when one commit holds changes of every kind", async () => {
  await using world = await createWorld();
  const { leila, admin } = world;
  const { messages } = world.chat;
  const old = [];
  for (let i = 0; i < 12; i++) old.push(await say(world, i % 2 ? leila : admin));
  world.events.length = 0;
  // All checks first, so that the writes themselves fall into one commit.
  const prepared = await Promise.all(
    old.map(() => messages.prepare(leila, { conversation_id: world.home.global, content: "new" })),
  );
  await Promise.all(old.flatMap((message, i) => [
    messages.edit(admin, message.id, `edited ${i}`),
    prepared[i]!(),
    i % 3 === 0 ? messages.remove(admin, message.id) : prepared[i]!(),
  ]));
  const versions = world.events.map((event) => "message" in event ? event.message.version : NaN);
  assert.deepEqual(versions, versions.map((_, i) => 13 + i));
  assert.deepEqual(new Set(world.events.map(({ type }) => type)), new Set(["message", "edit", "delete"]));
});

Deno.test("whoever hears of a change finds it in the database by another connection", async () => {
  await using world = await createWorld();
  const { leila, home } = world;
  const found: unknown[] = [];
  world.chat.listen((event) => {
    if (!("message" in event)) return;
    const row = stored(world, home.global).find((row) => row.id === event.message.id);
    found.push([event.type, row?.version, row?.content]);
  });
  const { id } = await say(world, leila, { content: "a" });
  await world.chat.messages.edit(leila, id, "b");
  await world.chat.messages.remove(leila, id);
  assert.deepEqual(found, [["message", 1, "a"], ["edit", 2, "b"], ["delete", 3, ""]]);
});

Deno.test("listeners hear of a message before its sender is answered; one that fails harms nobody", async () => {
  await using world = await createWorld();
  const reported: unknown[] = [];
  const { createChat } = await import("./mod.ts");
  const chat = createChat({
    store: world.store,
    now: world.clock.now,
    nextId: world.nextId,
    report: (error) => reported.push(error),
  });
  const order: string[] = [];
  chat.listen(() => {
    throw new Error("a fault");
  });
  chat.listen(() => order.push("told"));
  await chat.messages.send(world.leila, { conversation_id: world.home.global, content: "x" });
  order.push("answered");
  assert.deepEqual(order, ["told", "answered"]);
  assert.equal(reported.length, 1);
});

// --- client_id ---

Deno.test("the same client_id again returns the first message and creates nothing", async () => {
  await using world = await createWorld();
  const { leila } = world;
  const first = await say(world, leila, { client_id: "one", content: "first" });
  const again = await say(world, leila, { client_id: "one", content: "another" });
  assert.deepEqual(again, first);
  assert.equal(count(world, "messages"), 1);
  assert.equal(count(world, "changes"), 1);
  assert.equal(world.events.length, 1);
});

Deno.test("the same client_id many times in one commit creates one message", async () => {
  await using world = await createWorld();
  const { leila, home } = world;
  const { messages } = world.chat;
  const draft = { conversation_id: home.global, content: "once", client_id: "one" };
  const prepared = await Promise.all(Array.from({ length: 8 }, () => messages.prepare(leila, draft)));
  const sent = await Promise.all(prepared.map((commit) => commit()));
  assert.equal(new Set(sent.map(({ id }) => id)).size, 1);
  assert.deepEqual(sent.map(({ seq }) => seq), Array(8).fill(1));
  assert.equal(count(world, "messages"), 1);
  assert.equal(world.events.length, 1);
  assert.equal((await say(world, leila)).seq, 2);
});

Deno.test("a client_id is known after a restart", async () => {
  await using world = await createWorld();
  const first = await say(world, world.leila, { client_id: "one" });
  await world.restart();
  const again = await say(world, world.leila, { client_id: "one" });
  assert.deepEqual(again, first);
  assert.equal(world.events.length, 1);
  const next = await say(world, world.leila, { client_id: "two" });
  assert.equal(next.seq, 2);
  assert(next.id > first.id);
});

Deno.test("a client_id belongs to its author, over all conversations", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const group = await world.conversation("group", [leila, arash]);
  const first = await say(world, leila, { client_id: "one" });
  const others = await say(world, arash, { client_id: "one" });
  assert.notEqual(others.id, first.id);
  const elsewhere = await say(world, leila, { client_id: "one", conversation_id: group });
  assert.deepEqual(elsewhere, first);
  assert.equal((await world.chat.conversations.get(leila, group)).seq, 0);
});

Deno.test("a client_id used in another workspace tells nothing of it", async () => {
  await using world = await createWorld();
  const { outsider, home, elsewhere } = world;
  const { memberships } = { memberships: await import("@/db/memberships.ts") };
  await world.store.batch([
    memberships.insert({
      workspace_id: home.id,
      user_id: outsider.id,
      role: "member",
      created_at: world.clock.now(),
    }),
  ]);
  await say(world, outsider, { client_id: "one", conversation_id: elsewhere.global, content: "secret" });
  const here = { ...outsider, workspace_id: home.id, role: "member" as const };
  await assertRefused(say(world, here, { client_id: "one" }), "conflict");
});

Deno.test("a repeat is answered with the first message even where it would now be refused", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const original = await say(world, arash);
  const draft = { client_id: "one", reply_to: original.id };
  const first = await say(world, leila, draft);
  await world.chat.messages.remove(arash, original.id);
  assert.equal((await say(world, leila, draft)).id, first.id);
  await assertRefused(say(world, leila, { ...draft, client_id: "two" }), "invalid_input");
  await world.restrict(leila, { muted_until: world.clock.now() + 1000 });
  assert.equal((await say(world, leila, draft)).id, first.id);
  await assertRefused(say(world, leila, { client_id: "two" }), "muted");
  await assertRefused(say(world, leila), "muted");
  assert.equal(count(world, "messages"), 2);
});

// --- replies ---

Deno.test("a reply quotes its original, cut to 160 characters", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const original = await say(world, leila, { content: "ب".repeat(500) });
  const reply = await say(world, arash, { reply_to: original.id });
  assert.deepEqual(reply.reply_to, {
    id: original.id,
    seq: 1,
    sender: {
      id: leila.id,
      username: "leila",
      first_name: "leila",
      last_name: "",
      profile_picture: null,
      role: "member",
    },
    content: "ب".repeat(160),
    is_deleted: false,
    source: { kind: "app", name: null },
  });
  assert.deepEqual(await world.chat.messages.get(leila, reply.id), reply);
});

Deno.test("a quote shows its original as it is now, and nothing of a deleted one", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const { messages } = world.chat;
  const original = await say(world, leila, { content: "before" });
  const reply = await say(world, arash, { reply_to: original.id });
  await messages.edit(leila, original.id, "after");
  assert.equal((await messages.get(arash, reply.id)).reply_to!.content, "after");
  await messages.remove(leila, original.id);
  const { reply_to } = await messages.get(arash, reply.id);
  assert.deepEqual([reply_to!.content, reply_to!.is_deleted, reply_to!.id], ["", true, original.id]);
});

Deno.test("an original deleted in the same commit is quoted by nobody", async () => {
  let handed = 0;
  const wrap = (store: Store): Store => ({
    ...store,
    batch: (statements) => {
      handed++;
      return store.batch(statements);
    },
  });
  await using world = await createWorld({ wrap });
  const { leila, arash, home } = world;
  const { messages } = world.chat;
  const original = await say(world, leila, { content: "secret" });
  const reply = await say(world, arash, { reply_to: original.id });
  const draft = { conversation_id: home.global, content: "late", reply_to: original.id };
  const late = await messages.prepare(arash, draft);
  world.events.length = handed = 0;
  const acts: Promise<unknown>[] = [
    messages.remove(leila, original.id),
    messages.edit(arash, reply.id, "edited"),
  ];
  while (handed < 2) await Promise.resolve();
  acts.push(late());
  const outcomes = await Promise.allSettled(acts);
  assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "fulfilled", "rejected"]);
  const told = JSON.stringify(world.events);
  assert(told.includes("edited"));
  assert(!told.includes("secret"), told);
  assert.equal(count(world, "messages"), 2);
});

Deno.test("a reply to what is elsewhere, unknown, deleted or of the system is refused", async () => {
  await using world = await createWorld();
  const { leila, outsider, home, elsewhere } = world;
  const group = await world.conversation("group", [leila]);
  const inGroup = await say(world, leila, { conversation_id: group });
  const foreign = await say(world, outsider, { conversation_id: elsewhere.global });
  const deleted = await say(world, leila);
  await world.chat.messages.remove(leila, deleted.id);
  const line = await world.systemLine(home.global);
  for (const reply_to of [inGroup.id, foreign.id, deleted.id, line, 1, Number.MAX_SAFE_INTEGER]) {
    await assertRefused(say(world, leila, { reply_to }), "invalid_input");
  }
  assert.equal((await world.chat.conversations.get(leila, home.global)).seq, 2);
});

// --- failures ---

/** A store whose commits fail while told to. */
function failing() {
  const disk = { full: false };
  const wrap = (store: Store): Store => ({
    ...store,
    batch: (statements) =>
      disk.full ? Promise.reject(new StoreUnavailable("the disk is full")) : store.batch(statements),
  });
  return { disk, wrap };
}

Deno.test("when the commit fails everybody is told so, and nothing is emitted", async () => {
  const { disk, wrap } = failing();
  await using world = await createWorld({ wrap });
  const { leila, arash, home } = world;
  const { chat } = world;
  const { id } = await say(world, leila);
  world.events.length = 0;
  disk.full = true;
  const unavailable = async (act: Promise<unknown>) => {
    await assertRefused(act, "unavailable");
    // What happened stays known, for the log.
    await assert.rejects(act, (error: Error) => error.cause instanceof StoreUnavailable);
  };
  await unavailable(say(world, leila, { client_id: "one" }));
  await unavailable(chat.messages.edit(leila, id, "new"));
  await unavailable(chat.messages.remove(leila, id));
  await unavailable(chat.reads.mark(arash, home.global, 1));
  await unavailable(chat.conversations.openDirect(leila, arash.id));
  assert.deepEqual(world.events, []);
  disk.full = false;
  assert.equal((await say(world, leila, { client_id: "one" })).seq, 2);
  assert.equal(world.events.length, 1);
});

Deno.test("a store that is closed is unavailable for reading too", async () => {
  await using world = await createWorld();
  await world.store.close();
  await assertRefused(world.chat.messages.get(world.leila, 1), "unavailable");
  await assertRefused(world.chat.history.page(world.leila, world.home.global, { limit: 10 }), "unavailable");
});

// --- races ---

Deno.test("two who edit at once both succeed, the later one last", async () => {
  await using world = await createWorld();
  const { leila, admin } = world;
  const { id } = await say(world, leila, { content: "0" });
  const [first, second] = await Promise.all([
    world.chat.messages.edit(leila, id, "1"),
    world.chat.messages.edit(admin, id, "2"),
  ]);
  assert.deepEqual([first.version, second.version], [2, 3]);
  assert.equal((await world.chat.messages.get(leila, id)).content, "2");
  assert.equal(count(world, "message_history"), 2);
});

Deno.test("an edit that meets a deletion in the same commit finds nothing, a second deletion is no fault", async () => {
  await using world = await createWorld();
  const { leila, admin } = world;
  const { messages } = world.chat;
  const { id } = await say(world, leila, { content: "0" });
  const [removed, edited, again] = await Promise.allSettled([
    messages.remove(admin, id),
    messages.edit(leila, id, "1"),
    messages.remove(leila, id),
  ]);
  assert(removed.status === "fulfilled" && again.status === "fulfilled");
  assert.deepEqual(again.value, removed.value);
  assert(edited.status === "rejected");
  assert.equal(edited.reason.code, "not_found");
  assert.equal(removed.value.version, 2);
  assert.deepEqual(world.events.map(({ type }) => type), ["message", "delete"]);
});

Deno.test("an edit is told with the readers it has when it is committed", async () => {
  await using world = await createWorld();
  const { leila, arash } = world;
  const direct = await world.conversation("direct", [leila, arash]);
  const { id } = await say(world, leila, { conversation_id: direct });
  const [, edited] = await Promise.all([
    world.chat.reads.mark(arash, direct, 1),
    world.chat.messages.edit(leila, id, "edited"),
  ]);
  assert.deepEqual(world.events.map(({ type }) => type), ["message", "read", "edit"]);
  assert.equal(edited.is_read, true);
});

Deno.test("lines of the system are nobody's to change", async () => {
  await using world = await createWorld();
  const { leila, owner, home } = world;
  const line = await world.systemLine(home.global);
  for (const actor of [leila, owner]) {
    await assertRefused(world.chat.messages.edit(actor, line, "x"), "forbidden");
    await assertRefused(world.chat.messages.remove(actor, line), "forbidden");
  }
  assert.equal((await world.chat.messages.get(leila, line)).kind, "system");
  assert.equal(count(world, "message_history"), 0);
});

Deno.test("whoever changes what another said stands in the audit; one's own changes do not", async () => {
  await using world = await createWorld();
  const { leila, admin, home } = world;
  const { id } = await say(world, leila, { content: "one" });
  await world.chat.messages.edit(leila, id, "two");
  await world.chat.messages.edit(admin, id, "three");
  await world.chat.messages.remove(admin, id);
  const records = await world.store.all<{ details: string }>({
    sql: "select workspace_id, actor_id, action, entity, entity_id, details from audit order by id",
    parameters: [],
  });
  const act = { workspace_id: home.id, actor_id: admin.id, entity: "message", entity_id: id };
  assert.deepEqual(records.map(({ details: _, ...record }) => record), [
    { ...act, action: "message.edit" },
    { ...act, action: "message.delete" },
  ]);
  assert.deepEqual(JSON.parse(records[0]!.details), { conversation_id: home.global, author_id: leila.id });
});
