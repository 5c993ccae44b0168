/** What is expected of the runtime's sockets, tried on real ones. */
import assert from "node:assert/strict";
import { CLOSE } from "@/lib/protocol/events.ts";
import { createStage, until } from "./testing/stage.ts";
import type { Stage } from "./testing/stage.ts";
import { SocketWire, UPGRADE } from "./transport.ts";

/** Serves every socket as `leila`'s. */
function listen(stage: Stage) {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const { socket, response } = Deno.upgradeWebSocket(request, UPGRADE);
    void stage.realtime.serve(socket, { actor: stage.world.leila, locale: "en", ip: "127.0.0.1" });
    return response;
  });
  return { port: server.addr.port, [Symbol.asyncDispose]: () => server.shutdown() };
}

/** A client of the real thing: its frames, and how it was closed. */
async function connect(port: number) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
  const frames: string[] = [];
  socket.onmessage = ({ data }) => void frames.push(data);
  const closed = new Promise<CloseEvent>((resolve) => void (socket.onclose = resolve));
  await until(() => frames.length > 0);
  return { socket, frames, closed };
}

Deno.test("every code we close with arrives as it is, with its reason", async () => {
  await using stage = await createStage();
  await using server = listen(stage);
  for (const code of Object.values(CLOSE)) {
    const client = await connect(server.port);
    stage.hub.closeWhere(() => true, code, "goodbye");
    const event = await client.closed;
    assert.deepEqual([event.code, event.reason], [code, "goodbye"]);
  }
  await until(() => stage.hub.size === 0);
});

Deno.test("a conversation over real sockets: hello, join, message, goodbye", async () => {
  await using stage = await createStage();
  await using server = listen(stage);
  const client = await connect(server.port);
  assert.equal(JSON.parse(client.frames[0]!).type, "hello");
  const conversation_id = stage.world.home.global;
  client.socket.send(JSON.stringify([
    { type: "chat:join", ref: 1, conversation_id, after_version: 0 },
    { type: "chat:message", ref: 2, conversation_id, content: "سلام 👋", client_id: "1" },
  ]));
  const message = await until(() =>
    client.frames.flatMap((text) => JSON.parse(text)).find((one) => one.type === "chat:message")
  );
  assert.equal(message.message.content, "سلام 👋");
  client.socket.send("x".repeat(70_000));
  assert.equal((await client.closed).code, 1009);
  const other = await connect(server.port);
  other.socket.send(new Uint8Array(70_000));
  assert.equal((await other.closed).code, 1009);
});

Deno.test("a socket closed before its handshake is done does not open after all", async () => {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const { socket, response } = Deno.upgradeWebSocket(request, UPGRADE);
    assert.equal(socket.readyState, WebSocket.CONNECTING);
    new SocketWire(socket).close(CLOSE.session_ended, "ended");
    return response;
  });
  const socket = new WebSocket(`ws://127.0.0.1:${server.addr.port}/`);
  const event = await new Promise<CloseEvent>((resolve) => void (socket.onclose = resolve));
  assert.deepEqual([event.code, event.reason], [4401, "ended"]);
  await server.shutdown();
});

Deno.test("what a client does not read piles up where the hub sees it, and it is cut off", async () => {
  await using stage = await createStage();
  await using server = listen(stage);
  using tcp = await Deno.connect({ port: server.port });
  const handshake = [
    "GET / HTTP/1.1",
    "Host: 127.0.0.1",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
  ];
  await tcp.write(new TextEncoder().encode(handshake.join("\r\n") + "\r\n\r\n"));
  await until(() => stage.hub.topicsOf(stage.world.leila.id).size > 0);
  // Never read from, and sent to until the network takes no more.
  const frame = JSON.stringify("x".repeat(256 * 1024));
  let sent = 0;
  await until(() => {
    stage.hub.publish(`actor:${stage.world.leila.id}`, {
      verb: "conversation",
      conversation_id: sent++,
      ...{ pad: frame },
    });
    return stage.hub.stats.cut_slow > 0;
  });
  assert.equal(stage.hub.size, 0);
  // What lay in the kernel's buffers beside our own bound; it is no sum without end.
  assert(sent < 200, `${sent} frames of 256 KiB went out`);
});
