import { Buffer } from "node:buffer";

/** First bytes of a payload that tell frames apart: they hold the id of the first message. */
const HEAD = 160;

export const TEXT = 1;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

export interface FrameSink {
  /** Whether a frame with this key was read before, so that its payload need not be looked at. */
  isKnown(opcode: number, key: string): boolean;
  /** A whole frame has come; without its payload where it was known. */
  take(opcode: number, key: string, payload: Buffer | null): void;
}

/**
 * Reads a server's WebSocket frames (RFC 6455, 5.2; unmasked, unfragmented). A thousand clients of one room
 * get the same bytes: those are parsed once and skipped for all others, so that the load costs little.
 */
export function createFrameReader({ isKnown, take }: FrameSink): (chunk: Buffer) => void {
  let cut: Buffer | null = null;
  let opcode = 0;
  let key = "";
  let missing = 0;
  let into: Buffer | null = null;

  /** Begins the frame at `at`; the length of its header, or 0 when too little of it has come. */
  function begin(data: Buffer, at: number): number {
    const there = data.length - at;
    if (there < 2) return 0;
    let length = data[at + 1]! & 0x7f;
    const header = length < 126 ? 2 : length === 126 ? 4 : 10;
    if (there < header) return 0;
    if (length === 126) length = data.readUInt16BE(at + 2);
    if (length === 127) length = data.readUInt32BE(at + 2) * 2 ** 32 + data.readUInt32BE(at + 6);
    const head = Math.min(length, HEAD);
    if (there < header + head) return 0;
    opcode = data[at]! & 0x0f;
    key = `${length} ${data.toString("latin1", at + header, at + header + head)}`;
    into = isKnown(opcode, key) ? null : Buffer.allocUnsafe(length);
    missing = length;
    if (length === 0) take(opcode, key, into);
    return header;
  }

  return (chunk) => {
    const data = cut === null ? chunk : Buffer.concat([cut, chunk]);
    cut = null;
    let at = 0;
    while (at < data.length) {
      if (missing === 0) {
        const header = begin(data, at);
        if (header === 0) {
          // Copied, since all sockets read into one buffer.
          cut = Buffer.from(data.subarray(at));
          return;
        }
        at += header;
        continue;
      }
      const size = Math.min(missing, data.length - at);
      into?.set(data.subarray(at, at + size), into.length - missing);
      missing -= size;
      at += size;
      if (missing === 0) take(opcode, key, into);
    }
  };
}

/** A client's frame: masked, as the protocol demands. */
export function encodeFrame(payload: string | Buffer, opcode = TEXT): Buffer {
  const body = typeof payload === "string" ? Buffer.from(payload) : payload;
  const header = body.length < 126 ? 2 : 4;
  if (body.length > 0xffff) throw new RangeError("a frame of the load is at most 64 KiB");
  const frame = Buffer.allocUnsafe(header + 4 + body.length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (header === 2 ? body.length : 126);
  if (header === 4) frame.writeUInt16BE(body.length, 2);
  const mask = [0x5a, 0xc3, 0x17, 0x9e];
  frame.set(mask, header);
  for (let i = 0; i < body.length; i++) frame[header + 4 + i] = body[i]! ^ mask[i & 3]!;
  return frame;
}
