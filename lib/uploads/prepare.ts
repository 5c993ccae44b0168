import { createHash } from "node:crypto";
import type { NewFile } from "@/db/files.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { applyEdits, BoxError, fileSource } from "./boxes.ts";
import { safeName } from "./file_name.ts";
import type { HeicDecoder } from "./heic.ts";
import { inspectHeif } from "./heif.ts";
import type { Images, Pixels } from "./images.ts";
import { detect, HEAD_BYTES, mediaOf, type MediaType } from "./media_types.ts";
import type { Scanner } from "./scan.ts";
import { discard, diskFault, type Storage } from "./storage.ts";
import { inspectVideo } from "./video.ts";

/** A file that was received whole and is not looked at yet. */
export interface Received {
  /** Where it lies, in the folder for what is unfinished. */
  readonly path: string;
  /** As the client wrote it. */
  readonly name: string;
}

/** A file in its place and on disk, whose row is still to be written. */
export interface Prepared {
  readonly file: NewFile;
  readonly name: string;
}

interface Deps {
  readonly now: () => number;
  readonly nextId: () => number;
  readonly storage: Storage;
  readonly images: Images;
  readonly heic: HeicDecoder;
  readonly scanner: Scanner | null;
}

export interface PrepareOptions {
  readonly purpose: NewFile["purpose"];
  /** Told what it will take on disk before it is kept; what it throws ends it. */
  readonly onSize: (bytes: number) => void;
}

/** What became of the bytes. */
interface Made {
  readonly media: MediaType;
  readonly name: string;
  readonly main: string;
  readonly thumbnail: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly duration: number | null;
}

/** Makes of what was received what may be kept and shown to others. */
export function createPrepare({ now, nextId, storage, images, heic, scanner }: Deps) {
  /**
   * Looks into a file, takes out what tells of its maker, and puts it in its place. What was received is gone
   * afterwards in any case; of a file that is refused nothing stays.
   * @throws AppError `file_type_unsupported`, `file_broken`, `image_too_large`, `file_infected`,
   * `quota_exceeded`, `unavailable`
   */
  async function prepare(actor: Actor, received: Received, options: PrepareOptions): Promise<Prepared> {
    const scratch = [received.path];
    const temporary = () => {
      const path = storage.temporary();
      scratch.push(path);
      return path;
    };
    try {
      const name = safeName(received.name);
      const media = await detect(await headOf(received.path), name);
      await scanner?.scan(received.path);
      const made = await make({ path: received.path, name, media, temporary }, options.purpose);
      return await keep(actor, made, options);
    } catch (error) {
      throw diskFault(error);
    } finally {
      for (const path of scratch) await discard(path).catch(() => {});
    }
  }

  function make(source: Source, purpose: NewFile["purpose"]): Promise<Made> {
    if (purpose === "picture") return makePicture(source);
    if (source.media.kind === "image") return makeImage(source);
    return source.media.kind === "heic" ? makeHeic(source) : makeVideo(source);
  }

  async function makeImage({ path, name, media, temporary }: Source): Promise<Made> {
    const main = temporary();
    const thumbnail = temporary();
    const size = await images.reencode(path, media.type, main);
    await images.thumbnail(main, media.type, size, thumbnail);
    return { media, name, main, thumbnail, ...size, duration: null };
  }

  async function makePicture({ path, media, temporary }: Source): Promise<Made> {
    if (media.kind === "video") throw new AppError("file_type_unsupported");
    const main = temporary();
    let input = path, type = media.type;
    if (media.kind === "heic") {
      const pixels = await heic.decode(path);
      if (!pixels) throw new AppError("file_broken");
      input = temporary();
      type = "image/webp";
      await images.preview(pixels, input);
    }
    const size = await images.square(input, type, main);
    return {
      ...{ media: mediaOf("image/webp")!, name: "picture.webp", main, thumbnail: null, ...size },
      duration: null,
    };
  }

  /**
   * Kept as it came, so that whoever has the right program gets all of it; what it tells of its maker is
   * overwritten in place. Where that cannot be done for certain, a JPEG is kept instead.
   */
  async function makeHeic(source: Source): Promise<Made> {
    const { path, name, media, temporary } = source;
    const clean = await overwrite(path);
    const pixels = await heic.decode(path);
    if (!clean && !pixels) throw new AppError("file_broken");
    const thumbnail = pixels ? temporary() : null;
    if (pixels) await images.preview(pixels, thumbnail!);
    const size = { width: pixels?.width ?? null, height: pixels?.height ?? null };
    const made = { media, name, main: path, thumbnail, ...size, duration: null };
    return clean ? made : { ...made, ...await asJpeg(source, pixels!) };
  }

  async function asJpeg(
    { name, temporary }: Source,
    pixels: Pixels,
  ): Promise<Pick<Made, "media" | "name" | "main">> {
    const main = temporary();
    await images.jpeg(pixels, main);
    return { media: mediaOf("image/jpeg")!, name: name.replace(/\.[^.]*$/, ".jpg"), main };
  }

  /** Whether all that is no picture could be overwritten. */
  async function overwrite(path: string): Promise<boolean> {
    using file = await Deno.open(path, { read: true, write: true });
    const { size } = await file.stat();
    try {
      await applyEdits(file, size, await inspectHeif(fileSource(file, size)));
      return true;
    } catch (error) {
      if (error instanceof BoxError) return false;
      throw error;
    }
  }

  async function makeVideo({ path, name, media }: Source): Promise<Made> {
    using file = await Deno.open(path, { read: true, write: true });
    const { size } = await file.stat();
    const report = await inspectVideo(fileSource(file, size)).catch((error) => {
      if (!(error instanceof BoxError)) throw error;
      throw Object.assign(new AppError("file_broken"), { cause: error });
    });
    await applyEdits(file, size, report.edits);
    if (report.end < size) await file.truncate(report.end);
    const { width, height, duration } = report;
    return { media, name, main: path, thumbnail: null, width, height, duration };
  }

  /** Moves what was made to its place. */
  async function keep(actor: Actor, made: Made, { purpose, onSize }: PrepareOptions): Promise<Prepared> {
    const { media, name, width, height, duration } = made;
    const { size } = await Deno.stat(made.main);
    const thumbnail_size = made.thumbnail === null ? 0 : (await Deno.stat(made.thumbnail)).size;
    onSize(size + thumbnail_size);
    const id = nextId();
    const storage_key = storage.keyOf(id, media.extensions[0]);
    const thumbnail_key = made.thumbnail === null ? null : storage.keyOf(id, "thumbnail.webp");
    const hash = await hashOf(made.main);
    try {
      await storage.keep(made.main, storage_key);
      if (thumbnail_key !== null) await storage.keep(made.thumbnail!, thumbnail_key);
    } catch (error) {
      await storage.remove(storage_key, thumbnail_key).catch(() => {});
      throw error;
    }
    const file: NewFile = {
      ...{ id, workspace_id: actor.workspace_id, owner_id: actor.id, purpose, hash },
      ...{ storage_key, thumbnail_key, type: media.type, size, stored_size: size + thumbnail_size },
      ...{ width, height, duration, scan_state: scanner ? "clean" : "unscanned", created_at: now() },
    };
    return { file, name };
  }

  return prepare;
}

export type Prepare = ReturnType<typeof createPrepare>;

interface Source {
  readonly path: string;
  readonly name: string;
  readonly media: MediaType;
  readonly temporary: () => string;
}

async function headOf(path: string): Promise<Uint8Array> {
  using file = await Deno.open(path);
  const { size } = await file.stat();
  return await fileSource(file, size).read(0, HEAD_BYTES);
}

/** SHA-256 in hexadecimal, of a file of any size. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  const buffer = new Uint8Array(256 * 1024);
  for (;;) {
    const size = await file.read(buffer);
    if (size === null) return hash.digest("hex");
    hash.update(buffer.subarray(0, size));
  }
}
