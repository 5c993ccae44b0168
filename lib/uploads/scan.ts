import type { ClamdAddress } from "@/lib/config.ts";
import { AppError } from "@/lib/protocol/errors.ts";

/** Looks into a file for viruses. */
export interface Scanner {
  /** @throws AppError `file_infected`; `unavailable` when it could not be looked at */
  scan(path: string): Promise<void>;
}

const CHUNK = 64 * 1024;
const ANSWER_MAX = 4096;

/**
 * Asks clamd by its own protocol: `zINSTREAM`, chunks each after its length in four bytes, a length of zero;
 * the answer ends with a zero byte (clamd(8)). What cannot be asked is refused: nobody relies on a scanner
 * that is passed over.
 */
export function createScanner(
  address: ClamdAddress,
  { timeout = 60_000 }: { timeout?: number } = {},
): Scanner {
  return {
    async scan(path) {
      const answer = await ask(address, path, timeout).catch((error) => {
        throw Object.assign(new AppError("unavailable", { reason: "scanner", seconds: 30 }), {
          cause: error,
        });
      });
      if (/^stream: OK$/.test(answer)) return;
      if (/ FOUND$/.test(answer)) throw new AppError("file_infected");
      throw Object.assign(new AppError("unavailable", { reason: "scanner", seconds: 30 }), {
        cause: new Error(`clamd: ${answer}`),
      });
    },
  };
}

async function ask(address: ClamdAddress, path: string, timeout: number): Promise<string> {
  const late = Promise.withResolvers<never>();
  late.promise.catch(() => {});
  const timer = setTimeout(() => late.reject(new Error("clamd took too long")), timeout);
  let connection: Deno.Conn | undefined;
  let given_up = false;
  try {
    const connecting = connect(address);
    // One that is made after all is closed again.
    connecting.then((made) => given_up && made.close(), () => {});
    connection = await Promise.race([connecting, late.promise]);
    const reading = readAnswer(connection);
    reading.catch(() => {});
    // It may answer before the end, as when the file is too large for it: then writing fails, and it matters not.
    const sending = send(connection, path).catch(() => {});
    await Promise.race([sending, reading, late.promise]);
    return await Promise.race([reading, late.promise]);
  } finally {
    clearTimeout(timer);
    given_up = true;
    try {
      connection?.close();
    } catch { /* closed by the other side */ }
  }
}

function connect(address: ClamdAddress): Promise<Deno.Conn> {
  return address.transport === "unix"
    ? Deno.connect({ ...address, transport: "unix" })
    : Deno.connect(address);
}

async function send(connection: Deno.Conn, path: string): Promise<void> {
  await writeAll(connection, new TextEncoder().encode("zINSTREAM\0"));
  using file = await Deno.open(path);
  const frame = new Uint8Array(4 + CHUNK);
  for (;;) {
    const size = await file.read(frame.subarray(4));
    new DataView(frame.buffer).setUint32(0, size ?? 0);
    await writeAll(connection, frame.subarray(0, 4 + (size ?? 0)));
    if (size === null) return;
  }
}

async function writeAll(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) done += await connection.write(bytes.subarray(done));
}

async function readAnswer(connection: Deno.Conn): Promise<string> {
  let text = "";
  const buffer = new Uint8Array(ANSWER_MAX);
  while (text.length < ANSWER_MAX) {
    const size = await connection.read(buffer);
    if (size === null) break;
    text += new TextDecoder().decode(buffer.subarray(0, size));
    const end = text.indexOf("\0");
    if (end >= 0) return text.slice(0, end);
  }
  throw new Error("clamd hung up");
}
