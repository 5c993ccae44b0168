import assert from "node:assert/strict";
import type { Actor } from "@/lib/chat/actor.ts";
import { createStage, turns, until } from "./testing/stage.ts";
import type { Stage, TestClient } from "./testing/stage.ts";
import { FRAME_MAX } from "./transport.ts";

/** Waits until everything said before has been worked on: says something valid and waits for it. */
async function settled(client: TestClient): Promise<void> {
  const mark = crypto.randomUUID();
  client.say({ type: "chat_message", content: mark });
  await until(() => client.socket.sent.at(-1)?.includes(mark));
}

/** What a client of the conversation heard, but for marks. */
const heard = (client: TestClient) =>
  client.take().filter((one) => !/^[\da-f-]{36}$/.test(one.message?.content ?? ""));

async function contents(stage: Stage, actor: Actor, conversation_id: number): Promise<string[]> {
  const { messages } = await stage.world.chat.history.page(actor, conversation_id, { limit: 100 });
  return messages.map(({ content }) => content).filter((text) => !/^[\da-f-]{36}$/.test(text)).reverse();
}

Deno.test("the four commands come out as the four events, to every client of the conversation", async () => {
  await using stage = await createStage();
  const { leila, arash, home } = stage.world;
  const [flat, other, own] = [
    await stage.connect(leila, { flat: home.global }),
    await stage.connect(arash, { flat: home.global }),
    await stage.connect(arash),
  ];
  await own.join(home.global);
  own.take();
  flat.say({ type: "chat_message", content: "سلام" });
  const [sent] = await until(() => {
    const frames = flat.take();
    return frames.length > 0 && frames;
  });
  const sender = { id: leila.id, username: "leila", profile_picture: null };
  const { id, ...message } = sent.message;
  assert.deepEqual(message, { sender, content: "سلام", timestamp: "2025-03-20T08:00:00.000Z" });
  flat.say({ type: "edit_message", message_id: id, content: "درود" });
  flat.say({ type: "typing", is_typing: true });
  flat.say({ type: "typing", is_typing: false });
  flat.say({ type: "delete_message", message_id: id });
  await settled(flat);
  const events = [
    { type: "message_edited", message: { id, content: "درود" } },
    { type: "user_typing", user: sender, is_typing: true },
    { type: "user_typing", user: sender, is_typing: false },
    { type: "message_deleted", message_id: id },
  ];
  assert.deepEqual(heard(flat), events);
  assert.deepEqual(heard(other), [{ type: "new_message", message: { id, ...message } }, ...events]);
  // Each frame holds one object.
  for (const frame of flat.socket.sent) assert(!Array.isArray(JSON.parse(frame)));
  assert.deepEqual(own.take().map((one) => one.type), [
    "chat:message",
    "chat:edit",
    "chat:typing",
    "chat:typing",
    "chat:delete",
    "chat:message",
  ]);
});

Deno.test("what comes in by another dialect goes out by this one", async () => {
  await using stage = await createStage();
  const { leila, arash, home } = stage.world;
  const flat = await stage.connect(leila, { flat: home.global });
  const own = await stage.connect(arash);
  const command = { type: "chat:message", conversation_id: home.global, content: "x", client_id: "1" };
  const { message } = await own.ask(command);
  const { id, content, timestamp } = message;
  const sender = { id: arash.id, username: "arash", profile_picture: null };
  assert.deepEqual(flat.take(), [{ type: "new_message", message: { id, sender, content, timestamp } }]);
});

Deno.test("everything invalid or forbidden is passed over in silence", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash, home } = world;
  const group = await world.conversation("group", [leila]);
  const theirs = await world.put(home.global, arash, "theirs");
  const elsewhere = await world.put(group, leila, "elsewhere");
  const foreign = await world.put(world.elsewhere.global, world.outsider, "foreign");
  const flat = await stage.connect(leila, { flat: home.global });
  const text = "x";
  const frames: unknown[] = [
    "",
    "{",
    "null",
    "[]",
    "5",
    new ArrayBuffer(4),
    "[".repeat(30_000) + "]".repeat(30_000),
    ...[
      {},
      { type: 5 },
      { type: "chat:message", conversation_id: home.global, content: text, client_id: "1" },
      [{ type: "chat_message", content: text }],
      { type: "chat_message" },
      { type: "chat_message", content: "" },
      { type: "chat_message", content: " \u200c " },
      { type: "chat_message", content: "x".repeat(4001) },
      { type: "edit_message", message_id: theirs, content: text },
      { type: "edit_message", message_id: foreign, content: text },
      { type: "edit_message", message_id: "1", content: text },
      { type: "delete_message", message_id: theirs },
      { type: "delete_message", message_id: foreign },
      { type: "delete_message", message_id: 12345 },
      // One's own, but of another conversation than this socket's.
      { type: "edit_message", message_id: elsewhere, content: text },
      { type: "delete_message", message_id: elsewhere },
      { type: "typing", is_typing: "yes" },
    ].map((one) => JSON.stringify(one)),
  ];
  for (const frame of frames) flat.socket.receive(frame);
  await settled(flat);
  assert.deepEqual(heard(flat), []);
  assert.equal(flat.socket.closed, null);
  assert.deepEqual(stage.reported, []);
  assert.deepEqual(await contents(stage, leila, home.global), ["theirs"]);
  assert.deepEqual(await contents(stage, leila, group), ["elsewhere"]);
});

Deno.test("an admin may change what others wrote, but only in the socket's conversation", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash, admin, home } = world;
  const direct = await world.conversation("direct", [leila, arash]);
  const here = await world.put(home.global, leila, "here");
  const there = await world.put(direct, leila, "there");
  const flat = await stage.connect(admin, { flat: home.global });
  for (const message_id of [here, there]) flat.say({ type: "edit_message", message_id, content: "changed" });
  await settled(flat);
  assert.deepEqual(heard(flat), [{ type: "message_edited", message: { id: here, content: "changed" } }]);
  assert.deepEqual(await contents(stage, leila, direct), ["there"]);
});

Deno.test("a restricted or hasty person is not heard", async () => {
  let wait = 0;
  await using stage = await createStage({ limits: { commands: () => wait, traffic: () => 0 } });
  const { world } = stage;
  const { leila, arash, home } = world;
  const [flat, other] = [
    await stage.connect(leila, { flat: home.global }),
    await stage.connect(arash, { flat: home.global }),
  ];
  wait = 3;
  flat.say({ type: "chat_message", content: "too quick" });
  await turns(10);
  wait = 0;
  await world.restrict(leila, { muted_until: world.clock.now() + 9 });
  flat.say({ type: "chat_message", content: "muted" });
  flat.say({ type: "typing", is_typing: true });
  await settled(other);
  await turns(10);
  assert.deepEqual(heard(other), []);
  assert.deepEqual(await contents(stage, arash, home.global), []);
});

Deno.test("commands take effect in the order sent", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const flat = await stage.connect(leila, { flat: home.global });
  const wanted = Array.from({ length: 90 }, (_, i) => `${i}`);
  for (const content of wanted) flat.say({ type: "chat_message", content });
  await settled(flat);
  assert.deepEqual(await contents(stage, leila, home.global), wanted);
  assert.deepEqual(heard(flat).map((one) => one.message.content), wanted);
});

Deno.test("who is removed is closed with 4404, hears nothing more and is not obeyed", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash } = world;
  const group = await world.conversation("group", [arash, leila]);
  const flat = await stage.connect(leila, { flat: group });
  await world.removeParticipant(group, leila);
  // As a product tells it, after the commit.
  stage.hub.evict(`conversation:${group}`, leila.id);
  assert.equal(flat.socket.closed!.code, 4404);
  flat.say({ type: "chat_message", content: "still here" });
  await world.chat.messages.send(arash, { conversation_id: group, content: "secret" });
  await turns(10);
  assert.deepEqual(flat.take(), []);
  assert.deepEqual(await contents(stage, arash, group), ["secret"]);
});

Deno.test("who lost the right during the handshake is closed, without hearing anything", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash } = world;
  const group = await world.conversation("group", [arash, leila]);
  const { socket, served } = stage.upgrade(leila, { flat: group });
  await world.removeParticipant(group, leila);
  socket.receive(JSON.stringify({ type: "chat_message", content: "early" }));
  socket.open();
  await served;
  await until(() => socket.closed);
  assert.equal(socket.closed!.code, 4404);
  await world.chat.messages.send(arash, { conversation_id: group, content: "secret" });
  await turns(10);
  assert.deepEqual(socket.sent, []);
  assert.deepEqual(await contents(stage, arash, group), ["secret"]);
});

Deno.test("a frame above 64 KiB closes the socket; of too many commands the rest is passed over", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const [large, many] = [
    await stage.connect(leila, { flat: home.global }),
    await stage.connect(leila, { flat: home.global }),
  ];
  large.socket.receive(new Blob([new Uint8Array(FRAME_MAX)]));
  assert.equal(large.socket.closed, null);
  large.socket.receive(new Blob([new Uint8Array(FRAME_MAX + 1)]));
  assert.equal(large.socket.closed!.code, 1009);
  for (let i = 0; i < 400; i++) many.say({ type: "typing", is_typing: i % 2 === 0 });
  await turns(20);
  assert.equal(many.socket.closed, null);
  await settled(many);
});

Deno.test("who writes in it is there, as with any socket", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const flat = await stage.connect(leila, { flat: home.global });
  assert.deepEqual(stage.realtime.presence.listOnline(home.id), [leila.id]);
  flat.socket.gone();
  stage.realtime.stop();
  assert.deepEqual(stage.gone, [leila.id]);
});
