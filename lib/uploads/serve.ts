import { AppError } from "@/lib/protocol/errors.ts";

/** A file as it goes out. */
export interface Served {
  readonly path: string;
  /** From our record, never from the name. */
  readonly type: string;
  readonly etag: string;
  readonly name: string;
  /** Shown by the browser itself rather than saved. */
  readonly inline: boolean;
}

const CHUNK = 64 * 1024;

/**
 * Answers with a file or the part of it that was asked for (RFC 9110, 13 and 14), read from disk as the
 * client takes it. Kept by the browser alone, and asked for again each time, so that a right that is gone
 * shows at once.
 * @throws AppError `not_found` where the bytes are missing
 */
export async function serveFile(request: Request, served: Served): Promise<Response> {
  const file = await Deno.open(served.path).catch((error) => {
    throw error instanceof Deno.errors.NotFound ? new AppError("not_found") : error;
  });
  let open = true;
  try {
    const { size } = await file.stat();
    const headers = headersOf(served);
    if (matches(request.headers.get("if-none-match"), served.etag)) {
      return new Response(null, { status: 304, headers });
    }
    const range = rangeOf(request, served.etag, size);
    if (range === "unsatisfiable") {
      headers.set("content-range", `bytes */${size}`);
      return new Response(null, { status: 416, headers });
    }
    const { from, to } = range ?? { from: 0, to: size - 1 };
    headers.set("content-length", String(to - from + 1));
    if (range) headers.set("content-range", `bytes ${from}-${to}/${size}`);
    const status = range ? 206 : 200;
    if (request.method === "HEAD") return new Response(null, { status, headers });
    open = false;
    return new Response(bytesOf(file, from, to + 1), { status, headers });
  } finally {
    if (open) file.close();
  }
}

function headersOf({ type, etag, name, inline }: Served): Headers {
  return new Headers({
    "content-type": type,
    "content-disposition": disposition(inline ? "inline" : "attachment", name),
    "accept-ranges": "bytes",
    "cache-control": "private, no-cache",
    etag,
    "x-content-type-options": "nosniff",
    // Even what is taken for a page by mistake runs nothing and reaches nobody.
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
  });
}

/** RFC 6266: a plain name for old programs, the true one beside it. */
function disposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.trim() === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

interface Range {
  readonly from: number;
  /** The last byte. */
  readonly to: number;
}

/** The one part that was asked for; null for the whole file, also where several parts or none make sense. */
function rangeOf(request: Request, etag: string, size: number): Range | "unsatisfiable" | null {
  const header = request.headers.get("range");
  if (header === null) return null;
  const condition = request.headers.get("if-range");
  if (condition !== null && condition.trim() !== etag) return null;
  const [, first, last] = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header) ?? [];
  if (first === undefined || first === "" && last === "") return null;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  const to = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < from) return null;
  return from >= size ? "unsatisfiable" : { from, to };
}

/** Bytes of an open file, which is closed when they are read or not wanted any more. */
function bytesOf(file: Deno.FsFile, from: number, end: number): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream({
    async start() {
      await file.seek(from, Deno.SeekMode.Start);
    },
    async pull(controller) {
      const buffer = new Uint8Array(Math.min(CHUNK, end - at));
      const size = buffer.length === 0 ? null : await file.read(buffer);
      if (size === null) {
        file.close();
        controller.close();
        return;
      }
      at += size;
      controller.enqueue(buffer.subarray(0, size));
    },
    cancel() {
      file.close();
    },
  });
}
