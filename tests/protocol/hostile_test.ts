/** Bad input of every kind at the sockets gets a clear answer, and the server goes on. */
import assert from "node:assert/strict";
import { BINARY, CLOSE, openRaw, PING, PONG, type RawSocket, TEXT } from "./raw_socket.ts";
import { direct, type Target, withTarget } from "./target.ts";

const test = withTarget();

const utf8 = new TextEncoder();

async function open({ leila, ws }: Target, path = "/ws"): Promise<RawSocket> {
  const socket = await openRaw(ws + path, {
    authorization: `Bearer ${leila.token}`,
    "accept-language": "en",
  });
  assert(typeof socket === "object", `refused with ${socket}`);
  return socket;
}

/** Frames until one satisfies, or the connection closes: then its close code, or null without one. */
async function until(socket: RawSocket, matches: (value: Record<string, unknown>) => boolean) {
  for (let i = 0; i < 1000; i++) {
    const frame = await socket.next();
    if (frame === null) return { closed: null };
    if (frame.opcode === CLOSE) {
      return { closed: frame.payload.length < 2 ? null : frame.payload[0]! * 256 + frame.payload[1]! };
    }
    if (frame.opcode !== TEXT) continue;
    const found = [JSON.parse(new TextDecoder().decode(frame.payload))].flat().find(matches);
    if (found) return { found };
  }
  throw new Error("too many frames");
}

async function ask(socket: RawSocket, text: string) {
  await socket.send(TEXT, utf8.encode(text));
  return await until(socket, ({ type }) => type === "ack" || type === "error" || type === "pong");
}

async function assertGoesOn(target: Target) {
  const socket = await open(target);
  assert.equal((await ask(socket, '{"type":"chat:ping","ref":1}')).found?.type, "pong");
  socket.close();
  assert.equal((await target.leila.get("/api/auth/me")).status, 200);
}

test("malformed JSON and wrong types get an error frame in one's language", async (target) => {
  const socket = await open(target);
  const cases: [string, string | RegExp][] = [
    ["{", "invalid_json"],
    ["", "invalid_json"],
    ["nonsense", "invalid_json"],
    ["5", "invalid_input"],
    ["null", "invalid_input"],
    ['"text"', "invalid_input"],
    ["[5]", "invalid_input"],
    ["{}", "invalid_input"],
    ['{"type":5}', "invalid_input"],
    ['{"type":"__proto__:message"}', "unknown_command"],
    ['{"type":"chat:constructor"}', "unknown_command"],
    ['{"type":"chat:__proto__"}', "unknown_command"],
    ['{"type":"chat:join","conversation_id":1e400}', "invalid_input"],
    ['{"type":"chat:join","conversation_id":-5}', "invalid_input"],
    ["[".repeat(30_000), /^invalid_/],
    [`${"[".repeat(20_000)}${"]".repeat(20_000)}`, /^invalid_/],
    [`{"type":"chat:join","conversation_id":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, /^invalid_/],
  ];
  for (const [text, code] of cases) {
    const { found } = await ask(socket, text);
    assert.equal(found?.type, "error", `${text.slice(0, 40)}: ${JSON.stringify(found)}`);
    if (typeof code === "string") assert.equal(found.code, code, text.slice(0, 40));
    else assert.match(String(found.code), code);
    assert.match(String(found.detail), /[A-Za-z]/, JSON.stringify(found));
    assert.doesNotMatch(String(found.detail), /[\u0600-\u06ff]/, "in English, as was asked for");
  }
  socket.close();
  await assertGoesOn(target);
});

test("a message of 5,000 characters is refused with its ref; 4,000 are taken", async (target) => {
  const { conversation: conversation_id } = await direct(target);
  const socket = await open(target);
  const send = (content: string, ref: string) =>
    ask(
      socket,
      JSON.stringify({ type: "chat:message", conversation_id, content, client_id: crypto.randomUUID(), ref }),
    );
  const { found } = await send("س".repeat(5_000), "long");
  assert.deepEqual([found?.type, found?.ref, found?.code], ["error", "long", "content_too_long"]);
  assert.deepEqual((await send("  ", "blank")).found?.code, "content_empty");
  assert.equal((await send("س".repeat(4_000), "fits")).found?.type, "ack");
  socket.close();
});

test("a frame above 64 KiB closes the connection with 1009, on both sockets", async (target) => {
  const { conversation } = await direct(target);
  for (const path of ["/ws", `/ws/chat/${conversation}/`]) {
    for (const size of [64 * 1024 + 1, 1024 * 1024]) {
      const socket = await open(target, path);
      await socket.send(TEXT, utf8.encode("x".repeat(size)));
      assert.deepEqual(await until(socket, () => false), { closed: 1009 }, `${path} ${size}`);
      socket.close();
    }
  }
  await assertGoesOn(target);
});

test("64 KiB are counted in bytes, and are not too much themselves", async (target) => {
  const socket = await open(target);
  const padded = `{"type":"chat:ping","ref":1,"pad":"`;
  const fits = `${padded}${"x".repeat(64 * 1024 - padded.length - 2)}"}`;
  assert.equal(utf8.encode(fits).length, 64 * 1024);
  assert.equal((await ask(socket, fits)).found?.type, "pong");
  await socket.send(TEXT, utf8.encode(`"${"س".repeat(33_000)}"`));
  assert.deepEqual(await until(socket, (value) => value.type === "error"), { closed: 1009 });
  socket.close();
});

test("text that is not UTF-8 ends the connection (RFC 6455, 8.1) and nothing else", async (target) => {
  const { conversation } = await direct(target);
  for (const path of ["/ws", `/ws/chat/${conversation}/`]) {
    const socket = await open(target, path);
    await socket.send(TEXT, new Uint8Array([0x22, 0xc3, 0x28, 0xff, 0x22]));
    const outcome = await until(socket, (value) => value.type === "error");
    assert(outcome.found || [1007, null].includes(outcome.closed ?? null), JSON.stringify(outcome));
    socket.close();
  }
  await assertGoesOn(target);
});

test("a binary frame is refused in words", async (target) => {
  const socket = await open(target);
  await socket.send(BINARY, utf8.encode('{"type":"chat:ping","ref":1}'));
  const { found } = await until(socket, (value) => value.type === "error" || value.type === "pong");
  assert.equal(found?.type, "error");
  socket.close();
  await assertGoesOn(target);
});

test("a ping is answered by a pong", async (target) => {
  const socket = await open(target);
  await socket.send(PING, utf8.encode("are you there"));
  for (let i = 0; i < 10; i++) {
    const frame = await socket.next();
    assert(frame, "the connection stands");
    if (frame.opcode !== PONG) continue;
    assert.equal(new TextDecoder().decode(frame.payload), "are you there");
    socket.close();
    return;
  }
  assert.fail("no pong");
});

test("a client that breaks off in the middle of a frame harms nobody", async (target) => {
  const socket = await open(target);
  await socket.send(TEXT, utf8.encode('{"type":"chat:ping","ref":1}'));
  socket.close();
  await assertGoesOn(target);
});

test("more commands than may wait close the connection with 4429", async (target) => {
  const socket = await open(target);
  await socket.send(TEXT, utf8.encode(JSON.stringify(Array(300).fill({ type: "chat:ping" }))));
  assert.deepEqual(await until(socket, () => false), { closed: 4429 });
  socket.close();
  await assertGoesOn(target);
});

test("markup and control characters in names, texts and queries come back as data", async (target) => {
  const { leila } = target;
  const nasty = `"><script>alert(1)</script>' OR 1=1 -- \u0007 \u202e`;
  const { status, body } = await leila.post("/api/messages", { content: nasty });
  assert.deepEqual([status, body.content], [201, nasty]);
  const users = await leila.get(`/api/users?q=${encodeURIComponent(nasty)}`);
  assert.deepEqual([users.status, users.body], [200, []]);
  for (const query of ["q=%", "q=%25%25", "q=_", "q=' OR 1=1", `q=${"x".repeat(3000)}`]) {
    assert((await leila.get(`/api/users?${query}`)).status < 500, query);
  }
});
