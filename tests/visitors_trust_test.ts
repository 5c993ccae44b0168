/** What visitors of sites are trusted with, and what not: keys and tokens, names, votes, cards of members. */
import assert from "node:assert/strict";
import { serverTest } from "./support/server.ts";
import type { TestServer } from "./support/server.ts";
import { addSite, ownerOf, visit, visitor, voucher } from "./support/visitor.ts";
import { openSocket } from "./support/socket.ts";
import { createClient } from "./support/client.ts";
import type { SiteWithSecret } from "@/lib/protocol/sites.ts";

/** Calls for a site, from our own frame. */
const caller = (server: TestServer, { site_key }: Pick<SiteWithSecret, "site_key">, headers = {}) =>
  createClient(server.url, { headers: { origin: server.url, "site-key": site_key, ...headers } });

// --- keys that are taken back ---

async function rotate(server: TestServer, { site_id }: SiteWithSecret): Promise<void> {
  await server.app.sites.rotate(await ownerOf(server), site_id, "secret", "");
}

serverTest("a secret that is taken back ends at once what it vouched for, and that alone", async (server) => {
  let site = await addSite(server, { mode: "room" });
  const stranger = await visit(server, site);
  const actor = await ownerOf(server);
  // Whatever second it is in, and however often.
  for (let round = 0; round < 3; round++) {
    const forged = await visit(server, site, { identity: await voucher(site, { sub: `forged-${round}` }) });
    const honest = await stranger.socket();
    const open = await forged.socket();
    await open.next();
    const { body: { ticket } } = await forged.post("/api/auth/ws-ticket");
    const made = await forged.post("/api/external/messages", { content: "forged" });
    site = await server.app.sites.rotate(actor, site.site_id, "secret", "") as SiteWithSecret;
    const { token, files_token } = forged.session;
    const shown = await forged.get(`/api/messages/${made.body.id}`);
    assert.deepEqual([shown.status, shown.body.code], [401, "token_invalid"]);
    await assert.rejects(
      openSocket(`${server.url}/ws?ticket=${ticket}`, { headers: { origin: server.url } }),
    );
    await assert.rejects(forged.socket());
    await assert.rejects(server.app.visitors.identify({ files: files_token }));
    await assert.rejects(server.app.visitors.identify({ bearer: token }));
    await Promise.all([open.end(), honest.end()]);
    // For whom nobody had to vouch goes on.
    assert.equal((await stranger.post("/api/auth/ws-ticket")).status, 200);
  }
});

serverTest("a socket that is being opened while the secret is taken back does not stay", async (server) => {
  const site = await addSite(server, { mode: "room" });
  const forged = await visit(server, site, { identity: await voucher(site) });
  const { body: { ticket } } = await forged.post("/api/auth/ws-ticket");
  const { visitors } = server.app;
  const { identify } = visitors;
  visitors.identify = async (proofs) => {
    const found = await identify(proofs);
    if (proofs.ticket) await rotate(server, site);
    return found;
  };
  const socket = await openSocket(`${server.url}/ws?ticket=${ticket}`, { headers: { origin: server.url } });
  await socket.end();
  assert.deepEqual(socket.heard, [], "nor was anything said to it");
});

serverTest("whoever is let in while the secret is taken back is let in by the old one", async (server) => {
  const site = await addSite(server);
  const identity = await voucher(site);
  await visit(server, site, { identity });
  const { known } = server.app.sites;
  const { secretOf } = known;
  const taken = Promise.withResolvers<void>();
  let read = 0;
  known.secretOf = async (asked) => {
    const secret = await secretOf(asked);
    if (++read === 2) taken.resolve(rotate(server, site));
    await taken.promise;
    return secret;
  };
  // Found again, and seen for the first time.
  const [again, anew] = await Promise.all(
    ["customer-7", "customer-8"].map(async (sub) =>
      visit(server, site, { identity: await voucher(site, { sub }) })
    ),
  );
  assert.equal((await again!.post("/api/auth/ws-ticket")).status, 401);
  assert.equal((await anew!.post("/api/auth/ws-ticket")).status, 401);
});

// --- names ---

serverTest("no visitor goes by the name of those who answer, or of the site", async (server) => {
  const owner = await server.owner();
  await owner.patch("/api/auth/me", { first_name: "علی", last_name: "رضایی" });
  const member = await server.person("sara", { first_name: "Sara" });
  const site = await addSite(server, { mode: "global", name: "Peyk Shop", title: "Peyk Help" });
  const { username } = owner.me;
  const alike = [
    ...[username, `  ${username.toUpperCase()} `, `${username.slice(0, 2)}\u200c${username.slice(2)}`],
    ...[`${username} ✔`, username.replaceAll("o", "о"), [...username].join(" ")],
    ...["علی رضایی", "علي‌رضايي", "peyk shop", "Peyk-Help"],
  ];
  const begin = (body: object, headers = {}) =>
    caller(server, site, { "accept-language": "en", ...headers }).post("/api/external/guests", body);
  for (const name of alike) {
    const { status, body } = await begin({ name });
    assert.deepEqual([status, body.code, body.field], [409, "name_taken", "name"], name);
  }
  assert.match((await begin({ name: username }, { "accept-language": "fa" })).body.detail, /پاسخ می‌دهند/);
  // Of members nobody expects an answer, and there are many.
  assert.equal((await begin({ name: member.me.username })).status, 201);
  for (const name of ["", " ", "\u2800", "\u200c\u3164"]) {
    assert.match(
      (await visit(server, site, { name })).session.user.username,
      /^(Visitor|مهمان) /,
      `“${name}”`,
    );
  }

  // Who is here already may not become one either; what they are called already is no news.
  const guest = await visit(server, site, { name: "Nima" });
  const { guest_id } = guest.session;
  assert.equal((await begin({ guest_id, name: username })).body.code, "name_taken");
  await owner.patch("/api/auth/me", { first_name: "Nima", last_name: "" });
  assert.equal((await begin({ guest_id, name: "Nima" })).status, 201);
});

serverTest(
  "whom the site calls as somebody who answers is called, the site's name is beside theirs",
  async (server) => {
    const owner = await server.owner();
    const site = await addSite(server, { name: "Peyk Shop" });
    const { username } = owner.me;
    const named = async (claims: object, said = {}) => {
      const { session } = await visit(server, site, {
        identity: await voucher(site, { ...claims }),
        ...said,
      });
      return session.user.username;
    };
    assert.equal(await named({ name: username }), `${username} (Peyk Shop)`);
    assert.equal(await named({ name: username }), `${username} (Peyk Shop)`, "when they come again, too");
    assert.equal(await named({ sub: "8", name: "Sara" }), "Sara");
    assert.match(await named({ sub: "9", name: "\u2800" }), /^(Visitor|مهمان) /);
    // Where the site says nothing they speak for themselves.
    const { status, body } = await caller(server, site).post("/api/external/guests", {
      identity: await voucher(site, { sub: "10" }),
      name: username,
    });
    assert.deepEqual([status, body.code], [409, "name_taken"]);
  },
);

serverTest("what a visitor said last is shown as a visitor's in the list too", async (server) => {
  const leila = await server.person("leila");
  const site = await addSite(server, { mode: "global" });
  const row = async () => {
    const { body } = await leila.call("GET", "/chat", undefined, { headers: { accept: "text/html" } });
    return /<a[^>]*data-row[\s\S]*?<\/a>/.exec(body)![0];
  };
  const guest = await visit(server, site, { name: "Leila the second" });
  await guest.post("/api/external/messages", { content: "trust me" });
  assert.match(await row(), /External Source|منبع بیرونی/);
  assert.match(await row(), /Leila the second[\s\S]*trust me/);
  await leila.post("/api/messages", { content: "who is that?" });
  assert.match(await row(), /who is that/);
  assert.doesNotMatch(await row(), /External Source|منبع بیرونی/);
});

// --- votes ---

serverTest("what visitors like or dislike makes nobody's score", async (server) => {
  const leila = await server.person("leila");
  const site = await addSite(server, { mode: "global" });
  const { body: message } = await leila.post("/api/messages", { content: "an honest word" });
  const score = async () => (await leila.get("/api/auth/me")).body.score;
  const stranger = await visit(server, site);
  const vouched = await visit(server, site, { identity: await voucher(site) });
  for (const guest of [stranger, vouched]) {
    const { status, body } = await guest.put(`/api/messages/${message.id}/reactions/dislike`, {});
    assert.equal(status, 200, JSON.stringify(body));
  }
  const owner = await server.owner();
  await owner.put(`/api/messages/${message.id}/reactions/like`, {});
  assert.equal(await score(), 1, "of a member it counts");
  const { workspace_id } = await ownerOf(server);
  await server.app.chat.ranks.recount(workspace_id);
  assert.equal(await score(), 1, "counted anew as well");
  // Taken back, it takes nothing with it.
  await stranger.delete(`/api/messages/${message.id}/reactions/dislike`);
  assert.equal(await score(), 1);
});

// --- cards of members ---

serverTest(
  "visitors are told of members what they are called and whether they answer, and no more",
  async (server) => {
    const [owner, leila] = [await server.owner(), await server.person("leila")];
    const game = { game: "chess", id: "private-handle" };
    for (const person of [owner, leila]) await person.patch("/api/auth/me", { in_game_ids: [game] });
    const said = (await owner.post("/api/messages", { content: "welcome" })).body;
    const asked = (await leila.post("/api/messages", { content: "hello" })).body;
    for (const liked of [said, asked]) {
      await (liked === said ? leila : owner).put(`/api/messages/${liked.id}/reactions/like`, {});
    }
    const site = await addSite(server, { mode: "global" });
    const guest = await visit(server, site);
    const { conversation_id } = guest.session;
    const [sees, hears] = [await guest.socket(), await leila.socket()];
    await hears.ask({ type: "chat:join", conversation_id });
    const joined = await sees.ask({ type: "chat:join", conversation_id, after_version: 0 });
    const read = [
      joined,
      (await guest.get(`/api/conversations/${conversation_id}`)).body,
      (await guest.get(`/api/conversations/${conversation_id}/messages/`)).body,
      (await guest.get(`/api/messages/${said.id}`)).body,
      (await guest.put(`/api/messages/${said.id}/reactions/like`, {})).body,
      (await guest.get("/api/external/messages")).body,
      (await caller(server, site).get("/api/external/messages")).body,
      await sees.ask({ type: "chat:react", message_id: asked.id, emoji: "like", on: true }),
    ];
    await owner.post("/api/messages", { content: "live" });
    read.push(await sees.next(({ message }) => message?.content === "live"));
    for (const answer of read) {
      const text = JSON.stringify(answer);
      assert.match(text, /"in_game_ids":\[\]/);
      assert.doesNotMatch(text, /private-handle|"role":"(owner|admin)"|"score":[^0]|"rank":"/, text);
    }
    const roleOf = (id: number) =>
      joined.changes.find(({ sender }: { sender: { id: number } }) => sender.id === id).sender.role;
    assert.deepEqual([roleOf(owner.me.id), roleOf(leila.me.id)], ["agent", "member"]);

    // Members, and a site's own server, see all of it.
    const live = await hears.next(({ message }) => message?.content === "live");
    assert.deepEqual([live.message.sender.in_game_ids, live.message.sender.role], [[game], "owner"]);
    assert.deepEqual((await leila.get(`/api/messages/${said.id}`)).body.sender.in_game_ids, [game]);
  },
);

// --- repeated requests ---

serverTest("two visitors behind one address who send the same key are two", async (server) => {
  const site = await addSite(server);
  const begin = () => caller(server, site, { "idempotency-key": "1" }).post("/api/v1/external/guests", {});
  const [one, beside] = await Promise.all([begin(), begin()]);
  const after = await begin();
  assert.deepEqual([one.status, beside.status, after.status], [201, 201, 201]);
  assert.equal(new Set([one, beside, after].map(({ body }) => body.guest_id)).size, 3);
  assert.equal(new Set([one, beside, after].map(({ body }) => body.token)).size, 3);
  // Who is known is answered again, as before.
  const guest = visitor(server, site, one.body);
  const ticket = () => guest.call("POST", "/api/auth/ws-ticket", {}, { headers: { "idempotency-key": "2" } });
  assert.equal((await ticket()).body.ticket, (await ticket()).body.ticket);
});

// --- a site's own server ---

serverTest(
  "a site's own server is no one address: it speaks for as many visitors as the site may have",
  async (server) => {
    const limits = { sessions_ip: 1, messages_ip: 1, sessions_site: 3, messages_site: 3 };
    const site = await addSite(server, { mode: "room", limits });
    const from = (token?: string) =>
      createClient(server.url, { headers: { "site-key": site.secret_key }, token });
    const begun = [];
    for (let i = 0; i < 4; i++) begun.push(await from().post("/api/external/guests", {}));
    assert.deepEqual(begun.map(({ status }) => status), [201, 201, 201, 429], "the site's limit counts");
    const sent = [];
    for (const { body: { token } } of [...begun.slice(0, 3), begun[0]!]) {
      sent.push(await from(token).post("/api/external/messages", { content: "by way of the server" }));
    }
    assert.deepEqual(sent.map(({ status }) => status), [201, 201, 201, 429]);
    // Reactions, of which there may be three to a message, the same.
    const { id } = sent[0]!.body;
    for (const [i, emoji] of ["👍", "🎉", "🙂", "😀"].entries()) {
      const reacted = await from(begun[i % 3]!.body.token).put(
        `/api/external/messages/${id}/reactions/${emoji}`,
        {},
      );
      assert.equal(reacted.status, 200);
    }

    const page = await addSite(server, { mode: "room", limits });
    await visit(server, page);
    assert.equal((await caller(server, page).post("/api/external/guests", {})).status, 429, "pages do count");
  },
);

// --- what a visitor without a name is called ---

serverTest(
  "a visitor without a name is called in the language of the site, else of their page",
  async (server) => {
    const called = async (site: SiteWithSecret, locale?: "fa" | "en", more = {}) =>
      (await visit(server, site, { locale, ...more })).session.user.username;
    const [auto, fixed] = [await addSite(server), await addSite(server, { look: { locale: "en" } })];
    assert.match(await called(auto, "en"), /^Visitor \d{4}$/);
    assert.match(await called(auto, "fa"), /^مهمان [۰-۹]{4}$/);
    assert.match(await called(fixed, "fa"), /^Visitor \d{4}$/);
    assert.match(await called(auto, "en", { identity: await voucher(auto) }), /^Visitor \d{4}$/);
    const { workspace_id } = await ownerOf(server);
    for (const [language, name] of [["fa", /^مهمان /], ["en", /^Visitor /]] as const) {
      const parameters = [language, workspace_id];
      await server.app.store.batch([
        { sql: "update workspaces set language = ? where id = ?", parameters },
      ]);
      assert.match(await called(auto), name);
    }
  },
);
