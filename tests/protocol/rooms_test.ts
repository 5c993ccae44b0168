/** Requirements, 4: group rooms by REST; what happens in them stands in their stream. */
import assert from "node:assert/strict";
import type { Client } from "../support/client.ts";
import { type Target, withTarget } from "./target.ts";

const test = withTarget();

/** A new group of leila's with arash in it, and somebody new beside them. */
async function stage({ leila, arash, person }: Target) {
  const { status, body: room } = await leila.post("/api/rooms", {
    name: "سفر شمال",
    members: [arash.me.id],
  });
  assert.equal(status, 201, JSON.stringify(room));
  const { client: sara } = await person();
  return { room, path: `/api/rooms/${room.id}`, sara };
}

const idsOf = (people: { id: number }[]) => people.map(({ id }) => id).sort();

test("POST opens a group that one owns, with all who are named: 201 and the Conversation", async (target) => {
  const { leila, arash, outsider } = target;
  const { room, path } = await stage(target);
  assert.deepEqual([room.kind, room.name, room.role, room.topic, room.picture, room.last_message], [
    ...["group", "سفر شمال", "owner"],
    ...[null, null, null],
  ]);
  assert.deepEqual(idsOf(room.participants), idsOf([leila.me, arash.me]));
  assert.deepEqual([room.participants_count, room.unread_count, room.is_pinned], [2, 0, false]);
  const { body } = await arash.get(path);
  assert.deepEqual([body.id, body.role], [room.id, "member"]);
  assert.deepEqual(
    (await arash.get(`/api/conversations/${room.id}/`)).body,
    body,
    "the id is its conversation's",
  );
  assert.equal((await outsider.get(path)).status, 404);
});

test("a group may have nobody else in it; oneself and repetitions in the list are no fault", async ({ leila, arash }) => {
  const alone = await leila.post("/api/rooms/", { name: "notes" });
  assert.deepEqual([alone.status, alone.body.participants_count], [201, 1]);
  const members = [arash.me.id, leila.me.id, arash.me.id];
  assert.equal((await leila.post("/api/rooms", { name: "x", members })).body.participants_count, 2);
});

test("what makes no group is 400 with a reason, an unknown person 404, and leaves nothing", async ({ person }) => {
  const { client } = await person();
  for (
    const body of [
      {},
      { name: "" },
      { name: "   \u200c " },
      { name: 5 },
      { name: "x".repeat(81) },
      { name: "x", members: "all" },
      { name: "x", members: ["1"] },
      { name: "x", members: [-1] },
    ]
  ) {
    const { status, body: { detail } } = await client.post("/api/rooms", body);
    assert.deepEqual([status, typeof detail], [400, "string"], JSON.stringify(body));
  }
  assert.equal((await client.post("/api/rooms", { name: "x", members: [1] })).status, 404);
  assert.deepEqual((await client.get("/api/rooms")).body, []);
});

test("the same client_id or Idempotency-Key gives the first group, also when both come at once", async ({ person }) => {
  const { client } = await person();
  const draft = { name: "once", client_id: crypto.randomUUID() };
  const [one, two] = await Promise.all([client.post("/api/rooms", draft), client.post("/api/rooms", draft)]);
  assert.deepEqual([one.status, two.status, two.body.id], [201, 201, one.body.id]);
  const headers = { "idempotency-key": crypto.randomUUID() };
  const post = (name: string) => client.call("POST", "/api/rooms", { name }, { headers });
  const first = await post("first");
  assert.equal((await post("second")).body.id, first.body.id);
  assert.equal((await client.get("/api/rooms")).body.length, 2);
});

test("GET lists the groups one is in, newest activity first, and no other conversation", async ({ person, leila }) => {
  const { client } = await person();
  const open = async (name: string) => (await client.post("/api/rooms", { name })).body.id;
  const [a, b] = [await open("a"), await open("b")];
  await client.post("/api/messages", { content: "x", recipient_id: leila.me.id });
  await client.post("/api/messages", { content: "x", conversation_id: a });
  const { status, body } = await client.get("/api/rooms/");
  assert.equal(status, 200);
  assert.deepEqual(body.map(({ id }: { id: number }) => id), [a, b]);
  assert.equal((await client.get("/api/conversations/")).body.length, 3);
});

test("people are added, several or one, by who runs it; who is in it already stays", async (target) => {
  const { leila, arash, person } = target;
  const { path, sara } = await stage(target);
  const { client: other } = await person();
  const both = await leila.post(`${path}/members`, { members: [sara.me.id, arash.me.id] });
  assert.deepEqual([both.status, both.body.participants_count], [201, 3]);
  const one = await leila.post(`${path}/members/`, { user_id: other.me.id });
  assert.deepEqual([one.status, one.body.participants_count], [201, 4]);
  assert.equal((await sara.get(path)).status, 200);
  assert.equal((await arash.post(`${path}/members`, { user_id: other.me.id })).status, 403);
  assert.equal((await target.outsider.post(`${path}/members`, { user_id: other.me.id })).status, 404);
  assert.equal((await leila.post(`${path}/members`, { user_id: 1 })).status, 404);
  for (const body of [{}, { members: [] }, { user_id: "x" }]) {
    assert.equal((await leila.post(`${path}/members`, body)).status, 400, JSON.stringify(body));
  }
});

test("adding again under the same Idempotency-Key adds nobody a second time", async (target) => {
  const { leila } = target;
  const { path, sara } = await stage(target);
  const headers = { "idempotency-key": crypto.randomUUID() };
  const add = (body: unknown) => leila.call("POST", `${path}/members`, body, { headers });
  await add({ user_id: sara.me.id });
  assert.equal((await leila.delete(`${path}/members/${sara.me.id}`)).status, 204);
  assert.equal((await add({ members: [sara.me.id] })).status, 201, "a repetition that came late");
  assert.equal((await sara.get(path)).status, 404);
});

test("people are removed by those above them; one's own id leaves; 204", async (target) => {
  const { leila, arash, person } = target;
  const { path, sara } = await stage(target);
  const { client: other } = await person();
  await leila.post(`${path}/members`, { members: [sara.me.id, other.me.id] });
  await leila.patch(`${path}/members/${arash.me.id}`, { role: "admin" });
  const remove = async (by: Client, whom: Client) =>
    (await by.delete(`${path}/members/${whom.me.id}`)).status;
  assert.equal(await remove(sara, other), 403, "a member");
  assert.equal(await remove(arash, leila), 403, "an admin, the owner");
  assert.equal(await remove(target.outsider, sara), 404);
  assert.equal(await remove(arash, sara), 204, "an admin, a member");
  assert.equal(await remove(arash, sara), 404, "who is not in it");
  assert.equal(await remove(other, other), 204, "leaving");
  assert.equal(await remove(leila, arash), 204, "the owner, an admin");
  for (const gone of [sara, other, arash]) assert.equal((await gone.get(path)).status, 404);
});

test("an owner who leaves is followed by the admin", async (target) => {
  const { leila, arash } = target;
  const { path, sara } = await stage(target);
  await leila.post(`${path}/members`, { members: [sara.me.id] });
  await leila.patch(`${path}/members/${sara.me.id}`, { role: "admin" });
  assert.equal((await leila.delete(`${path}/members/${leila.me.id}/`)).status, 204);
  assert.deepEqual([(await sara.get(path)).body.role, (await arash.get(path)).body.role], [
    "owner",
    "member",
  ]);
});

test("the owner gives roles and hands the group over", async (target) => {
  const { leila, arash } = target;
  const { path, sara } = await stage(target);
  const give = (by: Client, whom: Client, role: string) =>
    by.patch(`${path}/members/${whom.me.id}`, { role });
  const given = await give(leila, arash, "admin");
  assert.deepEqual([given.status, given.body.user.id, given.body.role], [200, arash.me.id, "admin"]);
  assert.equal((await give(arash, arash, "owner")).status, 403);
  assert.equal((await give(leila, sara, "admin")).status, 404, "who is not in it");
  assert.equal((await give(leila, arash, "king")).status, 400);
  const kept = await give(leila, leila, "member");
  assert.deepEqual([kept.status, typeof kept.body.detail], [409, "string"], "it needs an owner");
  assert.equal((await give(leila, arash, "owner")).body.role, "owner");
  assert.deepEqual([(await leila.get(path)).body.role, (await arash.get(path)).body.role], [
    "admin",
    "owner",
  ]);
});

test("its people are listed with role and presence, searched and paged", async (target) => {
  const { leila, arash, outsider } = target;
  const { path, sara } = await stage(target);
  await leila.post(`${path}/members`, { members: [sara.me.id] });
  const socket = await arash.socket();
  await socket.next((frame) => frame.type === "hello");
  const { status, body } = await leila.get(`${path}/members/?limit=2`);
  assert.deepEqual([status, body.count, body.results.length], [200, 3, 2]);
  assert.deepEqual([body.results[0].user.id, body.results[0].role], [leila.me.id, "owner"]);
  assert.deepEqual(Object.keys(body.results[0]).sort(), [
    "joined_at",
    "last_seen_at",
    "role",
    "status",
    "user",
  ]);
  assert(body.next.startsWith(target.url));
  const { body: rest } = await leila.get(body.next.slice(target.url.length));
  assert.deepEqual([rest.results.length, rest.next], [1, null]);
  const { body: found } = await leila.get(
    `${path}/members?q=${encodeURIComponent(arash.me.username.toUpperCase())}`,
  );
  assert.deepEqual([found.count, found.results[0].user.id, found.results[0].status], [
    1,
    arash.me.id,
    "online",
  ]);
  assert.equal((await outsider.get(`${path}/members`)).status, 404);
  await socket.close();
});

test("name and topic are changed by who runs it; what is left out stays", async (target) => {
  const { leila, arash } = target;
  const { path } = await stage(target);
  assert.equal((await arash.patch(path, { name: "x" })).status, 403);
  assert.equal((await target.outsider.patch(path, { name: "x" })).status, 404);
  const named = await leila.patch(path, { name: "  شب‌های   شعر " });
  assert.deepEqual([named.status, named.body.name, named.body.topic], [200, "شب‌های شعر", null]);
  const both = await leila.patch(`${path}/`, { topic: "حافظ", nothing: 1 });
  assert.deepEqual([both.body.name, both.body.topic], ["شب‌های شعر", "حافظ"]);
  assert.equal((await leila.patch(path, { topic: null })).body.topic, null);
  assert.deepEqual((await leila.patch(path, {})).body.name, "شب‌های شعر");
  for (const body of [{ name: "" }, { name: null }, { name: "x".repeat(81) }, { topic: "x".repeat(251) }]) {
    assert.equal((await leila.patch(path, body)).status, 400, JSON.stringify(body).slice(0, 30));
  }
});

test("the owner ends it for all: 204, and it is nowhere", async (target) => {
  const { leila, arash } = target;
  const { path, room } = await stage(target);
  const { body: said } = await leila.post("/api/messages", { content: "x", conversation_id: room.id });
  const flat = await arash.socket(`/ws/chat/${room.id}/`);
  assert.equal((await arash.delete(path)).status, 403);
  assert.equal((await leila.delete(`${path}/`)).status, 204);
  assert.equal(await flat.end(), 4404);
  for (const client of [leila, arash]) {
    for (const gone of [path, `/api/conversations/${room.id}`, `/api/messages/${said.id}`]) {
      assert.equal((await client.get(gone)).status, 404, gone);
    }
  }
});

test("a conversation of another kind is no room", async ({ leila, arash }) => {
  const { body } = await leila.post("/api/messages", { content: "x", recipient_id: arash.me.id });
  const { body: square } = await leila.post("/api/messages", { content: "x" });
  for (const id of [body.conversation, square.conversation]) {
    const path = `/api/rooms/${id}`;
    const answers = await Promise.all([
      leila.get(path),
      leila.patch(path, { name: "x" }),
      leila.delete(path),
      leila.get(`${path}/members`),
      leila.post(`${path}/members`, { user_id: arash.me.id }),
      leila.delete(`${path}/members/${leila.me.id}`),
      leila.patch(`${path}/members/${leila.me.id}`, { role: "owner" }),
    ]);
    for (const { status } of answers) assert.equal(status, 404);
  }
});

test("lines of the system take a seq, are told on /ws alone, and are no Messages of the history", async (target) => {
  const { leila, arash } = target;
  const { room, path, sara } = await stage(target);
  const [wide, flat] = [await arash.socket(), await arash.socket(`/ws/chat/${room.id}/`)];
  const joined = await wide.ask({ type: "chat:join", conversation_id: room.id, after_version: 0 });
  assert.deepEqual(joined.changes.map(({ content, kind }: Record<string, string>) => [kind, content]), [
    ["system", "group_created"],
  ]);
  await leila.post(`${path}/members`, { user_id: sara.me.id });
  const { message: line } = await wide.next((frame) => frame.type === "chat:message");
  assert.deepEqual([line.kind, line.content, line.seq, line.sender.id], [
    ...["system", "members_added"],
    ...[2, leila.me.id],
  ]);
  const { username, first_name, last_name } = sara.me;
  assert.deepEqual(line.params, { users: [{ id: sara.me.id, username, first_name, last_name }], count: 1 });
  await wide.next((frame) => frame.type === "chat:conversation" && frame.conversation_id === room.id);
  const { body: said } = await leila.post("/api/messages", { content: "word", conversation_id: room.id });
  assert.deepEqual([said.seq, said.params], [3, null]);
  assert.equal((await flat.next()).message.content, "word", "the first it hears");
  await leila.patch(path, { name: "other" });
  const { body: page } = await arash.get(`/api/conversations/${room.id}/messages/`);
  assert.deepEqual([page.count, page.results.map(({ id }: { id: number }) => id)], [1, [said.id]]);
  for (const query of [`before=${said.id + 1}`, `after=${said.id - 1}`, "page_size=1"]) {
    const { body } = await arash.get(`/api/conversations/${room.id}/messages/?${query}`);
    assert.deepEqual(body.results.map(({ id }: { id: number }) => id), [said.id], query);
  }
  const { body: listed } = await arash.get(path);
  assert.deepEqual([listed.last_message.id, listed.unread_count, listed.seq], [said.id, 1, 4]);
  // They are nobody's to change.
  for (
    const answer of [
      await leila.patch(`/api/messages/${line.id}`, { content: "x" }),
      await leila.delete(`/api/messages/${line.id}`),
    ]
  ) {
    assert.equal(answer.status, 403);
  }
  await Promise.all([wide.close(), flat.close()]);
});

test("the list keeps what one pins, which is nobody else's matter", async (target) => {
  const { leila, arash } = target;
  const { room } = await stage(target);
  const path = `/api/conversations/${room.id}/pin`;
  const socket = await leila.socket();
  const set = await leila.call("PUT", path);
  assert.deepEqual([set.status, set.body], [200, { is_pinned: true }]);
  await socket.next((frame) => frame.type === "chat:conversation" && frame.conversation_id === room.id);
  await leila.call("PUT", `/api/conversations/${room.id}/mute`);
  const { body } = await leila.get(`/api/conversations/${room.id}`);
  assert.deepEqual([body.is_pinned, body.is_muted], [true, true]);
  assert.equal((await arash.get(`/api/conversations/${room.id}`)).body.is_pinned, false);
  assert.deepEqual((await leila.delete(`${path}/`)).body, { is_pinned: false });
  assert.equal((await leila.get(`/api/conversations/${room.id}`)).body.is_muted, true);
  assert.equal((await target.outsider.call("PUT", path)).status, 404);
  await socket.close();
});

test("every call of rooms stands under /api/v1 and without a proof answers 401", async (target) => {
  const { leila, anybody } = target;
  const { room } = await stage(target);
  assert.equal((await leila.get(`/api/v1/rooms/${room.id}/`)).body.id, room.id);
  const nobody = anybody(), path = `/api/v1/rooms/${room.id}`;
  const answers = await Promise.all([
    nobody.get("/api/v1/rooms"),
    nobody.post("/api/v1/rooms", { name: "x" }),
    nobody.get(path),
    nobody.patch(path, {}),
    nobody.delete(path),
    nobody.get(`${path}/members`),
    nobody.post(`${path}/members`, {}),
    nobody.patch(`${path}/members/1`, {}),
    nobody.delete(`${path}/members/1`),
    nobody.delete(`${path}/picture`),
    nobody.call("PUT", `${path}/picture`),
    nobody.call("PUT", `/api/v1/conversations/${room.id}/pin`),
  ]);
  for (const { status, body } of answers) assert.deepEqual([status, typeof body.detail], [401, "string"]);
});
