import assert from "node:assert/strict";
import { setImmediate } from "node:timers";
import type { Store } from "@/db/store.ts";
import { StoreUnavailable } from "@/db/store.ts";
import { createStage, turns, until } from "./testing/stage.ts";
import type { Frame } from "./testing/stage.ts";
import { FRAME_MAX } from "./transport.ts";

const codes = (frames: readonly Frame[]) => frames.map(({ type, code }) => code ?? type);

Deno.test("hello is the first frame, by itself, also before answers to what came too early", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { socket, served } = stage.upgrade(world.leila);
  socket.receive(JSON.stringify({ type: "chat:ping", ref: 1 }));
  socket.receive("not json");
  socket.receive(JSON.stringify({ type: "chat:join", ref: 2, conversation_id: world.home.global }));
  await turns();
  assert.deepEqual(socket.sent, []);
  socket.open();
  await served;
  await until(() => socket.sent.join().includes('"ref":2'));
  const [hello, ...rest] = socket.sent.map((text) => JSON.parse(text));
  const { user, ...others } = hello;
  assert.deepEqual(others, {
    type: "hello",
    protocol: 1,
    build: "test",
    server_time: "2025-03-20T08:00:00.000Z",
  });
  assert.deepEqual(user, await world.chat.people.get(world.leila));
  const answers = rest.flat().filter((one) => one.type !== "chat:user-status");
  assert.deepEqual(codes(answers), ["pong", "invalid_json", "chat:joined"]);
});

Deno.test("a message is acknowledged to its sender and comes to all who joined, the sender's tabs among them", async () => {
  await using stage = await createStage();
  const { leila, arash, agent, home } = stage.world;
  const [tab, phone, other, absent] = [
    await stage.connect(leila),
    await stage.connect(leila),
    await stage.connect(arash),
    await stage.connect(agent),
  ];
  for (const client of [tab, phone, other]) await client.join(home.global);
  for (const client of [tab, phone, other, absent]) client.take();
  const command = { type: "chat:message", conversation_id: home.global, content: "سلام", client_id: "one" };
  const { message, ...ack } = await tab.ask(command);
  assert.deepEqual({ ...ack, ref: null }, { type: "ack", ref: null });
  assert.equal(message.client_id, "one");
  const event = { type: "chat:message", conversation_id: home.global, message };
  assert.deepEqual(tab.take().map((frame) => frame.type), ["ack", "chat:message"], "the ack comes first");
  assert.deepEqual(phone.take(), [event]);
  assert.deepEqual(other.take(), [event]);
  assert.deepEqual(absent.take(), []);
  assert.deepEqual(await stage.world.chat.messages.get(leila, message.id), message);
});

Deno.test("edits and deletions reach all who joined", async () => {
  await using stage = await createStage();
  const { leila, arash, home } = stage.world;
  const [mine, theirs] = [await stage.connect(leila), await stage.connect(arash)];
  await theirs.join(home.global);
  const id = await stage.world.put(home.global, leila, "before");
  const edited = await mine.ask({ type: "chat:edit", message_id: id, content: "after" });
  const deleted = await mine.ask({ type: "chat:delete", message_id: id });
  assert.deepEqual([edited.message.content, edited.message.is_edited], ["after", true]);
  assert.deepEqual([deleted.message.content, deleted.message.is_deleted], ["", true]);
  assert.deepEqual(theirs.events(), [
    { type: "chat:edit", conversation_id: home.global, message: edited.message },
    { type: "chat:delete", conversation_id: home.global, message: deleted.message },
  ]);
});

Deno.test("the commands of one socket take effect in the order sent, however they come", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const client = await stage.connect(leila);
  await client.join(home.global);
  const original = await stage.world.put(home.global, leila, "0");
  client.take();
  const message = (n: number, reply_to: number | null = null) => ({
    type: "chat:message",
    ref: n,
    conversation_id: home.global,
    content: `${n}`,
    client_id: `${n}`,
    reply_to,
  });
  // Replies cost another look into the database than plain ones: they must not fall behind.
  client.say(...Array.from({ length: 40 }, (_, i) => message(i + 1, i % 2 ? null : original)));
  for (let i = 41; i <= 80; i++) client.say(message(i, i % 3 ? null : original));
  client.say({ type: "chat:edit", ref: "edit", message_id: original, content: "edited" });
  client.say(message(81), { type: "chat:delete", ref: "delete", message_id: original }, message(82));
  const frames: Frame[] = [];
  await until(() => {
    frames.push(...client.take());
    return frames.filter((one) => one.type === "ack").length === 84;
  });
  const sequence = Array.from({ length: 80 }, (_, i) => i + 1);
  assert.deepEqual(frames.filter((one) => one.type === "ack").map(({ ref }) => ref), [
    ...sequence,
    "edit",
    81,
    "delete",
    82,
  ]);
  const events = frames.filter((one) => one.type !== "ack");
  assert.deepEqual(events.map((one) => one.message.version), events.map((_, i) => i + 2));
  assert.deepEqual(
    events.filter((one) => one.type === "chat:message").map((one) => one.message.content),
    [...sequence, 81, 82].map(String),
  );
  assert.deepEqual(events.slice(-4).map((one) => one.type), [
    "chat:edit",
    "chat:message",
    "chat:delete",
    "chat:message",
  ]);
});

Deno.test("messages in flight share commits", async () => {
  const groups: number[] = [];
  let batches = 0;
  const wrap = (store: Store): Store => ({
    ...store,
    batch: (statements) => {
      if (batches++ === 0) setImmediate(() => groups.push(batches, batches = 0));
      return store.batch(statements);
    },
  });
  await using stage = await createStage({ wrap });
  const { leila, home } = stage.world;
  const client = await stage.connect(leila);
  const commands = Array.from({ length: 50 }, (_, i) => (
    { type: "chat:message", ref: i, conversation_id: home.global, content: "x", client_id: `${i}` }
  ));
  client.say(...commands);
  await until(() => client.socket.sent.join().includes('"ref":49'));
  assert(groups[0]! >= 50, `a first group of ${groups[0]}`);
});

Deno.test("each command without a ref takes effect, without an ack; a refusal is said all the same", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const client = await stage.connect(leila);
  client.say({ type: "chat:message", conversation_id: home.global, content: "x", client_id: "1" });
  client.say({ type: "chat:edit", message_id: 12345, content: "x" });
  await client.settled();
  const frames = client.take();
  assert.deepEqual(codes(frames), ["not_found", "pong"]);
  assert.equal("ref" in frames[0], false);
  // Nobody is told of the commit, and nothing here waits for it: a write of ours comes after it.
  await stage.world.chat.messages.send(leila, { conversation_id: home.global, content: "y" });
  const { messages } = await stage.world.chat.history.page(leila, home.global, { limit: 5 });
  assert.deepEqual(messages.map(({ content }) => content), ["y", "x"]);
});

Deno.test("bad input of every kind is answered, and the connection goes on", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const client = await stage.connect(leila);
  const content = { conversation_id: home.global, client_id: "x" };
  const deep = "[".repeat(30_000) + "]".repeat(30_000);
  const cases: [unknown, string][] = [
    ["{", "invalid_json"],
    ["", "invalid_json"],
    ["\ud800", "invalid_json"],
    [new ArrayBuffer(4), "invalid_json"],
    ["null", "invalid_input"],
    ["5", "invalid_input"],
    ['"chat:ping"', "invalid_input"],
    ["{}", "invalid_input"],
    ['{"type":5}', "invalid_input"],
    ["[[]]", "invalid_input"],
    [deep, "invalid_input"],
    [`{"type":"chat:ping","ref":${deep}}`, "invalid_input"],
    ['{"type":"chat:fly"}', "unknown_command"],
    ['{"type":"__proto__:constructor"}', "unknown_command"],
    ['{"type":"chat:message"}', "invalid_input"],
    [JSON.stringify({ type: "chat:message", ...content, content: "x".repeat(5000) }), "content_too_long"],
    [JSON.stringify({ type: "chat:message", ...content, content: "👍".repeat(4001) }), "content_too_long"],
    [JSON.stringify({ type: "chat:message", ...content, content: " \u200c\n" }), "content_empty"],
    [JSON.stringify({ type: "chat:message", ...content, content: 5 }), "invalid_input"],
    [JSON.stringify({ type: "chat:message", ...content, content: "x", client_id: "ش" }), "client_id_invalid"],
    [JSON.stringify({ type: "chat:message", ...content, content: "x", reply_to: "5" }), "invalid_input"],
    [JSON.stringify({ type: "chat:join", conversation_id: "1" }), "invalid_input"],
    [JSON.stringify({ type: "chat:join", conversation_id: 1 }), "not_found"],
    [JSON.stringify({ type: "chat:typing", conversation_id: home.global, is_typing: "no" }), "invalid_input"],
  ];
  for (const [frame, code] of cases) {
    client.socket.receive(frame);
    await client.settled();
    const [error, ...rest] = client.take();
    const name = String(frame).slice(0, 60);
    assert.deepEqual([error.type, error.code], ["error", code], name);
    assert(error.detail.length > 5 && !error.detail.includes("undefined"), `${name}: ${error.detail}`);
    assert.deepEqual(codes(rest), ["pong"], name);
  }
  const reply = await client.ask({ type: "chat:message", ...content, content: "x", reply_to: 5 });
  assert.equal(reply.code, "invalid_input");
  assert.equal(client.socket.closed, null);
  assert.deepEqual(stage.reported, []);
  const { messages } = await stage.world.chat.history.page(leila, home.global, { limit: 5 });
  assert.deepEqual(messages, []);
});

Deno.test("a good command beside bad ones in one frame takes effect", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const client = await stage.connect(leila);
  client.say(
    5,
    { type: "chat:nothing", ref: "a" },
    {
      type: "chat:message",
      ref: "b",
      conversation_id: home.global,
      content: "x",
      client_id: "1",
    },
    null,
    { type: "chat:ping", ref: "c" },
  );
  await until(() => client.socket.sent.join().includes('"ref":"b"'));
  const frames = client.take();
  assert.deepEqual(
    frames.map(({ ref, type }) => `${ref} ${type}`).sort(),
    ["a error", "b ack", "c pong", "undefined error", "undefined error"],
  );
  client.socket.receive("[]");
  await client.settled();
  assert.deepEqual(codes(client.take()), ["pong"]);
});

Deno.test("refusals are said in the language asked for, and echo their ref", async () => {
  await using stage = await createStage();
  const { leila } = stage.world;
  const [english, persian] = [
    await stage.connect(leila, { locale: "en" }),
    await stage.connect(leila, { locale: "fa" }),
  ];
  for (
    const command of [{ type: "chat:fly" }, { type: "chat:join" }, { type: "chat:delete", message_id: 9 }]
  ) {
    const [en, fa] = [await english.ask(command), await persian.ask(command)];
    assert.equal(en.code, fa.code);
    assert.doesNotMatch(en.detail, /[آ-ی]/);
    assert.match(en.detail, /^[\u2068\u2069\x20-\x7e’“”]+$/);
    assert.match(fa.detail, /[آ-ی]/);
  }
});

Deno.test("a restriction is told with its end as a date", async () => {
  await using stage = await createStage();
  const { world } = stage;
  await world.restrict(world.leila, { muted_until: world.clock.now() + 3_600_000 });
  const client = await stage.connect(world.leila);
  const command = { type: "chat:message", conversation_id: world.home.global, content: "x", client_id: "1" };
  const { code, detail } = await client.ask(command);
  assert.equal(code, "muted");
  assert.match(detail, /20 March 2025/);
  assert.equal((await client.ask({ ...command, type: "chat:typing", is_typing: true })).code, "muted");
  // Reading goes on.
  assert.equal((await client.join(world.home.global)).type, "chat:joined");
});

Deno.test("a frame above 64 KiB closes the connection, and nothing after it is obeyed", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const largest = JSON.stringify({ type: "chat:ping", ref: "last", pad: "" });
  const client = await stage.connect(leila);
  client.socket.receive(largest.replace('""', `"${"x".repeat(FRAME_MAX - largest.length)}"`));
  await until(() => client.socket.sent.join().includes('"last"'));
  // Counted in bytes, not in characters.
  client.socket.receive(JSON.stringify("ش".repeat(FRAME_MAX / 2)));
  assert.equal(client.socket.closed?.code, 1009);
  for (const binary of [new ArrayBuffer(FRAME_MAX + 1), new Blob([new Uint8Array(FRAME_MAX + 1)])]) {
    const other = await stage.connect(leila);
    other.socket.receive(binary);
    assert.equal(other.socket.closed?.code, 1009);
  }
  client.say({ type: "chat:message", conversation_id: home.global, content: "x", client_id: "1" });
  await turns(10);
  const { messages } = await stage.world.chat.history.page(leila, home.global, { limit: 5 });
  assert.deepEqual(messages, []);
});

Deno.test("more commands than may wait close the connection", async () => {
  await using stage = await createStage();
  const { leila } = stage.world;
  const ping = { type: "chat:ping" };
  const client = await stage.connect(leila);
  client.say(...Array(256).fill(ping));
  await until(() => client.take().length > 0);
  assert.equal(client.socket.closed, null);
  client.say(...Array(257).fill(ping));
  assert.equal(client.socket.closed!.code, 4429);
});

Deno.test("who writes too quickly is told how long to wait, and the rest goes on", async () => {
  let wait = 0;
  await using stage = await createStage({ limits: { commands: () => wait, traffic: () => 0 } });
  const { leila, home } = stage.world;
  const client = await stage.connect(leila);
  const command = { type: "chat:message", conversation_id: home.global, content: "x", client_id: "1" };
  wait = 1.25;
  const refused = await client.ask(command);
  assert.deepEqual([refused.code, refused.retry_after], ["rate_limited", 2]);
  assert.match(refused.detail, /2 seconds/);
  assert.equal((await client.ask({ type: "chat:edit", message_id: 1, content: "x" })).code, "rate_limited");
  assert.equal((await client.ask({ type: "chat:ping" })).type, "pong");
  wait = 0;
  assert.equal((await client.ask(command)).type, "ack");
});

Deno.test("what is of another workspace, or private to others, is not there", async () => {
  await using stage = await createStage();
  const { leila, arash, agent, guest, outsider, home } = stage.world;
  const direct = await stage.world.conversation("direct", [leila, arash]);
  const inDirect = await stage.world.put(direct, leila);
  const inGlobal = await stage.world.put(home.global, leila);
  const places: [typeof leila, number, number][] = [
    [outsider, home.global, inGlobal],
    [outsider, direct, inDirect],
    [agent, direct, inDirect],
    [guest, home.global, inGlobal],
  ];
  for (const [actor, conversation_id, message_id] of places) {
    const client = await stage.connect(actor);
    const place = { conversation_id };
    const commands = [
      { type: "chat:join", ...place },
      { type: "chat:join", ...place, after_version: 0 },
      { type: "support-chat:join", ...place, after_version: 0 },
      { type: "chat:message", ...place, content: "x", client_id: "1" },
      { type: "chat:typing", ...place, is_typing: true },
      { type: "chat:read", ...place, seq: 1 },
      { type: "chat:presence", ...place },
      { type: "chat:edit", message_id, content: "x" },
      { type: "chat:delete", message_id },
    ];
    for (const command of commands) assert.equal((await client.ask(command)).code, "not_found", command.type);
    // Leaving what one never entered is no matter.
    assert.equal((await client.ask({ type: "chat:leave", ...place })).type, "ack");
    client.take();
    await stage.world.chat.messages.edit(leila, message_id, `edited ${actor.id}`);
    await client.settled();
    assert.deepEqual(client.events(), []);
  }
});

Deno.test("who joins after a version gets what changed since, then what happens from then on", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, home } = world;
  const client = await stage.connect(leila);
  const fresh = await client.join(home.global);
  assert.deepEqual([fresh.version, fresh.changes, fresh.more], [0, [], false]);
  client.say({ type: "chat:leave", conversation_id: home.global });
  const ids = [];
  for (let i = 0; i < 210; i++) ids.push(await world.put(home.global, leila));
  await world.chat.messages.edit(leila, ids[0]!, "edited");
  await client.settled();
  assert.deepEqual(client.events(), []);
  const versions: number[] = [];
  let joined = await client.join(home.global, 0);
  assert.equal(joined.more, true);
  while (true) {
    versions.push(...joined.changes.map((one: Frame) => one.version));
    if (!joined.more) break;
    joined = await client.join(home.global, joined.version);
  }
  assert.deepEqual(versions, Array.from({ length: 210 }, (_, i) => i + 2));
  assert.equal(joined.version, 211);
  assert.equal(joined.changes.at(-1).content, "edited");
  const without = await client.join(home.global);
  assert.deepEqual([without.version, without.changes], [211, []]);
});

Deno.test("what is committed while one joins comes by one way or the other, and can be told apart", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash, home } = world;
  for (let round = 0; round < 20; round++) {
    const client = await stage.connect(leila);
    const sending = Promise.all(
      Array.from(
        { length: 5 },
        () => world.chat.messages.send(arash, { conversation_id: home.global, content: "x" }),
      ),
    );
    // Rounds differ in how far the commits are when the join begins.
    for (let i = 0; i < round; i++) await Promise.resolve();
    const joined = await client.join(home.global, 0);
    const sent = await sending;
    await client.settled();
    const versions = new Set<number>();
    for (const message of joined.changes) versions.add(message.version);
    const heard = client.events().filter((one) => one.type === "chat:message");
    for (const { message } of heard) versions.add(message.version);
    const last = sent.at(-1)!.version;
    assert.deepEqual([...versions].sort((a, b) => a - b), Array.from({ length: last }, (_, i) => i + 1));
    // Nothing above what the answer says it covers is missing from the events after it.
    assert(joined.version >= joined.changes.length);
    client.socket.gone();
  }
});

Deno.test("whoever is removed while joining hears nothing afterwards", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash } = world;
  const group = await world.conversation("group", [arash, leila]);
  const client = await stage.connect(leila);
  // Removed after the first look and before the second.
  const { access } = world.chat;
  const toRead = access.toRead;
  let looks = 0;
  Object.assign(access, {
    toRead: async (...args: Parameters<typeof toRead>) => {
      const grant = await toRead(...args);
      if (++looks === 1) await world.removeParticipant(group, leila);
      return grant;
    },
  });
  assert.equal((await client.join(group, 0)).code, "not_found");
  Object.assign(access, { toRead });
  client.take();
  await world.chat.messages.send(arash, { conversation_id: group, content: "secret" });
  await client.settled();
  assert.deepEqual(client.events(), []);
});

Deno.test("reading is told to the others of a private conversation, and in a public room to one's own devices", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash, home } = world;
  const direct = await world.conversation("direct", [leila, arash]);
  for (const id of [direct, home.global]) await world.put(id, arash);
  const [tab, phone, other] = [
    await stage.connect(leila),
    await stage.connect(leila),
    await stage.connect(arash),
  ];
  for (const client of [tab, phone, other]) {
    await client.join(direct);
    await client.join(home.global);
    client.take();
  }
  for (const conversation_id of [direct, home.global]) {
    assert.equal((await tab.ask({ type: "chat:read", conversation_id, seq: 1 })).type, "ack");
  }
  const event = (conversation_id: number) => (
    { type: "chat:read", conversation_id, user_id: leila.id, seq: 1 }
  );
  assert.deepEqual(phone.events(), [event(direct), event(home.global)]);
  assert.deepEqual(other.events(), [event(direct)]);
});

Deno.test("each product hears under its own name", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const client = await stage.connect(leila);
  const joined = await client.ask({ type: "support-chat:join", conversation_id: home.global });
  assert.equal(joined.type, "support-chat:joined");
  client.take();
  await stage.world.chat.messages.send(leila, { conversation_id: home.global, content: "x" });
  await client.settled();
  assert.deepEqual(client.events().map((one) => one.type), ["support-chat:message"]);
});

Deno.test("who is there is told when asked, as far as one may see", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash, guest, outsider, home } = world;
  const group = await world.conversation("group", [leila, arash, world.agent]);
  const [client] = [
    await stage.connect(leila),
    await stage.connect(arash),
    await stage.connect(arash),
    await stage.connect(outsider),
    await stage.connect(guest),
    await stage.connect(world.admin),
  ];
  const ask = async (conversation_id: number) => {
    const { ref: _, ...answer } = await client!.ask({ type: "chat:presence", conversation_id });
    return { ...answer, online_ids: answer.online_ids.sort() };
  };
  assert.deepEqual(await ask(home.global), {
    type: "chat:presence",
    conversation_id: home.global,
    members_count: 5,
    online_count: 3,
    online_ids: [leila.id, arash.id, world.admin.id].sort(),
    away_ids: [],
  });
  assert.deepEqual(await ask(group), {
    type: "chat:presence",
    conversation_id: group,
    members_count: 3,
    online_count: 2,
    online_ids: [leila.id, arash.id].sort(),
    away_ids: [],
  });
  // However many are there beside them.
  for (let id = 1; id <= 600; id++) stage.realtime.presence.arrive({ ...leila, id });
  await stage.connect(world.agent);
  assert.equal((await ask(group)).online_count, 3);
  const all = await ask(home.global);
  assert.deepEqual([all.online_count, all.online_ids.length], [604, 500]);
});

Deno.test("members hear who comes; visitors of sites and other workspaces do not, and are not announced", async () => {
  await using stage = await createStage();
  const { leila, arash, guest, outsider } = stage.world;
  const [member, visitor, foreign] = [
    await stage.connect(leila),
    await stage.connect(guest),
    await stage.connect(outsider),
  ];
  await stage.connect(arash);
  await turns();
  // One's own arrival is among them.
  assert.deepEqual(member.statuses().map(({ user, status }) => [user.username, status]), [
    ["leila", "online"],
    ["arash", "online"],
  ]);
  assert.deepEqual(visitor.statuses(), []);
  assert.deepEqual(foreign.statuses().map(({ user }) => user.username), ["outsider"]);
});

Deno.test("a failing disk is said plainly, kept for the log, and nothing is acknowledged", async () => {
  let broken = false;
  const wrap = (store: Store): Store => ({
    ...store,
    batch: (statements) =>
      broken ? Promise.reject(new StoreUnavailable("the disk is full")) : store.batch(statements),
  });
  await using stage = await createStage({ wrap });
  const { leila, home } = stage.world;
  const client = await stage.connect(leila);
  await client.join(home.global);
  client.take();
  broken = true;
  const command = { type: "chat:message", conversation_id: home.global, content: "x", client_id: "1" };
  const { code, retry_after } = await client.ask(command);
  assert.deepEqual([code, retry_after], ["unavailable", 5]);
  assert.deepEqual(client.events(), []);
  assert.deepEqual(stage.reported.map((error) => (error as Error).message), ["the disk is full"]);
  broken = false;
  assert.equal((await client.ask(command)).type, "ack");
});

Deno.test("a fault of ours is told without its details, and the connection goes on", async () => {
  await using stage = await createStage();
  const client = await stage.connect(stage.world.leila);
  const { history } = stage.world.chat;
  const changesAfter = history.changesAfter;
  Object.assign(history, { changesAfter: () => Promise.reject(new TypeError("secret path")) });
  const answer = await client.join(stage.world.home.global, 0);
  Object.assign(history, { changesAfter });
  assert.equal(answer.code, "internal");
  assert(!JSON.stringify(answer).includes("secret"));
  assert.equal(stage.reported.length, 1);
  assert.equal((await client.join(stage.world.home.global, 0)).type, "chat:joined");
});

Deno.test("joining hundreds of conversations lets others be served in between", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash, home } = world;
  const [greedy, modest] = [await stage.connect(leila), await stage.connect(arash)];
  const join = { type: "chat:join", conversation_id: home.global, after_version: 0 };
  greedy.say(...Array.from({ length: 200 }, (_, i) => ({ ...join, ref: i })));
  modest.say({ type: "chat:ping", ref: "mine" });
  await until(() => modest.socket.sent.join().includes('"mine"'));
  const answered = greedy.take().filter((one) => one.type === "chat:joined").length;
  assert(answered < 200, "all of them first");
  await until(() => greedy.socket.sent.join().includes('"ref":199'));
});

Deno.test("a flood is cut off before it is read, sense or nonsense, on all of a person's sockets", async () => {
  let left = 100;
  await using stage = await createStage({ limits: { commands: () => 0, traffic: () => left-- > 0 ? 0 : 1 } });
  const { leila, arash, home } = stage.world;
  const [flooder, flat] = [await stage.connect(leila), await stage.connect(leila, { flat: home.global })];
  flooder.socket.receive(JSON.stringify(Array(60).fill({ type: "no:such" })));
  await turns();
  assert.equal(flooder.socket.closed, null);
  assert.equal(flooder.take().length, 60, "each is answered");
  flooder.socket.receive(JSON.stringify(Array(60).fill(null)));
  await turns();
  assert.equal(flooder.socket.closed!.code, 4429);
  assert.deepEqual(flooder.take(), [], "nothing of it was read");
  flat.socket.receive("nonsense");
  assert.equal(flat.socket.closed!.code, 4429);
  left = 10;
  const other = await stage.connect(arash);
  assert.equal((await other.ask({ type: "chat:ping" })).type, "pong");
});
