/** Groups on a real server: who is cut off, by which door, and who is never let in. */
import assert from "node:assert/strict";
import type { Client } from "./support/client.ts";
import { startServer } from "./support/server.ts";
import type { TestServer } from "./support/server.ts";
import { openSocket } from "./support/socket.ts";
import { download, png, upload } from "./support/upload.ts";

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const picture = { name: "a.png", bytes: await png(16, 16) };

async function stage() {
  const server = await startServer();
  const [leila, arash, sara] = [
    await server.person("leila"),
    await server.person("arash"),
    await server.person("sara"),
  ];
  const room = await open(leila, [arash, sara]);
  return { server, leila, arash, sara, room, [Symbol.asyncDispose]: () => server.stop() };
}

async function open(owner: Client, others: readonly Client[]): Promise<number> {
  const members = others.map(({ me }) => me.id);
  const { status, body } = await owner.post("/api/rooms", { name: "x", members });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

/** Ways to be in a group no longer, each with who does it. */
const ENDS: Record<string, (on: Awaited<ReturnType<typeof stage>>) => Promise<{ status: number }>> = {
  "is removed": ({ leila, arash, room }) => leila.delete(`/api/rooms/${room}/members/${arash.me.id}`),
  "leaves": ({ arash, room }) => arash.delete(`/api/rooms/${room}/members/${arash.me.id}`),
  "is in a group that is ended": ({ leila, room }) => leila.delete(`/api/rooms/${room}`),
};

for (const [how, end] of Object.entries(ENDS)) {
  Deno.test(`who ${how} is cut off at once, by every door`, async (t) => {
    await using on = await stage();
    const { server, leila, arash, room } = on;
    const { body: message } = await upload(leila, "/api/messages/upload", [picture], {
      conversation_id: room,
      content: "for us",
    });
    const { body: own } = await arash.post("/api/messages", { content: "mine", conversation_id: room });
    const set = await upload(leila, `/api/rooms/${room}/picture`, [picture], {}, { method: "PUT" });
    assert.equal(set.status, 200, JSON.stringify(set.body));
    const wide = await arash.socket();
    await wide.ask({ type: "chat:join", conversation_id: room });
    const flat = await arash.socket(`/ws/chat/${room}/`);
    const late = lateUpload(server, arash, "/api/messages/upload", room);
    const late_attachment = lateUpload(
      server,
      arash,
      `/api/conversations/${room}/messages/${own.id}/attachments/`,
    );

    const found = async () => (await arash.get("/api/search?q=mine")).body.results ?? [];
    // It is found soon, not at once.
    for (let tries = 0; tries < 400 && (await found()).length === 0; tries++) await sleep(50);
    assert.equal((await found()).length, 1, "as long as they are in it");

    assert.equal((await end(on)).status, 204);

    await t.step("both sockets", async () => {
      assert.equal(await flat.end(), 4404);
      const { user_id } = await wide.next((frame) => frame.type === "chat:left");
      assert.equal(user_id, arash.me.id);
      const heard = wide.heard.length;
      await leila.post("/api/messages", { content: "among us", conversation_id: room });
      const answers = [
        await wide.ask({ type: "chat:join", conversation_id: room }),
        await wide.ask({ type: "chat:message", conversation_id: room, content: "x", client_id: "x" }),
        await wide.ask({ type: "chat:edit", message_id: own.id, content: "x" }),
        await wide.ask({ type: "chat:delete", message_id: own.id }),
        await wide.ask({ type: "chat:react", message_id: message.id, emoji: "like", on: true }),
        await wide.ask({ type: "chat:typing", conversation_id: room, is_typing: true }),
        await wide.ask({ type: "chat:read", conversation_id: room, seq: 1 }),
        await wide.ask({ type: "chat:presence", conversation_id: room }),
      ];
      for (const { code } of answers) assert.equal(code, "not_found");
      const others = wide.heard.slice(heard).filter((frame) =>
        frame.type !== "error" && frame.type !== "chat:left"
      );
      assert.deepEqual(others, [], "nothing more is heard of it");
      await wide.close();
      await assert.rejects(arash.socket(`/ws/chat/${room}/`), "and it does not open again");
    });

    await t.step("REST", async () => {
      const there = `/api/conversations/${room}`, said = `/api/messages/${own.id}`;
      const answers = await Promise.all([
        arash.get(there),
        arash.get(`${there}/messages/`),
        arash.get(`${there}/messages/?before=${own.id}`),
        arash.get(`${there}/messages/?around=${own.id}`),
        arash.get(`${there}/pins`),
        arash.get(`${there}/reads`),
        arash.post(`${there}/read`, { seq: 1 }),
        arash.call("PUT", `${there}/mute`),
        arash.call("PUT", `${there}/pin`),
        arash.get(said),
        arash.get(`/api/messages/${message.id}`),
        arash.put(said, { content: "x" }),
        arash.patch(said, { content: "x" }),
        arash.patch(said, {}),
        arash.delete(said),
        arash.call("PUT", `/api/messages/${message.id}/reactions/like`),
        arash.post(`/api/messages/${message.id}/reports`, { reason: "spam" }),
        arash.post("/api/messages", { content: "x", conversation_id: room }),
        arash.get(`/api/rooms/${room}`),
        arash.patch(`/api/rooms/${room}`, { name: "x" }),
        arash.delete(`/api/rooms/${room}`),
        arash.get(`/api/rooms/${room}/members`),
        arash.post(`/api/rooms/${room}/members`, { user_id: arash.me.id }),
        arash.delete(`/api/rooms/${room}/members/${arash.me.id}`),
        arash.delete(`/api/rooms/${room}/picture`),
        upload(arash, `/api/rooms/${room}/picture`, [picture], {}, { method: "PUT" }),
        upload(arash, "/api/messages/upload", [picture], { conversation_id: room }),
        upload(arash, `${there}/messages/${own.id}/attachments/`, [picture]),
      ]);
      for (const { status, body } of answers) assert.equal(status, 404, JSON.stringify(body));
      for (const path of ["/api/conversations", "/api/rooms"]) {
        assert.deepEqual((await arash.get(path)).body, []);
      }
    });

    await t.step("search", async () => {
      for (const q of ["for", "mine", `for&conversation_id=${room}`]) {
        const { body } = await arash.get(`/api/search?q=${q}`);
        assert.deepEqual(body.results ?? [], [], JSON.stringify(body));
      }
    });

    await t.step("files", async () => {
      const [{ file, thumbnail }] = message.attachments;
      for (const path of [file, thumbnail, set.body.picture]) {
        assert.equal((await download(arash, path)).status, 404, path);
      }
    });

    await t.step("uploads under way", async () => {
      for (const one of [late, late_attachment]) {
        const { status, body } = await one.finish();
        assert.equal(status, 404, JSON.stringify(body));
      }
      const { rows } = { rows: await Array.fromAsync(Deno.readDir(`${server.data_dir}/uploads`)) };
      assert(rows.length > 0);
      const files = await server.app.store.all<{ count: number }>({
        sql: "select count(*) as count from files where owner_id = ?",
        parameters: [arash.me.id],
      });
      assert.equal(files[0]!.count, 0, "nothing of them is kept");
    });
  });
}

/** An upload whose last bytes wait until they are let go. */
function lateUpload(server: TestServer, client: Client, path: string, conversation_id?: number) {
  const boundary = "a-boundary";
  const field = conversation_id === undefined
    ? ""
    : `--${boundary}\r\ncontent-disposition: form-data; name="conversation_id"\r\n\r\n${conversation_id}\r\n`;
  const head = `${field}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n` +
    "content-type: image/png\r\n\r\n";
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const write = (bytes: Uint8Array) => writer.write(bytes).catch(() => {});
  const text = new TextEncoder();
  const answer = fetch(server.url + path, {
    method: "POST",
    headers: {
      authorization: `Bearer ${client.token}`,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    body: readable,
  }).then(async (response) => ({ status: response.status, body: await response.json() }));
  void write(text.encode(head));
  void write(picture.bytes.subarray(0, 100));
  return {
    async finish() {
      void write(picture.bytes.subarray(100));
      void write(text.encode(`\r\n--${boundary}--\r\n`));
      void writer.close().catch(() => {});
      return await answer;
    },
  };
}

Deno.test("nobody of another workspace, banned or erased is added, and nothing tells that they are there", async () => {
  await using on = await stage();
  const { server, leila, room } = on;
  await server.app.workspaces.create({ slug: "east", name: "East" });
  const outsider = await server.person("outsider", { workspace: "east" });
  const banned = await server.person("banned");
  const owner = await server.owner();
  const ban = { banned: true };
  assert.equal((await owner.patch(`/api/admin/users/${banned.me.id}`, ban)).status, 200);
  const unknown = await leila.post(`/api/rooms/${room}/members`, { members: [123456] });
  assert.equal(unknown.status, 404);
  for (const { me } of [outsider, banned]) {
    const newcomer = await server.person(`new-${me.username}`);
    for (
      const answer of [
        await leila.post(`/api/rooms/${room}/members`, { members: [me.id] }),
        await leila.post(`/api/rooms/${room}/members`, { members: [newcomer.me.id, me.id] }),
        await leila.post("/api/rooms", { name: "x", members: [newcomer.me.id, me.id] }),
      ]
    ) assert.deepEqual([answer.status, answer.body], [404, unknown.body]);
    assert.deepEqual((await newcomer.get("/api/rooms")).body, []);
  }
  for (
    const answer of [
      await outsider.get(`/api/rooms/${room}`),
      await outsider.post(`/api/rooms/${room}/members`, { user_id: outsider.me.id }),
      await outsider.get(`/api/rooms/${room}/members`),
    ]
  ) assert.equal(answer.status, 404);
  // Let in again, they can be added.
  assert.equal((await owner.patch(`/api/admin/users/${banned.me.id}`, { banned: false })).status, 200);
  assert.equal((await leila.post(`/api/rooms/${room}/members`, { user_id: banned.me.id })).status, 201);
});

Deno.test("who is added hears of it at once, and of what is said from there on", async () => {
  await using on = await stage();
  const { server, leila, room } = on;
  const late = await server.person("late");
  const [socket, watching] = [await late.socket(), await leila.socket()];
  await socket.next((frame) => frame.type === "hello");
  await watching.ask({ type: "chat:join", conversation_id: room });
  await leila.post(`/api/rooms/${room}/members`, { members: [late.me.id] });
  const line = await watching.next((frame) => frame.type === "chat:message");
  assert.deepEqual([line.message.kind, line.message.content, line.message.params.users[0].id], [
    "system",
    "members_added",
    late.me.id,
  ]);
  await watching.next((frame) => frame.type === "chat:conversation" && frame.conversation_id === room);
  await socket.next((frame) => frame.type === "chat:conversation" && frame.conversation_id === room);
  assert.equal((await socket.ask({ type: "chat:join", conversation_id: room })).type, "chat:joined");
  await leila.post("/api/messages", { content: "welcome", conversation_id: room });
  await socket.next((frame) => frame.type === "chat:message" && frame.message.content === "welcome");
  await Promise.all([socket.close(), watching.close()]);
});

Deno.test("a group's picture is for who may read it; a new one takes the place of the old", async () => {
  await using on = await stage();
  const { server, leila, arash, room } = on;
  const stranger = await server.person("stranger");
  const mine = await upload(leila, "/api/auth/me/picture", [picture], {}, { method: "PUT" });
  const path = `/api/rooms/${room}/picture`;
  assert.equal((await upload(arash, path, [picture], {}, { method: "PUT" })).status, 403);
  assert.equal((await upload(stranger, path, [picture], {}, { method: "PUT" })).status, 404);
  const first = await upload(leila, path, [picture], {}, { method: "PUT" });
  assert.equal(first.status, 200);
  const second = await upload(leila, path, [{ name: "b.png", bytes: await png(40, 40) }], {}, {
    method: "PUT",
  });
  assert.notEqual(second.body.picture, first.body.picture);
  assert.equal((await arash.get(`/api/conversations/${room}`)).body.picture, second.body.picture);
  const fetched = async (client: Client, file: string) => (await download(client, file)).status;
  assert.equal(await fetched(arash, second.body.picture), 200);
  assert.equal(await fetched(await server.owner(), second.body.picture), 200);
  assert.equal(await fetched(stranger, second.body.picture), 404);
  assert.equal(await fetched(server.anybody(), second.body.picture), 401);
  assert.equal(await fetched(arash, first.body.picture), 404, "the old one");
  // One's own picture and those of groups one has set are different matters, both ways.
  assert.equal(await fetched(arash, mine.body.profile_picture), 200);
  await upload(leila, "/api/auth/me/picture", [picture], {}, { method: "PUT" });
  assert.equal(await fetched(arash, second.body.picture), 200);
  assert.equal((await arash.delete(path)).status, 403);
  assert.equal((await leila.delete(path)).body.picture, null);
  assert.equal(await fetched(arash, second.body.picture), 404);
  const bad = await upload(leila, path, [{ name: "a.png", bytes: new Uint8Array(9) }], {}, { method: "PUT" });
  assert.equal(bad.status, 415);
});

Deno.test("admins see and change all of their workspace, and page through its conversations", async () => {
  await using on = await stage();
  const { server, leila, arash, room } = on;
  const owner = await server.owner();
  await server.app.workspaces.create({ slug: "east", name: "East" });
  const outsider = await server.person("outsider", { workspace: "east" });
  await outsider.post("/api/messages", { content: "elsewhere" });
  const { body: pair } = await leila.post("/api/messages", { content: "two", recipient_id: arash.me.id });
  await leila.post("/api/messages", { content: "all" });

  assert.deepEqual((await owner.get("/api/conversations/")).body, [], "one's own are one's own");
  const first = await owner.get("/api/conversations/?all=1&page_size=2");
  assert.deepEqual(Object.keys(first.body).sort(), ["count", "next", "previous", "results"]);
  const kinds = ({ body }: typeof first) => body.results.map(({ kind }: { kind: string }) => kind);
  assert.deepEqual([first.body.count, kinds(first), first.body.previous], [3, ["global", "direct"], null]);
  assert.deepEqual([first.body.results[0].participants, first.body.results[0].participants_count], [[], 4]);
  assert.equal(first.body.results[1].role, null);
  assert(first.body.next.startsWith(server.url));
  const second = await owner.get(first.body.next.slice(server.url.length));
  assert.deepEqual([kinds(second), second.body.next], [["group"], null]);
  const back = await owner.get(second.body.previous.slice(server.url.length));
  assert.deepEqual(kinds(back), kinds(first));
  const far = await owner.get("/api/conversations/?all=1&page=9007199254740991");
  assert.deepEqual([far.status, far.body.results], [200, []]);
  for (const client of [leila, arash]) {
    assert.equal((await client.get("/api/conversations/?all=1")).status, 403);
  }

  // Without being in any of them.
  assert.equal((await owner.get(`/api/conversations/${pair.conversation}`)).status, 200);
  assert.equal(
    (await owner.put(`/api/messages/${pair.id}/`, { content: "changed" })).body.content,
    "changed",
  );
  const said = await owner.post("/api/messages", { content: "x", conversation_id: room });
  assert.equal(said.status, 201);
  assert.equal((await owner.patch(`/api/rooms/${room}`, { name: "renamed" })).body.name, "renamed");
  assert.equal((await owner.delete(`/api/rooms/${room}/members/${leila.me.id}`)).status, 204);
  assert.equal((await arash.get(`/api/rooms/${room}`)).body.role, "owner", "somebody owns it still");
  assert.equal((await owner.delete(`/api/messages/${pair.id}/`)).status, 204);
  const flat = await owner.socket(`/ws/chat/${room}/`);
  flat.send({ type: "edit_message", message_id: said.body.id, content: "by socket" });
  assert.equal((await flat.next()).message.content, "by socket");
  await flat.close();
  const acts = await server.app.store.all<{ action: string }>({
    sql: "select action from audit order by id",
    parameters: [],
  });
  assert.deepEqual(acts.map(({ action }) => action).filter((action) => action !== "user.ban"), [
    "message.edit",
    "group.describe",
    "group.remove",
    "message.delete",
  ]);
  await assert.rejects(
    openSocket(`${server.url.replace("http", "ws")}/ws/chat/${room}/`),
    "nobody is let in without a proof",
  );
});
