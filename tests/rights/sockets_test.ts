/** The table of rights of both sockets, tried cell by cell; every frame is held against its schema. */
import assert from "node:assert/strict";
import { COMMANDS } from "@/lib/protocol/commands.ts";
import * as protocol from "@/lib/protocol/events.ts";
import { EVENTS, FLAT_EVENTS } from "@/lib/protocol/events.ts";
import { openSocket } from "../support/socket.ts";
import type { TestSocket } from "../support/socket.ts";
import { type Cast, gather, type Scene, SECRETS, setScene } from "./scene.ts";
import { COMMAND_TABLE, FLAT_TABLE } from "./socket_table.ts";
import { PEOPLE, type PersonName } from "./table.ts";

const SIGNED_IN = PEOPLE.filter((name) => name !== "nobody");

Deno.test("every command has its row", () => {
  assert.deepEqual(Object.keys(COMMAND_TABLE).sort(), Object.keys(COMMANDS).sort());
});

Deno.test("who may say what on /ws", async (t) => {
  const cast = await gather();
  try {
    await t.step("nobody gets in without a proof", async () => {
      await assert.rejects(openSocket(address(cast, "/ws")));
      await assert.rejects(openSocket(address(cast, "/ws?ticket=none")));
    });
    for (const [index, name] of SIGNED_IN.entries()) {
      await t.step(name, async () => {
        const got: Record<string, string> = {};
        for (const verb of Object.keys(COMMAND_TABLE)) {
          const scene = await setScene(cast);
          const socket = await cast.clients[name].socket();
          await socket.next(({ type }) => type === "hello");
          const answer = await socket.ask({ type: `chat:${verb}`, ...fields(scene) });
          got[verb] = answer.type === "error" ? answer.code : answer.type.replace("chat:", "");
          if (answer.type === "error") assertNothing(answer);
          socket.heard.forEach(assertKnown);
          await socket.close();
        }
        const wanted = Object.entries(COMMAND_TABLE).map(([verb, row]) => [verb, row[index]]);
        assert.deepEqual(got, Object.fromEntries(wanted));
      });
    }

    await t.step("who was not let in hears nothing of it, and who is taken out no more", async () => {
      const scene = await setScene(cast);
      const { founder, participant } = cast.clients;
      const inside = await participant.socket();
      const outside = await Promise.all(
        (["outsider", "removed", "agent_elsewhere", "owner_elsewhere", "guest", "guest_elsewhere"] as const)
          .map((name) => cast.clients[name].socket()),
      );
      for (const socket of [inside, ...outside]) {
        await socket.ask({ type: "chat:join", conversation_id: scene.room });
      }
      const say = () =>
        cast.leila.post("/api/messages/", { content: SECRETS[1], conversation_id: scene.room });
      await say();
      await inside.next(({ type }) => type === "chat:message");
      await founder.delete(`/api/rooms/${scene.room}/members/${participant.me.id}`);
      await inside.next(({ type, user_id }) => type === "chat:left" && user_id === participant.me.id);
      const heard = inside.heard.filter(({ type }) => type === "chat:message").length;
      await say();
      for (const socket of [inside, ...outside]) await socket.ask({ type: "chat:ping" });
      assert.equal(inside.heard.filter(({ type }) => type === "chat:message").length, heard);
      for (const socket of outside) assert(!JSON.stringify(socket.heard).includes(SECRETS[1]));
      inside.heard.forEach(assertKnown);
      for (const socket of [inside, ...outside]) await socket.close();
    });
  } finally {
    await cast.stop();
  }
});

Deno.test("who may say what on /ws/chat/{conversation_id}/", async (t) => {
  const cast = await gather();
  const { leila, clients } = cast;
  const textOf = async (id: number) => (await leila.get(`/api/messages/${id}`)).body.content;
  try {
    for (const name of PEOPLE) {
      await t.step(name, async () => {
        const { opens, edits, deletes } = FLAT_TABLE[name];
        const [scene, other] = [await setScene(cast), await setScene(cast)];
        if (!opens) return await assertClosed(cast, name, scene);
        const socket = await clients[name].socket(`/ws/chat/${scene.room}/`);

        socket.send({ type: "edit_message", message_id: scene.message, content: "changed" });
        // Another conversation's message is none of this socket's, whoever speaks.
        socket.send({ type: "edit_message", message_id: other.message, content: "changed" });
        socket.send({ type: "delete_message", message_id: other.message });
        await spoken(socket, "one");
        assert.equal(await textOf(scene.message) === "changed", edits);
        assert.equal(await textOf(other.message), SECRETS[1]);

        socket.send({ type: "delete_message", message_id: scene.message });
        await spoken(socket, "two");
        assert.equal(await textOf(scene.message) === "", deletes);
        for (const frame of socket.heard) {
          const schema = FLAT_EVENTS[frame.type as keyof typeof FLAT_EVENTS];
          assert.deepEqual(schema.parse(frame), frame);
        }
        await socket.close();
      });
    }
  } finally {
    await cast.stop();
  }
});

/** Says something and waits until it is told: what was said before it has had its effect. */
async function spoken(socket: TestSocket, content: string): Promise<void> {
  socket.send({ type: "chat_message", content });
  await socket.next(({ type, message }) => type === "new_message" && message.content === content);
}

/** Refused before it stands, and a plain request for it tells no more. */
async function assertClosed(cast: Cast, name: PersonName, { room }: Scene): Promise<void> {
  const client = cast.clients[name];
  const path = `/ws/chat/${room}/`;
  const answer = await client.get(path);
  assert.equal(answer.status, name === "nobody" ? 401 : 404);
  assertNothing(answer.body);
  if (name === "nobody") return await assert.rejects(openSocket(address(cast, path)));
  await assert.rejects(client.socket(path));
}

function address({ server }: Cast, path: string): string {
  return server.url.replace(/^http/, "ws") + path;
}

/** What the commands are about, all of it in each: what is not a command's own is ignored. */
function fields({ room, message }: Scene): Record<string, unknown> {
  return {
    conversation_id: room,
    message_id: message,
    content: "…",
    client_id: crypto.randomUUID(),
    emoji: "like",
    on: true,
    is_typing: true,
    seq: 1,
    status: "away",
  };
}

function assertNothing(refusal: unknown): void {
  const text = JSON.stringify(refusal);
  for (const secret of SECRETS) assert(!text.includes(secret), text);
}

/** A frame of `/ws` is what its schema says, and holds nothing besides. */
function assertKnown(frame: { type: string }): void {
  const verb = frame.type.replace(/^chat:/, "");
  const schema = ANSWERS[verb] ?? EVENTS[verb as keyof typeof EVENTS];
  assert(schema, `nothing is written of ${frame.type}`);
  const { type: _, ...known } = { type: frame.type, ...schema.parse(frame) as object };
  const { type: __, ...heard } = frame;
  assert.deepEqual(known, heard);
}

const ANSWERS: Readonly<Record<string, { parse(frame: unknown): unknown }>> = {
  hello: protocol.HelloFrame,
  ack: protocol.AckFrame,
  error: protocol.ErrorFrame,
  joined: protocol.JoinedFrame,
  pong: protocol.PongFrame,
  presence: protocol.PresenceFrame,
};
