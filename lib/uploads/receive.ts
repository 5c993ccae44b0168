import * as files from "@/db/files.ts";
import type { Store } from "@/db/store.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Log } from "@/lib/web/log.ts";
import type { RateLimiter, Rule } from "@/lib/web/rate_limit.ts";
import type { Admission } from "./admission.ts";
import { type IncomingFile, type Patience, readMultipart } from "./multipart.ts";
import type { Prepare, Prepared, PrepareOptions, Received } from "./prepare.ts";
import { MB, type Quota, type Reservation } from "./quota.ts";
import { discard, type Storage, writeFile } from "./storage.ts";

/** Uploads of a person: an album at once, then one every few seconds. */
const UPLOADING: Rule = { name: "uploading", burst: 30, every: 3000 };

/** Parts of the body that are files for us; any other is read and forgotten. */
const FILE_FIELDS: ReadonlySet<string> = new Set(["file", "files", "file[]"]);

interface Deps {
  readonly store: Store;
  readonly log: Log;
  readonly limiter: RateLimiter;
  readonly admission: Admission;
  readonly quota: Quota;
  readonly storage: Storage;
  readonly prepare: Prepare;
  readonly patience?: Patience;
}

/** What is wanted of one request. */
export interface Wanted<T> {
  readonly purpose: PrepareOptions["purpose"];
  /** Bytes of one file. */
  readonly limit: number;
  readonly maxFiles: number;
  /** Asked when a file begins, with the fields that came before it: throws for who may not. */
  allow?(fields: Readonly<Record<string, string>>): Promise<void>;
  /** Asked when all was received, before anything is made of it. */
  accept?(fields: Readonly<Record<string, string>>): Promise<void>;
  /** Writes the rows. What is not among the database's files after it is removed again. */
  use(files: readonly Prepared[], fields: Readonly<Record<string, string>>): Promise<T>;
}

/** Takes the files of a request from its first byte to the row in the database. */
export function createReceive({ store, log, limiter, admission, quota, storage, prepare, patience }: Deps) {
  /**
   * @throws AppError `rate_limited`, `quota_exceeded`, `payload_too_large`, `file_missing`, what
   * `readMultipart` and `prepare` throw, and what `wanted` throws; then nothing is kept
   */
  async function receive<T>(actor: Actor, request: Request, wanted: Wanted<T>): Promise<T> {
    limiter.limit(UPLOADING, String(actor.id));
    using _place = admission.enter(actor.id);
    const reservation = await quota.reserve(actor.id);
    const received: Received[] = [];
    let kept = 0;
    try {
      const fields = await readBody(request, wanted, reservation, received);
      if (received.length === 0) throw new AppError("file_missing", {}, "file");
      await wanted.accept?.(fields);
      const prepared: Prepared[] = [];
      try {
        for (const one of received) {
          prepared.push(await prepareOne(actor, one, prepared, wanted, reservation));
        }
        return await wanted.use(prepared, fields);
      } finally {
        kept = await settle(prepared);
      }
    } finally {
      reservation.settle(kept);
      for (const { path } of received) await discard(path).catch(() => {});
    }
  }

  async function readBody<T>(
    request: Request,
    { limit, maxFiles, allow }: Wanted<T>,
    reservation: Reservation,
    received: Received[],
  ): Promise<Record<string, string>> {
    const fields: Record<string, string> = {};
    const max_mb = Math.floor(limit / MB);
    let before = 0;
    await readMultipart(request, {
      maxFiles,
      max_mb,
      // Room for a few files of full size, or many smaller ones.
      maxTotal: (maxFiles > 1 ? 2 : 1) * limit + MB / 16,
      patience,
      onField(name, value) {
        if (Object.hasOwn(fields, name)) throw new AppError("invalid_body");
        fields[name] = value;
      },
      async onFile(file: IncomingFile) {
        if (!FILE_FIELDS.has(file.field)) return await forget(file);
        await allow?.(fields);
        const path = storage.temporary();
        received.push({ path, name: file.name });
        before += await writeFile(path, file.chunks, (size) => {
          if (size > limit) throw new AppError("payload_too_large", { max_mb });
          reservation.take(before + size);
        });
      },
    });
    return fields;
  }

  async function prepareOne<T>(
    actor: Actor,
    received: Received,
    before: readonly Prepared[],
    { purpose }: Wanted<T>,
    reservation: Reservation,
  ): Promise<Prepared> {
    const taken = before.reduce((sum, { file }) => sum + file.stored_size, 0);
    return await prepare(actor, received, { purpose, onSize: (bytes) => reservation.take(taken + bytes) });
  }

  /**
   * Removes what has no row after all, such as the files of a message that was sent before. The database is
   * asked, since a file whose row was written must never be lost; what it does not answer is swept later.
   * @returns bytes that were kept
   */
  async function settle(prepared: readonly Prepared[]): Promise<number> {
    if (prepared.length === 0) return 0;
    try {
      const known = new Set(
        (await store.all(files.known(prepared.map(({ file }) => file.id)))).map(({ id }) => id),
      );
      let bytes = 0;
      for (const { file } of prepared) {
        if (known.has(file.id)) bytes += file.stored_size;
        else await storage.remove(file.storage_key, file.thumbnail_key);
      }
      return bytes;
    } catch (error) {
      log.warn("files without a row are left to the sweep", { error });
      return 0;
    }
  }

  return receive;
}

export type Receive = ReturnType<typeof createReceive>;

async function forget({ chunks }: IncomingFile): Promise<void> {
  for await (const _ of chunks) { /* bounded by the length of the body */ }
}
