import { extname } from "node:path";
import { listFiles } from "../load.ts";
import type { Manifest, StaticFile } from "../snapshot.ts";
import { brotliBest, contentHash, exists, gzipBest, writeWhole } from "./files.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/vnd.microsoft.icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
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

/**
 * The served files of one build. Names on disk hold the hash of the content, so a build only ever adds:
 * a server that still runs on the former one finds its files as they were.
 */
export class Output {
  /** By path of the address, as the manifest lists them. */
  readonly files: Record<string, StaticFile> = {};

  /** @param compress false in development, where it would only cost time */
  constructor(readonly dir: string, readonly compress: boolean) {}

  /**
   * Write a file and its compressed variants.
   * @param name its name on disk, hash included
   * @param address where it is kept for ever
   * @param plain an address at which it may change with the next build
   */
  async add(
    name: string,
    content: Uint8Array,
    { address, plain }: { address?: string; plain?: string },
  ): Promise<void> {
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    const compress = this.compress && TEXT.test(type) && content.byteLength >= WORTHWHILE;
    await Promise.all([
      this.#write(name, () => content),
      compress && this.#write(`${name}.br`, () => brotliBest(content)),
      compress && this.#write(`${name}.gz`, () => gzipBest(content)),
    ]);
    const encodings: StaticFile["encodings"] = compress ? ["br", "gzip"] : [];
    const file = { file: name, type, etag: `"${contentHash(content)}"`, encodings };
    if (address) this.files[address] = { ...file, immutable: true };
    if (plain) this.files[plain] = { ...file, immutable: false };
  }

  async #write(name: string, content: () => Uint8Array | Promise<Uint8Array>): Promise<void> {
    const path = `${this.dir}/${name}`;
    if (!await exists(path)) await writeWhole(path, await content());
  }

  /** Remove what neither this build nor the former one lists. */
  async sweep(former: Manifest | null): Promise<void> {
    const kept = new Set<string>();
    for (const { file } of [...Object.values(this.files), ...Object.values(former?.files ?? {})]) {
      for (const suffix of ["", ".br", ".gz"]) kept.add(file + suffix);
    }
    const dead = listFiles(this.dir).filter((file) => !kept.has(file));
    await Promise.all(dead.map((file) => Deno.remove(`${this.dir}/${file}`).catch(() => {})));
  }
}
