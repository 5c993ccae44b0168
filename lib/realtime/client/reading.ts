import { signal } from "@preact/signals";
import type { Socket } from "./socket.ts";

/** The server is told at most this often: in a busy room everybody reads every message. */
const TOLD_EVERY = 1000;

interface Deps {
  readonly conversation_id: number;
  readonly socket: Pick<Socket, "say" | "status">;
  /** How far the person had read when the page came. */
  readonly read_seq: number;
}

/** How far a person has read: known here at once, told to the server now and then. */
export function createReading({ conversation_id, socket, read_seq: start }: Deps) {
  const read_seq = signal(start);
  let told = start;
  let told_at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Tells the server what it does not know yet; kept for the next connection where there is none. */
  function tell(): void {
    clearTimeout(timer);
    timer = undefined;
    if (read_seq.peek() <= told || socket.status.peek().state !== "online") return;
    told = read_seq.peek();
    told_at = Date.now();
    socket.say({ type: "chat:read", conversation_id, seq: told });
  }

  return {
    read_seq,
    tell,
    /** The person has seen everything up to here. */
    mark(seq: number): void {
      if (seq <= read_seq.peek()) return;
      read_seq.value = seq;
      // At once after a pause, then with what gathers meanwhile.
      if (Date.now() - told_at >= TOLD_EVERY) tell();
      else timer ??= setTimeout(tell, TOLD_EVERY);
    },
    /** What the server knows, by another device of the same person. */
    learn(seq: number): void {
      told = Math.max(told, seq);
      read_seq.value = Math.max(read_seq.peek(), seq);
    },
    /** A broken connection may have lost what was told last. */
    doubt: (known: number) => void (told = Math.min(told, known)),
    stop: () => clearTimeout(timer),
  };
}
