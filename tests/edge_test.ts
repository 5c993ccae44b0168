/** What no well-behaved client sends, to a real server: it answers each as it should, and goes on. */
import assert from "node:assert/strict";
import { connectTo, head, speak } from "./support/raw.ts";
import { startServer, type TestServer } from "./support/server.ts";

async function withServer(run: (server: TestServer) => Promise<void>, env: Record<string, string> = {}) {
  const server = await startServer({ env });
  try {
    await run(server);
    const faults = server.log.filter((line) => JSON.parse(line).level === "error");
    assert.deepEqual(faults, [], "nothing of this is a fault of ours");
    assert.equal((await server.anybody().get("/api/auth/me")).status, 401, "the server goes on");
  } finally {
    await server.stop();
  }
}

Deno.test("a Host that can be none is refused, and no address is made of it", () =>
  withServer(async ({ url }) => {
    for (
      const host of ["[", "a b", "<script>", "a/b", "a?b", "a#b", "me@evil.test", "x:99999", "%zz", "::1"]
    ) {
      for (const path of ["/api/auth/me", "/login"]) {
        const { status, headers, body } = await speak(url, head(url, "GET", path, { Host: host }));
        assert.equal(status, 400, host);
        assert.equal(JSON.parse(body).code, "invalid_input", host);
        assert.equal(headers.get("x-content-type-options"), "nosniff");
        assert.doesNotMatch(body, /Error|\.ts|at /, "no stack");
      }
    }
    for (const host of ["localhost", "chat.example.org:8443", "[::1]:80", "under_score", ""]) {
      assert.equal((await speak(url, head(url, "GET", "/api/auth/me", { Host: host }))).status, 401, host);
    }
  }));

Deno.test("sockets that are asked for in half are refused", () =>
  withServer(async (server) => {
    const { url } = server;
    const authorization = `Bearer ${(await server.person("leila")).token}`;
    const whole = {
      "Authorization": authorization,
      "Upgrade": "websocket",
      "Connection": "Upgrade",
      "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
      "Sec-WebSocket-Version": "13",
    };
    const half = (name: keyof typeof whole) => {
      const { [name]: _, ...rest } = whole;
      return { ...rest, ...(name === "Connection" && { Connection: "close" }) };
    };
    for (const missing of ["Upgrade", "Connection", "Sec-WebSocket-Key"] as const) {
      const headers = half(missing);
      const text = head(url, "GET", "/ws", headers).replace(
        "Connection: Upgrade",
        "Connection: Upgrade, close",
      );
      const { status, body } = await speak(url, text);
      assert.deepEqual([status, JSON.parse(body).code], [400, "invalid_input"], missing);
    }
    const { status } = await speak(url, head(url, "HEAD", "/ws", { ...whole, Connection: "Upgrade, close" }));
    assert.equal(status, 400, "a socket begins with GET");
  }));

Deno.test("a ticket opens a socket and nothing else, whatever the request says of itself", () =>
  withServer(async (server) => {
    const leila = await server.person("leila");
    const { body: { ticket } } = await leila.post("/api/auth/ws-ticket");
    const upgrade = { "Upgrade": "websocket", "Connection": "Upgrade, close" };
    const text = head(server.url, "GET", `/api/auth/me?ticket=${ticket}`, upgrade);
    assert.equal((await speak(server.url, text)).status, 401);
    const { body: { ticket: another } } = await leila.post("/api/auth/ws-ticket");
    const other = head(server.url, "HEAD", `/ws?ticket=${another}`, upgrade);
    assert.equal((await speak(server.url, other)).status, 401);
  }));

Deno.test("the older address of the API is for calls alone, wherever it is written", () =>
  withServer(async (server) => {
    const leila = await server.person("leila");
    assert.equal((await leila.get("/api/v1/auth/me/")).body.username, "leila");
    assert.equal((await leila.post("/api/v1/messages/", { content: "سلام" })).status, 201);
    const { body: { ticket } } = await leila.post("/api/auth/ws-ticket");
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/ws/?ticket=${ticket}&from=/api/v1`);
    const hello = await new Promise((resolve, reject) => {
      socket.onmessage = ({ data }) => resolve(JSON.parse(data).type);
      socket.onerror = () => reject(new Error("refused"));
    });
    assert.equal(hello, "hello");
    socket.close();
  }));

Deno.test("a body that claims to be longer than it is does not keep the server from stopping", async () => {
  const server = await startServer();
  const connection = await connectTo(server.url);
  const text = head(server.url, "POST", "/api/auth/login", {
    "Content-Type": "application/json",
    "Content-Length": "100",
  });
  await connection.write(new TextEncoder().encode(text + `{"email":`));
  await new Promise((resolve) => setTimeout(resolve, 50));
  // It would wait for the rest for ever.
  await server.stop();
  connection.close();
});

Deno.test("while there is no room, sockets are told to come back later and calls are answered", () =>
  withServer(async (server) => {
    const leila = await server.person("leila");
    const open = await leila.socket();
    server.app.admission.close();
    const { status, headers, body } = await speak(
      server.url,
      head(server.url, "GET", "/ws", {
        "Authorization": `Bearer ${leila.token}`,
        "Upgrade": "websocket",
        "Connection": "Upgrade, close",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
      }),
    );
    assert.deepEqual([status, JSON.parse(body).code], [503, "unavailable"]);
    assert.ok(Number(headers.get("retry-after")) > 0);
    assert.equal((await leila.get("/api/auth/me")).status, 200);
    assert.equal((await open.ask({ type: "chat:ping" })).type, "pong", "who is in stays in");
  }));

Deno.test("an Idempotency-Key that can be none is refused in words, and nothing is sent or opened", () =>
  withServer(async (server) => {
    const [leila, arash] = [await server.person("leila"), await server.person("arash")];
    for (const key of ["", "two words", "x".repeat(101), "caf\u00e9"]) {
      const { status, body } = await speak(
        server.url,
        head(server.url, "POST", "/api/messages/", {
          "Authorization": `Bearer ${leila.token}`,
          "Content-Type": "application/json",
          "Idempotency-Key": key,
          "Content-Length": "999",
        }).replace("999", String(JSON.stringify({ content: "x", recipient_id: arash.me.id }).length)) +
          JSON.stringify({ content: "x", recipient_id: arash.me.id }),
      );
      const { code, detail, field } = JSON.parse(body);
      assert.deepEqual([status, code, field], [400, "client_id_invalid", "Idempotency-Key"], key);
      assert.match(detail, /Idempotency-Key has 1 to 100/);
    }
    assert.deepEqual((await leila.get("/api/conversations/")).body, []);
  }));
