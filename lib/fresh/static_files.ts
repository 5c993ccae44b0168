import type { Context } from "./context.ts";
import { HttpError } from "./http_error.ts";
import type { StaticFile } from "./snapshot.ts";
import type { Middleware } from "./types.ts";

const IMMUTABLE = "public, max-age=31536000, immutable";
/** May be kept, must be asked about: answers 304 as long as the content is the same. */
const REVALIDATE = "public, no-cache";

type Body = Uint8Array<ArrayBuffer>;

/**
 * Serves the files of the build: hashed ones for ever, others with a validator, precompressed where the
 * client takes it. A lookup in a table, no file system, for requests that are not for a file. Without a
 * build there are no files to serve.
 */
export function staticFiles<State>(): Middleware<State> {
  // Contents by path on disk: a build does not change while a server runs on it.
  const contents = new Map<string, Promise<Body>>();
  return (ctx) => {
    const { manifest, staticDir } = ctx.site.snapshot;
    if (manifest === null || staticDir === null) return ctx.next();
    const { basePath } = ctx.config;
    if (!ctx.path.startsWith(basePath)) return ctx.next();
    const path = ctx.path.slice(basePath.length);
    const file = Object.hasOwn(manifest.files, path) ? manifest.files[path] : undefined;
    if (file === undefined) return ctx.next();
    const { method } = ctx.req;
    if (method !== "GET" && method !== "HEAD") {
      return new Response("Method Not Allowed", { status: 405, headers: { allow: "GET, HEAD" } });
    }
    return serveFile(ctx, file, (variant) => {
      const disk = `${staticDir}/${variant}`;
      let content = contents.get(disk);
      if (!content) contents.set(disk, content = readOr404(disk, contents));
      return content;
    });
  };
}

/** A file may be gone when another build has taken the place of this server's. */
async function readOr404(disk: string, contents: Map<string, unknown>): Promise<Body> {
  try {
    return await Deno.readFile(disk);
  } catch (error) {
    contents.delete(disk);
    throw new HttpError(404, undefined, { cause: error });
  }
}

async function serveFile<State>(
  ctx: Context<State>,
  file: StaticFile,
  read: (variant: string) => Promise<Body>,
): Promise<Response> {
  const encoding = pickEncoding(ctx.req.headers.get("accept-encoding"), file.encodings);
  const etag = encoding ? file.etag.replace(/"$/, `-${encoding}"`) : file.etag;
  const headers = new Headers({
    "content-type": file.type,
    "cache-control": file.immutable ? IMMUTABLE : REVALIDATE,
    "x-content-type-options": "nosniff",
    etag,
  });
  if (file.encodings.length > 0) headers.set("vary", "accept-encoding");
  if (matches(ctx.req.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  if (encoding) headers.set("content-encoding", encoding);
  const body = await read(file.file + SUFFIX[encoding ?? "identity"]);
  const range = encoding || !isSame(ctx.req.headers, etag) ? null : ctx.req.headers.get("range");
  return range ? partial(body, headers, range) : whole(body, headers);
}

/** Whether what the client has a part of is still what stands here (RFC 9110, 13.1.5). */
function isSame(headers: Headers, etag: string): boolean {
  const condition = headers.get("if-range");
  return condition === null || condition === etag;
}

const SUFFIX = { br: ".br", gzip: ".gz", identity: "" };

function whole(body: Body, headers: Headers): Response {
  headers.set("content-length", String(body.byteLength));
  headers.set("accept-ranges", "bytes");
  return new Response(body, { headers });
}

/** One range of bytes (RFC 9110, 14.2), which players of audio and video ask for. Others: the whole. */
function partial(body: Body, headers: Headers, range: string): Response {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range);
  if (!match || (match[1] === "" && match[2] === "")) return whole(body, headers);
  const size = body.byteLength;
  const start = match[1] === "" ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === "" || match[2] === "" ? size - 1 : Math.min(size - 1, Number(match[2]));
  if (start > end) {
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${size}` } });
  }
  headers.set("content-range", `bytes ${start}-${end}/${size}`);
  headers.set("content-length", String(end - start + 1));
  return new Response(body.subarray(start, end + 1), { status: 206, headers });
}

/** The best encoding that exists and is not refused: brotli before gzip. */
export function pickEncoding(
  accept: string | null,
  available: StaticFile["encodings"],
): StaticFile["encodings"][number] | null {
  if (accept === null || available.length === 0) return null;
  const accepted = new Set(
    accept.toLowerCase().split(",")
      .map((part) => part.trim().split(/\s*;\s*/))
      .filter(([, q]) => q === undefined || !/^q=0(\.0*)?$/.test(q))
      .map(([name]) => name),
  );
  return available.find((encoding) => accepted.has(encoding)) ?? null;
}

/** Weak comparison against a list of validators (RFC 9110, 13.1.2). */
function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(",").some((value) => value.trim().replace(/^W\//, "") === etag);
}
