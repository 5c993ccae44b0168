import type { z } from "zod";
import { AppError } from "@/lib/protocol/errors.ts";

/** Longest body of anything but an upload, in bytes. */
export const BODY_MAX = 64 * 1024;
/** Deepest nesting of a body: nothing of ours goes past four, and the walk over it stays shallow. */
const DEPTH_MAX = 16;

/**
 * Reads a JSON object and parses it.
 * @throws {AppError} `unsupported_media_type`, `payload_too_large`, `invalid_body`, `invalid_json`
 * @throws {z.ZodError} naming the first field at fault
 */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
  limit = BODY_MAX,
): Promise<z.output<S>> {
  if (!/^application\/([\w.-]+\+)?json$/.test(mediaType(request))) {
    throw new AppError("unsupported_media_type");
  }
  return schema.parse(parseObject(await readText(request, limit)));
}

/**
 * Reads a form that is URL-encoded and parses it. A field that comes twice is refused.
 * @throws {AppError} as {@link readJson}
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  limit = BODY_MAX,
): Promise<z.output<S>> {
  if (mediaType(request) !== "application/x-www-form-urlencoded") {
    throw new AppError("unsupported_media_type");
  }
  const fields = new URLSearchParams(await readText(request, limit));
  const names = [...fields.keys()];
  if (new Set(names).size < names.length) throw new AppError("invalid_body");
  return schema.parse(Object.fromEntries(fields));
}

/** Parses the parameters of a URL; of one that comes twice the last counts. */
export function readQuery<S extends z.ZodType>(url: URL, schema: S): z.output<S> {
  return schema.parse(Object.fromEntries(url.searchParams));
}

/** An id out of a path. @throws {AppError} `not_found` for what can be none */
export function readId(text: string | undefined): number {
  const id = /^[1-9]\d{0,15}$/.test(text ?? "") ? Number(text) : NaN;
  if (!Number.isSafeInteger(id)) throw new AppError("not_found");
  return id;
}

function mediaType(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
}

async function readText(request: Request, limit: number): Promise<string> {
  const bytes = await readBytes(request, limit);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("invalid_body");
  }
}

/** The body, given up as soon as it is longer than it may be, whatever its header claims. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const claimed = Number(request.headers.get("content-length") ?? 0);
  if (claimed > limit) throw new AppError("payload_too_large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > limit) throw new AppError("payload_too_large");
      chunks.push(chunk);
    }
  } catch (error) {
    // Anything else is a client that went away or sent what is no body.
    throw error instanceof AppError ? error : new AppError("invalid_body");
  }
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function parseObject(text: string): object {
  if (isTooDeep(text)) throw new AppError("invalid_body");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("invalid_json");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new AppError("invalid_body");
  return value;
}

/** Whether brackets outside of strings nest deeper than {@link DEPTH_MAX}. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let in_string = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (in_string) {
      if (unit === 0x5c) i++; // backslash: what follows is no quote
      else if (unit === 0x22) in_string = false;
    } else if (unit === 0x22) in_string = true;
    else if (unit === 0x7b || unit === 0x5b) { // { [
      if (++depth > DEPTH_MAX) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return false;
}
