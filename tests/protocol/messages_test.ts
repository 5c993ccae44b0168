/** Requirements, 4: messages by REST. */
import assert from "node:assert/strict";
import { direct, NO_CONTENT, USER, withTarget } from "./target.ts";

const test = withTarget();

const MESSAGE = [
  "id",
  "conversation",
  "sender",
  "content",
  "timestamp",
  "is_read",
  "is_edited",
  "is_deleted",
  "attachments",
  "seq",
  "client_id",
  "reply_to",
  "reactions",
  "source",
  "kind",
];

test("POST with recipient_id writes into the one conversation of the two: 201 and the full Message", async ({ leila, arash }) => {
  const { status, body } = await leila.post("/api/messages/", {
    content: "سلام آرش",
    recipient_id: arash.me.id,
  });
  assert.equal(status, 201);
  for (const field of MESSAGE) assert(field in body, `message has ${field}`);
  for (const field of USER) assert(field in body.sender, `sender has ${field}`);
  assert.equal(body.content, "سلام آرش");
  assert.equal(body.sender.id, leila.me.id);
  assert(Number.isSafeInteger(body.id) && body.id > 0);
  assert.match(body.timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  assert.deepEqual([body.is_edited, body.is_deleted, body.attachments], [false, false, []]);
  assert(!JSON.stringify(body).includes("@peyk.test"), "no addresses");
  const back = await arash.post("/api/messages", { content: "سلام لیلا", recipient_id: leila.me.id });
  assert.equal(back.body.conversation, body.conversation, "the same from either side");
  assert.equal(back.body.seq, body.seq + 1);
  assert(back.body.id > body.id);
});

test("POST with conversation_id writes there, with neither into the global room", async (target) => {
  const { leila, arash } = target;
  const first = await direct(target);
  const there = await arash.post("/api/messages", { content: "here", conversation_id: first.conversation });
  assert.deepEqual([there.status, there.body.conversation], [201, first.conversation]);
  const global = await leila.post("/api/messages", { content: "all" });
  const also = await arash.post("/api/messages", { content: "all" });
  assert.equal(global.status, 201);
  assert.equal(also.body.conversation, global.body.conversation);
  assert.notEqual(global.body.conversation, first.conversation);
});

test("who is not signed in gets 401 from every call", async ({ anybody, leila }) => {
  const { body: message } = await leila.post("/api/messages", { content: "x" });
  const nobody = anybody();
  const answers = await Promise.all([
    nobody.get("/api/messages"),
    nobody.post("/api/messages", { content: "x" }),
    nobody.get(`/api/messages/${message.id}`),
    nobody.patch(`/api/messages/${message.id}`, { content: "x" }),
    nobody.delete(`/api/messages/${message.id}`),
    nobody.get("/api/conversations"),
  ]);
  for (const { status, body } of answers) {
    assert.equal(status, 401);
    assert.equal(typeof body.detail, "string");
  }
});

test("content is a text with something in it", async ({ leila }) => {
  for (const content of NO_CONTENT) {
    const { status, body } = await leila.post("/api/messages", { content });
    assert.equal(status, 400, JSON.stringify(content));
    assert.equal(typeof body.detail, "string");
  }
});

test("4,000 characters are taken, 4,001 are not; a character may take four bytes", async ({ leila }) => {
  assert.equal((await leila.post("/api/messages", { content: "س".repeat(4000) })).status, 201);
  assert.equal((await leila.post("/api/messages", { content: "🙂".repeat(4000) })).status, 201);
  assert.equal((await leila.post("/api/messages", { content: "س".repeat(4001) })).status, 400);
  assert.equal((await leila.post("/api/messages", { content: "x".repeat(5000) })).status, 400);
});

test("a text comes back as it was typed: spaces, ZWNJ, direction marks, emoji, markup", async ({ leila }) => {
  const content = "  می‌خوانم\n‏<script>alert(1)</script> 👨‍👩‍👧 \u202b  ";
  const { body } = await leila.post("/api/messages", { content });
  assert.equal(body.content, content);
  assert.equal((await leila.get(`/api/messages/${body.id}`)).body.content, content);
});

test("unknown fields of a body and a query are ignored", async ({ leila }) => {
  const { status, body } = await leila.post("/api/messages?nothing=1", {
    content: "x",
    id: 5,
    seq: 7,
    is_deleted: true,
  });
  assert.equal(status, 201);
  assert.notEqual(body.id, 5);
  assert.equal(body.is_deleted, false);
});

test("the same client_id again gives the first message and creates nothing", async ({ leila, arash }) => {
  const client_id = crypto.randomUUID();
  const first = await leila.post("/api/messages", { content: "once", client_id });
  const again = await leila.post("/api/messages", { content: "twice", client_id });
  assert.equal(first.body.client_id, client_id);
  assert.deepEqual([again.body.id, again.body.seq, again.body.content], [
    first.body.id,
    first.body.seq,
    "once",
  ]);
  const other = await arash.post("/api/messages", { content: "mine", client_id });
  assert.notEqual(other.body.id, first.body.id, "each sender names their own");
});

test("Idempotency-Key does the same", async ({ leila }) => {
  const headers = { "idempotency-key": crypto.randomUUID() };
  const first = await leila.call("POST", "/api/messages", { content: "once" }, { headers });
  const again = await leila.call("POST", "/api/messages", { content: "once" }, { headers });
  assert.deepEqual([first.status, again.status], [201, 201]);
  assert.equal(again.body.id, first.body.id);
});

test("Idempotency-Key holds for the first message to somebody, too", async ({ person, leila }) => {
  const { client } = await person();
  const headers = { "idempotency-key": crypto.randomUUID() };
  const body = { content: "hello", recipient_id: leila.me.id };
  const [first, again] = await Promise.all([
    client.call("POST", "/api/messages", body, { headers }),
    client.call("POST", "/api/messages", body, { headers }),
  ]);
  assert.equal(again.body.id, first.body.id);
  assert.equal((await client.get("/api/conversations")).body.length, 1);
});

test("reply_to quotes a message of the same conversation, and none of another", async (target) => {
  const { leila, arash } = target;
  const first = await direct(target, "question");
  const { status, body } = await arash.post("/api/messages", {
    content: "answer",
    conversation_id: first.conversation,
    reply_to: first.id,
  });
  assert.equal(status, 201);
  assert.deepEqual([body.reply_to.id, body.reply_to.content], [first.id, "question"]);
  const elsewhere = await leila.post("/api/messages", { content: "x", reply_to: first.id });
  assert.equal(elsewhere.status, 400, "of another conversation");
  assert.equal((await leila.post("/api/messages", { content: "x", reply_to: 9 })).status, 400);
});

test("what one may not see is 404 for each verb, as if it did not exist", async (target) => {
  const { outsider } = target;
  const { id, conversation } = await direct(target);
  const answers = await Promise.all([
    outsider.get(`/api/messages/${id}/`),
    outsider.put(`/api/messages/${id}/`, { content: "x" }),
    outsider.patch(`/api/messages/${id}/`, { content: "x" }),
    outsider.delete(`/api/messages/${id}/`),
    outsider.get(`/api/conversations/${conversation}/`),
    outsider.get(`/api/conversations/${conversation}/messages/`),
    outsider.post(`/api/conversations/${conversation}/read`, { seq: 1 }),
    outsider.post("/api/messages", { content: "x", conversation_id: conversation }),
  ]);
  const missing = await outsider.get("/api/messages/1/");
  assert.equal(missing.status, 404);
  for (const { status, body } of answers) assert.deepEqual([status, body], [404, missing.body]);
});

test("a participant may not change another's message: 403", async (target) => {
  const { arash, leila } = target;
  const { id, content } = await direct(target);
  for (
    const { status } of [
      await arash.put(`/api/messages/${id}/`, { content: "x" }),
      await arash.patch(`/api/messages/${id}/`, { content: "x" }),
      await arash.delete(`/api/messages/${id}/`),
    ]
  ) assert.equal(status, 403);
  const { body } = await leila.get(`/api/messages/${id}`);
  assert.deepEqual([body.content, body.is_edited, body.is_deleted], [content, false, false]);
});

test("PUT needs the content, PATCH changes what is given", async (target) => {
  const { leila } = target;
  const { id } = await direct(target);
  assert.equal((await leila.put(`/api/messages/${id}/`, {})).status, 400);
  const untouched = await leila.patch(`/api/messages/${id}/`, {});
  assert.deepEqual([untouched.status, untouched.body.is_edited], [200, false]);
  const patched = await leila.patch(`/api/messages/${id}/`, { content: "patched" });
  assert.deepEqual([patched.status, patched.body.content, patched.body.is_edited], [200, "patched", true]);
  const put = await leila.put(`/api/messages/${id}/`, { content: "put" });
  assert.deepEqual([put.status, put.body.content], [200, "put"]);
  assert.equal((await leila.patch(`/api/messages/${id}/`, { content: " " })).status, 400);
  assert.equal((await leila.patch(`/api/messages/${id}/`, { content: 5 })).status, 400);
});

test("every change raises the version and keeps the seq", async (target) => {
  const { leila } = target;
  const sent = await direct(target);
  const { body: edited } = await leila.patch(`/api/messages/${sent.id}`, { content: "changed" });
  assert(edited.version > sent.version);
  assert.equal(edited.seq, sent.seq);
  assert.equal(edited.timestamp, sent.timestamp);
});

test("DELETE answers 204 with nothing; the text is gone for all, the place stays", async (target) => {
  const { leila, arash } = target;
  const { id, conversation, seq } = await direct(target, "a secret");
  const { status, body } = await leila.delete(`/api/messages/${id}/`);
  assert.deepEqual([status, body], [204, ""]);
  assert.equal((await leila.delete(`/api/messages/${id}/`)).status, 204, "again is no error");
  for (const reader of [leila, arash]) {
    const { body: gone } = await reader.get(`/api/messages/${id}/`);
    assert.deepEqual([gone.is_deleted, gone.content, gone.seq], [true, "", seq]);
    const page = await reader.get(`/api/conversations/${conversation}/messages/`);
    assert(!JSON.stringify(page.body).includes("a secret"));
  }
  assert.equal((await leila.patch(`/api/messages/${id}`, { content: "back" })).status, 404);
});

test("ids that can be none are 404, methods that are none 405", async ({ leila }) => {
  for (const id of ["0", "-1", "abc", "1.5", "9007199254740993", "99999999999999999999", "%00"]) {
    assert.equal((await leila.get(`/api/messages/${id}/`)).status, 404, id);
  }
  for (const recipient_id of [1, 2 ** 52]) {
    assert.equal((await leila.post("/api/messages", { content: "x", recipient_id })).status, 404);
  }
  for (const recipient_id of ["1", -1, 1.5, 2 ** 60, {}, []]) {
    assert.equal((await leila.post("/api/messages", { content: "x", recipient_id })).status, 400);
  }
  const { status, body } = await leila.delete("/api/messages");
  assert.deepEqual([status, typeof body.detail], [405, "string"]);
});
