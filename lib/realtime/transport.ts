/** The part of a WebSocket that the hub writes to; one place to put another transport. */
export interface Wire {
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedAmount: number;
  /** Whether so much waits that no more should be added. */
  readonly isClogged: boolean;
  send(frame: string): void;
  close(code: number, reason?: string): void;
}

/** What may wait for a slow reader before it is cut off, in bytes. */
export const BACKLOG_MAX = 1024 * 1024;

/** How much is sent until it is looked again whether it arrives, in UTF-16 units: the look costs a tenth of a send. */
const UNSEEN_MAX = 32 * 1024;

/** A WebSocket of this runtime as a wire. */
export class SocketWire implements Wire {
  readonly #socket: WebSocket;
  #unseen = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  get isClogged(): boolean {
    if (this.#unseen < UNSEEN_MAX) return false;
    this.#unseen = 0;
    return this.bufferedAmount > BACKLOG_MAX;
  }

  send(frame: string): void {
    this.#unseen += frame.length;
    this.#socket.send(frame);
  }

  close(code: number, reason?: string): void {
    const socket = this.#socket;
    // Closing one whose handshake is not done is forgotten by the runtime, and it would open after all.
    if (socket.readyState !== WebSocket.CONNECTING) socket.close(code, reason);
    else socket.addEventListener("open", () => socket.close(code, reason));
  }
}

/** Largest frame a client may send, in UTF-8 bytes. */
export const FRAME_MAX = 64 * 1024;

/** Options for `Deno.upgradeWebSocket`: it pings by itself and closes what stays silent this long, in seconds. */
export const UPGRADE = { idleTimeout: 45 } as const;

const encoder = new TextEncoder();

/** Whether a frame, text or binary, is above {@link FRAME_MAX}; counts bytes only where the length leaves it open. */
export function oversize(frame: unknown): boolean {
  if (frame instanceof Blob) return frame.size > FRAME_MAX;
  if (frame instanceof ArrayBuffer) return frame.byteLength > FRAME_MAX;
  if (typeof frame !== "string") return false;
  if (frame.length > FRAME_MAX) return true;
  return frame.length * 3 > FRAME_MAX && encoder.encode(frame).length > FRAME_MAX;
}
