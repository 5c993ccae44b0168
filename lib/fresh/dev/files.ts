import { createHash } from "node:crypto";
import { dirname, extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A short hash of contents for addresses and validators. */
export function contentHash(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("base64url").replace(/[-_]/g, "").slice(0, 10);
}

/** "fonts/x.woff2" with the hash before the extension. */
export function hashedName(path: string, hash: string): string {
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}-${hash}${extension}`;
}

/** Write in one move, so that nobody ever reads half of a file. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const temp = `${path}.${crypto.randomUUID()}.tmp`;
  await (typeof content === "string" ? Deno.writeTextFile(temp, content) : Deno.writeFile(temp, content));
  await Deno.rename(temp, path);
}

export async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await Deno.readTextFile(path)) as T;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

export async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

export function brotliBest(content: Uint8Array): Promise<Uint8Array> {
  return promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  });
}

export function gzipBest(content: Uint8Array): Promise<Uint8Array> {
  return promisify(gzip)(content, { level: 9 });
}
