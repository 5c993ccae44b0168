/** What other sites' pages and servers read and send: with whose key, from where, in whose name. */
import assert from "node:assert/strict";
import type { SiteWithSecret } from "@/lib/protocol/sites.ts";
import { createClient } from "./support/client.ts";
import type { Client } from "./support/client.ts";
import { startServer } from "./support/server.ts";
import type { TestServer } from "./support/server.ts";
import { addSite, ownerOf, SHOP, visit } from "./support/visitor.ts";

const MESSAGES = "/api/v1/external/messages";

async function withServer(run: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startServer();
  try {
    await run(server);
  } finally {
    await server.stop();
  }
}

/** Whoever calls for a site: from one of its pages unless told, with a visitor's token if given. */
function caller(
  server: TestServer,
  { site_key }: { site_key: string },
  { token, ...headers }: { token?: string; origin?: string } = { origin: SHOP },
): Client {
  return createClient(server.url, {
    headers: { "site-key": site_key, ...headers as Record<string, string> },
    token,
  });
}

const withSecret = (server: TestServer, { secret_key }: SiteWithSecret) =>
  createClient(server.url, { headers: { "site-key": secret_key } });

const texts = ({ body }: { body: { results: { content: string }[] } }) =>
  body.results.map(({ content }) => content);
const coded = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const readable = ({ headers }: { headers: Headers }) => headers.get("access-control-allow-origin");

Deno.test("a page sends and reads in its visitor's name, and reads the open room in nobody's", () =>
  withServer(async (server) => {
    const site = await addSite(server, { mode: "room", name: "Pottery" });
    const { session } = await visit(server, site, { name: "Sara" });
    const guest = caller(server, site, { origin: SHOP, token: session.token });
    const sent = await guest.post(MESSAGES, { content: "Is it open?", client_id: "one" });
    assert.equal(sent.status, 201);
    assert.equal(readable(sent), SHOP);
    assert.deepEqual(sent.body.source, { kind: "site", name: "Pottery" });
    assert.equal(sent.body.sender.username, "Sara");
    assert.equal(sent.body.conversation, session.conversation_id);
    assert.equal(
      (await guest.post(MESSAGES, { content: "Is it open?", client_id: "one" })).body.id,
      sent.body.id,
    );
    const owner = await server.owner();
    await owner.post("/api/messages", { content: "Yes.", conversation_id: session.conversation_id });
    for (const reader of [guest, caller(server, site)]) {
      const page = await reader.get(MESSAGES);
      assert.deepEqual([page.status, texts(page), page.body.count], [200, ["Yes.", "Is it open?"], 2]);
      assert.equal(readable(page), SHOP);
    }
    const first = await caller(server, site).get(`${MESSAGES}?page_size=1`);
    assert.deepEqual([texts(first), first.body.count], [["Yes."], 2]);
    const next = await caller(server, site).get(first.body.next.slice(server.url.length));
    assert.deepEqual([texts(next), next.body.next], [["Is it open?"], null]);
    // Nobody in particular writes nothing.
    const nobody = await caller(server, site).post(MESSAGES, { content: "…" });
    assert.deepEqual([...coded(nobody), readable(nobody)], [401, "unauthenticated", SHOP]);
    const liked = await guest.put(`${MESSAGES}/${sent.body.id}/reactions/like`, {});
    assert.equal(liked.body.reactions[0].emoji, "like");
    assert.deepEqual((await guest.delete(`${MESSAGES}/${sent.body.id}/reactions/like`)).body.reactions, []);
  }));

Deno.test("a visitor's token is good for their own site, from its pages and our frame alone", () =>
  withServer(async (server) => {
    const site = await addSite(server, { mode: "room" });
    const another = await addSite(server, { mode: "room", domains: ["another.example"] });
    const { session: { token, conversation_id } } = await visit(server, site);
    // Stolen, and used with the key and from the page of another site.
    const stolen = caller(server, another, { origin: "https://another.example", token });
    for (const answer of [await stolen.get(MESSAGES), await stolen.post(MESSAGES, { content: "…" })]) {
      assert.deepEqual(coded(answer), [401, "token_invalid"]);
    }
    const path = `/api/conversations/${conversation_id}/messages`;
    const elsewhere = [
      ...["https://another.example", "https://shop.example.evil.example", "https://evilshop.example", "null"],
      ...["https://shop.example:8443", "https://evil.example", undefined],
    ];
    for (const origin of elsewhere) {
      const headers: Record<string, string> = origin === undefined ? {} : { origin };
      const thief = createClient(server.url, { headers, token });
      const body = { content: "…", conversation_id };
      const tickets = await thief.post("/api/auth/ws-ticket");
      for (const answer of [await thief.get(path), await thief.post("/api/messages", body), tickets]) {
        assert.deepEqual([...coded(answer), readable(answer)], [403, "domain_refused", null], origin);
      }
      const keyed = caller(server, site, { ...headers, token });
      const answer = await keyed.post(MESSAGES, { content: "…" });
      assert.deepEqual([...coded(answer), readable(answer)], [403, "domain_refused", null], origin);
    }
    for (const origin of [SHOP, server.url]) {
      assert.equal((await createClient(server.url, { headers: { origin }, token }).get(path)).status, 200);
    }
    // Its secret in the hands of its own server does for both.
    const by_server = createClient(server.url, { headers: { "site-key": site.secret_key }, token });
    assert.equal((await by_server.post(MESSAGES, { content: "relayed" })).status, 201);
    assert.deepEqual(coded(await by_server.get(path)), [403, "domain_refused"]);
  }));

Deno.test("a locked site is read and not written in; one that is cut off is neither", () =>
  withServer(async (server) => {
    const site = await addSite(server, { mode: "room" });
    const { session: { token } } = await visit(server, site);
    const guest = caller(server, site, { origin: SHOP, token });
    const { id } = (await guest.post(MESSAGES, { content: "before" })).body;
    const owner = await ownerOf(server);
    await server.app.sites.change(owner, site.site_id, { locked: true }, "");
    for (
      const refused of [
        await guest.post(MESSAGES, { content: "after" }),
        await guest.put(`${MESSAGES}/${id}/reactions/like`, {}),
      ]
    ) {
      assert.deepEqual([...coded(refused), readable(refused)], [403, "site_locked", SHOP]);
      assert(refused.body.detail.length > 10);
    }
    for (const reader of [guest, caller(server, site)]) {
      assert.deepEqual(texts(await reader.get(MESSAGES)), ["before"]);
    }
    assert.equal((await guest.get("/api/external/config")).body.locked, true);
    await server.app.sites.change(owner, site.site_id, { revoked: true }, "");
    const cut_off = [guest, caller(server, site), withSecret(server, site)];
    for (const reader of cut_off) assert.equal((await reader.get(MESSAGES)).status, 401);
    const own = createClient(server.url, { headers: { origin: server.url }, token });
    assert.equal((await own.get("/api/messages")).status, 401);
  }));

Deno.test("in support each visitor has a ticket of their own, and nobody reads another's", () =>
  withServer(async (server) => {
    const site = await addSite(server, { mode: "support" });
    const [sara, omid] = [
      await visit(server, site, { name: "Sara" }),
      await visit(server, site, { name: "Omid" }),
    ];
    assert.deepEqual((await sara.get(MESSAGES)).body, { count: 0, next: null, previous: null, results: [] });
    assert.deepEqual(coded(await caller(server, site).get(MESSAGES)), [401, "unauthenticated"]);
    const sent = await sara.post(MESSAGES, { content: "My order is late" });
    assert.equal(sent.status, 201);
    await omid.post(MESSAGES, { content: "Mine too" });
    const owner = await server.owner();
    const body = { content: "We are looking", conversation_id: sent.body.conversation };
    assert.equal((await owner.post("/api/messages", body)).status, 201);
    assert.deepEqual(texts(await sara.get(MESSAGES)), ["We are looking", "My order is late"]);
    assert.deepEqual(texts(await omid.get(MESSAGES)), ["Mine too"]);
    const theirs = await omid.put(`${MESSAGES}/${sent.body.id}/reactions/like`, {});
    assert.deepEqual(coded(theirs), [404, "not_found"]);
  }));

Deno.test("a site's own server reads all that was said through it, and nothing else", () =>
  withServer(async (server) => {
    const site = await addSite(server, { mode: "global" });
    const owner = await server.owner();
    const actor = await ownerOf(server);
    const guest = await visit(server, site);
    await guest.post(MESSAGES, { content: "in the global room" });
    await owner.post("/api/messages", { content: "of a member, in the global room" });
    await server.app.sites.change(actor, site.site_id, { mode: "room" }, "");
    const { conversation } = (await guest.post(MESSAGES, { content: "in the site's room" })).body;
    await owner.post("/api/messages", { content: "answered in the room", conversation_id: conversation });
    await server.app.sites.change(actor, site.site_id, { mode: "support" }, "");
    const ticket = (await guest.post(MESSAGES, { content: "in a ticket" })).body.conversation;
    await owner.post("/api/messages", { content: "answered in the ticket", conversation_id: ticket });
    const other = await addSite(server, { mode: "room" });
    await (await visit(server, other)).post(MESSAGES, { content: "of another site" });

    const all = [
      ...["answered in the ticket", "in a ticket", "answered in the room", "in the site's room"],
      "in the global room",
    ];
    const site_server = withSecret(server, site);
    const whole = await site_server.get(MESSAGES);
    assert.deepEqual([whole.status, texts(whole), whole.body.count], [200, all, all.length]);
    assert.deepEqual([whole.body.next, readable(whole)], [null, null]);
    // Page by page to the end and back.
    const seen: string[] = [];
    let path: string | null = `${MESSAGES}?page_size=2`;
    let last = whole;
    while (path !== null) {
      last = await site_server.get(path);
      seen.push(...texts(last));
      path = last.body.next?.slice(server.url.length) ?? null;
    }
    assert.deepEqual(seen, all);
    const newer = await site_server.get(last.body.previous.slice(server.url.length));
    assert.deepEqual(texts(newer), all.slice(2, 4));
    const { id } = whole.body.results[0];
    const none = await site_server.get(`${MESSAGES}?after=${id}`);
    assert.deepEqual([texts(none), none.body.previous], [[], null]);
    assert.deepEqual(texts(await withSecret(server, other).get(MESSAGES)), ["of another site"]);
    // It has nobody to write as.
    assert.deepEqual(coded(await site_server.post(MESSAGES, { content: "…" })), [401, "unauthenticated"]);
    // Old secrets are none.
    await server.app.sites.rotate(actor, site.site_id, "secret", "");
    assert.deepEqual(coded(await site_server.get(MESSAGES)), [401, "site_key_invalid"]);
  }));

Deno.test("a request that comes again under its key is done once, and its page reads the answer both times", () =>
  withServer(async (server) => {
    const site = await addSite(server, { mode: "room" });
    const another = await addSite(server, { mode: "room", domains: ["shop.example"] });
    const { session: { token } } = await visit(server, site);
    const headers = { "idempotency-key": "the-same" };
    const send = (key: { site_key: string }, origin = SHOP) =>
      caller(server, key, { origin, token }).call("POST", MESSAGES, { content: "once" }, { headers });
    const [first, second] = [await send(site), await send(site)];
    assert.deepEqual([first.status, second.status, first.body.id], [201, 201, second.body.id]);
    assert.deepEqual([readable(first), readable(second)], [SHOP, SHOP]);
    assert.equal((await caller(server, site).get(MESSAGES)).body.count, 1);
    // What was answered to one is told to nobody else.
    assert.deepEqual(coded(await send(another)), [401, "token_invalid"]);
    assert.deepEqual(coded(await send(site, "https://evil.example")), [403, "domain_refused"]);
  }));

Deno.test("admins look over what came from sites, by site, person and words", () =>
  withServer(async (server) => {
    const owner = await server.owner();
    const [first, second] = [
      await addSite(server, { mode: "global" }),
      await addSite(server, { mode: "global" }),
    ];
    const [sara, omid] = [
      await visit(server, first, { name: "Sara", email: "sara@shop.example" }),
      await visit(server, second, { name: "Omid" }),
    ];
    await sara.post(MESSAGES, { content: "a blue vase" });
    await omid.post(MESSAGES, { content: "a blue bowl" });
    await owner.post("/api/messages", { content: "a blue plate" });
    const list = async (query: string) => {
      const { status, body } = await owner.get(`/api/admin/messages?${query}`);
      assert.equal(status, 200, JSON.stringify(body));
      return body;
    };
    const all = await list("");
    assert.deepEqual(texts({ body: all }), ["a blue plate", "a blue bowl", "a blue vase"]);
    assert.equal(all.results[0].conversation.kind, "global");
    const external = await list("source=external");
    assert.deepEqual(texts({ body: external }), ["a blue bowl", "a blue vase"]);
    assert.equal(external.results[0].source.kind, "site");
    const emails = all.results.map((one: { sender_email: string | null }) => one.sender_email);
    assert.deepEqual(emails, [null, null, "sara@shop.example"]);
    assert.deepEqual(texts({ body: await list("source=app") }), ["a blue plate"]);
    assert.deepEqual(texts({ body: await list(`site=${first.site_id}`) }), ["a blue vase"]);
    assert.deepEqual(texts({ body: await list("site=st_none") }), []);
    assert.deepEqual(texts({ body: await list(`sender=${omid.session.user.id}`) }), ["a blue bowl"]);
    await server.app.indexing.settled();
    assert.deepEqual(texts({ body: await list("q=blue&source=external") }), ["a blue bowl", "a blue vase"]);
    assert.deepEqual(texts({ body: await list(`q=blue&site=${second.site_id}`) }), ["a blue bowl"]);
    const vase = await list("q=vase");
    assert.deepEqual(texts({ body: vase }), ["a blue vase"]);
    assert.equal(vase.results[0].sender_email, "sara@shop.example");
    const page = await list("limit=2");
    assert.deepEqual(texts(await owner.get(page.next.slice(server.url.length))), ["a blue vase"]);
    const traffic = (await owner.get(`/api/admin/sites/${first.site_id}`)).body.traffic;
    assert.deepEqual([traffic.messages_total, traffic.messages_day, traffic.guests_total], [1, 1, 1]);
    assert.equal(Date.parse(traffic.last_message_at) <= Date.now(), true);
  }));

Deno.test("an admin adds a site by REST, and does each thing once under one key", () =>
  withServer(async (server) => {
    const owner = await server.owner();
    const input = {
      name: "Shop",
      domains: ["https://Shop.example/", "پیک.ایران"],
      title: "Ask us",
      mode: "room",
    };
    const headers = { "idempotency-key": "made-once" };
    const made = await owner.call("POST", "/api/admin/sites", input, { headers });
    assert.equal(made.status, 201);
    assert.deepEqual(made.body.domains, ["shop.example", "xn--3ib0gqe.xn--mgba3a4f16a"]);
    assert.equal(made.body.title, "Ask us");
    assert.deepEqual((await owner.call("POST", "/api/admin/sites", input, { headers })).body, made.body);
    const listed = (await owner.get("/api/admin/sites")).body.results;
    assert.equal(listed.length, 1);
    assert(!("secret_key" in listed[0]));
    const path = `/api/admin/sites/${made.body.site_id}`;
    const keys = await owner.post(`${path}/keys`, { key: "secret" });
    assert.notEqual(keys.body.secret_key, made.body.secret_key);
    const wrong = await owner.patch(path, { domains: ["shop.example", "*.com"] });
    assert.deepEqual([...coded(wrong), wrong.body.field], [400, "domain_invalid", "domains"]);
    assert.match(wrong.body.detail, /\*\.com/);
    assert.deepEqual(coded(await owner.patch(path, { primary_color: "red" })), [400, "color_invalid"]);
    assert.equal((await owner.patch(path, { look: { position: "top" } })).body.field, "look.position");
    assert.equal((await owner.delete(path)).status, 204);
    assert.equal((await owner.get(path)).status, 404);
  }));
