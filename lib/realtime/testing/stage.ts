/**
 * Sockets without a network: the whole of `createRealtime` on a world of named people, spoken to through
 * objects that behave as the runtime's WebSocket does.
 */
import assert from "node:assert/strict";
import { setImmediate } from "node:timers";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { createWorld } from "@/tests/support/world.ts";
import type { WorldOptions } from "@/tests/support/world.ts";
import { createRealtime } from "../mod.ts";
import type { RealtimeDeps } from "../mod.ts";

// deno-lint-ignore no-explicit-any
export type Frame = any;

/** The server's end of a socket. */
export class FakeSocket extends EventTarget {
  readyState: number = WebSocket.CONNECTING;
  bufferedAmount = 0;
  /** What was sent, frame by frame, as it was sent. */
  readonly sent: string[] = [];
  closed: { code: number; reason: string | undefined } | null = null;

  /** The handshake is done. */
  open(): void {
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event("open"));
  }

  send(frame: string): void {
    if (this.readyState !== WebSocket.OPEN) throw new DOMException("not open", "InvalidStateError");
    this.sent.push(frame);
  }

  /** Closing waits for the other side: see {@link gone}. */
  close(code?: number, reason?: string): void {
    // As the runtime does: forgotten while the handshake is not done.
    if (this.readyState !== WebSocket.OPEN) return;
    this.readyState = WebSocket.CLOSING;
    this.closed = { code: code ?? 1005, reason };
  }

  /** A frame from the other side. */
  receive(data: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  /** The other side is gone, or has answered our closing. */
  gone(): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    this.dispatchEvent(new Event("close"));
  }
}

export type Stage = Awaited<ReturnType<typeof createStage>>;
export type TestClient = ReturnType<typeof clientOf>;

/** `await using stage = await createStage()`. */
export async function createStage(options: Partial<RealtimeDeps> & WorldOptions = {}) {
  const world = await createWorld(options);
  const reported: unknown[] = [];
  const gone: number[] = [];
  const realtime = createRealtime({
    chat: world.chat,
    now: world.clock.now,
    build: "test",
    caps: { per_person: 20, per_ip: 100 },
    limits: { commands: () => 0, traffic: () => 0 },
    userOf: (actor) => world.chat.people.get(actor),
    onGone: (actor) => gone.push(actor.id),
    report: (error) => reported.push(error),
    ...options,
  });

  interface Wish {
    readonly locale?: Locale;
    readonly ip?: string;
    /** A socket of this conversation alone. */
    readonly flat?: number;
  }

  /** An upgraded socket whose handshake is still to be done. */
  function upgrade(actor: Actor, { locale = "en", ip = "192.0.2.1", flat }: Wish = {}) {
    const socket = new FakeSocket();
    const opener = { actor, locale, ip };
    const ws = socket as unknown as WebSocket;
    const served = flat === undefined ? realtime.serve(ws, opener) : realtime.serveFlat(ws, opener, flat);
    return { socket, served };
  }

  /** A client with an open socket; its hello is read already. */
  async function connect(actor: Actor, wish: Wish = {}): Promise<TestClient> {
    const { socket, served } = upgrade(actor, wish);
    socket.open();
    await served;
    const client = clientOf(socket, actor);
    if (wish.flat === undefined) assert.equal(client.take()[0].type, "hello");
    return client;
  }

  return {
    world,
    realtime,
    hub: realtime.hub,
    /** Faults that were reported for the log. */
    reported,
    /** Ids of those of whom it was said that they went. */
    gone,
    upgrade,
    connect,
    async [Symbol.asyncDispose]() {
      realtime.stop();
      await world.close();
    },
  };
}

let refs = 0;

function clientOf(socket: FakeSocket, actor: Actor) {
  const isStatus = ({ type }: Frame) => type === "chat:user-status";
  let read = 0;

  /** Objects of frames not taken yet, but for those of who comes and goes. */
  function take(): Frame[] {
    const frames = socket.sent.slice(read);
    read = socket.sent.length;
    return frames.flatMap((frame) => JSON.parse(frame)).filter((one) => !isStatus(one));
  }

  function say(...commands: unknown[]): void {
    socket.receive(JSON.stringify(commands.length === 1 ? commands[0] : commands));
  }

  /** Says something and gives the answer to it; other frames stay to be taken. */
  async function ask(command: Record<string, unknown>): Promise<Frame> {
    const ref = `ref-${++refs}`;
    say({ ref, ...command });
    const isAnswer = (one: Frame) => one.ref === ref;
    const answer = await until(() => socket.sent.flatMap((text) => JSON.parse(text)).find(isAnswer));
    return answer;
  }

  return {
    socket,
    actor,
    take,
    say,
    ask,
    /** Who came and went so far. */
    statuses: (): Frame[] => socket.sent.flatMap((frame) => JSON.parse(frame)).filter(isStatus),
    /** Objects of frames not taken yet, but for answers. */
    events: (): Frame[] => take().filter((one) => !("ref" in one)),
    join: (conversation_id: number, after_version?: number): Promise<Frame> =>
      ask({ type: "chat:join", conversation_id, after_version }),
    /** Waits until every earlier command has been worked on. */
    settled: async () => void await ask({ type: "chat:ping" }),
  };
}

/** Waits until something is there, and gives it; fails after two seconds. */
export async function until<T>(found: () => T | undefined | null | false): Promise<T> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const value = found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, attempt < 20 ? 0 : 5));
  }
  assert.fail(`waited in vain for ${found}`);
}

/** Lets everything run that waits for its turn. */
export async function turns(count = 3): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
}
