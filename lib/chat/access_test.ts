import assert from "node:assert/strict";
import * as conversations from "@/db/conversations.ts";
import * as memberships from "@/db/memberships.ts";
import { query, write } from "@/db/query.ts";
import type { Row } from "@/db/schema.ts";
import type { Statement, Store } from "@/db/store.ts";
import type { ConversationKind } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { ErrorCode } from "@/lib/protocol/errors.ts";
import { assertRefused, createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import type { Actor } from "./actor.ts";

/** What each act of a table row gives: done, not there, forbidden, muted, of a locked site, of nobody known. */
const OUTCOMES = {
  "+": "done",
  "4": "not_found",
  "3": "forbidden",
  "m": "muted",
  "l": "site_locked",
  "i": "identity_required",
} as const;
const ACTS = [
  "read",
  "post",
  "edit own",
  "delete own",
  "edit others",
  "delete others",
  "react",
  "pin",
  "report",
  "revisions",
  "mute",
] as const;

type Kind = ConversationKind;
type Table = Readonly<Record<string, Readonly<Record<Kind, string>>>>;

/** The same in every kind, but for those named. */
const all = (outcome: string, but: Partial<Record<Kind, string>> = {}): Record<Kind, string> => ({
  global: outcome,
  direct: outcome,
  group: outcome,
  team: outcome,
  site: outcome,
  ticket: outcome,
  ...but,
});

const FULL = "++++++" + "+++++";
const WRITER = "++++33" + "+3+3+";
/** Writes, and pins what others wrote. */
const PINNER = "++++33" + "+++3+";
const LEADER = "++++3+" + "+++3+";
/** Leads the people in it, not the conversation. */
const HEAD = "++++3+" + "+3+3+";
const MUTED = "+mm+33" + "m3+3+";
const MUTED_PINNER = "+mm+33" + "mm+3+";
const LOCKED = "+ll+33" + "l3+3+";
const UNVOUCHED = "+ii+33" + "i3+3+";
const NOBODY = "444444" + "44444";

/** Who may do what: one row a person, one column a kind, one letter an act. */
const TABLE: Table = {
  owner: all(FULL),
  admin: all(FULL),
  agent: all(NOBODY, { global: WRITER, site: PINNER, ticket: PINNER }),
  leader: all(LEADER, { global: WRITER, direct: PINNER, site: NOBODY, ticket: HEAD }),
  participant: all(WRITER, { direct: PINNER, site: NOBODY }),
  muted: all(MUTED, { direct: MUTED_PINNER, site: NOBODY }),
  banned: all(NOBODY),
  "banned until later": all(NOBODY),
  "banned until before": all(WRITER, { direct: PINNER, site: NOBODY }),
  removed: all(NOBODY, { global: WRITER }),
  stranger: all(NOBODY, { global: WRITER }),
  // Visitors of sites: of one that leads there, where one leads there.
  visitor: all(NOBODY, { global: WRITER, site: WRITER }),
  "visitor in it": all(WRITER, { global: NOBODY, direct: PINNER, site: NOBODY }),
  "visitor of a locked site": all(NOBODY, { global: LOCKED, site: LOCKED }),
  "visitor in it, site locked": all(LOCKED, { global: NOBODY, direct: "+ll+33" + "ll+3+", site: NOBODY }),
  "visitor without a voucher": all(NOBODY, { global: UNVOUCHED, site: UNVOUCHED }),
  "visitor with a voucher": all(NOBODY, { global: WRITER, site: WRITER }),
  "visitor of a revoked site": all(NOBODY),
  "visitor of a removed site": all(NOBODY),
  "visitor in it, site revoked": all(NOBODY),
  "visitor of another site": all(NOBODY),
  guest: all(NOBODY),
  outsider: all(NOBODY),
};

for (const kind of Object.keys(TABLE.owner!) as Kind[]) {
  Deno.test(`rights in a conversation of the kind ${kind}`, async (t) => {
    await using world = await createWorld();
    const { conversation_id, people, author } = await populate(world, kind);
    for (const [name, row] of Object.entries(TABLE)) {
      await t.step(`${name}: ${row[kind]}`, async () => {
        const actor = people[name]!;
        const expected = [...row[kind]].map((letter) => OUTCOMES[letter as keyof typeof OUTCOMES]);
        const found: string[] = [];
        for (const act of ACTS) found.push(await attempt(world, actor, author, conversation_id, act));
        assert.deepEqual(named(found), named(expected));
      });
    }
  });
}

function named(outcomes: readonly string[]): Record<string, string> {
  return Object.fromEntries(ACTS.map((act, i) => [act, outcomes[i]!]));
}

/** Everybody of the table, and a conversation in which some of them are. */
async function populate(world: World, kind: Kind) {
  const at = world.clock.now();
  const names = ["leader", "participant", "muted", "banned", "banned until later", "banned until before"];
  const members: Record<string, Actor> = {};
  for (const name of [...names, "removed", "stranger", "author"]) {
    members[name] = await world.member(name.replaceAll(" ", "_"));
  }
  const people: Record<string, Actor> = {
    ...members,
    owner: world.owner,
    admin: world.admin,
    agent: world.agent,
    outsider: world.outsider,
    guest: world.guest,
    "visitor in it": await world.visitor("in it", await world.site()),
    "visitor in it, site locked": await world.visitor("in it", await world.site({ locked: 1 })),
    "visitor in it, site revoked": await world.visitor("in it", await world.site({ revoked_at: at })),
  };
  const visitors = ["visitor in it", "visitor in it, site locked", "visitor in it, site revoked"];
  const inside = [...names, "removed", "author", ...visitors].map((name) => people[name]!);
  const conversation_id = kind === "global" ? world.home.global : await world.conversation(kind, inside);
  if (kind === "global") {
    await world.store.batch([conversations.addParticipants(inside.map((actor) => ({
      conversation_id,
      actor_id: actor.id,
      workspace_id: world.home.id,
      joined_at: at,
    })))]);
  }
  Object.assign(people, await visitorsOf(world, kind, conversation_id));
  await world.removeParticipant(conversation_id, people.removed!);
  await world.restrict(people.muted!, { muted_until: at + 1 });
  await world.restrict(people.banned!, { banned_at: at });
  await world.restrict(people["banned until later"]!, { banned_at: at, banned_until: at + 1 });
  await world.restrict(people["banned until before"]!, { banned_at: at - 9, banned_until: at });
  return { conversation_id, people, author: members.author! };
}

/** Visitors of sites that lead to a conversation, as far as a site can. */
async function visitorsOf(
  world: World,
  kind: Kind,
  conversation_id: number,
): Promise<Record<string, Actor>> {
  const at = world.clock.now();
  const leading = kind === "global"
    ? { mode: "global" } as const
    : kind === "site"
    ? { mode: "room", conversation_id } as const
    : {};
  const another = await world.conversation("site", []);
  const required = await world.site({ ...leading, require_verified: 1 });
  const of = async (row: Parameters<typeof world.site>[0]) =>
    await world.visitor("visitor", await world.site({ ...leading, ...row }));
  return {
    visitor: await of({}),
    "visitor of a locked site": await of({ locked: 1 }),
    "visitor of a revoked site": await of({ revoked_at: at }),
    "visitor of a removed site": await of({ deleted_at: at }),
    "visitor without a voucher": await world.visitor("visitor", required),
    "visitor with a voucher": await world.visitor("visitor", required, { verified: true }),
    "visitor of another site": await of({ mode: "room", conversation_id: another }),
  };
}

async function attempt(
  world: World,
  actor: Actor,
  author: Actor,
  conversation_id: number,
  act: (typeof ACTS)[number],
): Promise<string> {
  // Written at a time when the actor could.
  const id = await world.put(conversation_id, act.endsWith("own") ? actor : author, "before");
  const before = await state(world, conversation_id);
  const outcome = await perform().then(() => "done", (error) => {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  });
  if (outcome !== "done") {
    assert.deepEqual(await state(world, conversation_id), before, `${act} left a trace`);
  }
  return outcome;

  async function perform(): Promise<void> {
    if (act === "read") return await readAll(world, actor, conversation_id, id);
    return void await change(world, actor, conversation_id, id, act);
  }
}

/** One act on a message by somebody. */
function change(
  { chat }: World,
  actor: Actor,
  conversation_id: number,
  id: number,
  act: Exclude<(typeof ACTS)[number], "read">,
): Promise<unknown> {
  switch (act) {
    case "post":
      return chat.messages.send(actor, { conversation_id, content: "after" });
    case "edit own":
    case "edit others":
      return chat.messages.edit(actor, id, "after");
    case "delete own":
    case "delete others":
      return chat.messages.remove(actor, id);
    case "react":
      return chat.reactions.set(actor, id, "like", true);
    case "pin":
      return chat.pins.set(actor, id, true);
    case "report":
      return chat.reports.file(actor, id, { reason: "spam", text: "" });
    case "revisions":
      return chat.revisions.list(actor, id);
    case "mute":
      return chat.settings.mute(actor, conversation_id, null);
  }
}

/** By every way there is to read; all must say the same. */
async function readAll(world: World, actor: Actor, conversation_id: number, id: number): Promise<void> {
  const { chat } = world;
  const ways = [
    chat.messages.get(actor, id),
    chat.history.page(actor, conversation_id, { limit: 5 }),
    chat.history.page(actor, conversation_id, { limit: 5, before: id }),
    chat.history.around(actor, conversation_id, { id }, { limit: 5 }),
    chat.history.around(actor, conversation_id, { seq: 1 }, { limit: 5 }),
    chat.history.around(actor, conversation_id, { at: 0 }, { limit: 5 }),
    chat.history.countedPage(actor, conversation_id, { page: 1, page_size: 5 }),
    chat.history.changesAfter(actor, conversation_id, 0),
    chat.conversations.get(actor, conversation_id),
    chat.pins.list(actor, conversation_id),
    chat.reads.mark(actor, conversation_id, 1),
    chat.access.toRead(actor, conversation_id),
  ];
  const outcomes = await Promise.allSettled<unknown>(ways);
  const codes = outcomes.map((one) => one.status === "rejected" ? one.reason.code : "done");
  assert.equal(new Set(codes).size, 1, `the ways of reading disagree: ${codes}`);
  await ways[0];
}

/** All that a write could have changed. */
async function state(world: World, conversation_id: number): Promise<unknown> {
  const rows = (sql: string) => world.store.all({ sql, parameters: [conversation_id] });
  return {
    conversation: await rows("select * from conversations where id = ?"),
    messages: await rows("select * from messages where conversation_id = ? order by id"),
    history: await rows("select count(*) from message_history where message_id <> ?"),
    changes: await rows("select count(*) from changes where conversation_id = ?"),
    settings: await rows("select * from conversation_settings where conversation_id = ?"),
    reports: await rows("select * from reports where conversation_id = ?"),
    reactions: await rows("select count(*) from reactions where message_id <> ?"),
    counts: await rows("select count(*) from reaction_counts where message_id <> ?"),
    scores: await rows("select sum(score) from memberships where user_id <> ?"),
    events: world.events.length,
  };
}

// --- a right that is lost between the check and the commit ---

/** Ways to lose a right, as statements that reach the database just before the write. */
const LOSSES = {
  removed: (actor: Actor, conversation_id: number) => [
    conversations.removeParticipant(conversation_id, actor.id, 1),
  ],
  "banned for ever": (actor: Actor) => member(actor, { banned_at: 1 }),
  "banned for a while": (actor: Actor) => member(actor, { banned_at: 1, banned_until: 9e15 }),
  muted: (actor: Actor) => member(actor, { muted_until: 9e15 }),
  "made a member": (actor: Actor) => member(actor, { role: "member" }),
  "no leader any more": (actor: Actor, conversation_id: number) => [
    write(
      query.updateTable("participants").set({ role: "member" })
        .where("conversation_id", "=", conversation_id).where("actor_id", "=", actor.id),
    ),
  ],
  "the site revoked": (actor: Actor) => site(actor, { revoked_at: 1 }),
  "the site removed": (actor: Actor) => site(actor, { deleted_at: 1 }),
  "the site locked": (actor: Actor) => site(actor, { locked: 1 }),
  "a voucher wanted": (actor: Actor) => site(actor, { require_verified: 1 }),
  "the site leading elsewhere": (actor: Actor) => site(actor, { mode: "support" }),
  "the conversation deleted": (_: Actor, conversation_id: number) => [
    write(query.updateTable("conversations").set({ deleted_at: 1 }).where("id", "=", conversation_id)),
  ],
} satisfies Record<string, (actor: Actor, conversation_id: number) => Statement[]>;

function member(actor: Actor, changes: Partial<Row<"memberships">>): Statement[] {
  return [memberships.update(actor.workspace_id, actor.id, changes)];
}

function site({ site_id }: Actor, changes: Partial<Row<"sites">>): Statement[] {
  return [write(query.updateTable("sites").set(changes).where("id", "=", site_id!))];
}

type Loss = keyof typeof LOSSES;
type Race = [
  who: string,
  kind: Kind,
  act: Exclude<(typeof ACTS)[number], "read" | "revisions">,
  loss: Loss,
  code: ErrorCode,
];

const RACES: Race[] = [
  ...(["post", "edit own", "delete own", "react", "report", "mute"] as const).flatMap((act): Race[] => [
    ["participant", "group", act, "removed", "not_found"],
    ["participant", "direct", act, "banned for ever", "not_found"],
    ["participant", "ticket", act, "banned for a while", "not_found"],
    ["visitor in it", "ticket", act, "removed", "not_found"],
    ["visitor in it", "ticket", act, "the site revoked", "not_found"],
    ["visitor", "site", act, "the site removed", "not_found"],
    ["visitor", "site", act, "the site leading elsewhere", "not_found"],
    ["visitor", "global", act, "the site revoked", "not_found"],
    ["visitor", "global", act, "the site leading elsewhere", "not_found"],
    ["stranger", "global", act, "banned for ever", "not_found"],
    ["stranger", "global", act, "banned for a while", "not_found"],
    ["participant", "team", act, "the conversation deleted", "not_found"],
    ["agent", "ticket", act, "made a member", "not_found"],
    ["agent", "site", act, "banned for ever", "not_found"],
    ["admin", "direct", act, "made a member", "not_found"],
    ["admin", "group", act, "banned for ever", "not_found"],
  ]),
  ...(["post", "edit own", "react"] as const).flatMap((act): Race[] => [
    ["visitor", "site", act, "the site locked", "site_locked"],
    ["visitor", "global", act, "a voucher wanted", "identity_required"],
    ["visitor in it", "ticket", act, "the site locked", "site_locked"],
    ["visitor in it", "ticket", act, "a voucher wanted", "identity_required"],
  ]),
  ["participant", "group", "post", "muted", "muted"],
  ["stranger", "global", "post", "muted", "muted"],
  ["agent", "ticket", "post", "muted", "muted"],
  ["admin", "direct", "post", "muted", "muted"],
  ["participant", "group", "edit own", "muted", "muted"],
  ["stranger", "global", "edit own", "muted", "muted"],
  ["participant", "group", "react", "muted", "muted"],
  ["stranger", "global", "react", "muted", "muted"],
  ["admin", "direct", "react", "muted", "muted"],
  ["leader", "group", "pin", "no leader any more", "forbidden"],
  ["leader", "team", "pin", "removed", "not_found"],
  ["leader", "group", "pin", "muted", "muted"],
  ["participant", "direct", "pin", "removed", "not_found"],
  ["admin", "global", "pin", "made a member", "forbidden"],
  ["admin", "global", "pin", "muted", "muted"],
  ["agent", "ticket", "pin", "made a member", "not_found"],
  ["admin", "global", "edit others", "made a member", "forbidden"],
  ["admin", "global", "delete others", "made a member", "forbidden"],
  ["admin", "group", "edit others", "made a member", "not_found"],
  ["admin", "group", "edit others", "muted", "muted"],
  ["leader", "group", "delete others", "no leader any more", "forbidden"],
  ["leader", "group", "delete others", "removed", "not_found"],
  ["leader", "team", "delete others", "banned for ever", "not_found"],
];

Deno.test("a right lost between check and commit stops the write, with the reason", async (t) => {
  let loss: readonly Statement[] | null = null;
  const wrap = (store: Store): Store => ({
    ...store,
    batch: (statements) => {
      const before = loss;
      loss = null;
      if (before) void store.batch(before);
      return store.batch(statements);
    },
  });
  for (const [who, kind, act, how, code] of RACES) {
    await t.step(`${who} in ${kind}: ${act}, ${how}`, async () => {
      await using world = await createWorld({ wrap });
      const { conversation_id, people, author } = await populate(world, kind);
      const actor = people[who]!;
      // Without the loss it is done.
      assert.equal(await attempt(world, actor, author, conversation_id, act), "done");
      const id = await world.put(conversation_id, act.endsWith("own") ? actor : author, "before");
      const before = await stateOfMessages(world, conversation_id);
      const told = world.events.length;
      loss = LOSSES[how](actor, conversation_id);
      await assertRefused(change(world, actor, conversation_id, id, act), code);
      assert.deepEqual(await stateOfMessages(world, conversation_id), before);
      assert.equal(world.events.length, told);
    });
  }
});

async function stateOfMessages(world: World, conversation_id: number): Promise<unknown> {
  const rows = (sql: string) => world.store.all({ sql, parameters: [conversation_id] });
  return {
    conversation: await rows("select seq, version, last_message_id from conversations where id = ?"),
    messages: await rows("select * from messages where conversation_id = ? order by id"),
    changes: await rows("select count(*) from changes where conversation_id = ?"),
    history: await world.store.all({ sql: "select * from message_history", parameters: [] }),
    reactions: await world.store.all({ sql: "select * from reactions", parameters: [] }),
    counts: await world.store.all({ sql: "select * from reaction_counts", parameters: [] }),
    reports: await world.store.all({ sql: "select * from reports", parameters: [] }),
    settings: await rows("select * from conversation_settings where conversation_id = ?"),
    scores: await world.store.all({ sql: "select user_id, score from memberships", parameters: [] }),
  };
}

Deno.test("a muted person may delete what they wrote even when muted on the way, and write again afterwards", async () => {
  await using world = await createWorld();
  const { leila, home } = world;
  const { id } = await world.chat.messages.send(leila, { conversation_id: home.global, content: "x" });
  await world.restrict(leila, { muted_until: world.clock.now() + 1000 });
  const draft = { conversation_id: home.global, content: "y" };
  await assertRefused(world.chat.messages.send(leila, draft), "muted");
  assert.equal((await world.chat.messages.remove(leila, id)).is_deleted, true);
  world.clock.advance(1000);
  assert.equal((await world.chat.messages.send(leila, draft)).seq, 2);
});

Deno.test("whoever loses one ground and stands on another may try again", async () => {
  let loss: Statement[] | null = null;
  const wrap = (store: Store): Store => ({
    ...store,
    batch: (statements) => {
      if (loss) void store.batch(loss);
      loss = null;
      return store.batch(statements);
    },
  });
  await using world = await createWorld({ wrap });
  const { admin, leila } = world;
  const group = await world.conversation("group", [leila, admin]);
  const { id } = await world.chat.messages.send(admin, { conversation_id: group, content: "x" });
  loss = [conversations.removeParticipant(group, admin.id, 1)];
  const draft = { conversation_id: group, content: "y" };
  await assertRefused(world.chat.messages.send(admin, draft), "conflict");
  assert.equal((await world.chat.messages.send(admin, draft)).seq, 2);
  await world.store.batch([conversations.addParticipants([
    { conversation_id: group, actor_id: admin.id, workspace_id: world.home.id, joined_at: 1 },
  ])]);
  loss = [conversations.removeParticipant(group, admin.id, 1)];
  assert.equal((await world.chat.messages.edit(admin, id, "z")).content, "z");
});

Deno.test("nobody of another workspace meets anything of this one", async () => {
  await using world = await createWorld();
  const { outsider, leila, arash, guest, home, elsewhere } = world;
  const { chat } = world;
  const direct = await world.conversation("direct", [leila, arash]);
  // Even a row that should not be there opens nothing.
  const planted = await world.conversation("group", [leila, outsider]);
  for (const conversation_id of [home.global, direct, planted]) {
    const { id } = await chat.messages.send(leila, { conversation_id, content: "secret" });
    await readAll(world, outsider, conversation_id, id).then(
      () => assert.fail("was read"),
      (error) => assert.equal(error.code, "not_found"),
    );
    await assertRefused(chat.messages.send(outsider, { conversation_id, content: "x" }), "not_found");
    await assertRefused(chat.messages.edit(outsider, id, "x"), "not_found");
    await assertRefused(chat.messages.remove(outsider, id), "not_found");
    await assertRefused(chat.reactions.set(outsider, id, "like", true), "not_found");
    await assertRefused(chat.pins.set(outsider, id, true), "not_found");
    await assertRefused(chat.reports.file(outsider, id, { reason: "spam", text: "" }), "not_found");
    await assertRefused(chat.revisions.list(outsider, id), "not_found");
    await assertRefused(chat.settings.mute(outsider, conversation_id, null), "not_found");
  }
  assert.deepEqual(await chat.conversations.list(outsider), []);
  assert.equal(await chat.conversations.globalId(outsider), elsewhere.global);
  for (const other of [leila, guest]) {
    await assertRefused(chat.conversations.openDirect(outsider, other.id), "not_found");
    await assertRefused(chat.conversations.openDirect(other, outsider.id), "not_found");
    await assertRefused(chat.people.get({ id: other.id, workspace_id: elsewhere.id }), "not_found");
    await assertRefused(chat.people.card(outsider, other.id), "not_found");
  }
  const listed = await chat.people.list(outsider, { limit: 100 });
  assert.deepEqual(listed.map(({ user }) => user.username), ["outsider"]);
  assert.equal(await chat.people.count(outsider), 1);
  // The same person, asking as a member of the other workspace without being one.
  const forged = { ...outsider, workspace_id: home.id };
  await assertRefused(chat.access.toRead(forged, home.global), "not_found");
  await assertRefused(chat.access.toRead(forged, planted), "not_found");
});

Deno.test("who is in two workspaces meets in each only what is of it", async () => {
  await using world = await createWorld();
  const { outsider, leila, home, elsewhere } = world;
  const row = { workspace_id: home.id, user_id: outsider.id, created_at: world.clock.now() };
  await world.store.batch([memberships.insert({ ...row, role: "owner" })]);
  const here = { ...outsider, workspace_id: home.id };
  const there = outsider;
  const inHome = await world.chat.messages.send(leila, { conversation_id: home.global, content: "home" });
  const draft = { conversation_id: elsewhere.global, content: "elsewhere", client_id: "one" };
  const inElsewhere = await world.chat.messages.send(there, draft);
  assert.equal((await world.chat.messages.get(here, inHome.id)).content, "home");
  assert.equal((await world.chat.messages.get(there, inElsewhere.id)).content, "elsewhere");
  for (
    const [actor, conversation_id, id] of [
      [here, elsewhere.global, inElsewhere.id],
      [there, home.global, inHome.id],
    ] as const
  ) {
    await readAll(world, actor, conversation_id, id).then(
      () => assert.fail("was read"),
      (error) => assert.equal(error.code, "not_found"),
    );
    await assertRefused(world.chat.messages.send(actor, { conversation_id, content: "x" }), "not_found");
    await assertRefused(world.chat.messages.edit(actor, id, "x"), "not_found");
    await assertRefused(world.chat.messages.remove(actor, id), "not_found");
  }
});
