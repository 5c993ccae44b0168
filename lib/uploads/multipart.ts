import { Busboy } from "@fastify/busboy";
import type { Readable } from "node:stream";
import { AppError } from "@/lib/protocol/errors.ts";

/** Longest text field, in bytes: a message of 4,000 code points, escaped in no way. */
const FIELD_MAX = 64 * 1024;
const FIELDS_MAX = 20;
const NAME_MAX = 100;

/** How long a body may take, in milliseconds. */
export interface Patience {
  /** Without a single byte. */
  readonly stall: number;
  /** From beginning to end. */
  readonly total: number;
}

export const PATIENCE: Patience = { stall: 30_000, total: 20 * 60_000 };

/** A file that is on its way. */
export interface IncomingFile {
  readonly field: string;
  /** As the client wrote it: believed in nothing. */
  readonly name: string;
  /** Its bytes as they come. Read to the end, or throw. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface MultipartOptions {
  readonly maxFiles: number;
  /** Bytes of the whole body. */
  readonly maxTotal: number;
  /** Megabytes of one file, told with the refusal of a body that claims too much. */
  readonly max_mb: number;
  readonly patience?: Patience;
  onField(name: string, value: string): void;
  /** Takes one file; the next one comes after its last byte. What it throws ends the request. */
  onFile(file: IncomingFile): Promise<void>;
}

/**
 * Reads a `multipart/form-data` body as it comes; nothing of it is kept here. Gives up at the first fault
 * and leaves the rest unread.
 * @throws AppError `unsupported_media_type`, `payload_too_large`, `too_many_files`, `invalid_body`,
 * `upload_incomplete`, `request_timeout`, and whatever `onFile` throws
 */
export async function readMultipart(request: Request, options: MultipartOptions): Promise<void> {
  const { maxTotal, max_mb, patience = PATIENCE } = options;
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type) || request.body === null) {
    throw new AppError("unsupported_media_type");
  }
  if (Number(request.headers.get("content-length") ?? 0) > maxTotal) {
    throw new AppError("payload_too_large", { max_mb });
  }
  const taking = take(type, options);
  const reader = request.body.getReader();
  const late = timer(patience.total);
  try {
    let total = 0;
    for (;;) {
      const stalled = timer(patience.stall);
      const { done, value } = await Promise.race([reader.read(), taking.failed, stalled.over, late.over])
        .finally(stalled.stop);
      if (done) break;
      total += value.length;
      if (total > maxTotal) throw new AppError("payload_too_large", { max_mb });
      await taking.write(value);
    }
    await taking.end();
  } catch (error) {
    // A client that went away, or one that sent what is no multipart.
    const fault = error instanceof AppError ? error : new AppError("upload_incomplete");
    await taking.abort(fault);
    reader.cancel(fault).catch(() => {});
    throw fault;
  } finally {
    late.stop();
  }
}

/** The parser, and those who take files from it. */
function take(type: string, { maxFiles, onField, onFile }: MultipartOptions) {
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {});
  const fail = (error: unknown) => failure.reject(error);
  const parser = createParser(type, maxFiles);
  const streams: Readable[] = [];
  const taken: Promise<void>[] = [];
  parser.on("field", (name: string, value: string, name_cut: boolean, value_cut: boolean) => {
    if (name_cut || value_cut) fail(new AppError("invalid_body"));
    else onField(name, value);
  });
  parser.on("file", (field: string, stream: Readable, name: string | undefined) => {
    streams.push(stream);
    const file = onFile({ field, name: name ?? "", chunks: stream });
    file.catch(fail);
    taken.push(file);
  });
  parser.on("filesLimit", () => fail(new AppError("too_many_files", { max: maxFiles })));
  parser.on("partsLimit", () => fail(new AppError("invalid_body")));
  parser.on("fieldsLimit", () => fail(new AppError("invalid_body")));
  parser.on("error", () => fail(new AppError("upload_incomplete")));
  const finished = new Promise<void>((resolve) => parser.on("finish", resolve));

  return {
    failed: failure.promise,
    async write(chunk: Uint8Array): Promise<void> {
      if (parser.write(chunk)) return;
      const drained = new Promise<void>((resolve) => parser.once("drain", resolve));
      await Promise.race([drained, failure.promise]);
    },
    async end(): Promise<void> {
      parser.end();
      await Promise.race([finished, failure.promise]);
      await Promise.race([Promise.all(taken), failure.promise]);
    },
    /** Ends every stream with the fault, and waits until those who read them have let go. */
    async abort(fault: AppError): Promise<void> {
      for (const stream of streams) {
        stream.on("error", () => {});
        stream.destroy(fault);
      }
      parser.destroy();
      await Promise.allSettled(taken);
    },
  };
}

function createParser(type: string, maxFiles: number) {
  try {
    return new Busboy({
      headers: { "content-type": type },
      limits: {
        fieldNameSize: NAME_MAX,
        fieldSize: FIELD_MAX,
        fields: FIELDS_MAX,
        files: maxFiles,
        parts: FIELDS_MAX + maxFiles + 1,
        headerPairs: 20,
      },
    });
  } catch {
    // No boundary.
    throw new AppError("invalid_body");
  }
}

/** Rejects after some time, unless stopped. */
function timer(milliseconds: number): { over: Promise<never>; stop: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const handle = setTimeout(() => reject(new AppError("request_timeout")), milliseconds);
  return { over: promise, stop: () => clearTimeout(handle) };
}
