/** A WebSocket client (RFC 6455) that can do what a browser's cannot: break the rules. */

export interface RawSocket {
  /** Sends a frame as it is told to. */
  send(opcode: number, payload: Uint8Array): Promise<void>;
  /** The next frame; null once the connection is closed. */
  next(): Promise<{ opcode: number; payload: Uint8Array } | null>;
  close(): void;
}

export const TEXT = 1;
export const BINARY = 2;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

/** @returns the status of the answer in place of a socket when the upgrade is refused */
export async function openRaw(
  url: string,
  headers: Record<string, string> = {},
): Promise<RawSocket | number> {
  const { hostname, port, pathname, search, host } = new URL(url);
  const conn = await Deno.connect({ hostname, port: Number(port) });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  await writeAll(
    conn,
    new TextEncoder().encode(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${lines}\r\n`,
    ),
  );
  let buffer: Uint8Array = new Uint8Array();

  /** Reads until so many bytes are there; false when the connection ends before. */
  async function fill(size: number): Promise<boolean> {
    const chunk = new Uint8Array(64 * 1024);
    while (buffer.length < size) {
      const read = await conn.read(chunk).catch(() => null);
      if (read === null) return false;
      const joined = new Uint8Array(buffer.length + read);
      joined.set(buffer);
      joined.set(chunk.subarray(0, read), buffer.length);
      buffer = joined;
    }
    return true;
  }

  function take(size: number): Uint8Array {
    const taken = buffer.slice(0, size);
    buffer = buffer.slice(size);
    return taken;
  }

  let head = "";
  while (!head.endsWith("\r\n\r\n")) {
    if (!await fill(1)) break;
    head += String.fromCharCode(take(1)[0]!);
  }
  const status = Number(head.split(" ")[1]);
  if (status !== 101) {
    conn.close();
    return status;
  }
  return {
    send: (opcode, payload) => writeAll(conn, frame(opcode, payload)),
    async next() {
      if (!await fill(2)) return null;
      const [first, second] = take(2) as unknown as [number, number];
      let length = second & 0x7f;
      if (length >= 126) {
        const extended = length === 126 ? 2 : 8;
        if (!await fill(extended)) return null;
        length = take(extended).reduce((sum, byte) => sum * 256 + byte, 0);
      }
      if (!await fill(length)) return null;
      return { opcode: first & 0x0f, payload: take(length) };
    },
    close() {
      try {
        conn.close();
      } catch { /* it was closed already */ }
    },
  };
}

function frame(opcode: number, payload: Uint8Array): Uint8Array {
  const extended = payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8;
  const bytes = new Uint8Array(6 + extended + payload.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = 0x80 | opcode;
  bytes[1] = 0x80 | (extended === 0 ? payload.length : extended === 2 ? 126 : 127);
  if (extended === 2) view.setUint16(2, payload.length);
  if (extended === 8) view.setBigUint64(2, BigInt(payload.length));
  const mask = [1, 2, 3, 4];
  bytes.set(mask, 2 + extended);
  for (let i = 0; i < payload.length; i++) bytes[6 + extended + i] = payload[i]! ^ mask[i & 3]!;
  return bytes;
}

async function writeAll(conn: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await conn.write(bytes.subarray(at));
}
