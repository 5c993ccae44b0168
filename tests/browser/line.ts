/** A line between browser and server that can be cut, and can swallow what comes back. */

export interface Line {
  /** Where browsers connect; the same while the server behind it comes and goes. */
  readonly url: string;
  /** Leads to another server from now on. */
  lead(url: string): void;
  /** Ends all connections, and refuses new ones until it is mended. */
  cut(): void;
  mend(): void;
  /** Lets no socket through any more, while pages and files come as before; `false` lets them again. */
  refuseSockets(refused: boolean): void;
  /** Nothing that the server says comes through any more on the connections there are. */
  swallowAnswers(): void;
  close(): Promise<void>;
}

/** What a browser says in its console of a line that was cut, at once or in the middle of an answer. */
export const CUT_LINE =
  /WebSocket connection to|ERR_(CONNECTION_REFUSED|CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|INTERNET_DISCONNECTED|SOCKET_NOT_CONNECTED|CONTENT_LENGTH_MISMATCH)/;

interface Pair {
  readonly near: Deno.Conn;
  readonly far: Deno.Conn;
  swallows: boolean;
}

/** Opens a line to a server. */
export function openLine(to: string): Line {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const pairs = new Set<Pair>();
  let target = new URL(to);
  let whole = true;
  let sockets = true;

  const accepting = (async () => {
    for await (const near of listener) void join(near);
  })();

  async function join(near: Deno.Conn): Promise<void> {
    if (!whole) return end(near);
    try {
      const far = await Deno.connect({ hostname: target.hostname, port: Number(target.port) });
      const pair: Pair = { near, far, swallows: false };
      if (!whole) return finish(pair);
      pairs.add(pair);
      const first = new Uint8Array(65536);
      const read = await near.read(first);
      if (read === null || (!sockets && isUpgrade(first.subarray(0, read)))) return finish(pair);
      await write(far, first.subarray(0, read));
      await Promise.all([pump(pair, near, far, () => false), pump(pair, far, near, () => pair.swallows)]);
    } catch {
      // The server is not there: neither is the line.
      end(near);
    }
  }

  async function pump(pair: Pair, from: Deno.Conn, to: Deno.Conn, swallows: () => boolean): Promise<void> {
    const buffer = new Uint8Array(65536);
    try {
      for (let read = await from.read(buffer); read !== null; read = await from.read(buffer)) {
        if (!swallows()) await write(to, buffer.subarray(0, read));
      }
    } catch {
      // One side is gone.
    }
    finish(pair);
  }

  function finish(pair: Pair): void {
    pairs.delete(pair);
    end(pair.near);
    end(pair.far);
  }

  return {
    url: `http://127.0.0.1:${listener.addr.port}`,
    lead: (url) => void (target = new URL(url)),
    cut() {
      whole = false;
      for (const pair of pairs) finish(pair);
    },
    mend: () => void (whole = true),
    refuseSockets: (refused) => void (sockets = !refused),
    swallowAnswers() {
      for (const pair of pairs) pair.swallows = true;
    },
    async close() {
      listener.close();
      for (const pair of pairs) finish(pair);
      await accepting.catch(() => {});
    },
  };
}

function isUpgrade(request: Uint8Array): boolean {
  return /^upgrade: *websocket/im.test(new TextDecoder().decode(request));
}

async function write(to: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let sent = 0; sent < bytes.length;) sent += await to.write(bytes.subarray(sent));
}

function end(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch {
    // Closed already.
  }
}
