/** Reactions, pins, idleness and settings as the sockets carry them. */
import assert from "node:assert/strict";
import { createStage, turns, until } from "./testing/stage.ts";

Deno.test("a reaction is acknowledged with the message, and told to all with whose it was", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash, home } = world;
  const message_id = await world.put(home.global, leila);
  const [mine, theirs, flat] = [
    await stage.connect(arash),
    await stage.connect(leila),
    await stage.connect(leila, { flat: home.global }),
  ];
  for (const client of [mine, theirs]) {
    await client.join(home.global);
    client.take();
  }
  const ack = await mine.ask({ type: "chat:react", message_id, emoji: "❤", on: true });
  assert.equal(ack.type, "ack");
  assert.deepEqual(ack.message.reactions, [{ emoji: "❤️", count: 1, user_ids: [arash.id] }]);
  await theirs.settled();
  assert.deepEqual(theirs.events(), [
    { type: "chat:react", conversation_id: home.global, message: ack.message, user_id: arash.id },
  ]);
  assert.deepEqual(flat.take(), [], "clients of one conversation know no such thing");
});

Deno.test("what is no reaction, or not theirs to set, is refused", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash, outsider, guest, home } = world;
  const message_id = await world.put(home.global, leila);
  const command = { type: "chat:react", message_id, on: true };
  const client = await stage.connect(arash);
  assert.equal((await client.ask({ ...command, emoji: "no emoji" })).code, "emoji_invalid");
  assert.equal((await client.ask({ ...command, emoji: "😀😀" })).code, "emoji_invalid");
  assert.equal((await client.ask({ type: "chat:react", message_id, emoji: "like" })).code, "invalid_input");
  for (const stranger of [outsider, guest]) {
    const answer = await (await stage.connect(stranger)).ask({ ...command, emoji: "like" });
    assert.equal(answer.code, "not_found");
  }
  await world.restrict(arash, { muted_until: world.clock.now() + 1000 });
  assert.equal((await client.ask({ ...command, emoji: "like" })).code, "muted");
  assert.deepEqual((await world.chat.messages.get(leila, message_id)).reactions, []);
});

Deno.test("a reaction to what was just said on the same socket waits for it", async () => {
  await using stage = await createStage();
  const { leila, home } = stage.world;
  const client = await stage.connect(leila);
  await client.join(home.global);
  const sent = { type: "chat:message", conversation_id: home.global, content: "x", client_id: "1" };
  const { message } = await client.ask(sent);
  client.take();
  client.say(
    { type: "chat:react", message_id: message.id, emoji: "like", on: true },
    { type: "chat:react", message_id: message.id, emoji: "dislike", on: true },
    { type: "chat:react", message_id: message.id, emoji: "dislike", on: false },
  );
  await client.settled();
  const told = client.events().map((event) =>
    event.message.reactions.map((one: { emoji: string }) => one.emoji)
  );
  assert.deepEqual(told, [["like"], ["dislike"], []]);
});

Deno.test("a pin is told to all, a mute to one's own devices alone", async () => {
  await using stage = await createStage();
  const { world } = stage;
  const { leila, arash } = world;
  const group = await world.conversation("group", [leila, arash]);
  const message_id = await world.put(group, arash);
  const [own, other] = [await stage.connect(leila), await stage.connect(arash)];
  for (const client of [own, other]) {
    await client.join(group);
    client.take();
  }
  const message = await world.chat.pins.set(leila, message_id, true);
  await world.chat.settings.mute(leila, group, null);
  await own.settled();
  await other.settled();
  const pin = { type: "chat:pin", conversation_id: group, message };
  assert.deepEqual(other.events(), [pin]);
  assert.deepEqual(own.events(), [pin, { type: "chat:conversation", conversation_id: group }]);
});

Deno.test("a device says that it is idle; the person is away when all are", async () => {
  await using stage = await createStage();
  const { leila, arash, home } = stage.world;
  const watcher = await stage.connect(arash);
  const [tab, phone] = [await stage.connect(leila), await stage.connect(leila)];
  const said = () =>
    watcher.statuses().filter(({ user }) => user.id === leila.id).map(({ status }) => status);
  await until(() => said().length === 1);
  for (const client of [tab, tab, phone]) {
    assert.equal((await client.ask({ type: "chat:status", status: "away" })).type, "ack");
  }
  await until(() => said().length === 2);
  const { away_ids, online_count } = await watcher.ask({
    type: "chat:presence",
    conversation_id: home.global,
  });
  assert.deepEqual([away_ids, online_count], [[leila.id], 2]);
  // The idle one goes: nobody moves at the other either.
  phone.socket.gone();
  await turns();
  await tab.ask({ type: "chat:status", status: "online" });
  await until(() => said().length === 3);
  assert.deepEqual(said(), ["online", "away", "online"]);
  assert.equal((await tab.ask({ type: "chat:status", status: "asleep" })).code, "invalid_input");
});

Deno.test("idleness that flickers is slowed down like writing", async () => {
  let wait = 0;
  await using stage = await createStage({ limits: { commands: () => wait, traffic: () => 0 } });
  const client = await stage.connect(stage.world.leila);
  wait = 2;
  assert.equal((await client.ask({ type: "chat:status", status: "away" })).code, "rate_limited");
  assert.equal(
    (await client.ask({ type: "chat:status", status: "online" })).type,
    "ack",
    "that is no change",
  );
  const react = { type: "chat:react", message_id: 1, emoji: "like", on: true };
  assert.equal((await client.ask(react)).code, "rate_limited");
});
