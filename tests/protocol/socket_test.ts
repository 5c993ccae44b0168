/** Requirements, 4: the multiplexed socket `/ws`. */
import assert from "node:assert/strict";
import { direct, withTarget } from "./target.ts";

const test = withTarget();

test("hello comes first and alone: protocol 1, who one is, the server's time", async ({ leila }) => {
  const socket = await leila.socket();
  const hello = await socket.next();
  assert.deepEqual([hello.type, hello.protocol, hello.user.id], ["hello", 1, leila.me.id]);
  assert(Math.abs(Date.parse(hello.server_time) - Date.now()) < 60_000);
  assert.deepEqual(JSON.parse(socket.frames[0]!), hello, "the frame holds nothing else");
  await socket.close();
});

test("join answers joined with the version; with after_version all changes above it", async (target) => {
  const { leila, arash } = target;
  const first = await direct(target, "one");
  const conversation_id = first.conversation;
  const socket = await arash.socket();
  const joined = await socket.ask({ type: "chat:join", conversation_id });
  assert.deepEqual([joined.type, joined.conversation_id, joined.changes, joined.more], [
    "chat:joined",
    conversation_id,
    [],
    false,
  ]);
  assert(joined.version >= first.version);
  const second = await direct(target, "two");
  const edited = (await leila.patch(`/api/messages/${first.id}`, { content: "one, changed" })).body;
  const again = await socket.ask({ type: "chat:join", conversation_id, after_version: joined.version });
  assert.deepEqual(
    again.changes.map(({ id, content, version }: typeof edited) => [id, content, version]),
    [[second.id, "two", second.version], [first.id, "one, changed", edited.version]],
  );
  assert.deepEqual([again.version, again.more], [edited.version, false]);
  await socket.close();
});

test("more changes than fit come in turns, without a gap", async ({ person, leila }) => {
  const { client } = await person();
  const socket = await client.socket();
  const { body: first } = await client.post("/api/messages", { content: "0", recipient_id: leila.me.id });
  const conversation_id = first.conversation;
  for (let i = 1; i <= 250; i++) {
    socket.send({ type: "chat:message", conversation_id, content: `${i}`, client_id: `many-${i}`, ref: i });
  }
  await socket.next((frame) => frame.ref === 250);
  const heard: number[] = [];
  let after_version = 0;
  for (let more = true, turn = 0; more && turn < 20; turn++) {
    const joined = await socket.ask({ type: "chat:join", conversation_id, after_version });
    heard.push(...joined.changes.map(({ seq }: { seq: number }) => seq));
    ({ version: after_version, more } = joined);
  }
  assert.deepEqual(heard, Array.from({ length: 251 }, (_, i) => i + 1));
  await socket.close();
});

test("message: ack with the ref and the full Message, and the event to all who joined", async (target) => {
  const { leila, arash } = target;
  const { conversation: conversation_id } = await direct(target);
  const [a, b] = [await leila.socket(), await arash.socket()];
  await a.ask({ type: "chat:join", conversation_id });
  await b.ask({ type: "chat:join", conversation_id });
  const client_id = crypto.randomUUID();
  const ack = await a.ask({ type: "chat:message", conversation_id, content: "hello", client_id });
  assert.equal(ack.type, "ack");
  assert.deepEqual([ack.message.content, ack.message.client_id], ["hello", client_id]);
  for (const socket of [a, b]) {
    const event = await socket.next((frame) => frame.type === "chat:message");
    assert.equal(event.conversation_id, conversation_id);
    assert.deepEqual(event.message, ack.message);
  }
  const stored = await leila.get(`/api/messages/${ack.message.id}`);
  assert.deepEqual(stored.body, ack.message, "the event's object is the one of REST");
  const again = await a.ask({ type: "chat:message", conversation_id, content: "hello", client_id });
  assert.equal(again.message.id, ack.message.id);
  await b.ask({ type: "chat:ping" });
  assert.equal(
    b.heard.filter((frame) => frame.type === "chat:message").length,
    1,
    "a repetition is no event",
  );
  await Promise.all([a.close(), b.close()]);
});

test("edit and delete: ack, and the event with the full Message", async (target) => {
  const { leila, arash } = target;
  const { id, conversation: conversation_id } = await direct(target);
  const [a, b] = [await leila.socket(), await arash.socket()];
  await b.ask({ type: "chat:join", conversation_id });
  assert.equal((await a.ask({ type: "chat:edit", message_id: id, content: "changed" })).type, "ack");
  const edit = await b.next((frame) => frame.type === "chat:edit");
  assert.deepEqual([edit.message.id, edit.message.content, edit.message.is_edited], [id, "changed", true]);
  assert.equal((await a.ask({ type: "chat:delete", message_id: id })).type, "ack");
  const gone = await b.next((frame) => frame.type === "chat:delete");
  assert.deepEqual([gone.message.id, gone.message.content, gone.message.is_deleted], [id, "", true]);
  await Promise.all([a.close(), b.close()]);
});

test("typing goes to the others, is not stored, and read comes to the writer", async (target) => {
  const { leila, arash } = target;
  const { conversation: conversation_id, seq } = await direct(target);
  const [a, b] = [await leila.socket(), await arash.socket()];
  await a.ask({ type: "chat:join", conversation_id });
  await b.ask({ type: "chat:join", conversation_id });
  await b.ask({ type: "chat:typing", conversation_id, is_typing: true });
  const typing = await a.next((frame) => frame.type === "chat:typing");
  assert.deepEqual([typing.conversation_id, typing.user.id, typing.is_typing], [
    conversation_id,
    arash.me.id,
    true,
  ]);
  await b.ask({ type: "chat:typing", conversation_id, is_typing: false });
  assert.equal((await a.next((frame) => frame.type === "chat:typing")).is_typing, false);
  await b.ask({ type: "chat:read", conversation_id, seq });
  const read = await a.next((frame) => frame.type === "chat:read");
  assert.deepEqual([read.conversation_id, read.user_id, read.seq], [conversation_id, arash.me.id, seq]);
  await Promise.all([a.close(), b.close()]);
});

test("after leave nothing more comes of a conversation", async (target) => {
  const { leila, arash } = target;
  const { conversation: conversation_id } = await direct(target);
  const socket = await arash.socket();
  await socket.ask({ type: "chat:join", conversation_id });
  assert.equal((await socket.ask({ type: "chat:leave", conversation_id })).type, "ack");
  await leila.post("/api/messages", { content: "unheard", conversation_id });
  await socket.ask({ type: "chat:ping" });
  assert(!socket.frames.join().includes("unheard"));
  await socket.close();
});

test("a frame may hold an array of commands; they take effect in the order sent", async (target) => {
  const { leila } = target;
  const { conversation: conversation_id } = await direct(target);
  const socket = await leila.socket();
  socket.send(Array.from({ length: 20 }, (_, i) => ({
    type: "chat:message",
    ref: i,
    conversation_id,
    content: `${i}`,
    client_id: `array-${crypto.randomUUID()}`,
  })));
  const acks = [];
  for (let i = 0; i < 20; i++) acks.push(await socket.next((frame) => frame.ref === i));
  const seqs = acks.map(({ message }) => message.seq);
  assert.deepEqual(seqs, Array.from({ length: 20 }, (_, i) => seqs[0] + i));
  await socket.close();
});

test("an edit right behind its message finds it; without a ref nothing is answered", async (target) => {
  const { leila } = target;
  const { conversation: conversation_id, id } = await direct(target);
  const socket = await leila.socket();
  await socket.next();
  socket.send([
    { type: "chat:edit", message_id: id, content: "first" },
    { type: "chat:edit", message_id: id, content: "second" },
    { type: "chat:delete", message_id: id },
    { type: "chat:message", conversation_id, content: "last", client_id: crypto.randomUUID(), ref: "end" },
  ]);
  await socket.next((frame) => frame.ref === "end");
  assert.equal(socket.heard.filter((frame) => frame.type === "ack").length, 1);
  assert.equal((await leila.get(`/api/messages/${id}`)).body.is_deleted, true);
  await socket.close();
});

test("a refused command gets {error, ref, code, detail} in one's language, and the socket stays", async (target) => {
  const { outsider, arash } = target;
  const { conversation: conversation_id, id } = await direct(target);
  const socket = await outsider.socket();
  const refused = async (command: Record<string, unknown>, code: string) => {
    const answer = await socket.ask(command);
    assert.deepEqual([answer.type, answer.code, typeof answer.detail], ["error", code, "string"]);
  };
  await refused({ type: "chat:join", conversation_id }, "not_found");
  await refused({ type: "chat:message", conversation_id, content: "x", client_id: "x" }, "not_found");
  await refused({ type: "chat:typing", conversation_id, is_typing: true }, "not_found");
  await refused({ type: "chat:read", conversation_id, seq: 1 }, "not_found");
  await refused({ type: "chat:edit", message_id: id, content: "x" }, "not_found");
  await refused({ type: "chat:delete", message_id: id }, "not_found");
  await refused({ type: "chat:no-such" }, "unknown_command");
  await refused({ type: "nothing" }, "unknown_command");
  await refused({ type: "other:message" }, "unknown_command");
  await refused({ type: "chat:join", conversation_id: "5" }, "invalid_input");
  await refused({ type: "chat:message", conversation_id, client_id: "x", content: 5 }, "invalid_input");
  assert.equal((await socket.ask({ type: "chat:ping" })).type, "pong");
  const participant = await arash.socket();
  const forbidden = await participant.ask({ type: "chat:delete", message_id: id });
  assert.deepEqual([forbidden.type, forbidden.code], ["error", "forbidden"]);
  await Promise.all([socket.close(), participant.close()]);
});

test("each product has the same commands; a joined one speaks its own name", async (target) => {
  const { leila } = target;
  const { conversation: conversation_id } = await direct(target);
  const socket = await leila.socket();
  const joined = await socket.ask({ type: "internal-chat:join", conversation_id });
  assert.equal(joined.type, "internal-chat:joined");
  await direct(target, "by its name");
  const event = await socket.next((frame) => frame.message?.content === "by its name");
  assert.equal(event.type, "internal-chat:message");
  await socket.close();
});
