import { Buffer } from "node:buffer";
import net from "node:net";
import { CLOSE, createFrameReader, encodeFrame, PING, PONG, TEXT } from "./frames.ts";
import { type Dialect, MARK } from "./dialects.ts";

/** Connections that shake hands at the same time. */
const AT_ONCE = 32;
/** Frames remembered; a round of the largest work has fewer different ones on their way. */
const KNOWN_MAX = 20_000;

/** What a frame holds for the count. */
interface Found {
  /** Numbers of the messages it delivers. */
  readonly delivered: readonly number[];
  readonly acks: number;
}

export interface Clients {
  readonly size: number;
  /** Told of each frame of each client that delivers messages. */
  onDelivered: (numbers: readonly number[]) => void;
  /** Acknowledgements heard so far. */
  readonly acks: number;
  /** Clients the server has closed. */
  readonly lost: number;
  /** When a frame last came, as `performance.now()`. */
  readonly heard_at: number;
  /** Lets a client send message `n`. */
  send(client: number, n: number): void;
  close(): void;
}

export interface Target {
  readonly host: string;
  readonly port: number;
  readonly dialect: Dialect;
  readonly conversation_id: number;
  /** One `Cookie` header a person; people with several connections come round again. */
  readonly cookies: readonly string[];
  /** For people without cookies: each opens one connection. */
  readonly tickets?: readonly string[];
}

/** Connects `count` clients and brings them into the room. */
export async function connect(target: Target, count: number): Promise<Clients> {
  const { dialect, conversation_id } = target;
  const known = new Map<string, Found>();
  const sockets: net.Socket[] = [];
  const state = { acks: 0, lost: 0, heard_at: performance.now(), closing: false };
  const clients: Clients = {
    get size() {
      return sockets.length;
    },
    onDelivered: () => {},
    get acks() {
      return state.acks;
    },
    get lost() {
      return state.lost;
    },
    get heard_at() {
      return state.heard_at;
    },
    send: (client, n) => void sockets[client]!.write(encodeFrame(dialect.message(n, conversation_id))),
    close() {
      state.closing = true;
      for (const socket of sockets) socket.destroy();
    },
  };

  function remember(key: string, payload: Buffer): Found {
    const found = look(payload, dialect);
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(key, found);
    return found;
  }

  /** Frames of one client: first those of joining, then those that are counted. */
  function reader(socket: net.Socket, joined: () => void, failed: (error: Error) => void) {
    let joining = true;
    return createFrameReader({
      isKnown: (opcode, key) => !joining && opcode === TEXT && known.has(key),
      take(opcode, key, payload) {
        if (opcode === PING) return void socket.write(encodeFrame(payload!, PONG));
        if (opcode === CLOSE) return failed(new Error("the server closed the connection"));
        if (joining) {
          const answers = join(payload!.toString());
          if (answers === null) joining = false;
          return answers === null ? joined() : answers.forEach((text) => socket.write(encodeFrame(text)));
        }
        state.heard_at = performance.now();
        const { heartbeat } = dialect;
        if (heartbeat && key === `${heartbeat[0].length} ${heartbeat[0]}`) {
          return void socket.write(encodeFrame(heartbeat[1]));
        }
        const found = known.get(key) ?? remember(key, payload!);
        state.acks += found.acks;
        if (found.delivered.length > 0) clients.onDelivered(found.delivered);
      },
    });
    function join(text: string): string[] | null {
      try {
        return dialect.join(text, conversation_id);
      } catch (error) {
        failed(error as Error);
        return [];
      }
    }
  }

  let next = 0;
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, async () => {
    while (next < count) {
      const proof = proofOf(target, next++);
      sockets.push(
        await open(target, proof, reader, () => {
          if (!state.closing) state.lost++;
        }),
      );
    }
  }));
  return clients;
}

interface Proof {
  readonly path: string;
  /** A header line, or nothing. */
  readonly header: string;
}

function proofOf({ dialect: { path }, cookies, tickets }: Target, client: number): Proof {
  if (tickets) return { path: `${path}?ticket=${tickets[client]!}`, header: "" };
  return { path, header: `Cookie: ${cookies[client % cookies.length]!}\r\n` };
}

type Reader = (
  socket: net.Socket,
  joined: () => void,
  failed: (error: Error) => void,
) => (chunk: Buffer) => void;

// Nothing keeps what was read, so one buffer serves all sockets.
const shared = Buffer.allocUnsafe(256 * 1024);

/** One connection, upgraded and in the room. */
function open(target: Target, proof: Proof, reader: Reader, lost: () => void): Promise<net.Socket> {
  const { host, port } = target;
  return new Promise((resolve, reject) => {
    let head = "";
    let read: ((chunk: Buffer) => void) | null = null;
    const socket: net.Socket = net.connect({
      host,
      port,
      noDelay: true,
      onread: {
        buffer: shared,
        callback(size: number) {
          const chunk = shared.subarray(0, size);
          if (read) read(chunk);
          else upgrade(chunk);
          return true;
        },
      },
    });
    function upgrade(chunk: Buffer): void {
      head += chunk.toString("latin1");
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (!head.startsWith("HTTP/1.1 101")) return reject(new Error(`no upgrade: ${head.slice(0, 400)}`));
      read = reader(socket, () => resolve(socket), reject);
      read(Buffer.from(head.slice(end + 4), "latin1"));
    }
    socket.on("connect", () => {
      socket.write(
        `GET ${proof.path} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: Upgrade\r\n` +
          `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n` +
          `Origin: http://${host}:${port}\r\n${proof.header}\r\n`,
      );
    });
    socket.on("error", reject);
    socket.on("close", () => {
      reject(new Error("the server closed the connection"));
      lost();
    });
  });
}

/** Which messages a frame delivers and how many acknowledgements it holds, by their bytes alone. */
function look(payload: Buffer, { event, ack }: Dialect): Found {
  const delivered: number[] = [];
  for (let at = payload.indexOf(event); at >= 0; at = payload.indexOf(event, at + 1)) {
    const mark = payload.indexOf(MARK, at);
    if (mark < 0) break;
    delivered.push(Number.parseInt(payload.toString("latin1", mark + MARK.length, mark + MARK.length + 12)));
  }
  let acks = 0;
  for (let at = payload.indexOf(ack); at >= 0; at = payload.indexOf(ack, at + 1)) acks++;
  return { delivered, acks };
}
