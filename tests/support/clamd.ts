/** Stands in for clamd: speaks its INSTREAM over TCP or a socket, and knows one virus. */
import type { ClamdAddress } from "@/lib/config.ts";

/** What it takes for a virus. */
export const VIRUS = "PEYK-STANDARD-TEST-VIRUS";

export interface ClamdOptions {
  /** Path of a socket, instead of TCP. */
  readonly socket?: string;
  /** What is said of a file; null says nothing. */
  readonly answer?: (bytes: Uint8Array) => string | null;
  /** Closes the connection once so many bytes have come. */
  readonly hangUpAfter?: number;
}

export function startClamd({ socket, answer = verdict, hangUpAfter = Infinity }: ClamdOptions = {}) {
  const listener = socket === undefined
    ? Deno.listen({ hostname: "127.0.0.1", port: 0 })
    : Deno.listen({ transport: "unix", path: socket });
  const received: Uint8Array[] = [];
  const open = new Set<Deno.Conn>();
  const serving = (async () => {
    for await (const connection of listener) {
      open.add(connection);
      attend(connection).catch(() => {});
    }
  })();

  async function attend(connection: Deno.Conn): Promise<void> {
    try {
      const bytes = await readStream(connection);
      if (bytes === null) return;
      received.push(bytes);
      const said = answer(bytes);
      if (said === null) await connection.read(new Uint8Array(1));
      else if (said !== "") await connection.write(new TextEncoder().encode(`${said}\0`));
    } finally {
      open.delete(connection);
      connection.close();
    }
  }

  /** The chunks of one INSTREAM, joined; null where it hung up itself. */
  async function readStream(connection: Deno.Conn): Promise<Uint8Array | null> {
    const take = takerOf(connection);
    const command = new TextDecoder().decode(await take(10));
    if (command !== "zINSTREAM\0") throw new Error(`an unknown command: ${command}`);
    const chunks: number[] = [];
    for (;;) {
      const length = new DataView((await take(4)).buffer).getUint32(0);
      if (length === 0) return Uint8Array.from(chunks);
      for (const byte of await take(length)) chunks.push(byte);
      if (chunks.length > hangUpAfter) return null;
    }
  }

  const address: ClamdAddress = socket === undefined
    ? { transport: "tcp", hostname: "127.0.0.1", port: (listener.addr as Deno.NetAddr).port }
    : { transport: "unix", path: socket };
  return {
    address,
    /** What came, file by file. */
    received,
    async [Symbol.asyncDispose]() {
      listener.close();
      for (const connection of open) connection.close();
      open.clear();
      await serving.catch(() => {});
    },
  };
}

function verdict(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes).includes(VIRUS)
    ? "stream: Peyk.Test.Virus FOUND"
    : "stream: OK";
}

function takerOf(connection: Deno.Conn): (length: number) => Promise<Uint8Array> {
  return async (length) => {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const size = await connection.read(bytes.subarray(done));
      if (size === null) throw new Error("hung up");
      done += size;
    }
    return bytes;
  };
}
