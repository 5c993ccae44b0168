/** Visitors of sites in the message core: who they are, where they are led, what they may do there. */
import assert from "node:assert/strict";
import type { SiteWithSecret, StartGuest } from "@/lib/protocol/sites.ts";
import { serverTest, startServer } from "./support/server.ts";
import type { TestServer } from "./support/server.ts";
import { createClient } from "./support/client.ts";
import type { Answer, Client } from "./support/client.ts";
import { openSocket } from "./support/socket.ts";
import { png, upload } from "./support/upload.ts";
import { addSite, ownerOf, SHOP, visit, visitor, voucher } from "./support/visitor.ts";

function assertCode({ status, body }: Answer, wanted: number, code: string): void {
  assert.deepEqual([status, body.code], [wanted, code], JSON.stringify(body));
}

/** What the site's admins change of it. */
async function change(server: TestServer, { site_id }: SiteWithSecret, input: object): Promise<void> {
  const owner = await server.owner();
  const { status, body } = await owner.patch(`/api/admin/sites/${site_id}`, input);
  assert.equal(status, 200, JSON.stringify(body));
}

async function begin(
  server: TestServer,
  site: SiteWithSecret,
  input: StartGuest,
  headers = {},
): Promise<Answer> {
  const always = { origin: server.url, "site-key": site.site_key, ...headers };
  return await createClient(server.url, { headers: always }).post("/api/external/guests", input);
}

const say = (client: Client, conversation_id: number | null, content = "hello") =>
  client.post("/api/messages", { content, conversation_id });

// --- who they are ---

serverTest("a visitor comes back by the Guest_ID of their site, and by no other", async (server) => {
  const [site, other] = [await addSite(server), await addSite(server)];
  const first = await visit(server, site, { name: "Sara", email: "sara@shop.example" });
  const { guest_id, user } = first.session;
  assert.match(guest_id!, /^[A-Za-z0-9_-]{43}$/);
  const back = await visit(server, site, { guest_id, name: "Sara K" });
  assert.equal(back.session.guest_id, guest_id);
  assert.deepEqual([back.session.user.id, back.session.user.username], [user.id, "Sara K"]);

  for (
    const [where, id] of [[other, guest_id], [site, "x".repeat(43)], [site, "nonsense"], [
      site,
      null,
    ]] as const
  ) {
    const { session } = await visit(server, where, { guest_id: id });
    assert.notEqual(session.user.id, user.id);
    assert.notEqual(session.guest_id, id);
    assert.notEqual(session.user.username, "");
  }
  const kept = await server.app.store.all({ sql: "select * from guests", parameters: [] });
  assert(!JSON.stringify(kept).includes(guest_id!), "a Guest_ID is kept as a hash alone");
  assert(!server.log.join().includes(guest_id!));
});

serverTest("who comes back under another name is called so everywhere, at once", async (server) => {
  const leila = await server.person("leila");
  const site = await addSite(server, { mode: "global" });
  const guest = await visit(server, site, { name: "Sara" });
  await say(guest, guest.session.conversation_id);
  const socket = await leila.socket();
  await socket.next(({ type }) => type === "hello");
  const { guest_id, user } = guest.session;
  await visit(server, site, { guest_id, name: "Sara K" });
  const told = await socket.next(({ type }) => type === "chat:user");
  assert.deepEqual([told.user.id, told.user.username], [user.id, "Sara K"]);
  assert.equal((await leila.get("/api/messages")).body.results[0].sender.username, "Sara K");
  await socket.close();
});

serverTest(
  "a visitor has the socket of one conversation too, where their site leads and nowhere else",
  async (server) => {
    const owner = await server.owner();
    const [site, other] = [await addSite(server, { mode: "room" }), await addSite(server, { mode: "room" })];
    const [guest, stranger] = [await visit(server, site), await visit(server, other)];
    const { conversation_id } = guest.session;
    const path = `/ws/chat/${conversation_id}/`;
    const socket = await guest.socket(path);
    socket.send({ type: "chat_message", content: "hello" });
    const { message } = await socket.next(({ type }) => type === "new_message");
    const stored = (await owner.get(`/api/messages/${message.id}`)).body;
    assert.deepEqual(stored.source, { kind: "site", name: site.name });
    await assert.rejects(stranger.socket(path));
    await change(server, site, { revoked: true });
    assert.equal(await socket.end(), 1012);
  },
);

serverTest(
  "whom the site vouches for is one person on every device, and nobody's Guest_ID makes them that",
  async (server) => {
    const site = await addSite(server, { mode: "global" });
    const anonymous = await visit(server, site);
    const identity = await voucher(site, { name: "Sara", email: "sara@shop.example" });
    const [phone, laptop] = await Promise.all([
      visit(server, site, { identity }),
      visit(server, site, { identity }),
    ]);
    assert.equal(phone.session.user.id, laptop.session.user.id);
    assert.deepEqual([phone.session.user.username, phone.session.verified], ["Sara", true]);
    assert.equal(phone.session.guest_id, null);
    assert.notEqual(phone.session.user.id, anonymous.session.user.id);
  },
);

serverTest("a forged, expired, far or misdirected voucher is refused", async (server) => {
  const [site, other] = [await addSite(server), await addSite(server)];
  const now = Math.floor(Date.now() / 1000);
  const good = await voucher(site);
  const [head, body, signature] = good.split(".");
  const none = btoa('{"alg":"none"}').replaceAll("=", "");
  const refused = {
    "another site's": await voucher(other),
    "another site's secret": await voucher({ ...site, secret_key: other.secret_key }),
    "the public key as the secret": await voucher({ ...site, secret_key: site.site_key }),
    "for another site": await voucher(site, { aud: other.site_id }),
    "for nobody": await voucher(site, { aud: undefined }),
    expired: await voucher(site, { exp: now - 61 }),
    "without an end": await voucher(site, { exp: undefined }),
    "of more than a day": await voucher(site, { exp: now + 24 * 3600 + 120 }),
    "of nobody": await voucher(site, { sub: undefined }),
    "of an empty name": await voucher(site, { sub: "" }),
    "of a number": await voucher(site, { sub: 7 }),
    "not yet": await voucher(site, { nbf: now + 3600 }),
    "without a signature": `${none}.${body}.`,
    "with another body": `${head}.${body!.slice(0, -2)}xx.${signature}`,
    nonsense: "nonsense",
  };
  for (const [what, identity] of Object.entries(refused)) {
    const answer = await begin(server, site, { identity });
    assert.deepEqual([answer.status, answer.body.code], [401, "identity_invalid"], what);
  }
  const guests = await server.app.store.all({ sql: "select id from guests", parameters: [] });
  assert.deepEqual(guests, [], "nobody was made of them");
  // A clock that is half a minute behind is no fault.
  assert.equal((await begin(server, site, { identity: await voucher(site, { exp: now - 30 }) })).status, 201);
  await server.app.sites.rotate(await ownerOf(server), site.site_id, "secret", "");
  assertCode(await begin(server, site, { identity: good }), 401, "identity_invalid");
});

serverTest("what was signed with a secret that is taken back opens nothing any more", async (server) => {
  const site = await addSite(server, { mode: "room" });
  const forged = await visit(server, site, { identity: await voucher(site) });
  const anybody = await visit(server, site);
  const path = `/api/conversations/${forged.session.conversation_id}/messages/`;
  assert.equal((await forged.get(path)).status, 200);
  await server.app.sites.rotate(await ownerOf(server), site.site_id, "secret", "");
  assertCode(await forged.get(path), 401, "token_invalid");
  assert.equal((await anybody.get(path)).status, 200, "for whom nobody had to vouch");
});

serverTest("what visitors say of themselves stands beside what the site says of them", async (server) => {
  const site = await addSite(server);
  const identity = await voucher(site, { name: "Sara", email: undefined });
  const sara = await visit(server, site, { identity });
  const told = await sara.post("/api/external/guests", {
    ...{ identity, name: "Somebody else", email: "sara@shop.example" },
  });
  assert.deepEqual([told.status, told.body.user.id, told.body.user.username, told.body.verified], [
    ...[201, sara.session.user.id, "Sara", true],
  ]);
  const [row] = await server.app.store.all<{ email: string }>({
    sql: "select email from guests",
    parameters: [],
  });
  assert.equal(row!.email, "sara@shop.example");
});

serverTest(
  "whoever is here goes on under what was signed of them, though that has expired meanwhile",
  async (server) => {
    const site = await addSite(server);
    const seconds = Math.floor(Date.now() / 1000);
    const identity = await voucher(site, { name: "Sara" });
    const sara = await visit(server, site, { identity });
    const expired = await voucher(site, { exp: seconds - 3600 });
    const again = await sara.post("/api/external/guests", { identity: expired });
    assert.deepEqual([again.status, again.body.user?.id], [201, sara.session.user.id]);
    // Of somebody else, of long ago, at another site, or with nothing but that: no.
    const refused = [
      await sara.post("/api/external/guests", {
        identity: await voucher(site, { exp: seconds - 3600, sub: "other" }),
      }),
      await sara.post("/api/external/guests", {
        identity: await voucher(site, { exp: seconds - 25 * 3600 }),
      }),
      await (await visit(server, site)).post("/api/external/guests", { identity: expired }),
      await begin(server, site, { identity: expired }),
    ];
    for (const answer of refused) assertCode(answer, 401, "identity_invalid");
  },
);

serverTest("who signs out leaves nothing that anybody could come back with", async (server) => {
  const site = await addSite(server, { mode: "room" });
  const guest = await visit(server, site, { name: "Sara" });
  const { guest_id, conversation_id, user, files_token } = guest.session;
  const file = [{ name: "a.png", bytes: await png(8, 8) }];
  const sent = await upload(guest, "/api/messages/upload", file, { conversation_id: conversation_id! });
  const look = () =>
    createClient(server.url).get(`${sent.body.attachments[0].file}?k=${files_token}`).then((a) => a.status);
  assert.equal(await look(), 200);
  // The same visitor in another tab, and whoever took their Guest_ID out of the page.
  const tab = await visit(server, site, { guest_id });
  const sockets = [await guest.socket(), await tab.socket(`/ws/chat/${conversation_id}/`)];
  const { ticket } = (await tab.post("/api/auth/ws-ticket")).body;

  // Others' visits are ended by no proof but their own, and go on when another's is.
  const stranger = await visit(server, site, { name: "Stranger" });
  const heard = await stranger.socket();
  const nobody = createClient(server.url, { headers: guest.headers });
  assertCode(await nobody.delete("/api/external/guests/current"), 401, "unauthenticated");
  const other_site = visitor(server, await addSite(server, { mode: "room" }), guest.session);
  assertCode(await other_site.delete("/api/external/guests/current"), 401, "token_invalid");
  assert.equal((await stranger.delete("/api/external/guests/current")).status, 204);
  assert.equal(await heard.end(), 4401);
  assert.equal((await say(guest, conversation_id, "still here")).status, 201);

  assert.equal((await guest.delete("/api/external/guests/current")).status, 204);
  for (const socket of sockets) assert.equal(await socket.end(), 4401);
  for (const held of [guest, tab]) {
    assertCode(await held.get(`/api/conversations/${conversation_id}/messages`), 401, "token_invalid");
    assertCode(await say(held, conversation_id), 401, "token_invalid");
    assertCode(await held.post("/api/auth/ws-ticket"), 401, "token_invalid");
    assertCode(await held.delete("/api/external/guests/current"), 401, "token_invalid");
  }
  assert.equal(await look(), 401);
  await assert.rejects(open(server, ticket, server.url), "a ticket that was not used yet");
  const again = await visit(server, site, { guest_id });
  assert.notEqual(again.session.user.id, user.id);
  assert.notEqual(again.session.guest_id, guest_id);
  // What was said stays with those who answer.
  const owner = await server.owner();
  assert.equal((await owner.get(`/api/messages/${sent.body.id}`)).body.sender.id, user.id);
});

serverTest(
  "whom the site vouches for comes back after signing out by another signature alone",
  async (server) => {
    const site = await addSite(server, { mode: "support" });
    const sara = await visit(server, site, { identity: await voucher(site) });
    const phone = await visit(server, site, { identity: await voucher(site) });
    const asked = (await sara.post("/api/external/tickets", {})).body;
    const expired = await voucher(site, { exp: Math.floor(Date.now() / 1000) - 3600 });
    assert.equal((await phone.post("/api/external/guests", { identity: expired })).status, 201);
    assert.equal((await sara.delete("/api/external/guests/current")).status, 204);
    assertCode(await phone.get(`/api/conversations/${asked.conversation_id}`), 401, "token_invalid");
    assertCode(await phone.post("/api/external/guests", { identity: expired }), 401, "identity_invalid");
    const back = await visit(server, site, { identity: await voucher(site) });
    assert.equal(back.session.user.id, sara.session.user.id);
    assert.equal(back.session.conversation_id, asked.conversation_id);
    assert.equal((await back.get(`/api/conversations/${asked.conversation_id}`)).status, 200);
    assertCode(await sara.get(`/api/conversations/${asked.conversation_id}`), 401, "token_invalid");
  },
);

serverTest("what is left of a visit before stands in nobody's way", async (server) => {
  const site = await addSite(server);
  const { session } = await visit(server, site);
  const [head, body] = session.token.split(".");
  const headers = { origin: server.url, "site-key": site.site_key };
  const stale = createClient(server.url, { headers, token: `${head}.${body}.${"A".repeat(43)}` });
  assertCode(await stale.post("/api/external/tickets", {}), 401, "token_invalid");
  const back = await stale.post("/api/external/guests", { guest_id: session.guest_id });
  assert.deepEqual([back.status, back.body.user.id], [201, session.user.id]);
});

// --- where they are led, and what they may do ---

serverTest(
  "a visitor reads, writes, reacts and answers where their site leads, and all hear of it",
  async (server) => {
    const leila = await server.person("leila");
    const site = await addSite(server, { mode: "global", name: "Shop" });
    const guest = await visit(server, site, { name: "Sara" });
    const { conversation_id, user } = guest.session;
    const hears = await leila.socket();
    await hears.ask({ type: "chat:join", conversation_id });
    const sent = await say(guest, conversation_id, "hello @leila");
    assert.equal(sent.status, 201);
    assert.deepEqual(sent.body.source, { kind: "site", name: "Shop" });
    assert.deepEqual(sent.body.mentions, [leila.me.id]);
    assert.deepEqual((await hears.next(({ type }) => type === "chat:message")).message, sent.body);
    // As it is read later, too.
    assert.deepEqual((await leila.get(`/api/messages/${sent.body.id}`)).body.source, sent.body.source);

    const socket = await guest.socket();
    assert.equal((await socket.next()).user.id, user.id);
    assert.equal((await socket.ask({ type: "chat:join", conversation_id })).type, "chat:joined");
    const answer = await leila.post("/api/messages", { content: "welcome", reply_to: sent.body.id });
    assert.deepEqual(answer.body.source, { kind: "app", name: null });
    assert.equal((await socket.next(({ type }) => type === "chat:message")).message.id, answer.body.id);
    assert.deepEqual(answer.body.reply_to.source, sent.body.source, "a quote tells whose words they are");
    const client_id = crypto.randomUUID();
    const command = {
      type: "chat:message",
      conversation_id,
      content: "thanks",
      client_id,
      reply_to: answer.body.id,
    };
    const [one, two] = [await socket.ask(command), await socket.ask(command)];
    assert.equal(one.message.id, two.message.id);
    assert.deepEqual(one.message.source, sent.body.source);
    assert.deepEqual(one.message.reply_to.source, { kind: "app", name: null });
    await socket.ask({ type: "chat:typing", conversation_id, is_typing: true });
    assert.equal((await hears.next(({ type }) => type === "chat:typing")).user.id, user.id);
    assert.equal((await socket.ask({ type: "chat:read", conversation_id, seq: 3 })).type, "ack");

    const liked = await guest.put(`/api/messages/${answer.body.id}/reactions/like`, {});
    assert.deepEqual(liked.body.reactions, [{ emoji: "like", count: 1, user_ids: [user.id] }]);
    const edited = await guest.patch(`/api/messages/${sent.body.id}`, { content: "hello all" });
    assert.deepEqual([edited.status, edited.body.source], [200, sent.body.source]);
    assertCode(await guest.patch(`/api/messages/${answer.body.id}`, { content: "mine" }), 403, "forbidden");
    assertCode(await guest.delete(`/api/messages/${answer.body.id}`), 403, "forbidden");
    assert.equal((await guest.delete(`/api/messages/${sent.body.id}`)).status, 204);
    const listed = await guest.get(`/api/conversations/${conversation_id}/messages`);
    assert.equal(listed.body.count, 3);
    await socket.close();
    await hears.close();
  },
);

serverTest("a visitor is told how many are there and not who, and has no other room", async (server) => {
  const leila = await server.person("leila");
  const arash = await server.person("arash");
  const site = await addSite(server, { mode: "global" });
  const room_site = await addSite(server, { mode: "room" });
  const guest = await visit(server, site);
  const neighbour = await visit(server, room_site);
  const online = await leila.socket();
  await online.next();
  const socket = await guest.socket();
  const there = await socket.ask({ type: "chat:presence", conversation_id: guest.session.conversation_id });
  assert.deepEqual([there.members_count, there.online_count], [3, 1]);
  assert.deepEqual([there.online_ids, there.away_ids], [[], []]);
  await arash.get("/api/auth/me");
  await socket.ask({ type: "chat:ping" });
  assert(!socket.heard.some(({ type }) => type === "chat:user-status"), "who comes and goes is not told");
  const conversation = await guest.get(`/api/conversations/${guest.session.conversation_id}`);
  assert.deepEqual(conversation.body.participants, []);

  const direct = (await leila.post("/api/conversations", { recipient_id: arash.me.id })).body.id;
  const said = (await say(neighbour, neighbour.session.conversation_id, "in the site's room")).body.id;
  for (const place of [direct, neighbour.session.conversation_id]) {
    assertCode(await guest.get(`/api/conversations/${place}`), 404, "not_found");
    assertCode(await say(guest, place), 404, "not_found");
    assert.equal((await socket.ask({ type: "chat:join", conversation_id: place })).code, "not_found");
  }
  assertCode(await guest.get(`/api/messages/${said}`), 404, "not_found");
  assertCode(await guest.put(`/api/messages/${said}/reactions/like`, {}), 404, "not_found");
  assertCode(
    await guest.post("/api/messages", { content: "hi", recipient_id: leila.me.id }),
    404,
    "not_found",
  );
  // The site's room is for its visitors and the agents.
  assertCode(await leila.get(`/api/conversations/${neighbour.session.conversation_id}`), 404, "not_found");
  const owner = await server.owner();
  assert.equal((await owner.get(`/api/conversations/${neighbour.session.conversation_id}`)).status, 200);
  await socket.close();
  await online.close();
});

serverTest(
  "a locked site shows what was said and takes nothing more; one that wants vouchers only theirs",
  async (server) => {
    const site = await addSite(server, { mode: "room" });
    const guest = await visit(server, site);
    const { conversation_id } = guest.session;
    const before = await guest.socket();
    const { id } = (await say(guest, conversation_id, "before")).body;
    const client_id = crypto.randomUUID();
    const first = await guest.post("/api/messages", { content: "once", conversation_id, client_id });

    await change(server, site, { locked: true });
    assert.equal(await before.end(), 1012, "they come again, and see it");
    const socket = await guest.socket();
    assert.equal((await guest.get(`/api/conversations/${conversation_id}/messages`)).body.count, 2);
    assertCode(await say(guest, conversation_id), 403, "site_locked");
    assertCode(await guest.patch(`/api/messages/${id}`, { content: "after" }), 403, "site_locked");
    assertCode(await guest.put(`/api/messages/${id}/reactions/like`, {}), 403, "site_locked");
    const file = [{ name: "a.png", bytes: await png(8, 8) }];
    assertCode(
      await upload(guest, "/api/messages/upload", file, { conversation_id: conversation_id! }),
      403,
      "site_locked",
    );
    const message = { type: "chat:message", conversation_id, content: "x", client_id: crypto.randomUUID() };
    assert.equal((await socket.ask(message)).code, "site_locked");
    assert.equal(
      (await socket.ask({ type: "chat:typing", conversation_id, is_typing: true })).code,
      "site_locked",
    );
    // Said before it was locked, and asked again for want of an answer.
    const again = await guest.post("/api/messages", { content: "once", conversation_id, client_id });
    assert.deepEqual(again.body, first.body);
    assert.equal(
      (await guest.delete(`/api/messages/${id}`)).status,
      204,
      "what is one's own may be taken back",
    );

    await change(server, site, { locked: false, require_verified: true });
    assert.equal(await socket.end(), 1012, "they come again under the new rules");
    assertCode(await say(guest, conversation_id), 403, "identity_required");
    const known = await visit(server, site, { identity: await voucher(site) });
    assert.equal((await say(known, conversation_id)).status, 201);
  },
);

serverTest("a site that is cut off, moved or removed has no visitors from that moment", async (server) => {
  const leila = await server.person("leila");
  const acts: Record<string, (site: SiteWithSecret) => Promise<unknown>> = {
    revoked: (site) => change(server, site, { revoked: true }),
    removed: async (site) => (await server.owner()).delete(`/api/admin/sites/${site.site_id}`),
  };
  for (const [what, act] of Object.entries(acts)) {
    const site = await addSite(server, { mode: "global" });
    const guest = await visit(server, site);
    const { conversation_id } = guest.session;
    const { ticket } = (await guest.post("/api/auth/ws-ticket")).body;
    const socket = await guest.socket();
    await socket.ask({ type: "chat:join", conversation_id });
    await act(site);
    assert.equal(await socket.end(), 1012, what);
    assertCode(await guest.get(`/api/conversations/${conversation_id}/messages`), 401, "token_invalid");
    assertCode(await say(guest, conversation_id), 401, "token_invalid");
    assertCode(await guest.post("/api/auth/ws-ticket"), 401, "token_invalid");
    await assert.rejects(open(server, ticket, server.url));
    assert.equal((await begin(server, site, {})).status, 401, what);
  }
  const site = await addSite(server, { mode: "global" });
  const guest = await visit(server, site);
  const socket = await guest.socket();
  await change(server, site, { mode: "support" });
  assert.equal(await socket.end(), 1012);
  assertCode(await say(guest, guest.session.conversation_id), 404, "not_found");
  assert.equal((await leila.get("/api/messages")).body.count, 0);
});

// --- from where they ask ---

async function open(server: TestServer, ticket: string, origin: string | null) {
  const address = `${server.url.replace(/^http/, "ws")}/ws?ticket=${ticket}`;
  const socket = await openSocket(address, { headers: origin === null ? {} : { origin } });
  const hello = await socket.next();
  await socket.close();
  return hello;
}

serverTest(
  "a visitor's proof counts from our own frame and the site's pages, and from nowhere else",
  async (server) => {
    const site = await addSite(server, { mode: "global", domains: ["shop.example", "localhost:5000"] });
    const { session } = await visit(server, site);
    const { conversation_id, token } = session;
    const ask = (headers: Record<string, string>) =>
      createClient(server.url, { headers, token }).get(`/api/conversations/${conversation_id}`);
    const listed: Record<string, string>[] = [
      { origin: server.url },
      { origin: SHOP },
      { origin: "http://localhost:5000" },
      { "sec-fetch-site": "same-origin" },
      { referer: `${server.url}/widget/x` },
    ];
    for (const headers of listed) assert.equal((await ask(headers)).status, 200, JSON.stringify(headers));
    const refused: Record<string, string>[] = [
      {},
      { origin: "null" },
      { origin: "https://shop.example.evil.example" },
      { origin: "https://evilshop.example" },
      { origin: "https://shop.example:8443" },
      { origin: "http://localhost:5001" },
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "none", referer: `${server.url}/widget/x` },
      { referer: "https://evil.example/" },
    ];
    for (const headers of refused) assertCode(await ask(headers), 403, "domain_refused");

    const ticket = async () => (await visitor(server, site, session).post("/api/auth/ws-ticket")).body.ticket;
    for (const origin of [server.url, SHOP]) {
      assert.equal(
        (await open(server, await ticket(), origin)).type,
        "hello",
      );
    }
    for (const origin of ["https://evil.example", "null", null]) {
      await assert.rejects(open(server, await ticket(), origin), `opened from ${origin}`);
    }
    const once = await ticket();
    await open(server, once, SHOP);
    await assert.rejects(open(server, once, SHOP), "a ticket is good once");
  },
);

serverTest("a token is good at its own site, for its own time, for what it is", async (server) => {
  const [site, other] = [await addSite(server, { mode: "global" }), await addSite(server)];
  const { session } = await visit(server, site);
  const stolen = visitor(server, other, session);
  assertCode(await stolen.delete("/api/external/guests/current"), 401, "token_invalid");
  assertCode(await stolen.post("/api/external/tickets", {}), 401, "token_invalid");
  const elsewhere = createClient(server.url, { headers: { origin: server.url }, token: session.files_token });
  assertCode(await elsewhere.get("/api/messages"), 401, "token_invalid");
  const [head, body] = session.token.split(".");
  const forged = createClient(server.url, {
    headers: { origin: server.url },
    token: `${head}.${body}.${"A".repeat(43)}`,
  });
  assertCode(await forged.get("/api/messages"), 401, "token_invalid");
  const leila = await server.person("leila");
  assertCode(await leila.post("/api/external/tickets", {}), 401, "site_key_invalid");
});

serverTest(
  "files in a visitor's room are fetched by their own token in the address, and by no other",
  async (server) => {
    const owner = await server.owner();
    const site = await addSite(server, { mode: "room" });
    const other = await addSite(server, { mode: "room" });
    const guest = await visit(server, site);
    const stranger = await visit(server, other);
    const conversation_id = guest.session.conversation_id!;
    const file = [{ name: "a.png", bytes: await png(8, 8) }];
    const sent = await upload(guest, "/api/messages/upload", file, { conversation_id, content: "look" });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    assert.deepEqual(sent.body.source, { kind: "site", name: site.name });
    const fetched = async (path: string, k: string) =>
      (await createClient(server.url).get(`${path}?k=${k}`)).status;
    const { file: path, thumbnail } = sent.body.attachments[0];
    for (const one of [path, thumbnail].filter(Boolean)) {
      assert.equal(await fetched(one, guest.session.files_token), 200);
      assert.equal(await fetched(one, stranger.session.files_token), 404);
      assert.equal(await fetched(one, guest.session.token), 401, "what is sent in headers is no address");
      assert.equal(await fetched(one, "nonsense"), 401);
    }
    assert.equal((await owner.get(path)).status, 200);
    const more = await upload(
      guest,
      `/api/conversations/${conversation_id}/messages/${sent.body.id}/attachments`,
      file,
    );
    assert.equal(more.status, 201);
    await change(server, site, { revoked: true });
    assert.equal(await fetched(path, guest.session.files_token), 401);
  },
);

// --- tickets ---

serverTest(
  "in mode support the first word makes one ticket, however often it is asked for at once",
  async (server) => {
    const site = await addSite(server, { mode: "support" });
    const guest = await visit(server, site, { name: "Sara" });
    assert.equal(guest.session.conversation_id, null);
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => guest.post("/api/external/tickets", { subject: "My order" })),
    );
    const bodies = new Set(asked.map(({ body }) => JSON.stringify(body)));
    assert.equal(bodies.size, 1, [...bodies].join());
    const { conversation_id, number } = asked[0]!.body;
    assert.equal(number, 1);
    assert.equal((await say(guest, conversation_id, "where is it?")).status, 201);
    const back = await visit(server, site, { guest_id: guest.session.guest_id });
    assert.equal(back.session.conversation_id, conversation_id);

    const second = await visit(server, site);
    assert.equal((await second.post("/api/external/tickets", {})).body.number, 2);
    assertCode(await second.get(`/api/conversations/${conversation_id}`), 404, "not_found");

    const outsider = await server.person("outsider");
    assertCode(await outsider.get(`/api/conversations/${conversation_id}`), 404, "not_found");
    const owner = await server.owner();
    const agent = await server.person("agent");
    await owner.patch(`/api/admin/users/${agent.me.id}`, { role: "agent" });
    const hears = await guest.socket();
    await hears.ask({ type: "chat:join", conversation_id });
    const at_desk = await agent.socket();
    await at_desk.ask({ type: "chat:join", conversation_id });
    assert.equal((await at_desk.ask({ type: "chat:presence", conversation_id })).online_count, 1);
    const answered = await say(agent, conversation_id, "on its way");
    assert.equal((await hears.next(({ type }) => type === "chat:message")).message.id, answered.body.id);
    await say(guest, conversation_id, "thanks");
    assert.equal(
      (await at_desk.next(({ message }) => message?.content === "thanks")).message.source.name,
      site.name,
    );
    const page = await agent.call("GET", `/chat/c/${conversation_id}`, undefined, {
      headers: { accept: "text/html" },
    });
    assert.equal(page.status, 200);
    for (const words of ["My order", "where is it?", site.name]) assert(page.body.includes(words), words);

    // Who speaks for the workspace is told apart in quotes too, and an owner from no agent.
    const said = (await say(owner, conversation_id, "mine")).body.id;
    const quoting = { content: "yours?", conversation_id, reply_to: said };
    const asked_back = await guest.post("/api/messages", quoting);
    assert.equal(asked_back.body.reply_to.sender.role, "agent");
    const heard = await hears.next(({ message }) => message?.reply_to?.id === said);
    assert.equal(heard.message.reply_to.sender.role, "agent");
    const read = await guest.get(`/api/messages/${asked_back.body.id}`);
    assert.equal(read.body.reply_to.sender.role, "agent");
    const at_home = await at_desk.next(({ message }) => message?.reply_to?.id === said);
    assert.equal(at_home.message.reply_to.sender.role, "owner");
    await hears.close();
    await at_desk.close();
  },
);

serverTest("no ticket where the site makes none, is locked, or wants a voucher", async (server) => {
  const site = await addSite(server, { mode: "support" });
  const guest = await visit(server, site);
  const rows = () =>
    server.app.store.all({ sql: "select kind from conversations where kind = 'ticket'", parameters: [] });
  await change(server, site, { locked: true });
  assertCode(await guest.post("/api/external/tickets", {}), 403, "site_locked");
  await change(server, site, { locked: false, require_verified: true });
  assertCode(await guest.post("/api/external/tickets", {}), 403, "identity_required");
  await change(server, site, { require_verified: false, mode: "room" });
  assertCode(await guest.post("/api/external/tickets", {}), 404, "not_found");
  assert.deepEqual(await rows(), []);
});

// --- how often ---

serverTest(
  "the limits of a site hold by visitor, address and site, by REST and sockets alike",
  async (server) => {
    const limits = {
      messages_guest: 2,
      messages_ip: 3,
      messages_site: 100,
      uploads_guest: 1,
      sessions_ip: 3,
    };
    const site = await addSite(server, { mode: "room", limits });
    const [one, two] = [await visit(server, site), await visit(server, site)];
    const { conversation_id } = one.session;
    const socket = await one.socket();
    const message = (content: string) => ({
      ...{ type: "chat:message", conversation_id, content, client_id: crypto.randomUUID() },
    });
    assert.equal((await say(one, conversation_id)).status, 201);
    assert.equal((await socket.ask(message("two"))).type, "ack");
    const refused = await socket.ask(message("three"));
    assert.equal(refused.code, "rate_limited");
    assert(refused.retry_after > 0 && refused.retry_after <= 30, `${refused.retry_after}`);
    const by_rest = await say(one, conversation_id);
    assertCode(by_rest, 429, "rate_limited");
    assert(Number(by_rest.headers.get("retry-after")) > 0);
    // Another visitor at the same address has one left of the three.
    assert.equal((await say(two, conversation_id)).status, 201);
    assertCode(await say(two, conversation_id), 429, "rate_limited");
    // Reactions are no messages.
    const { id } = (await one.get(`/api/conversations/${conversation_id}/messages`)).body.results[0];
    assert.equal((await one.put(`/api/messages/${id}/reactions/like`, {})).status, 200);

    const file = [{ name: "a.png", bytes: await png(8, 8) }];
    const send = () => upload(one, "/api/messages/upload", file, { conversation_id: conversation_id! });
    assert.equal((await send()).status, 201);
    assertCode(await send(), 429, "rate_limited");

    const back = await visit(server, site, { guest_id: one.session.guest_id });
    assert.equal(back.session.user.id, one.session.user.id);
    await visit(server, site);
    assertCode(await begin(server, site, {}), 429, "rate_limited");
    // Who comes back is nobody new.
    await visit(server, site, { guest_id: one.session.guest_id });
    // Members are none of it.
    assert.equal((await say(await server.owner(), conversation_id)).status, 201);
    await socket.close();
  },
);

serverTest("edits of visitors count as messages, by REST and by either socket", async (server) => {
  const site = await addSite(server, { mode: "room", limits: { messages_guest: 3, messages_ip: 4 } });
  const [one, two] = [await visit(server, site), await visit(server, site)];
  const { conversation_id } = one.session;
  const { id } = (await say(one, conversation_id)).body;
  const path = `/api/messages/${id}`;
  assert.equal((await one.patch(path, { content: "first" })).status, 200);
  const socket = await one.socket();
  const edit = (content: string) => socket.ask({ type: "chat:edit", message_id: id, content });
  assert.equal((await edit("second")).type, "ack");
  const refused = await edit("third");
  assert.equal(refused.code, "rate_limited");
  assert(refused.retry_after > 0 && refused.retry_after <= 20, `${refused.retry_after}`);
  for (
    const again of [await one.patch(path, { content: "third" }), await one.put(path, { content: "third" })]
  ) {
    assertCode(again, 429, "rate_limited");
    assert(Number(again.headers.get("retry-after")) > 0);
  }
  const flat = await one.socket(`/ws/chat/${conversation_id}/`);
  flat.send({ type: "edit_message", message_id: id, content: "third" });
  flat.send({ type: "delete_message", message_id: id });
  await flat.next(({ type }) => type === "message_deleted");
  assert(!flat.heard.some(({ type }) => type === "message_edited"), "passed over, as that dialect has it");
  // The address has one left, whoever spends it.
  const other = (await say(two, conversation_id)).body.id;
  assertCode(await two.patch(`/api/messages/${other}`, { content: "x" }), 429, "rate_limited");
  // What is not changed is not counted, what is taken back neither, and members are none of it.
  assert.equal((await two.patch(`/api/messages/${other}`, {})).status, 200);
  assert.equal((await two.delete(`/api/messages/${other}`)).status, 204);
  const owner = await server.owner();
  const own = (await say(owner, conversation_id)).body.id;
  for (const content of ["a", "b", "c", "d", "e"]) {
    assert.equal((await owner.patch(`/api/messages/${own}`, { content })).status, 200);
  }
  await socket.close();
  await flat.close();
});

serverTest(
  "a visitor sets and takes back three reactions in the time of a message, of which they lose none",
  async (server) => {
    const site = await addSite(server, { mode: "room", limits: { messages_guest: 1, messages_ip: 2 } });
    const [one, two] = [await visit(server, site), await visit(server, site)];
    const { conversation_id } = one.session;
    const { id } = (await say(await server.owner(), conversation_id)).body;
    const path = `/api/messages/${id}/reactions/like`;
    const socket = await one.socket();
    const react = (on: boolean) => socket.ask({ type: "chat:react", message_id: id, emoji: "like", on });
    assert.equal((await one.put(path, {})).status, 200);
    assert.equal((await react(false)).type, "ack");
    assert.equal((await one.put(`/api/external/messages/${id}/reactions/like`, {})).status, 200);
    const refused = await react(false);
    assert.equal(refused.code, "rate_limited");
    assert(refused.retry_after > 0 && refused.retry_after <= 20, `${refused.retry_after}`);
    for (
      const again of [await one.delete(path), await one.delete(`/api/external/messages/${id}/reactions/like`)]
    ) {
      assertCode(again, 429, "rate_limited");
      assert(Number(again.headers.get("retry-after")) > 0);
    }
    for (const on of [1, 2, 3]) {
      const { status } = await (on % 2 ? two.put(path, {}) : two.delete(path));
      assert.equal(status, 200);
    }
    const third = await visit(server, site);
    assertCode(await third.put(path, {}), 429, "rate_limited");
    assert.equal((await say(one, conversation_id)).status, 201, "a message is still theirs");
    const owner = await server.owner();
    for (let i = 0; i < 8; i++) assert.equal((await owner.put(path, {})).status, 200);
    await socket.close();
  },
);

Deno.test("who has had enough before a restart has had enough after it", async () => {
  const data_dir = await Deno.makeTempDir({ prefix: "peyk-test-" });
  try {
    let server = await startServer({ data_dir });
    const site = await addSite(server, { mode: "room", limits: { messages_guest: 2, sessions_ip: 2 } });
    const guest = await visit(server, site);
    for (const _ of [1, 2]) assert.equal((await say(guest, guest.session.conversation_id)).status, 201);
    await visit(server, site);
    await server.stop();
    server = await startServer({ data_dir });
    const again = visitor(server, site, guest.session);
    assertCode(await say(again, guest.session.conversation_id), 429, "rate_limited");
    assertCode(await begin(server, site, {}), 429, "rate_limited");
    await server.stop();
  } finally {
    await Deno.remove(data_dir, { recursive: true });
  }
});

// --- for those who look ---

serverTest("messages from sites are found by where they came from", async (server) => {
  const owner = await server.owner();
  const site = await addSite(server, { mode: "global" });
  const guest = await visit(server, site);
  const sent = await say(guest, guest.session.conversation_id, "needle");
  await say(owner, guest.session.conversation_id, "needle of ours");
  await server.app.indexing.settled();
  const found = await owner.get("/api/search?q=needle&source=site");
  assert.deepEqual(found.body.results.map(({ id }: { id: number }) => id), [sent.body.id]);
  assertCode(await guest.get("/api/search?q=needle"), 401, "unauthenticated");
});
