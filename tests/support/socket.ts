/** A WebSocket that remembers what it heard, so that a test can wait for a frame or say that none came. */

// deno-lint-ignore no-explicit-any -- tests look into frames of every shape
type Frame = any;

/** Longer than an answer takes on a slow and busy machine; no test passes by it. */
const PATIENCE = 30_000;

export interface TestSocket {
  /** All objects heard so far, arrays of a frame taken apart. */
  readonly heard: Frame[];
  /** Text frames as they came. */
  readonly frames: string[];
  /** Close code, once closed. */
  readonly closed: Promise<number>;
  send(value: unknown): void;
  /** The first object heard, now or later, that matches; each is given once. */
  next(matches?: (frame: Frame) => boolean): Promise<Frame>;
  /** Waits until the server closes it: the close code. */
  end(): Promise<number>;
  /** Sends a command with a `ref` and waits for what answers it. */
  ask(command: Record<string, unknown>): Promise<Frame>;
  close(): Promise<void>;
}

/** Rejects when the server refuses the connection. */
export async function openSocket(
  url: string,
  options: { headers?: Record<string, string> } = {},
): Promise<TestSocket> {
  const socket = new WebSocket(url, options as never);
  const heard: Frame[] = [];
  const frames: string[] = [];
  const given = new Set<Frame>();
  const waiting = new Set<() => void>();
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener("close", ({ code }) => resolve(code))
  );
  socket.onmessage = ({ data }) => {
    frames.push(data);
    heard.push(...[JSON.parse(data)].flat());
    for (const look of waiting) look();
  };
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error("the server refused the connection"));
  });
  socket.onerror = () => {};

  function next(matches: (frame: Frame) => boolean = () => true): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = heard.find((frame) => !given.has(frame) && matches(frame));
        if (found === undefined) return;
        given.add(found);
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`nothing matched ${matches} within ${PATIENCE} ms; heard ${JSON.stringify(heard)}`));
      }, PATIENCE);
      waiting.add(look);
      look();
    });
  }

  async function end(): Promise<number> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`it was not closed within ${PATIENCE} ms`)), PATIENCE);
    });
    return await Promise.race([closed, late]).finally(() => clearTimeout(timer));
  }

  let ref = 0;
  return {
    heard,
    frames,
    closed,
    send: (value) => socket.send(typeof value === "string" ? value : JSON.stringify(value)),
    next,
    end,
    ask(command) {
      const mine = `r${++ref}`;
      socket.send(JSON.stringify({ ...command, ref: mine }));
      return next((frame) => frame.ref === mine);
    },
    async close() {
      socket.close();
      await closed;
    },
  };
}
