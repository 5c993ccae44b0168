/** Requirements, 4: what holds for every call. */
import assert from "node:assert/strict";
import { direct, withTarget } from "./target.ts";

const test = withTarget();

test("a trailing slash is optional everywhere, without a redirect", async (target) => {
  const { leila } = target;
  const { id, conversation } = await direct(target);
  for (
    const path of [
      "/api/auth/me",
      "/api/messages",
      `/api/messages/${id}`,
      "/api/conversations",
      `/api/conversations/${conversation}`,
      `/api/conversations/${conversation}/messages`,
      "/api/users",
    ]
  ) {
    const plain = await leila.get(path), slashed = await leila.get(`${path}/`);
    assert.deepEqual([plain.status, slashed.status], [200, 200], path);
    const without_links = ({ body }: typeof plain) => body.results ?? body;
    assert.deepEqual(without_links(slashed), without_links(plain));
  }
  for (const path of ["/api/messages", "/api/messages/"]) {
    assert.equal((await leila.post(path, { content: "x" })).status, 201, `POST ${path}`);
  }
  for (const path of [`/api/messages/${id}`, `/api/messages/${id}/`]) {
    assert.equal((await leila.patch(path, { content: path })).status, 200, `PATCH ${path}`);
  }
  for (const path of ["/api/auth/ws-ticket", "/api/auth/ws-ticket/"]) {
    assert.equal((await leila.post(path)).status, 200, `POST ${path}`);
  }
});

test("every method of every call of the contract takes the slash, by either address, without a redirect", async (target) => {
  const { leila, arash } = target;
  for (const api of ["/api", "/api/v1"]) {
    for (const slash of ["", "/"]) {
      const { body: message } = await leila.post(`${api}/messages${slash}`, {
        content: "x",
        recipient_id: arash.me.id,
      });
      const { id, conversation } = message;
      const room = await leila.post(`${api}/rooms${slash}`, { name: "x" });
      const one = `${api}/messages/${id}`, there = `${api}/conversations/${conversation}`;
      const members = `${api}/rooms/${room.body.id}/members`;
      const calls: [method: string, path: string, body: unknown, status: number][] = [
        ["GET", `${api}/conversations`, undefined, 200],
        ["POST", `${api}/conversations`, { recipient_id: arash.me.id }, 200],
        ["GET", there, undefined, 200],
        ["GET", `${there}/messages`, undefined, 200],
        ["POST", `${there}/read`, { seq: 1 }, 200],
        ["PUT", `${there}/mute`, undefined, 200],
        ["DELETE", `${there}/mute`, undefined, 200],
        ["POST", `${there}/messages/${id}/attachments`, undefined, 415],
        ["GET", `${api}/messages`, undefined, 200],
        ["POST", `${api}/messages/upload`, undefined, 415],
        ["GET", one, undefined, 200],
        ["PUT", one, { content: "put" }, 200],
        ["PATCH", one, { content: "patched" }, 200],
        ["PUT", `${one}/reactions/like`, undefined, 200],
        ["DELETE", `${one}/reactions/like`, undefined, 200],
        ["DELETE", one, undefined, 204],
        ["GET", `${api}/users`, undefined, 200],
        ["GET", `${api}/rooms`, undefined, 200],
        ["GET", members, undefined, 200],
        ["POST", members, { user_id: arash.me.id }, 201],
        ["PATCH", `${members}/${arash.me.id}`, { role: "admin" }, 200],
        ["DELETE", `${members}/${arash.me.id}`, undefined, 204],
        ["PATCH", `${api}/rooms/${room.body.id}`, { name: "y" }, 200],
        ["DELETE", `${api}/rooms/${room.body.id}`, undefined, 204],
        ["GET", `${api}/auth/me`, undefined, 200],
        ["POST", `${api}/auth/ws-ticket`, undefined, 200],
      ];
      for (const [method, path, body, status] of calls) {
        assert.equal((await leila.call(method, path + slash, body)).status, status, method + path + slash);
      }
    }
  }
});

test("/api/v1/… is an alias of /api/…, bodies and queries with it", async (target) => {
  const { leila } = target;
  const { status, body } = await leila.post("/api/v1/messages/", { content: "by v1" });
  assert.equal(status, 201);
  assert.equal((await leila.get(`/api/v1/messages/${body.id}`)).body.content, "by v1");
  assert.equal((await leila.get("/api/v1/messages?page_size=1")).body.results[0].id, body.id);
  assert.equal((await leila.get("/api/v1/auth/me/")).body.id, leila.me.id);
  assert.equal((await leila.get("/api/v11/auth/me")).status, 404);
});

test("every error is {detail} as JSON, in the language that was asked for", async ({ leila, anybody }) => {
  const speak = async (language: string) => {
    const answers = [
      await anybody().call("GET", "/api/auth/me", undefined, { headers: { "accept-language": language } }),
      await leila.call("GET", "/api/messages/5", undefined, { headers: { "accept-language": language } }),
      await leila.call("POST", "/api/messages", {}, { headers: { "accept-language": language } }),
      await leila.call("GET", "/api/no-such-call", undefined, { headers: { "accept-language": language } }),
      await leila.call("DELETE", "/api/conversations", undefined, {
        headers: { "accept-language": language },
      }),
    ];
    assert.deepEqual(answers.map(({ status }) => status), [401, 404, 400, 404, 405]);
    for (const { headers, body } of answers) {
      assert.match(headers.get("content-type") ?? "", /^application\/json/);
      assert.equal(typeof body.detail, "string");
      assert.equal(typeof body.code, "string");
    }
    return answers.map(({ body }) => body);
  };
  const persian = await speak("fa-IR,fa;q=0.9,en;q=0.5"), english = await speak("en-GB,en;q=0.9");
  for (const [i, { detail, code }] of persian.entries()) {
    assert.match(detail, /[\u0600-\u06ff]/, detail);
    assert.doesNotMatch(english[i].detail, /[\u0600-\u06ff]/, english[i].detail);
    assert.equal(english[i].code, code, "the code is the same in every language");
  }
  assert.match((await speak("xx"))[0].detail, /[\u0600-\u06ff]/, "Persian where nothing else is asked for");
});

test("malformed JSON, wrong types and deep nesting are 400, and the server goes on", async ({ leila }) => {
  const bodies = [
    "{",
    "",
    "nonsense",
    '{"content":',
    "[]",
    "5",
    '"text"',
    "null",
    '{"content":"x",}',
    "{'content':'x'}",
    "[".repeat(20_000),
    `{"content":${"[".repeat(10_000)}${"]".repeat(10_000)}}`,
    `{"a":`.repeat(5_000),
  ];
  for (const body of bodies) {
    const { status, body: answer } = await leila.call("POST", "/api/messages", body);
    assert.equal(status, 400, body.slice(0, 30));
    assert.equal(typeof answer.detail, "string");
  }
  assert.equal((await leila.post("/api/messages", { content: "on" })).status, 201);
});

test("a body that is not UTF-8 is 400", async ({ url, leila }) => {
  const response = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${leila.token}` },
    body: new Uint8Array([
      ...new TextEncoder().encode('{"content":"'),
      0xc3,
      0x28,
      0xff,
      ...new TextEncoder().encode('"}'),
    ]),
  });
  assert.equal(response.status, 400);
  assert.equal(typeof (await response.json()).detail, "string");
});

test("a huge body is 413, whether or not its length was announced", async ({ url, leila }) => {
  const headers = { "content-type": "application/json", authorization: `Bearer ${leila.token}` };
  const announced = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers,
    body: "x".repeat(200_000),
  });
  assert.equal(announced.status, 413);
  assert.equal(typeof (await announced.json()).detail, "string");
  const chunk = new TextEncoder().encode("x".repeat(10_000));
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (++sent > 30) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const streamed = await fetch(`${url}/api/messages`, { method: "POST", headers, body });
  assert.equal(streamed.status, 413);
  await streamed.body?.cancel();
});

test("another media type is 415", async ({ leila }) => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
    const { status, body } = await leila.call("POST", "/api/messages", "content=x", {
      headers: { "content-type": type },
    });
    assert.deepEqual([status, typeof body.detail], [415, "string"], type);
  }
});

test("a wrong token is 401 wherever it comes, and never anybody", async ({ anybody }) => {
  const tokens = ["nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "x".repeat(5_000)];
  for (const token of tokens) {
    for (const path of ["/api/auth/me", "/api/messages", "/api/conversations/1"]) {
      const { status, body, headers } = await anybody().call("GET", path, undefined, { token });
      assert.deepEqual([status, typeof body.detail], [401, "string"]);
      assert.match(headers.get("www-authenticate") ?? "", /^Bearer/);
    }
  }
});

test("answers are not kept by anybody on the way", async ({ leila }) => {
  for (const path of ["/api/auth/me", "/api/messages", "/api/messages/5"]) {
    const { headers } = await leila.get(path);
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
  }
});
