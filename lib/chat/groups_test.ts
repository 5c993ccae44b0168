import assert from "node:assert/strict";
import * as conversations from "@/db/conversations.ts";
import * as memberships from "@/db/memberships.ts";
import * as participants from "@/db/participants.ts";
import { query, write } from "@/db/query.ts";
import type { Statement, Store } from "@/db/store.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { ErrorCode } from "@/lib/protocol/errors.ts";
import { GROUP_MAX } from "@/lib/protocol/rooms.ts";
import { assertRefused, createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import type { Actor } from "./actor.ts";

/** What each act of a row gives. */
const OUTCOMES = { "+": "done", "4": "not_found", "3": "forbidden", "m": "muted" } as const;

/** A group of its own for each act: somebody leads it, others are in it, and `newcomer` is not. */
interface Cast {
  readonly id: number;
  readonly head: Actor;
  readonly other_admin: Actor;
  readonly member: Actor;
  readonly newcomer: Actor;
}

const ACTS = {
  read: async ({ chat }, actor, { id }) => {
    await chat.members.list(actor, id, { search: "", limit: 5 });
    await chat.groups.get(actor, id);
  },
  describe: ({ chat }, actor, { id }) => chat.groups.describe(actor, id, { name: "another", topic: "x" }),
  picture: ({ chat }, actor, { id }) => chat.groups.setPicture(actor, id, null),
  add: ({ chat }, actor, { id, newcomer }) => chat.members.add(actor, id, [newcomer.id]),
  "remove a member": ({ chat }, actor, { id, member }) => chat.members.remove(actor, id, member.id),
  "remove an admin": ({ chat }, actor, { id, other_admin }) => chat.members.remove(actor, id, other_admin.id),
  "remove the owner": ({ chat }, actor, { id, head }) => chat.members.remove(actor, id, head.id),
  appoint: ({ chat }, actor, { id, member }) => chat.members.setRole(actor, id, member.id, "admin"),
  "hand over": ({ chat }, actor, { id, member }) => chat.members.setRole(actor, id, member.id, "owner"),
  dissolve: ({ chat }, actor, { id }) => chat.groups.dissolve(actor, id),
  leave: ({ chat }, actor, { id }) => chat.members.remove(actor, id, actor.id),
} satisfies Record<string, (world: World, actor: Actor, cast: Cast) => Promise<unknown>>;
type ActName = keyof typeof ACTS;

const NOBODY = "44444444444";
const TABLE: Readonly<Record<string, string>> = {
  "owner of the workspace": "++++++++++4",
  "admin of the workspace": "++++++++++4",
  agent: NOBODY,
  head: "+++++++++++",
  admin: "+++++33333+",
  participant: "+333333333+",
  "muted head": "+mmm+++++++",
  "banned head": NOBODY,
  removed: NOBODY,
  stranger: NOBODY,
  "guest in it": "+333333333+",
  guest: NOBODY,
  outsider: NOBODY,
};

Deno.test("who may do what with a group", async (t) => {
  for (const [who, row] of Object.entries(TABLE)) {
    await t.step(`${who}: ${row}`, async () => {
      await using world = await createWorld();
      const found: Record<string, string> = {};
      for (const act of Object.keys(ACTS) as ActName[]) {
        const { actor, cast } = await populate(world, who);
        const before = await traces(world);
        const outcome = await ACTS[act](world, actor, cast).then(() => "done", codeOf);
        if (outcome !== "done") assert.deepEqual(await traces(world), before, `${act} left a trace`);
        found[act] = outcome;
      }
      const expected = [...row].map((letter) => OUTCOMES[letter as keyof typeof OUTCOMES]);
      assert.deepEqual(found, Object.fromEntries(Object.keys(ACTS).map((act, i) => [act, expected[i]])));
    });
  }
});

let named = 0;

/** A new group, and the one who is to act on it. */
async function populate(world: World, who: string): Promise<{ actor: Actor; cast: Cast }> {
  const person = () => world.member(`person${++named}`);
  const [head, admin, other_admin, member, removed, newcomer] = [
    await person(),
    await person(),
    await person(),
    await person(),
    await person(),
    await person(),
  ];
  const visitor = await world.stray("in it");
  const id = await world.conversation("group", [head, admin, other_admin, member, removed, visitor]);
  await world.removeParticipant(id, removed);
  for (const one of [admin, other_admin]) {
    await world.store.batch([participants.setRole(id, one.id, "admin", "member")]);
  }
  if (who === "muted head") await world.restrict(head, { muted_until: world.clock.now() + 1 });
  if (who === "banned head") await world.restrict(head, { banned_at: world.clock.now() });
  const actors: Record<string, Actor> = {
    "owner of the workspace": world.owner,
    "admin of the workspace": world.admin,
    agent: world.agent,
    head,
    admin,
    participant: member,
    "muted head": head,
    "banned head": head,
    removed,
    stranger: newcomer,
    "guest in it": visitor,
    guest: world.guest,
    outsider: world.outsider,
  };
  // Whoever acts on a member acts on somebody else.
  const cast = { id, head, other_admin, member: who === "participant" ? admin : member, newcomer };
  return { actor: actors[who]!, cast };
}

function codeOf(error: unknown): string {
  if (!(error instanceof AppError)) throw error;
  return error.code;
}

/** All that an act could have changed. */
async function traces(world: World): Promise<unknown> {
  const rows = (sql: string) => world.store.all({ sql, parameters: [] });
  return {
    conversations: await rows("select * from conversations order by id"),
    participants: await rows("select * from participants order by conversation_id, actor_id"),
    messages: await rows("select * from messages order by id"),
    changes: await rows("select count(*) from changes"),
    audit: await rows("select count(*) from audit"),
    reads: await rows("select * from reads order by conversation_id, actor_id"),
    events: world.events.length,
  };
}

// --- what is lost between the check and the commit ---

const set = (table: "participants", id: number, actor: Actor, role: "owner" | "admin" | "member") =>
  write(
    query.updateTable(table).set({ role }).where("conversation_id", "=", id).where("actor_id", "=", actor.id),
  );
const gone = (id: number, actor: Actor) => conversations.removeParticipant(id, actor.id, 1);

const LOSSES = {
  "no leader any more": (actor, { id }) => [set("participants", id, actor, "member")],
  "not in it any more": (actor, { id }) => [gone(id, actor)],
  muted: (actor) => [memberships.update(actor.workspace_id, actor.id, { muted_until: 9e15 })],
  banned: (actor) => [memberships.update(actor.workspace_id, actor.id, { banned_at: 1 })],
  "no staff any more": (actor) => [memberships.update(actor.workspace_id, actor.id, { role: "member" })],
  "the group is deleted": (_, { id }) => [
    write(query.updateTable("conversations").set({ deleted_at: 1 }).where("id", "=", id)),
  ],
  "the member is an admin now": (_, { id, member }) => [set("participants", id, member, "admin")],
  "the member left": (_, { id, member }) => [gone(id, member)],
  "the newcomer is banned": (_, { newcomer }) => [
    memberships.update(newcomer.workspace_id, newcomer.id, { banned_at: 1 }),
  ],
} satisfies Record<string, (actor: Actor, cast: Cast) => Statement[]>;

const RACES: [who: string, act: ActName, loss: keyof typeof LOSSES, code: ErrorCode][] = [
  ...(["describe", "add"] as const).flatMap((act): typeof RACES => [
    ["admin", act, "no leader any more", "forbidden"],
    ["admin", act, "not in it any more", "not_found"],
    ["head", act, "muted", "muted"],
    ["head", act, "banned", "not_found"],
    ["admin of the workspace", act, "no staff any more", "not_found"],
    ["head", act, "the group is deleted", "not_found"],
  ]),
  ["head", "add", "the newcomer is banned", "not_found"],
  ["admin", "remove a member", "no leader any more", "forbidden"],
  ["admin", "remove a member", "the member is an admin now", "forbidden"],
  ["head", "remove a member", "the member left", "not_found"],
  ["admin of the workspace", "remove a member", "no staff any more", "not_found"],
  ["head", "appoint", "no leader any more", "forbidden"],
  ["head", "appoint", "the member left", "not_found"],
  ["head", "hand over", "no leader any more", "forbidden"],
  ["admin of the workspace", "hand over", "no staff any more", "not_found"],
  ["head", "dissolve", "no leader any more", "forbidden"],
  ["head", "dissolve", "the group is deleted", "not_found"],
  ["participant", "leave", "not in it any more", "not_found"],
];

/** A world in which something happens just before the next write. */
async function interruptible() {
  let before: readonly Statement[] | null = null;
  const wrap = (store: Store): Store => ({
    ...store,
    batch: (statements) => {
      const now = before;
      before = null;
      if (now) void store.batch(now);
      return store.batch(statements);
    },
  });
  const world = await createWorld({ wrap });
  return { world, next: (statements: readonly Statement[]) => void (before = statements) };
}

Deno.test("what is lost between check and commit stops the write, with the reason", async (t) => {
  for (const [who, act, loss, code] of RACES) {
    await t.step(`${who}: ${act}, ${loss}`, async () => {
      const { world, next } = await interruptible();
      await using _ = world;
      const { actor, cast } = await populate(world, who);
      const lines = await linesOf(world, cast.id);
      next(LOSSES[loss](actor, cast));
      await assertRefused(ACTS[act](world, actor, cast), code);
      assert.deepEqual(await linesOf(world, cast.id), lines);
      assert.equal(world.events.length, 0);
      const inside = await world.store.all<{ actor_id: number }>(conversations.participantIds(cast.id));
      assert(!inside.some(({ actor_id }) => actor_id === cast.newcomer.id));
    });
  }
});

function linesOf(world: World, id: number): Promise<unknown[]> {
  return world.store.all({ sql: "select * from messages where conversation_id = ?", parameters: [id] });
}

Deno.test("nobody is named twice: who is added by two at once is added once", async () => {
  await using world = await createWorld();
  const { leila, arash, agent, chat } = world;
  const { id } = await chat.groups.create(leila, { name: "x", members: [] });
  await Promise.all([
    chat.members.add(leila, id, [arash.id, agent.id]),
    chat.members.add(leila, id, [arash.id]),
    chat.members.add(leila, id, [agent.id, arash.id]),
  ]);
  const { count, members } = await chat.members.list(leila, id, { search: "", limit: 10 });
  assert.deepEqual([count, members.map(({ user }) => user.username)], [3, ["leila", "agent", "arash"]]);
  const added = world.events.flatMap((event) => event.type === "message" ? [event.message] : []);
  assert.deepEqual(added.map(({ content, seq, version }) => [content, seq, version]), [
    ["group_created", 1, 1],
    ["members_added", 2, 2],
  ]);
  assert.deepEqual(added[1]!.params!.users!.map((one) => one.id), [arash.id, agent.id]);
});

Deno.test("who is added and removed at once is in it or not, and the lines say which", async () => {
  await using world = await createWorld();
  const { leila, arash, chat } = world;
  const { id } = await chat.groups.create(leila, { name: "x", members: [arash.id] });
  for (let round = 0; round < 5; round++) {
    await Promise.allSettled([
      chat.members.remove(leila, id, arash.id),
      chat.members.add(leila, id, [arash.id]),
      chat.members.remove(arash, id, arash.id),
      chat.members.add(leila, id, [arash.id]),
    ]);
  }
  const lines = (await chat.history.page(leila, id, { limit: 100 })).messages.map(({ content }) => content);
  const count = (...keys: string[]) => lines.filter((line) => keys.includes(line)).length;
  const balance = 1 + count("members_added") - count("member_removed", "member_left");
  const is_in = (await world.store.all<{ actor_id: number }>(conversations.participantIds(id))).length === 2;
  assert.equal(balance, is_in ? 1 : 0);
});

Deno.test("the first to take a name of a request makes the group; sent again it is the same one", async () => {
  await using world = await createWorld();
  const { leila, arash, chat } = world;
  const draft = { name: "once", members: [arash.id], client_id: "one" };
  const [first, again] = await Promise.all([
    chat.groups.create(leila, draft),
    chat.groups.create(leila, { ...draft, name: "twice" }),
  ]);
  assert.deepEqual([again.id, again.name], [first.id, "once"]);
  assert.notEqual((await chat.groups.create(arash, draft)).id, first.id, "each names their own");
  assert.deepEqual([(await chat.groups.list(leila)).length, (await chat.groups.list(arash)).length], [1, 2]);
  await chat.groups.dissolve(leila, first.id);
  await assertRefused(chat.groups.create(leila, draft), "conflict");
});

Deno.test("a group is opened with all who are named, or not at all", async () => {
  const { world, next } = await interruptible();
  await using _ = world;
  const { leila, arash, agent, outsider, guest, chat } = world;
  await world.restrict(agent, { banned_at: 1 });
  const before = await traces(world);
  for (const stranger of [agent.id, outsider.id, guest.id, 12345]) {
    const draft = { name: "x", members: [arash.id, stranger] };
    await assertRefused(chat.groups.create(leila, draft), "not_found");
  }
  await assertRefused(chat.groups.create(guest, { name: "x", members: [] }), "forbidden");
  const many = Array.from({ length: GROUP_MAX }, (_, i) => 1000 + i);
  await assertRefused(chat.groups.create(leila, { name: "x", members: many }), "group_full");
  assert.deepEqual(await traces(world), before);
  await world.restrict(agent, { banned_at: 1, banned_until: world.clock.now() });
  next([memberships.update(agent.workspace_id, agent.id, { banned_at: 1, banned_until: null })]);
  await assertRefused(chat.groups.create(leila, { name: "x", members: [agent.id] }), "not_found");
  next([memberships.update(leila.workspace_id, leila.id, { muted_until: 9e15 })]);
  await assertRefused(chat.groups.create(leila, { name: "x", members: [arash.id] }), "muted");
  assert.equal(world.events.length, 0);
});

Deno.test("a group has room for a thousand, also when the last places are taken at once", async () => {
  await using world = await createWorld();
  const { leila, arash, agent, admin, chat } = world;
  const { id } = await chat.groups.create(leila, { name: "full", members: [] });
  await fill(world, id, GROUP_MAX - 3);
  const settled = await Promise.allSettled(
    [arash, agent, admin].map((one) => chat.members.add(leila, id, [one.id])),
  );
  assert.deepEqual(settled.map(({ status }) => status), ["fulfilled", "fulfilled", "rejected"]);
  assert.equal(codeOf((settled[2] as PromiseRejectedResult).reason), "group_full");
  assert.equal((await chat.members.list(leila, id, { search: "", limit: 1 })).count, GROUP_MAX);
  await chat.members.remove(arash, id, arash.id);
  await chat.members.add(leila, id, [admin.id]);
});

/** Puts so many visitors into a group, who cost a test less than members. */
async function fill(world: World, id: number, count: number): Promise<void> {
  const { home, clock: { now } } = world;
  const ids = Array.from({ length: count }, () => world.nextId());
  await world.store.batch([
    write(
      query.insertInto("actors").values(
        ids.map((id) => ({ id, kind: "guest", workspace_id: home.id, name: "x", created_at: now() })),
      ),
    ),
    conversations.addParticipants(
      ids.map((actor_id) => ({
        conversation_id: id,
        actor_id,
        workspace_id: home.id,
        joined_at: now(),
        role: "member",
      })),
    ),
  ]);
}

Deno.test("an owner who goes is followed by the longest admin, else the longest member, nobody banned", async () => {
  await using world = await createWorld();
  const { leila, arash, agent, admin, chat, clock } = world;
  const { id } = await chat.groups.create(leila, { name: "x", members: [] });
  for (const one of [arash, agent, admin]) {
    clock.advance(1000);
    await chat.members.add(leila, id, [one.id]);
  }
  const roles = async () =>
    Object.fromEntries(
      (await world.store.all<{ username: string; role: string }>({
        sql: `select u.username, p.role from participants p join users u on u.id = p.actor_id
          where p.conversation_id = ? and p.left_at is null`,
        parameters: [id],
      })).map(({ username, role }) => [username, role]),
    );
  await chat.members.setRole(leila, id, admin.id, "admin");
  await chat.members.remove(leila, id, leila.id);
  assert.deepEqual(await roles(), { admin: "owner", arash: "member", agent: "member" });
  await world.restrict(arash, { banned_at: 1 });
  await chat.members.remove(admin, id, admin.id);
  assert.deepEqual(
    await roles(),
    { arash: "member", agent: "owner" },
    "arash was longer in it, and is banned",
  );
  // Who comes back begins as a member.
  await chat.members.add(agent, id, [leila.id]);
  assert.deepEqual(await roles(), { arash: "member", agent: "owner", leila: "member" });
  await chat.members.remove(leila, id, leila.id);
  await chat.members.remove(agent, id, agent.id);
  assert.deepEqual(await roles(), { arash: "member" });
});

Deno.test("the owner hands a group over, and there is always one; their role is not simply taken away", async () => {
  await using world = await createWorld();
  const { leila, arash, agent, owner, chat } = world;
  const { id } = await chat.groups.create(leila, { name: "x", members: [arash.id, agent.id] });
  await assertRefused(chat.members.setRole(leila, id, leila.id, "member"), "owner_needed");
  await assertRefused(chat.members.setRole(owner, id, leila.id, "admin"), "owner_needed");
  // Two of them at once: the first one counts, and who was it no more may not.
  const settled = await Promise.allSettled([
    chat.members.setRole(leila, id, arash.id, "owner"),
    chat.members.setRole(leila, id, agent.id, "owner"),
  ]);
  assert.deepEqual(settled.map((one) => one.status === "rejected" ? codeOf(one.reason) : "done"), [
    "done",
    "forbidden",
  ]);
  const roleOf = async (actor: Actor) => (await chat.groups.get(actor, id)).role;
  assert.deepEqual([await roleOf(leila), await roleOf(arash), await roleOf(agent)], [
    "admin",
    "owner",
    "member",
  ]);
  // Admins of the workspace may, too, and answer for it.
  await chat.members.setRole(owner, id, agent.id, "owner");
  assert.deepEqual([await roleOf(arash), await roleOf(agent), await roleOf(owner)], ["admin", "owner", null]);
  const audit = await world.store.all<{ action: string }>({
    sql: "select action from audit",
    parameters: [],
  });
  assert.deepEqual(audit.map(({ action }) => action), ["group.appoint"]);
});

Deno.test("lines stand in the stream in order, and call people as they are called now", async () => {
  await using world = await createWorld();
  const { leila, arash, chat, store } = world;
  const { id } = await chat.groups.create(leila, { name: "one", members: [arash.id] });
  await chat.messages.send(leila, { conversation_id: id, content: "a word" });
  await chat.groups.describe(leila, id, { name: "two", topic: "a topic" });
  await chat.groups.describe(leila, id, { name: "two", topic: "a topic" });
  await chat.groups.describe(leila, id, { topic: null });
  await chat.members.setRole(leila, id, arash.id, "admin");
  await chat.members.remove(leila, id, arash.id);
  await store.batch([{
    sql: "update users set first_name = 'Arash II' where id = ?",
    parameters: [arash.id],
  }]);
  const { messages, count } = await chat.history.page(leila, id, { limit: 50 });
  const as_now = { id: arash.id, username: "arash", first_name: "Arash II", last_name: "" };
  assert.deepEqual(messages.toReversed().map(({ content, params }) => [content, params]), [
    ["group_created", { name: "one", users: [as_now], count: 1 }],
    ["a word", null],
    ["group_renamed", { name: "two" }],
    ["topic_changed", { topic: "a topic" }],
    ["topic_changed", { topic: "" }],
    ["role_changed", { role: "admin", users: [as_now], count: 1 }],
    ["member_removed", { users: [as_now], count: 1 }],
  ]);
  assert.deepEqual(messages.map(({ seq }) => seq), [7, 6, 5, 4, 3, 2, 1]);
  assert.equal(count, 1, "lines are no messages to count");
  const group = await chat.groups.get(leila, id);
  assert.deepEqual([group.seq, group.version, group.last_message?.content], [7, 7, "a word"]);
  // What was told is what is read.
  const told = world.events.flatMap((event) => event.type === "message" ? [event.message] : []);
  assert.deepEqual(told.map(({ id }) => id), messages.map(({ id }) => id).reverse());
  assert.deepEqual({ ...told[2] }, messages.at(-3));
});

Deno.test("who is added has nothing unread of what was said before, and is no reason for it to be unread", async () => {
  await using world = await createWorld();
  const { leila, arash, agent, chat } = world;
  const { id } = await chat.groups.create(leila, { name: "x", members: [arash.id] });
  const { id: said, seq } = await chat.messages.send(leila, { conversation_id: id, content: "before" });
  await chat.reads.mark(arash, id, seq);
  await chat.members.add(leila, id, [agent.id]);
  assert.equal((await chat.messages.get(leila, said)).is_read, true);
  const { unread_count, read_seq, seq: last } = await chat.conversations.get(agent, id);
  assert.deepEqual([unread_count, read_seq], [0, last]);
  await chat.messages.send(leila, { conversation_id: id, content: "after" });
  assert.equal((await chat.conversations.get(agent, id)).unread_count, 1);
  assert.equal((await chat.conversations.list(arash))[0]!.unread_count, 1, "lines are not unread");
});

Deno.test("a group that was ended is nowhere any more", async () => {
  await using world = await createWorld();
  const { leila, arash, owner, chat } = world;
  const { id } = await chat.groups.create(leila, { name: "x", members: [arash.id] });
  const { id: said } = await chat.messages.send(leila, { conversation_id: id, content: "gone" });
  world.events.length = 0;
  await chat.groups.dissolve(leila, id);
  assert.deepEqual(world.events, [{
    type: "dissolved",
    conversation: { id, kind: "group", workspace_id: world.home.id },
    actor_ids: [leila.id, arash.id],
  }]);
  for (const actor of [leila, arash, owner]) {
    await assertRefused(chat.groups.get(actor, id), "not_found");
    await assertRefused(chat.messages.get(actor, said), "not_found");
    await assertRefused(chat.messages.send(actor, { conversation_id: id, content: "x" }), "not_found");
    assert.deepEqual(await chat.conversations.list(actor), []);
  }
  const all = await chat.conversations.listAll(owner, { page: 1, page_size: 50 });
  assert.deepEqual([all.count, all.conversations.map(({ kind }) => kind)], [1, ["global"]]);
});

Deno.test("the people of a group are listed by role and name, in pages, and found by either spelling", async () => {
  await using world = await createWorld();
  const { leila, arash, agent, admin, chat } = world;
  const members = [arash.id, agent.id, admin.id, (await world.member("zahra")).id];
  const { id } = await chat.groups.create(leila, { name: "x", members });
  await chat.members.setRole(leila, id, arash.id, "admin");
  const names: string[] = [];
  let after: Parameters<typeof chat.members.list>[2]["after"];
  for (let pages = 0; pages < 5; pages++) {
    const page = await chat.members.list(leila, id, { search: "", after, limit: 2 });
    assert.equal(page.count, 5);
    names.push(...page.members.map(({ user, role }) => `${role} ${user.username}`));
    if (page.next === null) break;
    after = page.next;
  }
  assert.deepEqual(names, ["owner leila", "admin arash", "member admin", "member agent", "member zahra"]);
  const found = await chat.members.list(leila, id, { search: "ZAH", limit: 10 });
  assert.deepEqual([found.count, found.members.map(({ user }) => user.username)], [1, ["zahra"]]);
});
