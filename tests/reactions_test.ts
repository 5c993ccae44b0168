/** Reactions, pins, reports, mentions, mutes and cards from outside: HTTP and sockets of a real server. */
import assert from "node:assert/strict";
import type { Client } from "./support/client.ts";
import { startServer, type TestServer } from "./support/server.ts";

async function withPeople(
  run: (people: { server: TestServer; owner: Client; leila: Client; arash: Client }) => Promise<void>,
): Promise<void> {
  const server = await startServer();
  try {
    const [owner, leila, arash] = [
      await server.owner(),
      await server.person("leila"),
      await server.person("arash"),
    ];
    await run({ server, owner, leila, arash });
  } finally {
    await server.stop();
  }
}

/** A member of another workspace of the same server. */
async function outsiderOf(server: TestServer): Promise<Client> {
  await server.app.workspaces.create({ slug: "elsewhere", name: "elsewhere" });
  const client = server.anybody();
  await client.register({
    email: "outsider@peyk.test",
    password: "outsider-password",
    username: "outsider",
    workspace: "elsewhere",
  });
  return client;
}

const path = (id: number, name: string) => `/api/messages/${id}/reactions/${encodeURIComponent(name)}`;

Deno.test("votes and emoji by REST, told on the socket, with score and rank", () =>
  withPeople(async ({ leila, arash }) => {
    const { body: message } = await leila.post("/api/messages/", { content: "سلام" });
    const socket = await leila.socket();
    await socket.ask({ type: "chat:join", conversation_id: message.conversation });
    const liked = await arash.call("PUT", path(message.id, "like"));
    assert.equal(liked.status, 200);
    assert.deepEqual(liked.body.reactions, [{ emoji: "like", count: 1, user_ids: [arash.me.id] }]);
    assert.equal(liked.body.sender.score, 1);
    const event = await socket.next((frame) => frame.type === "chat:react");
    assert.deepEqual([event.message, event.user_id], [liked.body, arash.me.id]);
    assert.equal((await leila.get("/api/auth/me")).body.rank, "نوآموز");
    assert.equal((await leila.get("/api/v1/users?q=leila")).body[0].score, 1);

    const disliked = await arash.call("PUT", path(message.id, "dislike") + "/");
    assert.deepEqual(disliked.body.reactions, [{ emoji: "dislike", count: 1, user_ids: [arash.me.id] }]);
    assert.equal((await leila.get("/api/auth/me")).body.score, -1);
    // A keycap has a character that addresses give another meaning; a heart comes in two spellings.
    await arash.call("PUT", path(message.id, "#️⃣"));
    await arash.call("PUT", path(message.id, "❤"));
    const again = await arash.call("PUT", path(message.id, "❤️"));
    assert.deepEqual(again.body.reactions.map((one: { emoji: string }) => one.emoji), [
      "dislike",
      "#️⃣",
      "❤️",
    ]);
    assert.equal((await arash.call("DELETE", path(message.id, "❤️"))).status, 200);
    const { body } = await leila.get(`/api/messages/${message.id}/`);
    assert.deepEqual(body.reactions.map((one: { emoji: string }) => one.emoji), ["dislike", "#️⃣"]);
    await socket.close();
  }));

Deno.test("strangers and the muted react to nothing, and what is no emoji is told so", () =>
  withPeople(async ({ server, owner, leila, arash }) => {
    const { body: message } = await leila.post("/api/messages/", { content: "x" });
    const outsider = await outsiderOf(server);
    const like = path(message.id, "like");
    assert.equal((await arash.call("PUT", like, undefined, { token: null })).status, 401);
    for (const method of ["PUT", "DELETE"]) assert.equal((await outsider.call(method, like)).status, 404);
    const { body: direct } = await leila.post("/api/messages/", { content: "x", recipient_id: owner.me.id });
    assert.equal((await arash.call("PUT", path(direct.id, "like"))).status, 404);
    for (const bad of ["Like", "ab", "😀😀", "%", "../like"]) {
      const { status, body } = await arash.call("PUT", path(message.id, bad));
      assert.deepEqual([status, body.code], [400, "emoji_invalid"], bad);
      assert.equal(typeof body.detail, "string");
    }
    assert.equal((await arash.call("POST", like)).status, 405);
    assert.equal((await arash.call("PUT", path(404, "like"))).status, 404);
    const until = new Date(Date.now() + 60_000).toISOString();
    await owner.patch(`/api/admin/users/${arash.me.id}`, { muted_until: until });
    assert.deepEqual((await arash.call("PUT", like)).body.code, "muted");
    assert.deepEqual((await leila.get(`/api/messages/${message.id}`)).body.reactions, []);
  }));

Deno.test("moderators pin, others read what is pinned", () =>
  withPeople(async ({ server, owner, leila, arash }) => {
    const { body: message } = await leila.post("/api/messages/", { content: "x" });
    const pin = `/api/messages/${message.id}/pin`;
    const pins = `/api/conversations/${message.conversation}/pins/`;
    assert.equal((await leila.call("PUT", pin)).status, 403);
    assert.equal((await (await outsiderOf(server)).call("PUT", pin)).status, 404);
    assert.equal((await owner.call("PUT", pin)).body.is_pinned, true);
    const { body } = await arash.get(pins);
    assert.deepEqual(body.map((one: { id: number }) => one.id), [message.id]);
    assert.equal((await leila.call("DELETE", pin)).status, 403);
    assert.equal((await owner.call("DELETE", pin)).body.is_pinned, false);
    assert.deepEqual((await arash.get(pins)).body, []);
  }));

Deno.test("a report goes through the queue; earlier texts are for admins", () =>
  withPeople(async ({ server, owner, leila, arash }) => {
    const outsider = await outsiderOf(server);
    const { body: message } = await leila.post("/api/messages/", { content: "first" });
    await leila.patch(`/api/messages/${message.id}/`, { content: "second" });
    const reports = `/api/messages/${message.id}/reports`;
    assert.equal((await arash.post(reports, { reason: "boring" })).status, 400);
    assert.equal((await leila.post(reports, { reason: "spam" })).status, 403);
    assert.equal((await outsider.post(reports, { reason: "spam" })).status, 404);
    const filed = await arash.post(reports, { reason: "abuse", text: "  look\0 " });
    assert.equal(filed.status, 201);
    assert.deepEqual(
      await arash.post(reports, { reason: "spam" }).then(({ status, body }) => [status, body]),
      [
        200,
        filed.body,
      ],
    );
    await owner.post(reports, { reason: "other" });
    for (const client of [leila, arash]) assert.equal((await client.get("/api/admin/reports")).status, 403);
    assert.deepEqual((await outsider.get("/api/admin/reports")).status, 403);
    const page = await owner.get("/api/admin/reports?limit=1");
    assert.equal(page.body.results[0].reason, "other");
    const next = await owner.get(page.body.next.slice(server.url.length));
    assert.deepEqual([next.body.results[0].text, next.body.next], ["look", null]);
    const one = `/api/admin/reports/${filed.body.id}`;
    assert.equal((await arash.patch(one, { status: "dismissed" })).status, 403);
    assert.equal((await owner.patch(one, { status: "gone" })).status, 400);
    assert.equal((await owner.patch(one, { status: "resolved" })).body.handled_by, owner.me.id);
    const open = await owner.get("/api/admin/reports?status=open");
    assert.deepEqual(open.body.results.map((report: { reason: string }) => report.reason), ["other"]);

    const history = `/api/messages/${message.id}/history`;
    assert.deepEqual((await owner.get(history)).body.map((one: { content: string }) => one.content), [
      "first",
    ]);
    assert.equal((await leila.get(history)).status, 403);
    assert.equal((await outsider.get(history)).status, 404);
  }));

Deno.test("mentions are counted where one is called, and a muted conversation says so", () =>
  withPeople(async ({ leila, arash }) => {
    const sent = await leila.post("/api/messages/", { content: "@Arash سلام", recipient_id: arash.me.id });
    assert.deepEqual(sent.body.mentions, [arash.me.id]);
    const { conversation: id } = sent.body;
    const mute = `/api/conversations/${id}/mute`;
    assert.deepEqual((await arash.call("PUT", mute)).body, { is_muted: true, muted_until: null });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    assert.deepEqual((await arash.put(mute, { until })).body, { is_muted: true, muted_until: until });
    assert.equal((await arash.put(mute, { until: "2020-01-01T00:00:00Z" })).status, 400);
    for (const path of ["/api/conversations/", `/api/conversations/${id}/`]) {
      const { body } = await arash.get(path);
      const { mention_count, unread_count, is_muted, muted_until } = Array.isArray(body) ? body[0] : body;
      assert.deepEqual([mention_count, unread_count, is_muted, muted_until], [1, 1, true, until]);
    }
    await arash.post(`/api/conversations/${id}/read`, { seq: 1 });
    assert.equal((await arash.get(`/api/conversations/${id}`)).body.mention_count, 0);
    assert.deepEqual((await arash.delete(mute)).body, { is_muted: false, muted_until: null });
    assert.equal((await leila.get(`/api/conversations/${id}`)).body.is_muted, false);
  }));

Deno.test("the card of a person tells who they are and whether they are there", () =>
  withPeople(async ({ server, leila, arash }) => {
    const card = `/api/users/${leila.me.id}/`;
    const { body } = await arash.get(card);
    assert.deepEqual([body.username, body.status, body.role], ["leila", "offline", "member"]);
    for (const time of [body.created_at, body.last_seen_at]) assert.match(time, /^\d{4}-.*Z$/);
    assert.equal("email" in body, false);
    const socket = await leila.socket();
    await socket.ask({ type: "chat:status", status: "away" });
    assert.equal((await arash.get(card)).body.status, "away");
    assert.equal((await arash.get("/api/users?q=leila")).body[0].status, "away");
    await socket.ask({ type: "chat:status", status: "online" });
    assert.equal((await arash.get(card)).body.status, "online");
    await socket.close();
    assert.equal((await (await outsiderOf(server)).get(card)).status, 404);
    assert.equal((await arash.get("/api/users/12345")).status, 404);
    assert.equal((await server.anybody().get(card)).status, 401);
  }));

Deno.test("what a person wants to hear is kept, and what a change leaves out stays", () =>
  withPeople(async ({ leila, arash }) => {
    const usual = { sound: true, desktop: false, all_messages: false, enter_sends: true };
    assert.deepEqual(leila.me.notifications, usual);
    const changed = await leila.patch("/api/auth/me", { notifications: { sound: false, extra: 1 } });
    assert.deepEqual(changed.body.notifications, { ...usual, sound: false });
    await leila.patch("/api/auth/me", { notifications: { desktop: true } });
    await leila.patch("/api/auth/me", { first_name: "لیلا" });
    const { body } = await leila.get("/api/auth/me");
    assert.deepEqual(body.notifications, { ...usual, sound: false, desktop: true });
    assert.equal((await leila.patch("/api/auth/me", { notifications: { sound: "loud" } })).status, 400);
    assert.deepEqual((await arash.get("/api/auth/me")).body.notifications, usual);
  }));
