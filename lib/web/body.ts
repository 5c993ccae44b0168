import { z } from "zod";
import { ClientId } from "@/lib/protocol/content.ts";
import { AppError } from "@/lib/protocol/errors.ts";

/** Longest body of anything but an upload, in bytes. */
export const BODY_MAX = 64 * 1024;
/**
 * How long it may take to come, in milliseconds. The server itself waits for ever, so that a thousand that
 * trickle would be a thousand kept.
 */
const BODY_TIME = 15_000;
/** Deepest nesting of a body: nothing of ours goes past four, and the walk over it stays shallow. */
const DEPTH_MAX = 16;

/** What a body may cost. */
export interface BodyBounds {
  /** Bytes. */
  readonly max?: number;
  /** Milliseconds. */
  readonly time?: number;
}

/**
 * Reads a JSON object and parses it.
 * @throws {AppError} `unsupported_media_type`, `payload_too_large`, `request_timeout`, `invalid_body`,
 *   `invalid_json`
 * @throws {z.ZodError} naming the first field at fault
 */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
  bounds: BodyBounds = {},
): Promise<z.output<S>> {
  if (!/^application\/([\w.-]+\+)?json$/.test(mediaType(request))) {
    throw new AppError("unsupported_media_type");
  }
  return schema.parse(parseObject(await readText(request, bounds)));
}

/**
 * Reads a form that is URL-encoded and parses it. A field that comes twice is refused.
 * @throws {AppError} as {@link readJson}
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  bounds: BodyBounds = {},
): Promise<z.output<S>> {
  if (mediaType(request) !== "application/x-www-form-urlencoded") {
    throw new AppError("unsupported_media_type");
  }
  const fields = new URLSearchParams(await readText(request, bounds));
  const names = [...fields.keys()];
  if (new Set(names).size < names.length) throw new AppError("invalid_body");
  return schema.parse(Object.fromEntries(fields));
}

/** Parses the parameters of a URL; of one that comes twice the last counts. */
export function readQuery<S extends z.ZodType>(url: URL, schema: S): z.output<S> {
  return schema.parse(Object.fromEntries(url.searchParams));
}

const Key = z.object({ "Idempotency-Key": ClientId });

/**
 * What a client calls a request, so that the same one again does nothing twice; undefined where it does not.
 * @throws {z.ZodError} naming the header
 */
export function keyOf({ headers }: Request): string | undefined {
  const text = headers.get("idempotency-key");
  return text === null ? undefined : Key.parse({ "Idempotency-Key": text })["Idempotency-Key"];
}

/** An id out of a path. @throws {AppError} `not_found` for what can be none */
export function readId(text: string | undefined): number {
  const id = /^[1-9]\d{0,15}$/.test(text ?? "") ? Number(text) : NaN;
  if (!Number.isSafeInteger(id)) throw new AppError("not_found");
  return id;
}

/** Whether a body is one of several parts, as forms with files send. */
export function isMultipart(request: Request): boolean {
  return mediaType(request) === "multipart/form-data";
}

function mediaType(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
}

async function readText(request: Request, bounds: BodyBounds): Promise<string> {
  const bytes = await readBytes(request, bounds);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("invalid_body");
  }
}

/**
 * The body, given up as soon as it is longer than it may be, whatever its header claims, or takes too long.
 * @throws {AppError} `payload_too_large`, `request_timeout`, `invalid_body`
 */
export async function readBytes(
  { body, headers }: Request,
  { max = BODY_MAX, time = BODY_TIME }: BodyBounds,
): Promise<Uint8Array> {
  if (Number(headers.get("content-length") ?? 0) > max) throw new AppError("payload_too_large");
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  let is_late = false;
  const timer = setTimeout(() => {
    is_late = true;
    // Ends the read that waits as if the body had ended.
    reader.cancel().catch(() => {});
  }, time);
  const chunks = await readChunks(reader, max).catch((error) => {
    // Anything else is a client that went away or sent what is no body.
    throw error instanceof AppError ? error : new AppError("invalid_body");
  }).finally(() => clearTimeout(timer));
  if (is_late) throw new AppError("request_timeout");
  return join(chunks);
}

async function readChunks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  max: number,
): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    size += value.length;
    if (size > max) {
      reader.cancel().catch(() => {});
      throw new AppError("payload_too_large");
    }
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
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
