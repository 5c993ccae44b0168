/** Accounts from outside: HTTP and sockets of a real server. */
import assert from "node:assert/strict";
import * as memberships from "@/db/memberships.ts";
import { OWNER, startServer, type TestServer } from "./support/server.ts";
import { openSocket } from "./support/socket.ts";

const JSON_TYPE = { "content-type": "application/json" };
const FORM_TYPE = { "content-type": "application/x-www-form-urlencoded" };

/** A browser: sends its cookie, and says where a request comes from. */
function browser(server: TestServer, { origin = server.url }: { origin?: string | null } = {}) {
  let cookie = "";
  return {
    get cookie() {
      return cookie;
    },
    async send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}) {
      const from: Record<string, string> = method === "GET" || origin === null ? {} : { origin };
      const response = await fetch(server.url + path, {
        method,
        body,
        redirect: "manual",
        headers: { ...(cookie && { cookie }), ...from, ...headers },
      });
      const set = response.headers.getSetCookie().find((text) => text.startsWith("peyk_session="));
      if (set) cookie = set.split(";")[0]!;
      return response;
    },
  };
}

async function withServer(run: (server: TestServer) => Promise<void>, env: Record<string, string> = {}) {
  const server = await startServer({ env });
  try {
    await run(server);
  } finally {
    await server.stop();
  }
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const leila = { email: "leila@peyk.test", password: "leila-password", username: "leila" };

Deno.test("register, me, log out: by token and by cookie", () =>
  withServer(async (server) => {
    const tab = browser(server);
    const registered = await tab.send("POST", "/api/auth/register/", JSON.stringify(leila), JSON_TYPE);
    assert.equal(registered.status, 201);
    const set = registered.headers.getSetCookie()[0]!;
    assert.match(set, /^peyk_session=[\w-]{43}; Path=\/; Max-Age=2592000; SameSite=Lax; HttpOnly$/);
    const { user, access_token, refresh_token, token_type, expires_in } = await registered.json();
    assert.deepEqual([token_type, expires_in, user.username], ["Bearer", 900, "leila"]);
    assert.equal(JSON.stringify(user).includes("password"), false);

    const client = server.anybody();
    const by_token = await client.call("GET", "/api/auth/me", undefined, { token: access_token });
    assert.deepEqual(by_token.body, user);
    assert.deepEqual(await (await tab.send("GET", "/api/v1/auth/me/")).json(), user);
    assert.equal(by_token.headers.get("cache-control"), "no-store");

    const out = await tab.send("POST", "/api/auth/logout");
    assert.equal(out.status, 204);
    assert.match(out.headers.getSetCookie()[0]!, /^peyk_session=; .*Max-Age=0/);
    const after = await client.call("GET", "/api/auth/me", undefined, { token: access_token });
    assert.deepEqual([after.status, after.body.code], [401, "token_invalid"]);
    const refresh = await client.call("POST", "/api/auth/refresh", { refresh_token }, { token: null });
    assert.equal(refresh.status, 401);
    const nobody = await client.call("GET", "/api/auth/me", undefined, { token: null });
    assert.deepEqual([nobody.status, nobody.body.code], [401, "unauthenticated"]);
  }));

Deno.test("who is signed out cannot come back with the old cookie", () =>
  withServer(async (server) => {
    const tab = browser(server);
    await tab.send("POST", "/api/auth/register", JSON.stringify(leila), JSON_TYPE);
    const stolen = tab.cookie;
    const out = await tab.send("POST", "/logout", "", FORM_TYPE);
    assert.deepEqual([out.status, out.headers.get("location")], [303, "/login"]);
    const response = await fetch(`${server.url}/api/auth/me`, { headers: { cookie: stolen } });
    assert.equal(response.status, 401);
    await response.body?.cancel();
  }));

Deno.test("bad input of every kind gets a clear answer in the asked language, and the server goes on", () =>
  withServer(async (server) => {
    const tries: [body: BodyInit, headers: Record<string, string>, status: number, code: string][] = [
      ["{", JSON_TYPE, 400, "invalid_json"],
      ["", JSON_TYPE, 400, "invalid_json"],
      ["[]", JSON_TYPE, 400, "invalid_body"],
      ["{}", JSON_TYPE, 400, "invalid_input"],
      ['{"email":1,"password":true}', JSON_TYPE, 400, "invalid_input"],
      [`${'{"a":'.repeat(50)}1${"}".repeat(50)}`, JSON_TYPE, 400, "invalid_body"],
      [new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), JSON_TYPE, 400, "invalid_body"],
      [`{"email":"${"x".repeat(70_000)}"}`, JSON_TYPE, 413, "payload_too_large"],
      ["email=a&password=b", FORM_TYPE, 415, "unsupported_media_type"],
      ['{"email":"nobody","password":"long enough"}', JSON_TYPE, 400, "email_invalid"],
      ['{"email":"a@peyk.test","password":"short"}', JSON_TYPE, 400, "password_too_short"],
      [JSON.stringify({ ...leila, password: "x".repeat(73) }), JSON_TYPE, 400, "password_too_long"],
      [JSON.stringify({ ...leila, password: "abcdefgh\0ijk" }), JSON_TYPE, 400, "invalid_input"],
      [JSON.stringify({ ...leila, username: "l\u0000eila" }), JSON_TYPE, 400, "username_invalid"],
    ];
    for (const language of ["fa", "en"]) {
      for (const [body, headers, status, code] of tries) {
        const response = await fetch(`${server.url}/api/auth/register`, {
          method: "POST",
          body,
          headers: { ...headers, "accept-language": language },
        });
        const answer = await response.json();
        assert.deepEqual([response.status, answer.code], [status, code], JSON.stringify(answer));
        assert.equal(/\p{Script=Arabic}/u.test(answer.detail), language === "fa", answer.detail);
      }
    }
    assert.equal(server.log.filter((line) => line.includes('"level":"error"')).length, 0);
    await server.person("arash");
  }));

Deno.test("no such call, no such method: JSON too", () =>
  withServer(async (server) => {
    const client = server.anybody();
    for (const path of ["/api/nothing", "/api/auth/nothing/", "/api/v1/nothing", "/api"]) {
      const { status, body } = await client.get(path);
      assert.deepEqual([status, body.code], [404, "not_found"], path);
      assert.equal(typeof body.detail, "string");
    }
    const wrong = await client.get("/api/auth/login");
    assert.deepEqual([wrong.status, wrong.body.code], [405, "method_not_allowed"]);
  }));

Deno.test("every answer wears the guard headers", () =>
  withServer(async (server) => {
    for (const path of ["/login", "/api/auth/me", "/api/nothing", "/nothing"]) {
      const response = await fetch(server.url + path);
      await response.body?.cancel();
      assert.equal(response.headers.get("x-content-type-options"), "nosniff", path);
      assert.equal(response.headers.get("referrer-policy"), "same-origin", path);
      assert.match(response.headers.get("x-request-id") ?? "", /^[\da-f-]{13}$/, path);
      assert.equal(response.headers.get("cross-origin-resource-policy"), "same-origin", path);
      const keeping = path.startsWith("/api") ? "no-store" : "private, no-cache";
      assert.equal(response.headers.get("cache-control"), keeping, path);
    }
    const tab = browser(server);
    await tab.send("POST", "/api/auth/register", JSON.stringify(leila), JSON_TYPE);
    for (const path of ["/chat", "/nothing"]) {
      const response = await tab.send("GET", path);
      await response.body?.cancel();
      assert.equal(response.headers.get("cache-control"), "no-store", `${path} of somebody`);
    }
  }));

Deno.test("the log has the requests that failed, and all of them when it is asked for", async () => {
  for (const LOG_LEVEL of ["info", "debug"]) {
    await withServer(async (server) => {
      const { token } = await server.person("leila");
      server.app.admission.close();
      await fetch(`${server.url}/api/nothing?secret=1`).then((response) => response.body?.cancel());
      const headers = { authorization: `Bearer ${token}` };
      await fetch(`${server.url}/ws?secret=2`, { headers }).then((response) => response.body?.cancel());
      const requests = server.log.map((line) => JSON.parse(line)).filter(({ event }) => event === "request");
      const seen = requests.map(({ level, status, path }) => `${level} ${status} ${path}`);
      const failed = ["info 503 /ws"];
      const all = ["debug 201 /api/auth/register", "debug 404 /api/nothing", ...failed];
      assert.deepEqual(seen, LOG_LEVEL === "info" ? failed : all);
      assert.doesNotMatch(server.log.join("\n"), /secret=/);
    }, { LOG_LEVEL });
  }
});

Deno.test("a cookie's request from another site changes nothing", () =>
  withServer(async (server) => {
    const tab = browser(server);
    await tab.send("POST", "/api/auth/register", JSON.stringify(leila), JSON_TYPE);
    for (const origin of ["https://evil.example", "null", "http://localhost:1"]) {
      for (
        const [method, path] of [["POST", "/api/auth/logout"], ["DELETE", "/api/auth/sessions"], [
          "POST",
          "/logout",
        ], [
          "POST",
          "/preferences",
        ]] as const
      ) {
        const response = await tab.send(method, path, undefined, { origin });
        assert.equal(response.status, 403, `${origin} ${path}`);
        await response.body?.cancel();
      }
    }
    const cross = await fetch(`${server.url}/api/auth/logout`, {
      method: "POST",
      headers: { "cookie": tab.cookie, "sec-fetch-site": "cross-site" },
    });
    assert.deepEqual([cross.status, (await cross.json()).code], [403, "origin_refused"]);
    const still = await tab.send("GET", "/api/auth/me");
    assert.equal(still.status, 200);
    await still.body?.cancel();
    const program = browser(server, { origin: null });
    const login = await program.send("POST", "/api/auth/login", JSON.stringify(leila), JSON_TYPE);
    assert.equal(login.status, 200, "no browser, no Origin");
    await login.body?.cancel();
  }));

Deno.test("another site's page cannot sign a browser in, or out", () =>
  withServer(async (server) => {
    await server.person("leila");
    const foreign = browser(server, { origin: "https://evil.example" });
    const api = await foreign.send("POST", "/api/auth/login", JSON.stringify(leila), JSON_TYPE);
    assert.equal(api.status, 200);
    assert.deepEqual(api.headers.getSetCookie(), [], "tokens for whoever knows the password, no cookie");
    await api.body?.cancel();
    const page = await foreign.send(
      "POST",
      "/login",
      form({ email: leila.email, password: leila.password }),
      FORM_TYPE,
    );
    assert.equal(page.status, 403);
    assert.deepEqual(page.headers.getSetCookie(), []);
    await page.body?.cancel();
    for (const path of ["/api/auth/logout", "/logout"]) {
      const out = await foreign.send("POST", path);
      assert.deepEqual(out.headers.getSetCookie(), [], path);
      await out.body?.cancel();
    }
    const { headers } = await browser(server).send("POST", "/api/auth/logout");
    assert.match(headers.getSetCookie()[0]!, /^peyk_session=; .*Max-Age=0/);
  }));

Deno.test("sockets: a cookie needs our Origin, ticket and Bearer do not, a ticket opens one", () =>
  withServer(async (server) => {
    const tab = browser(server);
    const { access_token } =
      await (await tab.send("POST", "/api/auth/register", JSON.stringify(leila), JSON_TYPE)).json();
    const ws = server.url.replace("http", "ws") + "/ws";
    const { cookie } = tab;
    const own = await openSocket(ws, { headers: { cookie, origin: server.url } });
    await own.close();
    for (const headers of [{ cookie, origin: "https://evil.example" }, { cookie }, { origin: server.url }]) {
      await assert.rejects(
        openSocket(ws, { headers: headers as Record<string, string> }),
        JSON.stringify(headers),
      );
    }
    const bearer = await openSocket(ws, { headers: { authorization: `Bearer ${access_token}` } });
    await bearer.close();
    const { ticket, expires_in } = await (await tab.send("POST", "/api/auth/ws-ticket")).json();
    assert.equal(expires_in, 30);
    const ticketed = await openSocket(`${ws}?ticket=${ticket}`);
    await ticketed.close();
    await assert.rejects(openSocket(`${ws}?ticket=${ticket}`));
    await assert.rejects(openSocket(`${ws}?ticket=${ticket}`, { headers: { cookie, origin: server.url } }));
    const unused = (await (await tab.send("POST", "/api/auth/ws-ticket")).json()).ticket;
    const page = await fetch(`${server.url}/api/auth/me?ticket=${unused}`);
    assert.equal(page.status, 401, "a URL signs nobody in");
    await page.body?.cancel();
  }));

Deno.test("sockets die at once with their session: logout, password change, ban", () =>
  withServer(async (server) => {
    const owner = await server.owner();
    const person = await server.person("leila");
    const logout = await person.socket();
    await person.post("/api/auth/logout");
    assert.equal(await logout.closed, 4401);

    await person.login(leila);
    const other = server.anybody();
    await other.login(leila);
    const [mine, theirs] = [await person.socket(), await other.socket()];
    const change = { current_password: leila.password, new_password: "a new password" };
    assert.equal((await person.post("/api/auth/password", change)).status, 204);
    assert.equal(await theirs.closed, 4401);
    assert.equal((await mine.ask({ type: "chat:ping" })).type, "pong", "this session goes on");

    const ban = await owner.patch(`/api/admin/users/${person.me.id}`, { banned: true, ban_reason: "spam" });
    assert.equal(ban.status, 200);
    assert.equal(await mine.closed, 4401);
    const again = await person.call("POST", "/api/auth/login", { ...leila, password: "a new password" }, {
      token: null,
    });
    assert.deepEqual([again.status, again.body.code], [403, "banned"]);
  }));

Deno.test("OAuth2: password and refresh grants, errors as RFC 6749 has them", () =>
  withServer(async (server) => {
    await server.person("leila");
    const grant = async (body: string, headers: Record<string, string> = FORM_TYPE) => {
      const response = await fetch(`${server.url}/api/auth/token`, { method: "POST", body, headers });
      return { status: response.status, headers: response.headers, body: await response.json() };
    };
    const fields = { grant_type: "password", username: leila.email, password: leila.password };
    const first = await grant(form(fields));
    assert.equal(first.status, 200);
    assert.deepEqual(Object.keys(first.body).sort(), [
      "access_token",
      "expires_in",
      "refresh_token",
      "token_type",
    ]);
    assert.deepEqual([first.headers.get("cache-control"), first.headers.get("pragma")], [
      "no-store",
      "no-cache",
    ]);
    assert.deepEqual(first.headers.getSetCookie(), []);
    const me = await server.anybody().call("GET", "/api/auth/me", undefined, {
      token: first.body.access_token,
    });
    assert.equal(me.body.username, "leila");

    const refresh_token = first.body.refresh_token;
    const second = await grant(form({ grant_type: "refresh_token", refresh_token }));
    assert.equal(second.status, 200);
    const refused: [body: string, error: string][] = [
      [form({ grant_type: "refresh_token", refresh_token }), "invalid_grant"],
      [form({ grant_type: "refresh_token", refresh_token: second.body.refresh_token }), "invalid_grant"],
      [form({ ...fields, password: "wrong password" }), "invalid_grant"],
      [form({ ...fields, username: "nobody@peyk.test" }), "invalid_grant"],
      [form({ grant_type: "password" }), "invalid_request"],
      [form({ grant_type: "client_credentials" }), "unsupported_grant_type"],
      ["grant_type=password&grant_type=password", "invalid_request"],
    ];
    for (const [body, error] of refused) {
      const { status, headers, body: answer } = await grant(body);
      assert.deepEqual([status, answer.error], [400, error], body);
      assert.equal(typeof answer.detail, "string");
      assert.equal(headers.get("cache-control"), "no-store");
    }
    const missing = await grant("");
    assert.deepEqual([missing.status, missing.body.error], [400, "invalid_request"]);
    assert.equal((await grant("{}", JSON_TYPE)).status, 415);
  }));

Deno.test("tokens that are wrong in any way are refused, at any call", () =>
  withServer(async (server) => {
    const person = await server.person("leila");
    const [header, payload] = person.token.split(".");
    for (const token of ["x", `${header}.${payload}.`, person.token + "x", "a".repeat(5000), "null"]) {
      const { status, body, headers } = await person.call("GET", "/api/auth/me", undefined, { token });
      assert.deepEqual([status, body.code], [401, "token_invalid"]);
      assert.match(headers.get("www-authenticate") ?? "", /^Bearer/);
    }
  }));

Deno.test("admin calls: 401 for nobody, 403 for members, 404 for whom they may not see", () =>
  withServer(async (server) => {
    const owner = await server.owner();
    const person = await server.person("leila");
    await server.app.workspaces.create({ slug: "east", name: "East" });
    const stranger = await server.person("stranger", { workspace: "east" });
    const path = (id: unknown) => `/api/admin/users/${id}`;
    const status = async (client: typeof owner, id: unknown, token?: null) =>
      (await client.call("PATCH", path(id), { role: "agent" }, token === null ? { token } : {})).status;
    assert.equal(await status(person, owner.me.id, null), 401);
    assert.equal(await status(person, owner.me.id), 403);
    assert.equal(await status(person, person.me.id), 403);
    for (const id of [stranger.me.id, 1, "0", "x", "-1", "9007199254740993"]) {
      assert.equal(await status(owner, id), 404, String(id));
    }
    assert.equal(await status(owner, person.me.id), 200);
    assert.equal((await person.get("/api/auth/me")).body.role, "agent", "the next request knows");
    const last = await owner.patch(path(owner.me.id), { role: "member" });
    assert.deepEqual([last.status, last.body.code], [409, "last_owner"]);
    for (const body of [{ role: "king" }, { banned: "yes" }, { muted_until: "tomorrow" }]) {
      assert.equal((await owner.patch(path(person.me.id), body)).status, 400, JSON.stringify(body));
    }
  }));

Deno.test("a reset link is used once, from the page's form or the API", () =>
  withServer(async (server) => {
    const owner = await server.owner();
    const person = await server.person("leila");
    const link = await owner.post(`/api/admin/users/${person.me.id}/reset-link`);
    assert.equal(link.status, 201);
    const url = new URL(link.body.url);
    assert.equal(url.origin, "https://chat.example.org");
    assert.ok(Date.parse(link.body.expires_at) > Date.now());
    const reset = { token: url.searchParams.get("token"), password: "a new password" };
    const client = server.anybody();
    assert.equal(
      (await client.post("/api/auth/reset-password", { ...reset, password: "short" })).status,
      400,
    );
    assert.equal((await client.post("/api/auth/reset-password", reset)).status, 204);
    const again = await client.post("/api/auth/reset-password", reset);
    assert.deepEqual([again.status, again.body.code], [400, "reset_link_invalid"]);
    assert.equal((await person.get("/api/auth/me")).status, 401);
    await client.login({ ...leila, password: "a new password" });
    assert.ok(!server.log.some((line) => line.includes(reset.token!)));
  }, { PUBLIC_URL: "https://chat.example.org" }));

Deno.test("cookies are Secure where people come by https", () =>
  withServer(async (server) => {
    const client = server.anybody();
    const { headers } = await client.call("POST", "/api/auth/register", leila, { token: null });
    assert.match(headers.getSetCookie()[0]!, /; Secure$/);
  }, { PUBLIC_URL: "https://chat.example.org" }));

Deno.test("sessions: one's own are listed and ended, others' do not exist", () =>
  withServer(async (server) => {
    const phone = await server.person("leila");
    const arash = await server.person("arash");
    const laptop = server.anybody();
    await laptop.login(leila);
    const { body: list } = await laptop.get("/api/auth/sessions");
    assert.equal(list.length, 2);
    const other = list.find((session: { is_current: boolean }) => !session.is_current);
    assert.equal((await arash.delete(`/api/auth/sessions/${other.id}`)).status, 404);
    assert.equal((await laptop.delete(`/api/auth/sessions/${other.id}`)).status, 204);
    assert.equal((await phone.get("/api/auth/me")).status, 401);
    assert.equal((await laptop.get("/api/auth/me")).status, 200);
  }));

Deno.test("guessing meets 429 with the time to wait, for account and address; others go on", () =>
  withServer(async (server) => {
    const client = server.anybody();
    await client.register(leila);
    const guess = () =>
      client.call("POST", "/api/auth/login", { ...leila, password: "a wrong guess" }, { token: null });
    const statuses = [];
    for (let i = 0; i < 12; i++) statuses.push((await guess()).status);
    assert.deepEqual(statuses, [...Array(10).fill(401), 429, 429]);
    const refused = await guess();
    assert.deepEqual([refused.body.code, Number(refused.headers.get("retry-after")) > 0], [
      "rate_limited",
      true,
    ]);
    assert.equal((await client.get("/api/auth/me")).status, 200);
    await client.login(OWNER);
  }, { RATE_LIMIT_FACTOR: "1" }));

Deno.test("who registers before the first owner is a member; the printed link alone makes an owner", () =>
  withServer(async (server) => {
    const client = server.anybody();
    const early = await client.register(leila);
    assert.deepEqual([early.role, early.is_staff], ["member", false]);
    const { setup_path } = (await server.app.accounts.firstRun(null))!;
    const token = new URL(setup_path, server.url).searchParams.get("token");
    const input = { ...OWNER, workspace_name: "Peyk Co", language: "en" };
    assert.equal((await client.post("/api/auth/setup", { ...input, token: "guess" })).status, 404);
    const made = await client.post("/api/auth/setup", { ...input, token });
    assert.deepEqual([made.status, made.body.user.role], [201, "owner"]);
    assert.equal((await client.post("/api/auth/setup", { ...input, token })).status, 404);
  }, { ADMIN_EMAIL: "", ADMIN_PASSWORD: "" }));

Deno.test("language and theme are chosen before and after signing in, and lead back to this site only", () =>
  withServer(async (server) => {
    const tab = browser(server);
    const choose = (fields: Record<string, string>) =>
      tab.send("POST", "/preferences", form(fields), FORM_TYPE);
    const first = await choose({ language: "en", theme: "dark", return: "/register?next=/chat" });
    assert.deepEqual([first.status, first.headers.get("location")], [303, "/register?next=/chat"]);
    assert.deepEqual(first.headers.getSetCookie().map((text) => text.split(";")[0]), [
      "peyk_lang=en",
      "peyk_theme=dark",
    ]);
    for (const back of ["https://evil.example", "//evil.example", "/\\evil.example"]) {
      assert.equal((await choose({ theme: "light", return: back })).headers.get("location"), "/", back);
    }
    await tab.send("POST", "/api/auth/register", JSON.stringify(leila), JSON_TYPE);
    await choose({ language: "fa", calendar: "gregory" });
    const me = await (await tab.send("GET", "/api/auth/me")).json();
    assert.deepEqual([me.language, me.calendar, me.theme], ["fa", "gregory", null]);
    assert.equal((await choose({ language: "xx" })).status, 400);
  }));

Deno.test("one's own profile: what is one's own can be changed, the rest cannot", () =>
  withServer(async (server) => {
    const person = await server.person("leila");
    await server.person("arash");
    const change = {
      username: "لیلا",
      first_name: "Leila",
      in_game_ids: [{ game: "chess", id: "l1" }],
      role: "owner",
      is_staff: true,
      email: "other@peyk.test",
      score: 99,
    };
    const { status, body } = await person.patch("/api/auth/me", change);
    assert.equal(status, 200);
    assert.deepEqual([body.username, body.first_name, body.in_game_ids], [
      "لیلا",
      "Leila",
      change.in_game_ids,
    ]);
    assert.deepEqual([body.role, body.is_staff, body.email, body.score], ["member", false, leila.email, 0]);
    const taken = await person.patch("/api/auth/me", { username: "ARASH" });
    assert.deepEqual([taken.status, taken.body.code, taken.body.field], [409, "username_taken", "username"]);
  }));

Deno.test("people are found by name, however it is spelled, in one's own workspace only, with presence", () =>
  withServer(async (server) => {
    await server.app.workspaces.create({ slug: "east", name: "East" });
    const person = await server.person("leila", { first_name: "لیلا" });
    const keyvan = await server.person("keyvan", { first_name: "کیوان", last_name: "یزدی" });
    const stranger = await server.person("leila-east", { workspace: "east" });
    const socket = await person.socket();
    await socket.next((frame) => frame.type === "hello");
    const { body } = await person.get(`/api/users?q=${encodeURIComponent("لیلا")}`);
    assert.deepEqual(body.map(({ id }: { id: number }) => id), [person.me.id]);
    assert.equal(body[0].is_online, true);
    assert.equal(JSON.stringify(body).includes("@peyk.test"), false, "no addresses");
    for (const q of ["كي‌وان", "کیوان", "KEYVAN", "يزدي", "کیوان یزدی", "кeyvan"]) {
      const found = await person.get(`/api/users?q=${encodeURIComponent(q)}`);
      assert.deepEqual(found.body.map(({ id }: { id: number }) => id), [keyvan.me.id], q);
    }
    await keyvan.patch("/api/auth/me", { first_name: "سینا" });
    assert.deepEqual((await person.get(`/api/users?q=${encodeURIComponent("کیوان")}`)).body, []);
    assert.equal((await person.get(`/api/users?q=${encodeURIComponent("سينا يزدي")}`)).body.length, 1);
    const all = await person.get("/api/users/");
    assert.ok(!all.body.some(({ id }: { id: number }) => id === stranger.me.id));
    assert.equal((await person.get("/api/users?limit=x")).status, 400);
    assert.equal((await server.anybody().get("/api/users")).status, 401);
    await socket.close();
  }));

Deno.test("until when one may not write, or come in, is said in the workspace's time", () =>
  withServer(async (server) => {
    const { app } = server;
    const east = await app.workspaces.create({ slug: "east", name: "East", time_zone: "America/New_York" });
    const leila = await server.person("leila", { workspace: "east" });
    const until = Date.UTC(2100, 0, 15, 2, 30);
    const change = (what: Parameters<typeof memberships.update>[2]) =>
      app.store.batch([memberships.update(east.id, leila.me.id, what)]);
    await change({ muted_until: until });
    const headers = { "accept-language": "en" };
    const { status, body } = await leila.call("POST", "/api/messages", { content: "x" }, { headers });
    assert.deepEqual([status, body.code], [403, "muted"]);
    assert.match(body.detail, /14 January 2100, 21:30/);
    const socket = await leila.socket();
    const command = { type: "chat:message", conversation_id: east.global_id, content: "x", client_id: "1" };
    assert.match((await socket.ask(command)).detail, /۲۱:۳۰/);
    await socket.close();
    await change({ banned_at: 1, banned_until: until });
    const login = { email: "leila@peyk.test", password: "leila-password" };
    const refused = await server.anybody().call("POST", "/api/auth/login", login, { headers });
    assert.deepEqual([refused.status, refused.body.code], [403, "banned"]);
    assert.match(refused.body.detail, /closed until Thursday 14 January 2100, 21:30/);
  }));
