import { signal } from "@preact/signals";
import type { ErrorFrame, HelloFrame, ServerFrame } from "@/lib/protocol/events.ts";
import { backoff } from "./backoff.ts";

/** Silence after which the client asks whether anybody is there, and how long it waits for the answer. */
const QUIET = 25_000;
const PATIENCE = 10_000;

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

export interface SocketOptions {
  /** Asked at each attempt. */
  readonly url: () => string;
  /** Every frame but answers to commands, in order. */
  readonly onFrame: (frame: Exclude<ServerFrame, { ref: unknown }>) => void;
  /** The connection stands: join again, send what waits. */
  readonly onOnline: (hello: HelloFrame) => void;
  /** The session has ended or nobody is signed in. */
  readonly onSignedOut: () => void;
  /** Whether somebody is signed in, asked when a connection could not be made. */
  readonly isSignedIn: () => Promise<boolean>;
}

interface Waiting {
  resolve(frame: ServerFrame): void;
  reject(error: CommandError): void;
}

/** One multiplexed connection that comes back by itself: with growing waits, at once when asked to. */
export function createSocket(options: SocketOptions) {
  const status = signal<Status>({ state: "connecting" });
  const waiting = new Map<number, Waiting>();
  let socket: WebSocket | undefined;
  let attempts = 0;
  let next_ref = 1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function connect(): void {
    clearTimeout(timer);
    if (stopped) return;
    if (status.peek().state !== "offline") status.value = { state: "connecting" };
    const attempt = socket = new WebSocket(options.url());
    // A connection that hangs half open would otherwise be waited for for minutes.
    watchFor(PATIENCE, () => attempt.close());
    attempt.onmessage = ({ data }) => attempt === socket && receive(data);
    attempt.onclose = ({ code }) => attempt === socket && void lost(code);
  }

  function receive(data: string): void {
    listen();
    const parsed: ServerFrame | ServerFrame[] = JSON.parse(data);
    for (const frame of Array.isArray(parsed) ? parsed : [parsed]) {
      if (frame.type === "hello") {
        attempts = 0;
        status.value = { state: "online" };
        options.onOnline(frame);
      } else if ("ref" in frame && frame.ref !== undefined) answer(frame);
      else options.onFrame(frame as Exclude<ServerFrame, { ref: unknown }>);
    }
  }

  function answer(frame: ServerFrame & { ref?: unknown }): void {
    const asked = waiting.get(frame.ref as number);
    waiting.delete(frame.ref as number);
    if (frame.type !== "error") return asked?.resolve(frame);
    asked?.reject(new CommandError(frame.code, frame.detail, frame.retry_after));
  }

  async function lost(code: number): Promise<void> {
    clearTimeout(watch);
    socket = undefined;
    for (const { reject } of waiting.values()) reject(new CommandError("lost", ""));
    waiting.clear();
    if (stopped) return;
    // 4401: the session ended. A refused upgrade looks like any other failure, so ask.
    const refused = code === 4401 || attempts > 0 && !await options.isSignedIn().catch(() => true);
    if (refused) {
      stopped = true;
      return options.onSignedOut();
    }
    const delay = backoff(attempts++ + (code === 4429 ? 4 : 0), Math.random());
    status.value = { state: "offline", retry_at: Date.now() + delay };
    timer = setTimeout(connect, delay);
  }

  /** Something came: the connection lives. Ask after a while of silence. */
  function listen(): void {
    watchFor(QUIET, () => {
      const asked = socket;
      watchFor(PATIENCE, () => asked?.close());
      command({ type: "chat:ping" }).catch(() => {});
    });
  }

  function watchFor(delay: number, act: () => void): void {
    clearTimeout(watch);
    watch = setTimeout(act, delay);
  }

  /**
   * Sends a command and waits for its answer.
   * @throws CommandError what the server refused; `lost` when the connection broke before an answer
   */
  function command<Answer extends ServerFrame>(
    body: { type: string } & Record<string, unknown>,
  ): Promise<Answer> {
    if (!socket || socket.readyState !== WebSocket.OPEN) return Promise.reject(new CommandError("lost", ""));
    const ref = next_ref++;
    socket.send(JSON.stringify({ ...body, ref }));
    return new Promise<ServerFrame>((resolve, reject) => waiting.set(ref, { resolve, reject })) as Promise<
      Answer
    >;
  }

  return {
    status,
    connect,
    command,
    /** Says something that needs no answer; nothing happens while offline. */
    say(body: { type: string } & Record<string, unknown>): void {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(body));
    },
    /** Tries at once: the network came back, or the person asked. */
    retryNow(): void {
      if (status.peek().state !== "offline" || socket) return;
      attempts = 0;
      connect();
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(watch);
      socket?.close();
    },
  };
}

export type Socket = ReturnType<typeof createSocket>;
