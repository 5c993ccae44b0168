/** What the server keeps of pages and queries never shows what was: each change is in the next page of everybody. */
import assert from "node:assert/strict";
import { eventually } from "./browser/room.ts";
import type { createClient } from "./support/client.ts";
import { startServer } from "./support/server.ts";

type Client = ReturnType<typeof createClient>;

const server = await startServer({ env: { RATE_LIMIT_FACTOR: "100" } });
Deno.test.afterAll(() => server.stop());
const [leila, arash] = [await server.person("leila"), await server.person("arash")];
const owner = await server.owner();

/** A page as it reads, drawn twice so that what can be kept is. */
async function page(client: Client, path = "/chat"): Promise<string> {
  const [first, second] = [await client.get(path), await client.get(path)];
  assert.equal(first.status, 200);
  assert.equal(typeof second.body, "string");
  return second.body;
}

/** What is drawn, without the data for the scripts. */
const drawn = async (client: Client, path?: string) =>
  (await page(client, path)).replace(/<script type="application\/json".*?<\/script>/s, "");

const sent = (await arash.post("/api/messages", { content: "the first one" })).body;

Deno.test("a message, its edit, its reactions, its pin and its end", async () => {
  assert.match(await drawn(leila), /the first one/);
  await arash.patch(`/api/messages/${sent.id}`, { content: "another wording" });
  let html = await drawn(leila);
  assert.match(html, /another wording/);
  assert.doesNotMatch(html, /the first one/);
  assert.equal((await leila.put(`/api/messages/${sent.id}/reactions/🎉`, {})).status < 300, true);
  assert.match(await drawn(arash), /🎉/);
  assert.equal((await owner.put(`/api/messages/${sent.id}/pin`, {})).status < 300, true);
  assert.match(await drawn(leila), /pin-bar/);
  const brief = (await arash.post("/api/messages", { content: "soon gone" })).body;
  assert.match(await drawn(leila), /soon gone/);
  await arash.delete(`/api/messages/${brief.id}`);
  html = await drawn(leila);
  assert.doesNotMatch(html, /soon gone/);
});

Deno.test("a name is new in its messages, in the list of members and in one's own menu", async () => {
  assert.doesNotMatch(await drawn(leila), /Arash-the-New/);
  assert.equal((await arash.patch("/api/auth/me", { first_name: "Arash-the-New" })).status, 200);
  const seen = (await drawn(leila)).match(/Arash-the-New/g);
  assert(seen !== null && seen.length >= 2, "in a row and among the members");
  const own = (await drawn(arash)).match(/id="account"[\s\S]*?Arash-the-New/);
  assert(own !== null, "in one's own menu");
});

Deno.test("who comes is there, and who joins is a member", async () => {
  const online = async () => Number(/"online_count":(\d+)/.exec(await page(leila))![1]);
  const before = await online();
  const socket = await arash.socket();
  await eventually(async () => assert.equal(await online(), before + 1));
  await socket.close();
  await eventually(async () => assert.equal(await online(), before));
  await server.person("newcomer", { first_name: "Newcomer" });
  assert.match(await drawn(leila), /Newcomer/);
});

Deno.test("language, muting and reading are one's own, and at once", async () => {
  assert.match(await drawn(leila), /<html lang="fa"/);
  assert.equal((await leila.patch("/api/auth/me", { language: "en" })).status, 200);
  const html = await drawn(leila);
  assert.match(html, /<html lang="en"/);
  assert.match(html, /Members/);
  assert.doesNotMatch(await drawn(arash), />Members</);
  const id = Number(/"global_id":(\d+)/.exec(await page(leila))![1]);
  assert.equal((await leila.put(`/api/conversations/${id}/mute`, {})).status < 300, true);
  assert.match(await drawn(leila), /Muted/);
  assert.doesNotMatch(await drawn(owner), />Muted</);
});

Deno.test("who was never in the room of everybody begins there, until a mark says how far they have read", async () => {
  const sara = await server.person("sara");
  const group = (await sara.post("/api/rooms", { name: "x", members: [leila.me.id] })).body.id;
  const { conversation, seq } = (await arash.post("/api/messages", { content: "welcome" })).body;
  const begins = async (id: number) => (await sara.get(`/chat/c/${id}/opening`)).body.room.is_beginning;
  assert.deepEqual([await begins(conversation), await begins(group)], [true, false]);
  await sara.post(`/api/conversations/${conversation}/read`, { seq });
  assert.deepEqual([await begins(conversation), await begins(group)], [false, false]);
});

Deno.test("which room is everybody's is looked up once a page", async () => {
  const { store } = server.app;
  const get = store.get.bind(store);
  let asked = 0;
  // Asked by its key, which nothing else of the page is.
  store.get = (query) => {
    if (query.sql.includes('"unique_key" = ?')) asked++;
    return get(query);
  };
  try {
    assert.equal((await leila.get("/chat")).status, 200);
    assert.equal(asked, 1);
  } finally {
    store.get = get;
  }
});
