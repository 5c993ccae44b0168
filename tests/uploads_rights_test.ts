/** Who may send, add and fetch files: tried as everybody, most of all as those who may not. */
import assert from "node:assert/strict";
import * as conversations from "@/db/conversations.ts";
import { query, write } from "@/db/query.ts";
import type { Client } from "./support/client.ts";
import { startServer } from "./support/server.ts";
import type { TestServer } from "./support/server.ts";
import { startClamd, VIRUS } from "./support/clamd.ts";
import { locatedMp4 } from "./support/mp4.ts";
import { download, png, upload } from "./support/upload.ts";

const picture = { name: "a.png", bytes: await png(16, 16) };

Deno.test("only who may read a conversation fetches its files; only who may write sends them", async (t) => {
  const server = await startServer();
  try {
    await server.app.workspaces.create({ slug: "east", name: "East" });
    const leila = await server.person("leila");
    const arash = await server.person("arash");
    const removed = await server.person("removed");
    const member = await server.person("member");
    const muted = await server.person("muted");
    const outsider = await server.person("outsider", { workspace: "east" });
    const owner = await server.owner();
    const nobody = server.anybody();

    const { store } = server.app;
    const group = await makeGroup(server, [leila, arash, removed, muted]);
    await store.batch([
      write(
        query.updateTable("memberships").set({ muted_until: Date.now() + 1e9 }).where(
          "user_id",
          "=",
          muted.me.id,
        ),
      ),
    ]);
    const { body: message } = await upload(leila, "/api/messages/upload", [picture], {
      conversation_id: group,
    });
    const [{ file, thumbnail }] = message.attachments;
    assert.equal((await download(removed, file)).status, 200, "as long as they are in it");
    await store.batch([
      write(
        query.updateTable("participants").set({ left_at: Date.now() }).where("actor_id", "=", removed.me.id)
          .where("conversation_id", "=", group),
      ),
    ]);
    const attach = `/api/conversations/${group}/messages/${message.id}/attachments/`;

    // Answers to: fetching, sending into the group, adding to Leila's message.
    const table: [who: string, client: Client, fetch: number, send: number, add: number][] = [
      ["the author", leila, 200, 201, 201],
      ["another participant", arash, 200, 201, 403],
      ["staff", owner, 200, 201, 201],
      ["a participant who may not write", muted, 200, 403, 403],
      ["a participant who was removed", removed, 404, 404, 404],
      ["a member who is not in it", member, 404, 404, 404],
      ["somebody of another workspace", outsider, 404, 404, 404],
      ["nobody", nobody, 401, 401, 401],
    ];
    for (const [who, client, fetched, sent, added] of table) {
      await t.step(who, async () => {
        for (const path of [file, thumbnail, `${file}?download`]) {
          const { status, headers } = await download(client, path);
          assert.equal(status, fetched, path);
          assert.equal(headers.has("etag"), fetched === 200, "a refusal says nothing of the file");
          const ranged = await download(client, path, { range: "bytes=0-3", "if-none-match": "*" });
          assert.equal(ranged.status, fetched === 200 ? 304 : fetched, "by no header either");
        }
        const into = await upload(client, "/api/messages/upload", [picture], { conversation_id: group });
        assert.equal(into.status, sent, JSON.stringify(into.body));
        const onto = await upload(client, attach, [picture]);
        assert.equal(onto.status, added, JSON.stringify(onto.body));
      });
    }

    await t.step("no other door leads to it", async () => {
      const global_id = (await leila.post("/api/messages/", { content: "x" })).body.conversation;
      const own = (await member.post("/api/messages/", { content: "mine" })).body.id;
      const wrong = await upload(
        leila,
        `/api/conversations/${global_id}/messages/${message.id}/attachments/`,
        [picture],
      );
      assert.equal(wrong.status, 404, "the message is in another conversation");
      const foreign = await upload(member, `/api/conversations/${group}/messages/${own}/attachments/`, [
        picture,
      ]);
      assert.equal(foreign.status, 404);
      for (const id of [message.attachments[0].id, 1, 2 ** 53 - 1]) {
        assert.equal(
          (await download(leila, `/files/${id}/a.png`)).status,
          404,
          "an attachment's id is no file's",
        );
      }
      for (const path of ["/files/x/a.png", "/files/..%2f..%2fpeyk.db/a", "/files/1e3/thumbnail"]) {
        assert.equal((await download(leila, path)).status, 404, path);
      }
      const late = await upload(member, "/api/messages/upload", [{ ...picture, field: "other" }], {
        conversation_id: group,
      });
      assert.equal(late.body.code, "file_missing");
    });

    await t.step("a room named after the file counts as well", async () => {
      const form = new FormData();
      form.append("file", new File([picture.bytes as Uint8Array<ArrayBuffer>], "a.png"));
      form.append("conversation_id", String(group));
      const response = await fetch(`${server.url}/api/messages/upload`, {
        method: "POST",
        headers: { authorization: `Bearer ${member.token}` },
        body: form,
      });
      assert.equal(response.status, 404);
      await response.body?.cancel();
    });

    await t.step("a picture is for the person's own workspace", async () => {
      const set = await upload(leila, "/api/auth/me/picture", [picture], {}, { method: "PUT" });
      const path = set.body.profile_picture;
      for (const client of [leila, arash, member, owner]) {
        assert.equal((await download(client, path)).status, 200);
      }
      assert.equal((await download(outsider, path)).status, 404);
      assert.equal((await download(nobody, path)).status, 401);
    });

    await t.step("who is banned fetches nothing more", async () => {
      assert.equal((await owner.patch(`/api/admin/users/${arash.me.id}`, { banned: true })).status, 200);
      assert([401, 403].includes((await download(arash, file)).status));
    });
  } finally {
    await server.stop();
  }
});

Deno.test("another site's page can send nothing with somebody's cookie", async () => {
  const server = await startServer();
  try {
    const response = await fetch(`${server.url}/api/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "owner@peyk.test", password: "owner-password" }),
    });
    await response.body?.cancel();
    const cookie = response.headers.getSetCookie()[0]!.split(";")[0]!;
    const form = new FormData();
    form.append("file", new File([picture.bytes as Uint8Array<ArrayBuffer>], "a.png"));
    for (const [origin, status] of [["https://evil.example", 403], [server.url, 201]] as const) {
      const answer = await fetch(`${server.url}/api/messages/upload`, {
        method: "POST",
        headers: { cookie, origin },
        body: form,
      });
      assert.equal(answer.status, status);
      await answer.body?.cancel();
    }
  } finally {
    await server.stop();
  }
});

Deno.test("quotas hold, of a person and of the server, and deleting makes room", async () => {
  const server = await startServer({ env: { UPLOAD_QUOTA_MB: "1", UPLOADS_TOTAL_MB: "2" } });
  try {
    const leila = await server.person("leila");
    const video = (size: number) => {
      const bytes = new Uint8Array(size);
      const mp4 = locatedMp4();
      bytes.set(mp4);
      new DataView(bytes.buffer).setUint32(mp4.length, size - mp4.length);
      bytes.set(new TextEncoder().encode("free"), mp4.length + 4);
      return { name: "v.mp4", bytes };
    };
    const first = await upload(leila, "/api/messages/upload", [video(700_000)]);
    assert.equal(first.status, 201, JSON.stringify(first.body));
    const second = await upload(leila, "/api/messages/upload", [video(700_000)], {}, {
      headers: { "accept-language": "en" },
    });
    assert.deepEqual([second.status, second.body.code], [413, "quota_exceeded"]);
    assert.match(second.body.detail, /up to 1 MB/);
    await leila.delete(`/api/messages/${first.body.id}/`);
    const third = await upload(leila, "/api/messages/upload", [video(700_000)]);
    assert.equal(third.status, 201);
    // What is deleted still lies on the disk until it is swept, and there is the server's own limit.
    const arash = await server.person("arash");
    const fourth = await upload(arash, "/api/messages/upload", [video(900_000)]);
    assert.deepEqual([fourth.status, fourth.body.code], [413, "quota_exceeded"]);
    await server.app.uploads.sweep();
    assert.equal((await upload(arash, "/api/messages/upload", [video(900_000)])).status, 201);
  } finally {
    await server.stop();
  }
});

Deno.test("uploads under way are bounded for each person, and answered with when to come back", async () => {
  const server = await startServer({ env: { RATE_LIMIT_FACTOR: "1" } });
  try {
    const leila = await server.person("leila");
    const arash = await server.person("arash");
    const open = Array.from({ length: 4 }, () => hanging(server.url, leila));
    for (let tries = 0; tries < 500; tries++) {
      const begun = await Array.fromAsync(Deno.readDir(`${server.data_dir}/uploads/temp`));
      if (begun.length === 4) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    let answer = await upload(leila, "/api/messages/upload", [picture]);
    assert.deepEqual([answer.status, answer.body.code], [429, "rate_limited"]);
    assert(Number(answer.headers.get("retry-after")) > 0);
    assert.equal((await upload(arash, "/api/messages/upload", [picture])).status, 201, "others go on");
    for (const { cut } of open) cut();
    for (let tries = 0; tries < 500; tries++) {
      answer = await upload(leila, "/api/messages/upload", [picture]);
      if (answer.status === 201) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.equal(answer.status, 201, "places of broken uploads are free again");
  } finally {
    await server.stop();
  }
});

Deno.test("with clamd every file is looked at; without its answer none is accepted", async () => {
  const clamd = startClamd();
  const { hostname, port } = clamd.address as Deno.NetAddr;
  const server = await startServer({ env: { CLAMD: `${hostname}:${port}` } });
  try {
    const leila = await server.person("leila");
    assert.equal((await upload(leila, "/api/messages/upload", [picture])).status, 201);
    assert.deepEqual(clamd.received[0], picture.bytes, "as it came, before anything is made of it");
    const bad = {
      name: "a.png",
      bytes: new Uint8Array([...picture.bytes, ...new TextEncoder().encode(VIRUS)]),
    };
    const infected = await upload(leila, "/api/messages/upload", [bad]);
    assert.deepEqual([infected.status, infected.body.code], [400, "file_infected"]);
    const row = await server.app.store.get<{ scan_state: string; count: number }>({
      sql: "select min(scan_state) as scan_state, count(*) as count from files",
      parameters: [],
    });
    assert.deepEqual({ ...row }, { scan_state: "clean", count: 1 });
    await clamd[Symbol.asyncDispose]();
    const down = await upload(leila, "/api/messages/upload", [picture]);
    assert.deepEqual([down.status, down.body.code], [503, "unavailable"]);
    assert(Number(down.headers.get("retry-after")) > 0);
  } finally {
    await server.stop();
  }
});

/** A group, as rooms will be made. */
async function makeGroup({ app }: TestServer, people: readonly Client[]): Promise<number> {
  const [first, second] = people;
  const { id: actor_id, workspace: { id: workspace_id } } = first!.me;
  const actor = { id: actor_id, kind: "member", workspace_id, role: "member", session_id: null } as const;
  const id = await app.chat.conversations.openDirect(actor, second!.me.id);
  await app.store.batch([
    write(query.updateTable("conversations").set({ kind: "group", unique_key: null }).where("id", "=", id)),
    conversations.addParticipants(
      people.slice(2).map((one) => ({
        ...{ conversation_id: id, actor_id: one.me.id, workspace_id, joined_at: Date.now() },
      })),
    ),
  ]);
  return id;
}

/** An upload that has begun and does not go on. */
function hanging(url: string, client: Client): { cut: () => void } {
  const controller = new AbortController();
  let begun = false;
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      if (begun) return new Promise(() => {});
      begun = true;
      stream.enqueue(new TextEncoder().encode(
        `--hanging\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n${
          "x".repeat(10_000)
        }`,
      ));
    },
  });
  fetch(`${url}/api/messages/upload`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${client.token}`,
      "content-type": "multipart/form-data; boundary=hanging",
    },
    body,
    signal: controller.signal,
  }).then((response) => response.body?.cancel()).catch(() => {});
  return { cut: () => controller.abort() };
}
