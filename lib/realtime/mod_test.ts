import assert from "node:assert/strict";
import { AppError } from "@/lib/protocol/errors.ts";
import { createStage, turns, until } from "./testing/stage.ts";
import type { Frame } from "./testing/stage.ts";

Deno.test("a session that ends closes its sockets of both kinds, and no others", async () => {
  await using stage = await createStage();
  const { leila, arash, home } = stage.world;
  const elsewhere = { ...leila, session_id: stage.world.nextId() };
  const [own, flat, other, friend] = [
    await stage.connect(leila),
    await stage.connect(leila, { flat: home.global }),
    await stage.connect(elsewhere),
    await stage.connect(arash),
  ];
  for (const client of [own, other, friend]) await client.join(home.global);
  stage.realtime.closeSessions([leila.session_id!, 12345]);
  assert.deepEqual([own, flat, other, friend].map(({ socket }) => socket.closed?.code), [
    4401,
    4401,
    undefined,
    undefined,
  ]);
  // The other side need not answer the closing; until it does, it is neither told nor obeyed anything.
  for (const client of [own, flat, other]) client.take();
  own.say({ type: "chat:message", conversation_id: home.global, content: "stolen", client_id: "1" });
  flat.say({ type: "chat_message", content: "stolen" });
  await turns(10);
  await stage.world.chat.messages.send(arash, { conversation_id: home.global, content: "secret" });
  await friend.settled();
  const heard = [own, flat, other].map((client) => client.take().map((one) => one.message?.content));
  assert.deepEqual(heard, [[], [], ["secret"]]);
});

Deno.test("commands that wait when their session ends are not obeyed", async () => {
  await using stage = await createStage();
  const { leila, arash, home } = stage.world;
  const client = await stage.connect(leila);
  const ids: number[] = [];
  for (let i = 0; i < 5; i++) ids.push(await stage.world.put(home.global, leila, "before"));
  // Each waits for the commit of the one before it.
  client.say(...ids.map((message_id) => ({ type: "chat:edit", message_id, content: "after" })));
  stage.realtime.closeSessions([leila.session_id!]);
  for (let i = 0; i < 10; i++) {
    await stage.world.chat.messages.send(arash, { conversation_id: home.global, content: "x" });
  }
  const edited = await Promise.all(ids.map((id) => stage.world.chat.messages.get(arash, id)));
  assert.deepEqual(edited.map(({ content }) => content), ["after", ...Array(4).fill("before")]);
});

Deno.test("a session that ends during the handshake leaves no socket behind", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  for (const flat of [undefined, home.global]) {
    const { socket, served } = stage.upgrade(leila, { flat });
    stage.realtime.closeSessions([leila.session_id!]);
    socket.open();
    await served;
    assert.equal(socket.closed!.code, 4401);
    assert.deepEqual(socket.sent, []);
    assert.equal(stage.hub.size, 0);
    assert.equal(stage.realtime.presence.countOnline(home.id), 0);
  }
});

Deno.test("sockets are counted from the upgrade on, by person and by address, until they are gone", async () => {
  await using stage = await createStage({ caps: { per_person: 3, per_ip: 5 } });
  const { leila, arash, agent } = stage.world;
  const { realtime } = stage;
  const ip = "192.0.2.1";
  const full = (actor: typeof leila, address = ip) => {
    try {
      realtime.requireRoom({ actor, ip: address });
      return false;
    } catch (error) {
      assert(error instanceof AppError && error.code === "rate_limited" && error.params.seconds === 10);
      return true;
    }
  };
  assert.equal(full(leila), false);
  // A handshake under way counts: or a hundred at the same moment would pass.
  const opening = Array.from({ length: 3 }, () => stage.upgrade(leila, { ip }));
  assert.equal(full(leila), true);
  assert.equal(full(leila, "198.51.100.1"), true);
  assert.equal(full(arash), false);
  for (const { socket } of opening) socket.open();
  const others = [stage.upgrade(arash, { ip }), stage.upgrade(arash, { ip })];
  assert.deepEqual([full(arash), full(agent)], [true, true]);
  assert.equal(full(agent, "198.51.100.1"), false);
  // Cut off is not gone: it still costs memory.
  realtime.closeSessions([leila.session_id!]);
  assert.equal(full(leila), true);
  for (const { socket } of opening) {
    socket.gone();
    // Said twice it counts once.
    socket.dispatchEvent(new Event("close"));
  }
  assert.deepEqual([full(leila), full(agent)], [false, false]);
  const more = Array.from({ length: 3 }, () => stage.upgrade(agent, { ip }));
  assert.equal(full(leila), true);
  for (const { socket } of more) socket.gone();
  for (const { socket } of others) socket.gone();
  await Promise.all([...opening, ...others].map(({ served }) => served));
  assert.equal(stage.hub.size, 0);
});

Deno.test("somebody who is not there any more is not admitted; a failing look-up asks to come back", async () => {
  let failure: Error = new AppError("not_found");
  await using stage = await createStage({ userOf: () => Promise.reject(failure) });
  for (const [error, code, reports] of [[failure, 4401, 0], [new Error("a fault"), 1012, 1]] as const) {
    failure = error;
    const { socket, served } = stage.upgrade(stage.world.leila);
    socket.open();
    await served;
    assert.equal(socket.closed!.code, code);
    assert.deepEqual(socket.sent, []);
    assert.equal(stage.reported.length, reports);
    assert.equal(stage.hub.size, 0);
  }
});

Deno.test("who was an admin and is none any more stops hearing what is private", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash, admin, home } = world;
  const direct = await world.conversation("direct", [leila, arash]);
  const [own, flat, friend] = [
    await stage.connect(admin),
    await stage.connect(admin, { flat: direct }),
    await stage.connect(leila),
  ];
  for (const client of [own, friend]) {
    await client.join(direct);
    await client.join(home.global);
  }
  await world.restrict(admin, { role: "member" });
  await stage.realtime.membershipChanged({ workspace_id: home.id, user_id: admin.id });
  for (const client of [own, flat, friend]) client.take();
  for (const conversation_id of [direct, home.global]) {
    await world.chat.messages.send(arash, { conversation_id, content: `in ${conversation_id}` });
  }
  await own.settled();
  const heard = own.events();
  assert.deepEqual(heard.map((one) => one.conversation_id), [direct, home.global]);
  assert.deepEqual(heard[0], { type: "chat:left", conversation_id: direct, user_id: admin.id });
  assert.equal(heard[1].message.content, `in ${home.global}`);
  assert.equal(flat.socket.closed!.code, 4404);
  assert.deepEqual(flat.take(), []);
  assert.equal(friend.events().length, 2);
  // A change that takes nothing away cuts nothing off.
  await world.restrict(leila, { role: "agent" });
  await stage.realtime.membershipChanged({ workspace_id: home.id, user_id: leila.id });
  await friend.settled();
  assert.deepEqual(friend.events(), []);
});

Deno.test("who gets into a conversation is told on all devices, and nobody else", async () => {
  await using stage = await createStage();
  const { leila, arash, agent } = stage.world;
  const clients = [await stage.connect(leila), await stage.connect(arash), await stage.connect(agent)];
  const conversation_id = await stage.world.chat.conversations.openDirect(leila, arash.id);
  for (const client of clients) await client.settled();
  const heard = clients.map((client) => client.events());
  const event = { type: "chat:conversation", conversation_id };
  assert.deepEqual(heard, [[event], [event], []]);
});

Deno.test("when the server stops, what is acknowledged is said, then everybody is asked to come back", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const client = await stage.connect(leila);
  client.say({ type: "chat:message", ref: 1, conversation_id: home.global, content: "x", client_id: "1" });
  await new Promise<void>((resolve) => stage.world.chat.listen(() => resolve()));
  // Still in the turn of the commit, before the hub would have written by itself.
  for (let i = 0; i < 20; i++) await Promise.resolve();
  stage.realtime.stop();
  assert.deepEqual(client.take().map((one: Frame) => one.type), ["ack"]);
  assert.equal(client.socket.closed!.code, 1012);
  assert.deepEqual(stage.gone, [leila.id]);
  client.socket.gone();
  assert.equal(stage.hub.size, 0);
});

Deno.test("a client that reads too slowly is cut off, and resumes without loss", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash, home } = world;
  const slow = await stage.connect(leila);
  await slow.join(home.global);
  slow.socket.bufferedAmount = 2 * 1024 * 1024;
  const page = "x".repeat(4000);
  for (let i = 0; i < 12; i++) {
    await world.chat.messages.send(arash, { conversation_id: home.global, content: page });
  }
  await until(() => slow.socket.closed);
  assert.equal(slow.socket.closed!.code, 1013);
  assert.ok(slow.socket.sent.join("").length < 64 * 1024, "soon, not only when it has had everything");
  await world.chat.messages.send(arash, { conversation_id: home.global, content: "two" });
  slow.socket.gone();
  const again = await stage.connect(leila);
  const { changes } = await again.join(home.global, 0);
  assert.deepEqual(changes.map((one: Frame) => one.content), [...Array(12).fill(page), "two"]);
});
