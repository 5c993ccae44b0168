import { createHash } from "node:crypto";
import { dirname, extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { StaticFile } from "../snapshot.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/vnd.microsoft.icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webm": "video/webm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** Types worth compressing; pictures, sounds and woff2 are compressed in themselves. */
const TEXT = /^(text\/|application\/(json|xml|manifest|wasm)|image\/(svg|vnd))/;
/** Below this a compressed file saves less than its header costs. */
const WORTHWHILE = 512;

/** A short hash of contents for addresses and validators. */
export function contentHash(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("base64url").replace(/[-_]/g, "").slice(0, 10);
}

/** "fonts/x.woff2" with the hash before the extension. */
export function hashedName(path: string, hash: string): string {
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}-${hash}${extension}`;
}

export async function writeFile(dir: string, path: string, content: Uint8Array): Promise<void> {
  await Deno.mkdir(dirname(`${dir}/${path}`), { recursive: true });
  await Deno.writeFile(`${dir}/${path}`, content);
}

/**
 * Describe a file that lies in the folder of static files, and lay its compressed variants beside it.
 * @param compress false in development, where it would only cost time
 */
export async function finishFile(
  dir: string,
  file: string,
  immutable: boolean,
  compress: boolean,
): Promise<StaticFile> {
  const content = await Deno.readFile(`${dir}/${file}`);
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const encodings: StaticFile["encodings"] = [];
  if (compress && TEXT.test(type) && content.byteLength >= WORTHWHILE) {
    const [brotli, zipped] = await Promise.all([brotliBest(content), gzipBest(content)]);
    await Deno.writeFile(`${dir}/${file}.br`, brotli);
    await Deno.writeFile(`${dir}/${file}.gz`, zipped);
    encodings.push("br", "gzip");
  }
  return { file, type, etag: `"${contentHash(content)}"`, immutable, encodings };
}

/** Size of the gzip variant, in bytes. */
export async function gzipSize(content: Uint8Array): Promise<number> {
  return (await gzipBest(content)).byteLength;
}

function brotliBest(content: Uint8Array): Promise<Uint8Array> {
  return promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  });
}

function gzipBest(content: Uint8Array): Promise<Uint8Array> {
  return promisify(gzip)(content, { level: 9 });
}
