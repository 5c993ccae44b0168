/** Requirements, 4: conversations and their history by REST. */
import assert from "node:assert/strict";
import { direct, type Target, USER, withTarget } from "./target.ts";

const test = withTarget();

/** A conversation of two new people with so many messages, newest first. */
async function written({ person, leila }: Target, count: number) {
  const { client } = await person();
  const sent = [];
  for (let i = 1; i <= count; i++) {
    sent.unshift((await client.post("/api/messages", { content: `${i}`, recipient_id: leila.me.id })).body);
  }
  return { client, sent, id: sent[0].conversation as number };
}

const contents = (body: { results: { content: string }[] }) => body.results.map(({ content }) => content);

test("the list is an array of one's own conversations, newest activity first", async (target) => {
  const { person, leila, arash, outsider } = target;
  const { client } = await person();
  assert.deepEqual((await client.get("/api/conversations/")).body, []);
  const one = (await client.post("/api/messages", { content: "1", recipient_id: leila.me.id })).body;
  const two = (await client.post("/api/messages", { content: "2", recipient_id: arash.me.id })).body;
  const { status, body } = await client.get("/api/conversations/");
  assert.equal(status, 200);
  assert.deepEqual(body.map(({ id }: { id: number }) => id), [two.conversation, one.conversation]);
  await leila.post("/api/messages", { content: "3", conversation_id: one.conversation });
  const after = (await client.get("/api/conversations")).body;
  assert.deepEqual(after.map(({ id }: { id: number }) => id), [one.conversation, two.conversation]);
  assert.equal(after[0].last_message.content, "3");
  assert.equal(after[0].unread_count, 1);
  assert(
    after.every(({ kind }: { kind: string }) => kind !== "global"),
    "the global room is no conversation of one's own",
  );
  const others = (await outsider.get("/api/conversations")).body;
  assert(!others.some(({ id }: { id: number }) => id === one.conversation));
});

test("one conversation has its fields, and its people in full", async (target) => {
  const { leila, arash } = target;
  const { conversation } = await direct(target, "last");
  const { status, body } = await arash.get(`/api/conversations/${conversation}/`);
  assert.equal(status, 200);
  for (
    const field of [
      "id",
      "participants",
      "created_at",
      "last_message",
      "kind",
      "name",
      "unread_count",
      "participants_count",
    ]
  ) {
    assert(field in body, field);
  }
  assert.equal(body.kind, "direct");
  assert.deepEqual(
    body.participants.map(({ id }: { id: number }) => id).sort(),
    [leila.me.id, arash.me.id].sort(),
  );
  assert.equal(body.last_message.content, "last");
  assert(!JSON.stringify(body).includes("@peyk.test"), "no addresses");
});

test("the global room never lists its people", async ({ leila }) => {
  const { body: message } = await leila.post("/api/messages", { content: "x" });
  const { status, body } = await leila.get(`/api/conversations/${message.conversation}/`);
  assert.deepEqual([status, body.kind, body.participants], [200, "global", []]);
  assert(body.participants_count >= 3);
});

test("history pages are {count, next, previous, results}, newest first, with absolute URLs", async (target) => {
  const { client, id } = await written(target, 5);
  const path = `/api/conversations/${id}/messages/`;
  const first = await client.get(`${path}?page_size=2`);
  assert.deepEqual(Object.keys(first.body).sort(), ["count", "next", "previous", "results"]);
  assert.deepEqual([first.body.count, contents(first.body), first.body.previous], [5, ["5", "4"], null]);
  assert(first.body.next.startsWith(target.url + path), first.body.next);
  const second = await client.get(first.body.next.slice(target.url.length));
  assert.deepEqual([second.body.count, contents(second.body)], [5, ["3", "2"]]);
  const third = await client.get(second.body.next.slice(target.url.length));
  assert.deepEqual([contents(third.body), third.body.next], [["1"], null]);
  const back = await client.get(third.body.previous.slice(target.url.length));
  assert.deepEqual(contents(back.body), ["3", "2"]);
  const beyond = await client.get(`${path}?page=9&page_size=2`);
  assert(beyond.status === 404 || beyond.body.results.length === 0);
});

test("page_size is 50, at most 100, above is cut to it", async (target) => {
  const { client, id } = await written(target, 103);
  const path = `/api/conversations/${id}/messages/`;
  assert.equal((await client.get(path)).body.results.length, 50);
  assert.equal((await client.get(`${path}?page_size=100`)).body.results.length, 100);
  assert.equal((await client.get(`${path}?page_size=101`)).body.results.length, 100);
  const huge = await client.get(`${path}?page_size=100000`);
  assert.deepEqual([huge.status, huge.body.results.length], [200, 100]);
  const next = await client.get(huge.body.next.slice(target.url.length));
  assert.deepEqual(
    [contents(next.body), next.body.next],
    [["3", "2", "1"], null],
    "the cut is kept by its links",
  );
});

test("before and after a message id: pages that stand still while others write", async (target) => {
  const { client, id, sent } = await written(target, 6);
  const path = `/api/conversations/${id}/messages/`;
  const before = await client.get(`${path}?before=${sent[2].id}&page_size=2`);
  assert.deepEqual(contents(before.body), ["3", "2"]);
  await client.post("/api/messages", { content: "7", conversation_id: id });
  const older = await client.get(before.body.next.slice(target.url.length));
  assert.deepEqual([contents(older.body), older.body.next], [["1"], null]);
  const after = await client.get(`${path}?after=${sent[2].id}`);
  assert.deepEqual(contents(after.body), ["7", "6", "5"], "newest first");
  assert.equal(after.body.count, 7);
});

test("a page that cannot be is 400 with a reason", async (target) => {
  const { conversation } = await direct(target);
  for (
    const query of [
      "page=0",
      "page=-1",
      "page=x",
      "page_size=0",
      "page_size=-5",
      "page_size=x",
      "before=x",
      "after=1.5",
    ]
  ) {
    const { status, body } = await target.leila.get(`/api/conversations/${conversation}/messages/?${query}`);
    assert.equal(status, 400, query);
    assert.equal(typeof body.detail, "string");
  }
});

test("GET /api/messages is the global room's history", async ({ leila, arash }) => {
  const content = crypto.randomUUID();
  const { body: sent } = await leila.post("/api/messages", { content });
  const { status, body } = await arash.get("/api/messages");
  assert.equal(status, 200);
  assert.deepEqual(Object.keys(body).sort(), ["count", "next", "previous", "results"]);
  assert.deepEqual([body.results[0].content, body.results[0].conversation], [content, sent.conversation]);
});

test("reading lowers what is unread, tells the writer, and goes only forward", async (target) => {
  const { client, id, sent } = await written(target, 3);
  const { leila } = target;
  const unread = async () => (await leila.get(`/api/conversations/${id}`)).body.unread_count;
  const isRead = async (message: { id: number }) =>
    (await client.get(`/api/messages/${message.id}`)).body.is_read;
  assert.equal(await unread(), 3);
  assert.equal(await isRead(sent[2]), false);
  const marked = await leila.post(`/api/conversations/${id}/read`, { seq: sent[1].seq });
  assert.equal(marked.status, 200);
  assert.equal(await unread(), 1);
  assert.deepEqual([await isRead(sent[2]), await isRead(sent[1]), await isRead(sent[0])], [
    true,
    true,
    false,
  ]);
  await leila.post(`/api/conversations/${id}/read`, { seq: sent[2].seq });
  assert.equal(await unread(), 1, "back is not unread");
  for (const seq of [-1, "1", 1.5, null]) {
    assert.equal((await leila.post(`/api/conversations/${id}/read`, { seq })).status, 400);
  }
});

test("the conversation with somebody is opened without a message, once from both sides", async (target) => {
  const { person, leila, anybody } = target;
  const { client } = await person();
  const first = await client.post("/api/conversations/", { recipient_id: leila.me.id });
  assert.equal(first.status, 201);
  const { id, kind, participants, last_message, participants_count } = first.body;
  assert.deepEqual([kind, last_message, participants_count], ["direct", null, 2]);
  assert.deepEqual(
    participants.map((one: { id: number }) => one.id).sort(),
    [client.me.id, leila.me.id].sort(),
  );
  const again = await leila.post("/api/conversations", { recipient_id: client.me.id });
  assert.deepEqual([again.status, again.body.id], [200, id]);
  const sent = await client.post("/api/messages/", { content: "x", recipient_id: leila.me.id });
  assert.equal(sent.body.conversation, id);
  for (
    const [body, status] of [[{}, 400], [{ recipient_id: "x" }, 400], [{ recipient_id: 1 }, 404]] as const
  ) {
    assert.equal((await client.post("/api/conversations/", body)).status, status);
  }
  assert.equal((await anybody().post("/api/conversations/", { recipient_id: leila.me.id })).status, 401);
});

test("how far each has read is told in a conversation of one's own, and to nobody else", async (target) => {
  const { leila, arash, outsider, anybody } = target;
  const { conversation, seq } = await direct(target, "read me");
  const path = `/api/conversations/${conversation}/reads`;
  await arash.post(`/api/conversations/${conversation}/read`, { seq });
  const { status, body } = await leila.get(path);
  assert.equal(status, 200);
  const mark = body.results.find((one: { user_id: number }) => one.user_id === arash.me.id);
  assert.equal(mark.seq, seq);
  assert(!Number.isNaN(Date.parse(mark.read_at)));
  assert.deepEqual((await arash.get(path)).body, body);
  assert.equal((await outsider.get(path)).status, 404);
  assert.equal((await anybody().get(path)).status, 401);
  const { body: { conversation: square } } = await leila.post("/api/messages", { content: "in the square" });
  assert.equal((await leila.get(`/api/conversations/${square}/reads`)).status, 404);
});

test("each conversation of the list has its fields, its people in full and its last message whole", async (target) => {
  const { person, leila } = target;
  const { client } = await person();
  const { body: sent } = await client.post("/api/messages/", { content: "last", recipient_id: leila.me.id });
  const { body: group } = await client.post("/api/rooms", { name: "دوستان", members: [leila.me.id] });
  const { body: listed } = await client.get("/api/conversations/");
  assert.deepEqual(listed.map(({ kind, name }: Record<string, string>) => [kind, name]), [
    ["group", "دوستان"],
    ["direct", null],
  ]);
  for (const conversation of listed) {
    assert.deepEqual(
      conversation.participants.map(({ id }: { id: number }) => id).sort(),
      [client.me.id, leila.me.id].sort(),
    );
    for (const one of conversation.participants) for (const field of USER) assert(field in one, field);
    assert.equal(conversation.participants_count, 2);
    assert.match(conversation.created_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    const { body } = await client.get(`/api/conversations/${conversation.id}/`);
    assert.deepEqual(body, conversation, "one of them is as it is listed");
  }
  assert.deepEqual([listed[0].id, listed[0].last_message], [group.id, null]);
  assert.deepEqual(listed[1].last_message, sent);
});

test("two who write to each other for the first time at the same moment are in one conversation", async ({ person }) => {
  for (let round = 0; round < 5; round++) {
    const [{ client: one }, { client: two }] = [await person(), await person()];
    const write = (from: typeof one, to: typeof one, path: string) =>
      from.post(path, { content: "hello", recipient_id: to.me.id });
    const answers = await Promise.all([
      write(one, two, "/api/messages/"),
      write(two, one, "/api/messages/"),
      write(one, two, "/api/conversations/"),
      write(two, one, "/api/messages"),
    ]);
    const ids = answers.map(({ body }) => body.conversation ?? body.id);
    assert.equal(new Set(ids).size, 1, JSON.stringify(ids));
    for (const client of [one, two]) {
      const { body } = await client.get("/api/conversations/");
      assert.deepEqual(body.map(({ id }: { id: number }) => id), [ids[0]]);
      assert.equal((await client.get(`/api/conversations/${ids[0]}/messages/`)).body.count, 3);
    }
  }
});

test("is_read is true once every other participant has read", async ({ person, leila, arash }) => {
  const { client } = await person();
  const members = [leila.me.id, arash.me.id];
  const { body: { id } } = await client.post("/api/rooms", { name: "x", members });
  const { body: sent } = await client.post("/api/messages", { content: "all of you", conversation_id: id });
  const isRead = async (reader = client) => (await reader.get(`/api/messages/${sent.id}/`)).body.is_read;
  assert.deepEqual([sent.is_read, await isRead()], [false, false]);
  await leila.post(`/api/conversations/${id}/read`, { seq: sent.seq });
  assert.equal(await isRead(), false, "one of two");
  await client.post(`/api/conversations/${id}/read`, { seq: sent.seq });
  assert.equal(await isRead(), false, "its author does not count");
  await arash.post(`/api/conversations/${id}/read`, { seq: sent.seq });
  assert.deepEqual([await isRead(), await isRead(leila)], [true, true]);
  const { body: page } = await client.get(`/api/conversations/${id}/messages/`);
  assert.equal(page.results[0].is_read, true);
  const { body: [listed] } = await client.get("/api/conversations/");
  assert.equal(listed.last_message.is_read, true);
});

test("?all=1 is for admins: 403; anything else of a query that is not known is ignored", async ({ leila }) => {
  const { status, body } = await leila.get("/api/conversations/?all=1");
  assert.deepEqual([status, typeof body.detail], [403, "string"]);
  const own = await leila.get("/api/conversations/");
  assert.deepEqual((await leila.get("/api/conversations/?all=0&sort=x")).body, own.body);
});

test("GET /api/users?q= finds people by name and username, with presence", async ({ person, leila, anybody }) => {
  const { client } = await person();
  const q = client.me.username.slice(0, -2).toUpperCase();
  const find = async () => (await leila.get(`/api/users/?q=${encodeURIComponent(q)}`)).body;
  const [away] = await find();
  for (const field of USER) assert(field in away, field);
  assert.deepEqual([away.id, away.status, away.is_online], [client.me.id, "offline", false]);
  const socket = await client.socket();
  await socket.next((frame) => frame.type === "hello");
  assert.deepEqual((await find()).map(({ status }: { status: string }) => status), ["online"]);
  await socket.close();
  assert.deepEqual((await leila.get("/api/users?q=nobody-is-called-so")).body, []);
  assert(!JSON.stringify(away).includes("@peyk.test"), "no addresses");
  assert.equal((await anybody().get("/api/users?q=x")).status, 401);
});
