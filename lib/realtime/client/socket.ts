import { signal } from "@preact/signals";
import type { ErrorFrame, HelloFrame, ServerFrame } from "@/lib/protocol/events.ts";
import { backoff } from "./backoff.ts";
import { parse } from "./http.ts";

/** Silence after which the client asks whether anybody is there, and how long it waits for the answer. */
const QUIET = 25_000;
const PATIENCE = 10_000;
/** The same where the network is known to have changed: a laptop woke up, a phone found another cell. */
const HASTE = 3000;
/** A command without an answer for this long: the connection lives, and yet does not carry. */
const ANSWERED_WITHIN = 30_000;
/** A connection that held this long was a good one: the next attempt after it begins with short waits. */
const STEADY = 5000;
/** Close codes that say more than "lost", as in `CLOSE` of the protocol. */
const SESSION_ENDED = 4401;
const TOO_MANY = 4429;

/** The server refused a command. `lost` means that no answer came: it may or may not have been done. */
export class CommandError extends Error {
  constructor(readonly code: ErrorFrame["code"] | "lost", detail: string, readonly retry_after?: number) {
    super(detail);
  }
}

export type Status =
  | { readonly state: "connecting" | "online" }
  /** `retry_at` in epoch milliseconds. */
  | { readonly state: "offline"; readonly retry_at: number };

/** Every frame but answers to commands. */
export type EventFrame = Exclude<ServerFrame, { ref: unknown }>;

export interface SocketOptions {
  /** Asked at each attempt; one that has to be fetched, with a fresh ticket in it, may fail like the connection. */
  readonly url: () => string | Promise<string>;
  /** In the order in which they came. */
  readonly onFrame: (frame: EventFrame) => void;
  /** The connection stands: join again, send what waits. */
  readonly onOnline: (hello: HelloFrame) => void;
  /** The session has ended or nobody is signed in. */
  readonly onSignedOut: () => void;
  /** Whether somebody is signed in, asked when connections fail; rejects when that cannot be told. */
  readonly isSignedIn: () => Promise<boolean>;
}

interface Waiting {
  resolve(frame: ServerFrame): void;
  reject(error: CommandError): void;
  readonly timer: ReturnType<typeof setTimeout>;
}

type Body = { type: string } & Record<string, unknown>;

/** One multiplexed connection that comes back by itself: with growing waits, at once when asked to. */
export function createSocket(options: SocketOptions) {
  const status = signal<Status>({ state: "connecting" });
  const waiting = new Map<number, Waiting>();
  let socket: WebSocket | undefined;
  let stands_since = Infinity;
  let heard_at = 0;
  let attempts = 0;
  let next_ref = 1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let is_asking = false;

  function connect(): void {
    clearTimeout(timer);
    if (stopped || socket || is_asking) return;
    const url = options.url();
    if (typeof url === "string") return open(url);
    is_asking = true;
    url.then(
      (url) => {
        is_asking = false;
        if (!stopped) open(url);
      },
      () => {
        is_asking = false;
        lost(1006);
      },
    );
  }

  function open(url: string): void {
    const attempt = socket = new WebSocket(url);
    // A connection that hangs half open would otherwise be waited for for minutes.
    watchFor(PATIENCE, attempt);
    attempt.onmessage = ({ data }) => attempt === socket && receive(data);
    attempt.onclose = ({ code }) => attempt === socket && lost(code);
  }

  function receive(data: string): void {
    heard_at = Date.now();
    // Ask after a while of silence.
    watchFor(QUIET, socket, () => ask(PATIENCE));
    const parsed = parse<ServerFrame | ServerFrame[]>(data);
    for (const frame of Array.isArray(parsed) ? parsed : [parsed]) {
      if (frame.type === "hello") {
        stands_since = heard_at;
        status.value = { state: "online" };
        options.onOnline(frame);
      } else if ("ref" in frame && frame.ref !== undefined) answer(frame);
      else options.onFrame(frame as EventFrame);
    }
  }

  function answer(frame: ServerFrame & { ref?: unknown }): void {
    const asked = waiting.get(frame.ref as number);
    if (!asked) return;
    waiting.delete(frame.ref as number);
    clearTimeout(asked.timer);
    if (frame.type !== "error") asked.resolve(frame);
    else asked.reject(new CommandError(frame.code, frame.detail, frame.retry_after));
  }

  /** Asks whether anybody is there; no answer in time is a lost connection. */
  function ask(patience: number): void {
    watchFor(patience, socket);
    command({ type: "chat:ping" }).catch(() => {});
  }

  function watchFor(delay: number, watched: WebSocket | undefined, act = () => drop(watched)): void {
    clearTimeout(watch);
    watch = setTimeout(act, delay);
  }

  /** Gives a connection up without waiting for its close: a dead one takes minutes to say so. */
  function drop(dead: WebSocket | undefined): void {
    if (!dead || dead !== socket) return;
    socket = undefined;
    dead.close();
    lost(1006);
  }

  function lost(code: number): void {
    clearTimeout(watch);
    socket = undefined;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new CommandError("lost", ""));
    }
    waiting.clear();
    if (stopped) return;
    if (code === SESSION_ENDED) return signOut();
    if (Date.now() - stands_since > STEADY) attempts = 0;
    stands_since = Infinity;
    const delay = backoff(attempts++ + (code === TOO_MANY ? 4 : 0), Math.random());
    timer = setTimeout(connect, delay);
    status.value = { state: "offline", retry_at: Date.now() + delay };
    // A refused upgrade looks like any other failure. One alone may be a server that restarts.
    if (attempts > 1) {
      options.isSignedIn().then((is_signed_in) => is_signed_in || signOut(), () => {});
    }
  }

  function signOut(): void {
    if (stopped) return;
    stop();
    options.onSignedOut();
  }

  function stop(): void {
    stopped = true;
    clearTimeout(timer);
    clearTimeout(watch);
    socket?.close();
  }

  /**
   * Sends a command and waits for its answer.
   * @throws CommandError what the server refused; `lost` when the connection broke before an answer
   */
  function command<Answer extends ServerFrame>(body: Body): Promise<Answer> {
    const carrier = socket;
    if (carrier?.readyState !== WebSocket.OPEN) return Promise.reject(new CommandError("lost", ""));
    const ref = next_ref++;
    carrier.send(JSON.stringify({ ...body, ref }));
    return new Promise<ServerFrame>((resolve, reject) => {
      const timer = setTimeout(() => drop(carrier), ANSWERED_WITHIN);
      waiting.set(ref, { resolve, reject, timer });
    }) as Promise<Answer>;
  }

  return {
    status,
    connect,
    command,
    /** Says something that needs no answer; nothing happens while offline. */
    say(body: Body): void {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(body));
    },
    /** The network may have changed: tries at once where there is no connection, else asks whether it holds. */
    wake(): void {
      if (stopped) return;
      if (!socket) {
        attempts = 0;
        connect();
      } else if (status.peek().state === "online" && Date.now() - heard_at > HASTE) ask(HASTE);
    },
    /** The device says that it has no network: what is open carries nothing any more. */
    sleep: () => drop(socket),
    stop,
  };
}

export type Socket = ReturnType<typeof createSocket>;
