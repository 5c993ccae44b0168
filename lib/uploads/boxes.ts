/**
 * Walking the boxes of ISO base media files (ISO/IEC 14496-12: MP4, MOV, HEIC) without believing them.
 * Nothing is moved, so that no offset in the file changes: what must go is overwritten where it lies.
 */

/** Bytes at any place, such as a file's. */
export interface Source {
  readonly size: number;
  /** As many of the bytes from `at` as there are, at most `length`. */
  read(at: number, length: number): Promise<Uint8Array>;
}

export interface Box {
  /** Four characters. */
  readonly type: string;
  readonly at: number;
  /** Where its content begins. */
  readonly content: number;
  readonly end: number;
}

/** One overwriting. */
export type Edit =
  /** The box becomes free space, its content zeros. */
  | { readonly kind: "free"; readonly box: Box }
  | { readonly kind: "zero"; readonly at: number; readonly length: number }
  | { readonly kind: "bytes"; readonly at: number; readonly bytes: Uint8Array };

/** The boxes make no sense. */
export class BoxError extends Error {
  override name = "BoxError";
}

/** How much may be done for one file, whatever is in it: counted down. */
export interface Budget {
  /** Boxes looked at: a file of nothing but empty ones would have millions. */
  boxes: number;
  /** Pieces of samples overwritten, and their bytes. */
  pieces: number;
  bytes: number;
}

export function budgetFor({ size }: Source): Budget {
  return { boxes: 20_000, pieces: 50_000, bytes: size };
}

/** Runs a reading of boxes; a field beyond the end of its box is a fault of the file. @throws BoxError */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof RangeError ? new BoxError(error.message) : error;
  }
}

/** The boxes between two places, in order. @throws BoxError */
export async function* boxesIn(
  source: Source,
  from: number,
  to: number,
  budget: Budget,
): AsyncGenerator<Box> {
  for (let at = from; at + 8 <= to;) {
    if (budget.boxes-- <= 0) throw new BoxError("too many boxes");
    const head = view(await source.read(at, 16));
    if (head.byteLength < 8) throw new BoxError("cut off");
    const short = head.getUint32(0);
    const long = short === 1;
    if (long && head.byteLength < 16) throw new BoxError("cut off");
    const size = short === 0 ? to - at : long ? Number(head.getBigUint64(8)) : short;
    const content = at + (long ? 16 : 8);
    // Also false for sizes beyond what a number holds exactly.
    if (!(content <= at + size && at + size <= to)) throw new BoxError(`a box of ${size} bytes at ${at}`);
    yield { type: latin(head, 4), at, content, end: at + size };
    at += size;
  }
}

/** The first box of a type inside another. */
export async function childOf(
  source: Source,
  parent: Box,
  type: string,
  budget: Budget,
): Promise<Box | null> {
  for await (const box of boxesIn(source, parent.content, parent.end, budget)) {
    if (box.type === type) return box;
  }
  return null;
}

/** The whole content of a box that has to be read. @throws BoxError when it is longer than `max` */
export async function contentOf(source: Source, box: Box, max: number): Promise<DataView> {
  const length = box.end - box.content;
  if (length > max) throw new BoxError(`${box.type} of ${length} bytes`);
  const bytes = await source.read(box.content, length);
  if (bytes.length < length) throw new BoxError("cut off");
  return view(bytes);
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Four characters of a name. */
export function latin(data: DataView, at: number): string {
  return String.fromCharCode(
    data.getUint8(at),
    data.getUint8(at + 1),
    data.getUint8(at + 2),
    data.getUint8(at + 3),
  );
}

/** A file as a source, and the place edits go to. */
export function fileSource(file: Deno.FsFile, size: number): Source {
  return {
    size,
    async read(at, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
      await file.seek(at, Deno.SeekMode.Start);
      let done = 0;
      while (done < bytes.length) {
        const read = await file.read(bytes.subarray(done));
        if (read === null) break;
        done += read;
      }
      return bytes.subarray(0, done);
    },
  };
}

const ZEROS = new Uint8Array(64 * 1024);
const FREE = new TextEncoder().encode("free");

/** Carries edits out; what would lie beyond the file's end is left. */
export async function applyEdits(file: Deno.FsFile, size: number, edits: readonly Edit[]): Promise<void> {
  const write = async (at: number, bytes: Uint8Array) => {
    await file.seek(at, Deno.SeekMode.Start);
    for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
  };
  const zero = async (from: number, to: number) => {
    const end = Math.min(to, size);
    for (let at = from; at < end; at += ZEROS.length) {
      await write(at, ZEROS.subarray(0, Math.min(ZEROS.length, end - at)));
    }
  };
  for (const edit of edits) {
    if (edit.kind === "bytes") await write(edit.at, edit.bytes);
    else if (edit.kind === "zero") await zero(edit.at, edit.at + edit.length);
    else {
      await write(edit.box.at + 4, FREE);
      await zero(edit.box.content, edit.box.end);
    }
  }
}
