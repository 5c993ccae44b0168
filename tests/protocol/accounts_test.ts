/** Requirements, 2: accounts and sessions, as other people's programs meet them. */
import assert from "node:assert/strict";
import { openSocket } from "../support/socket.ts";
import { openRaw } from "./raw_socket.ts";
import { USER, withTarget } from "./target.ts";

const test = withTarget();

function form(fields: Record<string, string>, url: string) {
  return fetch(`${url}/api/auth/token`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "accept-language": "en" },
    body: new URLSearchParams(fields),
  });
}

test("register answers 201 with the user, both tokens and how long they last, and a session cookie", async ({ anybody }) => {
  const username = `new-${crypto.randomUUID().slice(0, 8)}`;
  const { status, body, headers } = await anybody().post("/api/auth/register", {
    email: `${username}@peyk.test`,
    password: "long-enough",
    username,
  });
  assert.equal(status, 201);
  assert.deepEqual(
    Object.keys(body).sort(),
    ["access_token", "expires_in", "refresh_token", "token_type", "user"],
  );
  assert.equal(body.token_type, "Bearer");
  assert(Number.isInteger(body.expires_in) && body.expires_in > 0);
  for (const field of USER) assert(field in body.user, `user has ${field}`);
  assert.equal(body.user.username, username);
  const cookie = headers.getSetCookie().join();
  assert.match(cookie, /HttpOnly/);
  assert.match(cookie, /SameSite=Lax/);
  assert(!JSON.stringify(body).includes("long-enough"), "the password is not repeated");
});

test("a username is made from the e-mail when it is left out; names may come as one", async ({ anybody }) => {
  const name = `made-${crypto.randomUUID().slice(0, 8)}`;
  const { body } = await anybody().post("/api/auth/register", {
    email: `${name}@peyk.test`,
    password: "long-enough",
    name: "لیلا احمدی",
  });
  assert(body.user.username.length >= 3);
  assert.deepEqual([body.user.first_name, body.user.last_name], ["لیلا", "احمدی"]);
});

test("usernames have 3 to 32 letters, digits, _ . - of any script", async ({ anybody }) => {
  const attempt = async (username: string) =>
    (await anybody().post("/api/auth/register", {
      email: `u${crypto.randomUUID()}@peyk.test`,
      password: "long-enough",
      username,
    })).status;
  const tail = crypto.randomUUID().slice(0, 6);
  assert.equal(await attempt(`لیلا_${tail}`), 201);
  assert.equal(await attempt(`a.b-c_${tail}`), 201);
  for (const bad of ["ab", "x".repeat(33), "with space", "a@b", "a/b", "<b>x</b>"]) {
    assert.equal(await attempt(bad), 400, bad);
  }
});

test("passwords have 8 characters to 72 bytes; longer is refused, never cut", async ({ anybody }) => {
  const attempt = async (password: string) =>
    (await anybody().post("/api/auth/register", { email: `p${crypto.randomUUID()}@peyk.test`, password }))
      .status;
  assert.equal(await attempt("1234567"), 400);
  assert.equal(await attempt("x".repeat(72)), 201);
  assert.equal(await attempt("x".repeat(73)), 400);
  // 36 Persian letters are 72 bytes.
  assert.equal(await attempt("س".repeat(36)), 201);
  assert.equal(await attempt("س".repeat(37)), 400);
});

test("an e-mail is taken once: 409", async ({ anybody, person }) => {
  const { proof } = await person();
  const { status, body } = await anybody().post("/api/auth/register", {
    ...proof,
    email: proof.email.toUpperCase(),
  });
  assert.equal(status, 409);
  assert.equal(typeof body.detail, "string");
});

test("login answers 200 the same; unknown e-mail and wrong password are told apart by nothing", async ({ anybody, person }) => {
  const { proof, client } = await person();
  const { status, body, headers } = await anybody().post("/api/auth/login", proof);
  assert.equal(status, 200);
  assert.equal(body.user.id, client.me.id);
  assert.equal(body.token_type, "Bearer");
  assert.equal(headers.getSetCookie().length, 1);
  const wrong = await anybody().post("/api/auth/login", { ...proof, password: "something-else" });
  const unknown = await anybody().post("/api/auth/login", { ...proof, email: "nobody-at-all@peyk.test" });
  assert.equal(wrong.status, 401);
  assert.deepEqual([unknown.status, unknown.body], [wrong.status, wrong.body]);
  assert.equal(wrong.headers.getSetCookie().length, 0);
});

test("me is who the token or the cookie says; without either 401", async ({ leila, anybody, person }) => {
  assert.equal((await leila.get("/api/auth/me")).body.id, leila.me.id);
  assert.equal((await anybody().get("/api/auth/me")).status, 401);
  const { proof } = await person();
  const { headers } = await anybody().post("/api/auth/login", proof);
  const cookie = headers.getSetCookie()[0]!.split(";")[0]!;
  const { status, body } = await anybody().call("GET", "/api/auth/me", undefined, { headers: { cookie } });
  assert.equal(status, 200);
  assert.equal(body.email, proof.email);
});

test("logout ends the session: its token, its cookie and its sockets, at once", async ({ anybody, person, ws }) => {
  const { proof } = await person();
  const client = anybody();
  await client.login(proof);
  const { body } = await client.post("/api/auth/ws-ticket");
  const socket = await openSocket(`${ws}/ws?ticket=${body.ticket}`);
  await socket.next();
  assert((await client.post("/api/auth/logout")).status < 300);
  assert.equal(await socket.closed, 4401);
  assert.equal((await client.get("/api/auth/me")).status, 401);
});

test("refresh gives new tokens; using one twice revokes the family", async ({ anybody, person }) => {
  const { proof } = await person();
  const first = (await anybody().post("/api/auth/login", proof)).body;
  const second = await anybody().post("/api/auth/refresh", { refresh_token: first.refresh_token });
  assert.equal(second.status, 200);
  assert.notEqual(second.body.refresh_token, first.refresh_token);
  const me = (token: string) => anybody().call("GET", "/api/auth/me", undefined, { token });
  assert.equal((await me(second.body.access_token)).status, 200);
  const reused = await anybody().post("/api/auth/refresh", { refresh_token: first.refresh_token });
  assert.equal(reused.status, 401);
  assert.equal((await me(second.body.access_token)).status, 401, "the family is revoked");
  const after = await anybody().post("/api/auth/refresh", { refresh_token: second.body.refresh_token });
  assert.equal(after.status, 401);
});

test("the token grant speaks OAuth2: password and refresh, form-encoded", async ({ url, person, anybody }) => {
  const { proof } = await person();
  const granted = await form(
    { grant_type: "password", username: proof.email, password: proof.password },
    url,
  );
  assert.equal(granted.status, 200);
  assert.equal(granted.headers.get("cache-control"), "no-store");
  const tokens = await granted.json();
  assert.equal(tokens.token_type, "Bearer");
  assert(tokens.access_token && tokens.refresh_token && tokens.expires_in > 0);
  assert.equal(granted.headers.getSetCookie().length, 0, "an API client gets no cookie");
  const me = await anybody().call("GET", "/api/auth/me", undefined, { token: tokens.access_token });
  assert.equal(me.body.email, proof.email);
  const refreshed = await form({ grant_type: "refresh_token", refresh_token: tokens.refresh_token }, url);
  assert.equal(refreshed.status, 200);
  assert.notEqual((await refreshed.json()).refresh_token, tokens.refresh_token);
});

test("token grant errors carry `error` of RFC 6749 and `detail`", async ({ url, person }) => {
  const { proof } = await person();
  const wrong = { grant_type: "password", username: proof.email, password: "something-else" };
  const cases: [Record<string, string>, string][] = [
    [wrong, "invalid_grant"],
    [{ grant_type: "refresh_token", refresh_token: "no-such" }, "invalid_grant"],
    [{ grant_type: "magic" }, "unsupported_grant_type"],
    [{ grant_type: "password", username: proof.email }, "invalid_request"],
    [{}, "invalid_request"],
  ];
  for (const [fields, error] of cases) {
    const response = await form(fields, url);
    const body = await response.json();
    assert.equal(response.status, 400, error);
    assert.equal(body.error, error);
    assert.equal(typeof body.detail, "string");
    assert.equal(body.access_token, undefined);
  }
});

test("a socket ticket opens one socket and no second", async ({ leila, ws }) => {
  const { status, body } = await leila.post("/api/auth/ws-ticket");
  assert.equal(status, 200);
  const socket = await openSocket(`${ws}/ws?ticket=${body.ticket}`);
  assert.equal((await socket.next()).user.id, leila.me.id);
  await assert.rejects(openSocket(`${ws}/ws?ticket=${body.ticket}`));
  await socket.close();
});

test("a ticket is for sockets alone: in a URL it signs nobody in", async ({ leila, anybody }) => {
  const { body } = await leila.post("/api/auth/ws-ticket");
  assert.equal((await anybody().get(`/api/auth/me?ticket=${body.ticket}`)).status, 401);
  assert.equal((await anybody().post("/api/auth/ws-ticket")).status, 401);
});

test("a cookie socket needs a matching Origin; Bearer and ticket sockets do not", async ({ person, anybody, url, ws }) => {
  const { proof, client } = await person();
  const { headers } = await anybody().post("/api/auth/login", proof);
  const cookie = headers.getSetCookie()[0]!.split(";")[0]!;
  const status = async (more: Record<string, string>, query = "") => {
    const socket = await openRaw(`${ws}/ws${query}`, more);
    if (typeof socket === "number") return socket;
    socket.close();
    return 101;
  };
  assert.equal(await status({ cookie, origin: url }), 101);
  assert.equal(await status({ cookie, origin: "https://elsewhere.example" }), 403);
  assert.equal(await status({ cookie, origin: "null" }), 403);
  assert.equal(await status({ cookie }), 403);
  assert.equal(
    await status({ authorization: `Bearer ${client.token}`, origin: "https://elsewhere.example" }),
    101,
  );
  assert.equal(await status({ authorization: `Bearer ${client.token}` }), 101);
  const { body } = await client.post("/api/auth/ws-ticket");
  assert.equal(await status({ origin: "https://elsewhere.example" }, `?ticket=${body.ticket}`), 101);
  assert.equal(await status({}), 401);
  assert.equal(await status({ authorization: "Bearer nonsense" }), 401);
});

test("a cookie's request that changes something needs a matching Origin; Bearer and non-browsers pass", async ({ person, anybody, url }) => {
  const { proof, client } = await person();
  const { headers } = await anybody().post("/api/auth/login", proof);
  const cookie = headers.getSetCookie()[0]!.split(";")[0]!;
  const post = async (more: Record<string, string>, token: string | null = null) =>
    (await anybody().call("POST", "/api/messages", { content: "origin" }, { headers: more, token })).status;
  assert.equal(await post({ cookie, origin: url }), 201);
  assert.equal(await post({ cookie, "sec-fetch-site": "same-origin" }), 201);
  assert.equal(await post({ cookie }), 201, "neither Origin nor Sec-Fetch-Site: no browser");
  assert.equal(await post({ cookie, origin: "https://elsewhere.example" }), 403);
  assert.equal(await post({ cookie, origin: "null" }), 403);
  assert.equal(await post({ cookie, "sec-fetch-site": "cross-site" }), 403);
  assert.equal(await post({ cookie, "sec-fetch-site": "same-site" }), 403);
  assert.equal(await post({ origin: "https://elsewhere.example" }, client.token), 201);
  const read = await anybody().call("GET", "/api/auth/me", undefined, {
    headers: { cookie, origin: "https://elsewhere.example" },
  });
  assert.equal(read.status, 200, "reading changes nothing");
});
