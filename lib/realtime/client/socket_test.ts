import assert from "node:assert/strict";
import { createSocket } from "./socket.ts";
import type { CommandError, SocketOptions } from "./socket.ts";

/** A WebSocket whose other end is in the test's hands. */
class FakeWebSocket {
  static readonly OPEN = 1;
  static all: FakeWebSocket[] = [];
  readyState = 0;
  sent: { type: string; ref: number }[] = [];
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number }) => void;

  constructor(readonly url: string) {
    FakeWebSocket.all.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  /** A dead line: the close is never confirmed. */
  close(): void {
    this.readyState = 2;
  }
  hello(): void {
    this.readyState = 1;
    this.say({ type: "hello", protocol: 1, build: "b" });
  }
  say(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  end(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

/** Time in the test's hands, a fake WebSocket, and everything put back at the end. */
function scene(options: Partial<SocketOptions> = {}) {
  const real = { setTimeout, clearTimeout, WebSocket, now: Date.now, random: Math.random };
  let time = 0, next = 1;
  const timers = new Map<number, { at: number; act: () => void }>();
  Object.assign(globalThis, {
    WebSocket: FakeWebSocket,
    setTimeout: (act: () => void, delay = 0) => (timers.set(next, { at: time + delay, act }), next++),
    clearTimeout: (id: number) => timers.delete(id),
  });
  Date.now = () => time;
  Math.random = () => 1;
  FakeWebSocket.all = [];
  const told: unknown[] = [];
  const socket = createSocket({
    url: () => "ws://here/ws",
    onFrame: (frame) => told.push(frame),
    onOnline: () => told.push("online"),
    onSignedOut: () => told.push("signed out"),
    isSignedIn: () => Promise.resolve(true),
    ...options,
  });
  return {
    socket,
    told,
    get lines() {
      return FakeWebSocket.all;
    },
    get line() {
      return FakeWebSocket.all.at(-1)!;
    },
    get waiting() {
      return timers.size;
    },
    /** Lets this many milliseconds pass, and whatever they bring about. */
    async pass(milliseconds: number) {
      const end = time + milliseconds;
      while (true) {
        await settle();
        const due = [...timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!due) break;
        timers.delete(due[0]);
        time = due[1].at;
        due[1].act();
      }
      time = end;
      await settle();
    },
    [Symbol.dispose]() {
      socket.stop();
      Object.assign(globalThis, {
        setTimeout: real.setTimeout,
        clearTimeout: real.clearTimeout,
        WebSocket: real.WebSocket,
      });
      Date.now = real.now;
      Math.random = real.random;
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

const code = (promise: Promise<unknown>) => promise.then(() => "done", (error: CommandError) => error.code);

Deno.test("each answer goes to the command that asked, whatever the order", async () => {
  using at = scene();
  at.socket.connect();
  at.line.hello();
  const first = at.socket.command({ type: "chat:message" });
  const second = at.socket.command({ type: "chat:edit" });
  const [a, b] = at.line.sent;
  assert.notEqual(a!.ref, b!.ref);
  at.line.say([{ type: "error", ref: b!.ref, code: "muted", detail: "no", retry_after: 3 }, {
    type: "ack",
    ref: a!.ref,
    message: 1,
  }]);
  assert.deepEqual(await first, { type: "ack", ref: a!.ref, message: 1 });
  await assert.rejects(second, { code: "muted", message: "no", retry_after: 3 });
  // An answer that nobody asked for, or a second one, is no event.
  at.line.say({ type: "ack", ref: a!.ref });
  assert.deepEqual(at.told, ["online"]);
});

Deno.test("events come in their order, those of a frame together", () => {
  using at = scene();
  at.socket.connect();
  at.line.hello();
  at.line.say([{ type: "chat:message", n: 1 }, { type: "chat:edit", n: 2 }]);
  at.line.say({ type: "chat:typing", n: 3 });
  assert.deepEqual(at.told.slice(1).map((frame) => (frame as { n: number }).n), [1, 2, 3]);
});

Deno.test("without a connection a command is lost at once; with a broken one when it breaks", async () => {
  using at = scene();
  assert.equal(await code(at.socket.command({ type: "chat:message" })), "lost");
  at.socket.connect();
  assert.equal(await code(at.socket.command({ type: "chat:message" })), "lost", "not open yet");
  at.line.hello();
  const asked = code(at.socket.command({ type: "chat:message" }));
  at.line.end(1006);
  assert.equal(await asked, "lost");
});

Deno.test("a connection that does not open, and one that falls silent, are given up", async () => {
  using at = scene();
  at.socket.connect();
  await at.pass(9999);
  assert.equal(at.lines.length, 1);
  await at.pass(1 + 500);
  assert.equal(at.lines.length, 2, "given up after ten seconds, tried again after half a one");

  at.line.hello();
  await at.pass(25_000);
  assert.equal(at.line.sent.at(-1)!.type, "chat:ping");
  at.line.say({ type: "pong", ref: at.line.sent.at(-1)!.ref });
  await at.pass(25_000);
  assert.equal(at.lines.length, 2, "somebody was there");
  const silent = at.line;
  await at.pass(10_000);
  assert.equal(at.socket.status.peek().state, "offline");
  await at.pass(500);
  assert.equal(at.lines.length, 3);
  // What the given-up one still says is nobody's business.
  silent.say({ type: "chat:message" });
  silent.end(1006);
  assert.deepEqual(at.told, ["online"]);
});

Deno.test("a command that is never answered breaks the connection, though it lives", async () => {
  using at = scene();
  at.socket.connect();
  at.line.hello();
  const asked = code(at.socket.command({ type: "chat:message" }));
  for (let n = 0; n < 30; n++) {
    await at.pass(1000);
    at.line.say({ type: "chat:typing" });
  }
  assert.equal(await asked, "lost");
  assert.equal(at.socket.status.peek().state, "offline");
});

Deno.test("waits grow while nothing answers, and begin anew after a connection that held", async () => {
  using at = scene();
  at.socket.connect();
  const waits: number[] = [];
  for (let n = 0; n < 5; n++) {
    at.line.end(1006);
    const status = at.socket.status.peek();
    assert(status.state === "offline");
    waits.push(status.retry_at - Date.now());
    await at.pass(waits.at(-1)!);
  }
  assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000]);
  at.line.hello();
  at.line.end(1006);
  await at.pass(16_000);
  assert.equal(at.lines.length, 7, "one that greets and falls over at once is not met faster and faster");
  at.line.hello();
  await at.pass(6000);
  at.line.end(1006);
  await at.pass(500);
  assert.equal(at.lines.length, 8);
});

Deno.test("close codes: a restart is met soon, too many sockets later, an ended session never", async () => {
  for (const [closed, after] of [[1012, 500], [1013, 500], [4429, 8000]] as const) {
    using at = scene();
    at.socket.connect();
    at.line.hello();
    at.line.end(closed);
    await at.pass(after - 1);
    assert.equal(at.lines.length, 1, `${closed}`);
    await at.pass(1);
    assert.equal(at.lines.length, 2, `${closed}`);
    assert.deepEqual(at.told, ["online"]);
  }
  using at = scene();
  at.socket.connect();
  at.line.hello();
  at.line.end(4401);
  await at.pass(600_000);
  assert.equal(at.lines.length, 1);
  assert.deepEqual(at.told, ["online", "signed out"]);
});

Deno.test("refused again and again, it asks whether anybody is signed in", async () => {
  let asked = 0;
  using at = scene({
    isSignedIn() {
      asked++;
      return Promise.resolve(false);
    },
  });
  at.socket.connect();
  at.line.end(1006);
  await at.pass(500);
  assert.equal(asked, 0, "one failure alone may be a restart");
  at.line.end(1006);
  await at.pass(600_000);
  assert.deepEqual([asked, at.lines.length, at.told], [1, 2, ["signed out"]]);
});

Deno.test("while that cannot be told, it goes on trying", async () => {
  for (
    const isSignedIn of [() => Promise.reject(new Error("no line")), () => new Promise<boolean>(() => {})]
  ) {
    using at = scene({ isSignedIn });
    at.socket.connect();
    for (let n = 0; n < 3; n++) {
      at.line.end(1006);
      await at.pass(30_000);
    }
    assert(at.lines.length >= 4);
    assert.deepEqual(at.told, []);
  }
});

Deno.test("woken, it tries at once, or asks an old connection whether it still holds", async () => {
  using at = scene();
  at.socket.connect();
  for (let n = 0; n < 4; n++) {
    at.line.end(1006);
    await at.pass(n < 3 ? 8000 : 0);
  }
  const tried = at.lines.length;
  at.socket.wake();
  assert.equal(at.lines.length, tried + 1);
  at.socket.wake();
  assert.equal(at.lines.length, tried + 1, "one attempt at a time");

  at.line.hello();
  at.socket.wake();
  assert.equal(at.line.sent.length, 0, "just heard of");
  await at.pass(4000);
  at.socket.wake();
  assert.equal(at.line.sent.length, 1);
  await at.pass(3000);
  assert.equal(at.socket.status.peek().state, "offline");
});

Deno.test("told that there is no network, it does not wait for the line to break", async () => {
  using at = scene();
  at.socket.connect();
  at.line.hello();
  const asked = code(at.socket.command({ type: "chat:message" }));
  at.socket.sleep();
  assert.equal(at.socket.status.peek().state, "offline");
  assert.equal(await asked, "lost");
  await at.pass(500);
  assert.equal(at.lines.length, 2);
});

Deno.test("stopped, it leaves no timer and opens nothing", async () => {
  using at = scene();
  at.socket.connect();
  at.line.hello();
  at.socket.stop();
  at.line.end(1005);
  at.socket.wake();
  await at.pass(600_000);
  assert.deepEqual([at.lines.length, at.waiting], [1, 0]);
});
