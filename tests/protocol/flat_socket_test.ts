/** Requirements, 4: the socket of one conversation, `/ws/chat/{conversation_id}/`, to the letter. */
import assert from "node:assert/strict";
import { openSocket } from "../support/socket.ts";
import { openRaw } from "./raw_socket.ts";
import { direct, withTarget } from "./target.ts";

const test = withTarget();

test("new_message has exactly its fields, for everybody of the conversation", async (target) => {
  const { leila, arash } = target;
  const { conversation } = await direct(target);
  const [a, b] = [
    await leila.socket(`/ws/chat/${conversation}/`),
    await arash.socket(`/ws/chat/${conversation}/`),
  ];
  a.send({ type: "chat_message", content: "سلام" });
  for (const socket of [a, b]) {
    const event = await socket.next();
    assert.deepEqual(event, {
      type: "new_message",
      message: {
        id: event.message.id,
        sender: { id: leila.me.id, username: leila.me.username, profile_picture: null },
        content: "سلام",
        timestamp: event.message.timestamp,
      },
    });
    const { body } = await arash.get(`/api/messages/${event.message.id}/`);
    assert.deepEqual([body.content, body.timestamp], ["سلام", event.message.timestamp]);
  }
  await Promise.all([a.close(), b.close()]);
});

test("message_edited, message_deleted and user_typing have exactly their fields", async (target) => {
  const { leila, arash } = target;
  const { conversation, id } = await direct(target);
  const [a, b] = [
    await leila.socket(`/ws/chat/${conversation}/`),
    await arash.socket(`/ws/chat/${conversation}/`),
  ];
  a.send({ type: "edit_message", message_id: id, content: "changed" });
  assert.deepEqual(await b.next(), { type: "message_edited", message: { id, content: "changed" } });
  a.send({ type: "typing", is_typing: true });
  assert.deepEqual(await b.next(), {
    type: "user_typing",
    user: { id: leila.me.id, username: leila.me.username, profile_picture: null },
    is_typing: true,
  });
  a.send({ type: "typing", is_typing: false });
  assert.equal((await b.next()).is_typing, false);
  a.send({ type: "delete_message", message_id: id });
  assert.deepEqual(await b.next(), { type: "message_deleted", message_id: id });
  await Promise.all([a.close(), b.close()]);
});

test("one event a frame, never an array", async (target) => {
  const { leila, arash } = target;
  const { conversation } = await direct(target);
  const socket = await arash.socket(`/ws/chat/${conversation}/`);
  const sender = await leila.socket();
  sender.send(Array.from({ length: 10 }, (_, i) => ({
    type: "chat:message",
    ref: i,
    conversation_id: conversation,
    content: `${i}`,
    client_id: crypto.randomUUID(),
  })));
  for (let i = 0; i < 10; i++) assert.equal((await socket.next()).message.content, `${i}`);
  assert(socket.frames.every((frame) => !frame.startsWith("[")));
  await Promise.all([socket.close(), sender.close()]);
});

test("what is invalid or forbidden is ignored in silence, and the socket goes on", async (target) => {
  const { leila, arash } = target;
  const { conversation, id } = await direct(target, "arash may not change this");
  const elsewhere = (await arash.post("/api/messages", { content: "in the global room" })).body;
  const socket = await arash.socket(`/ws/chat/${conversation}/`);
  for (
    const invalid of [
      "nonsense",
      "",
      "{",
      "[]",
      "null",
      "5",
      '"x"',
      "[".repeat(10_000),
      { type: "no_such" },
      { type: "chat_message" },
      { type: "chat_message", content: "" },
      { type: "chat_message", content: 5 },
      { type: "chat_message", content: "x".repeat(5000) },
      { type: "typing" },
      { type: "typing", is_typing: "yes" },
      { type: "edit_message", message_id: id, content: "forbidden" },
      { type: "delete_message", message_id: id },
      { type: "delete_message", message_id: 5 },
      { type: "delete_message", message_id: "x" },
      // One's own, but of another conversation.
      { type: "delete_message", message_id: elsewhere.id },
    ]
  ) socket.send(invalid);
  socket.send({ type: "chat_message", content: "still here" });
  const first = await socket.next();
  assert.deepEqual([first.type, first.message.content], ["new_message", "still here"]);
  assert.equal(socket.heard.length, 1, "silence");
  assert.equal((await leila.get(`/api/messages/${id}`)).body.content, "arash may not change this");
  assert.equal((await arash.get(`/api/messages/${elsewhere.id}`)).body.is_deleted, false);
  await socket.close();
});

test("commands take effect in the order sent", async (target) => {
  const { leila } = target;
  const { conversation } = await direct(target);
  const socket = await leila.socket(`/ws/chat/${conversation}/`);
  for (let i = 0; i < 30; i++) socket.send({ type: "chat_message", content: `${i}` });
  for (let i = 0; i < 30; i++) assert.equal((await socket.next()).message.content, `${i}`);
  await socket.close();
});

test("who is not signed in or not a participant is refused, whatever they send along", async (target) => {
  const { outsider, arash, ws, url } = target;
  const { conversation } = await direct(target);
  const path = `${ws}/ws/chat/${conversation}/`;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  assert.equal(await openRaw(path), 401);
  assert.equal(await openRaw(path, { authorization: "Bearer nonsense" }), 401);
  assert.equal(await openRaw(path, bearer(outsider.token)), 404);
  assert.equal(await openRaw(`${ws}/ws/chat/5/`, bearer(outsider.token)), 404);
  assert.equal(await openRaw(`${ws}/ws/chat/x/`, bearer(outsider.token)), 404);
  const participant = await openRaw(path, bearer(arash.token));
  assert(typeof participant === "object", "a participant is let in");
  participant.close();
  const plain = await fetch(`${url}/ws/chat/${conversation}/`, { headers: bearer(arash.token) });
  assert(plain.status >= 400 && plain.status < 500, "what is no upgrade is refused");
  await plain.body?.cancel();
});

test("the cookie opens it too, from our own origin; with or without the slash", async ({ person, leila, anybody, ws, url }) => {
  const { proof, client } = await person();
  const { body } = await client.post("/api/messages", { content: "x", recipient_id: leila.me.id });
  const { headers } = await anybody().post("/api/auth/login", proof);
  const cookie = headers.getSetCookie()[0]!.split(";")[0]!;
  for (const path of [`/ws/chat/${body.conversation}/`, `/ws/chat/${body.conversation}`]) {
    const socket = await openRaw(ws + path, { cookie, origin: url });
    assert(typeof socket === "object", path);
    socket.close();
    assert.equal(await openRaw(ws + path, { cookie, origin: "https://elsewhere.example" }), 403);
  }
});

test("it stands for a conversation of any kind: the global room too", async ({ leila, outsider, ws }) => {
  const { body } = await leila.post("/api/messages", { content: "x" });
  const ticket = (await outsider.post("/api/auth/ws-ticket")).body.ticket;
  const socket = await openSocket(`${ws}/ws/chat/${body.conversation}/?ticket=${ticket}`);
  const content = crypto.randomUUID();
  await leila.post("/api/messages", { content });
  assert.equal((await socket.next((frame) => frame.type === "new_message")).message.content, content);
  await socket.close();
});

test("in a group too: its four events for all in it, and nobody else is let in", async ({ leila, arash, outsider, ws }) => {
  const { body: { id } } = await leila.post("/api/rooms", { name: "x", members: [arash.me.id] });
  const path = `/ws/chat/${id}/`;
  assert.equal(await openRaw(ws + path), 401);
  assert.equal(await openRaw(ws + path, { authorization: `Bearer ${outsider.token}` }), 404);
  const [a, b] = [await leila.socket(path), await arash.socket(path)];
  a.send({ type: "chat_message", content: "to all" });
  const { type, message } = await b.next();
  assert.deepEqual([type, message.content], ["new_message", "to all"]);
  a.send({ type: "edit_message", message_id: message.id, content: "changed" });
  assert.equal((await b.next()).type, "message_edited");
  a.send({ type: "typing", is_typing: true });
  assert.equal((await b.next()).type, "user_typing");
  // Not theirs to change, though they may read it.
  b.send({ type: "edit_message", message_id: message.id, content: "mine" });
  b.send({ type: "delete_message", message_id: message.id });
  b.send({ type: "chat_message", content: "still here" });
  assert.equal((await b.next()).message.content, "still here");
  a.send({ type: "delete_message", message_id: message.id });
  assert.deepEqual(await b.next((frame) => frame.type === "message_deleted"), {
    type: "message_deleted",
    message_id: message.id,
  });
  await Promise.all([a.close(), b.close()]);
});

test("who is removed is closed with 4404 and not let in again; the others go on", async ({ leila, arash, person, ws }) => {
  const { client } = await person();
  const { body: { id } } = await leila.post("/api/rooms", {
    name: "x",
    members: [arash.me.id, client.me.id],
  });
  const path = `/ws/chat/${id}/`;
  const [gone, other] = [await client.socket(path), await arash.socket(path)];
  assert.equal((await leila.delete(`/api/rooms/${id}/members/${client.me.id}`)).status, 204);
  assert.equal(await gone.end(), 4404);
  assert.equal(await openRaw(ws + path, { authorization: `Bearer ${client.token}` }), 404);
  await leila.post("/api/messages", { content: "among us", conversation_id: id });
  assert.equal((await other.next()).message.content, "among us");
  assert.deepEqual(gone.heard, []);
  await other.close();
});
