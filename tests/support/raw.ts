/** HTTP as bytes on a connection of its own, for what no well-behaved client would send. */

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Longer than an answer takes on a slow and busy machine; no test passes by it. */
const PATIENCE = 30_000;

/**
 * Sends bytes and reads until the other side closes: requests should say `Connection: close`.
 * @throws when nothing that looks like an answer came
 */
export async function speak(url: string, request: string | Uint8Array<ArrayBuffer>): Promise<RawAnswer> {
  using connection = await connectTo(url);
  const bytes = typeof request === "string" ? new TextEncoder().encode(request) : request;
  await connection.write(bytes);
  return parse(await readAll(connection));
}

/** The head of a request to this server, with `Connection: close`; lines are added as they are given. */
export function head(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): string {
  const all = { "Host": new URL(url).host, "Connection": "close", "Accept-Language": "en", ...headers };
  return `${method} ${path} HTTP/1.1\r\n` +
    Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("") + "\r\n";
}

export function connectTo(url: string): Promise<Deno.TcpConn> {
  const { hostname, port } = new URL(url);
  return Deno.connect({ hostname: hostname.replace(/^\[|\]$/g, ""), port: Number(port) });
}

/** All that comes until the other side closes, at most for some seconds. */
export async function readAll(connection: Deno.TcpConn, patience = PATIENCE): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  const timer = setTimeout(() => connection.close(), patience);
  try {
    for await (const chunk of connection.readable) text += decoder.decode(chunk, { stream: true });
  } catch {
    // Reset by the other side, or closed by the timer: what came is what there is.
  } finally {
    clearTimeout(timer);
  }
  return text;
}

function parse(text: string): RawAnswer {
  const end = text.indexOf("\r\n\r\n");
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
  if (status === undefined || end < 0) throw new Error(`no answer but ${JSON.stringify(text.slice(0, 200))}`);
  const headers = new Headers();
  for (const line of text.slice(0, end).split("\r\n").slice(1)) {
    const colon = line.indexOf(":");
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return { status: Number(status), headers, body: text.slice(end + 4) };
}
