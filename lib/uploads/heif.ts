/**
 * What a HEIC picture tells of its maker, overwritten where it lies (ISO/IEC 23008-12): Exif with its
 * position, XMP and every other item that is no picture. The picture itself is not touched; how it is to be
 * turned stands in properties of its own.
 */
import {
  type Box,
  BoxError,
  boxesIn,
  type Budget,
  budgetFor,
  contentOf,
  type Edit,
  latin,
  reading,
  type Source,
} from "./boxes.ts";

const TOP: ReadonlySet<string> = new Set(["ftyp", "meta", "mdat"]);
const META: ReadonlySet<string> = new Set([
  ...["hdlr", "pitm", "iinf", "iloc", "iprp", "iref", "idat", "dinf", "grpl"],
]);
/** Items that are pictures, or say how others make one. */
const PICTURES: ReadonlySet<string> = new Set([
  ...[
    "hvc1",
    "hvt1",
    "hev1",
    "lhv1",
    "av01",
    "avc1",
    "jpeg",
    "j2k1",
    "vvc1",
    "grid",
    "iovl",
    "iden",
    "tmap",
    "tili",
  ],
]);

/** Longest list of items that is read, in bytes. */
const TABLE_MAX = 1024 * 1024;

/** An Exif block of nothing: offset, byte order, no entries. Some readers stumble over zeros. */
// deno-fmt-ignore
const EMPTY_EXIF = new Uint8Array([0, 0, 0, 0, 0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/**
 * What must be overwritten so that only the picture is left.
 * @throws BoxError when that cannot be said for certain
 */
export function inspectHeif(source: Source): Promise<Edit[]> {
  return reading(() => inspect(source));
}

async function inspect(source: Source): Promise<Edit[]> {
  const budget = budgetFor(source);
  const edits: Edit[] = [];
  let meta: Box | null = null;
  for await (const box of boxesIn(source, 0, source.size, budget)) {
    if (!TOP.has(box.type)) edits.push({ kind: "free", box });
    else if (box.type === "meta") {
      if (meta) throw new BoxError("two lists of items");
      meta = box;
    }
  }
  if (!meta) throw new BoxError("no list of items");
  return [...edits, ...await inspectItems(source, meta, budget)];
}

async function inspectItems(source: Source, meta: Box, budget: Budget): Promise<Edit[]> {
  const edits: Edit[] = [];
  const parts = new Map<string, Box>();
  // Four bytes of version and flags stand before the boxes.
  for await (const box of boxesIn(source, meta.content + 4, meta.end, budget)) {
    if (!META.has(box.type)) edits.push({ kind: "free", box });
    else if (parts.has(box.type)) throw new BoxError(`two ${box.type}`);
    else parts.set(box.type, box);
  }
  const iinf = parts.get("iinf"), iloc = parts.get("iloc");
  if (!iinf || !iloc) throw new BoxError("items without places");
  const others = await itemsBesidePictures(source, iinf, budget);
  if (others.size === 0) return edits;
  for (const place of placesOf(await contentOf(source, iloc, TABLE_MAX), others)) {
    edits.push(...overwriting(place, parts.get("idat"), source));
  }
  if (others.size > 0 && edits.length === 0) throw new BoxError("items without places");
  return edits;
}

/** Ids and types of the items that are no pictures. */
async function itemsBesidePictures(source: Source, iinf: Box, budget: Budget): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const version = (await source.read(iinf.content, 4))[0];
  for await (const box of boxesIn(source, iinf.content + (version === 0 ? 6 : 8), iinf.end, budget)) {
    if (box.type !== "infe") throw new BoxError("an unknown item");
    const data = await contentOf(source, box, 4096);
    const infe = data.getUint8(0);
    if (infe !== 2 && infe !== 3) throw new BoxError("an item of old");
    const id = infe === 2 ? data.getUint16(4) : data.getUint32(4);
    const type = latin(data, infe === 2 ? 8 : 10);
    if (!PICTURES.has(type)) found.set(id, type);
  }
  return found;
}

interface Place {
  readonly type: string;
  /** 0: in the file; 1: in `idat`. */
  readonly construction: number;
  readonly at: number;
  readonly length: number;
  readonly whole: boolean;
}

/** Where items lie (`iloc`, 8.11.3). */
function placesOf(data: DataView, wanted: ReadonlyMap<number, string>): Place[] {
  const reader = createReader(data);
  const version = reader.take(1);
  reader.take(3);
  const sizes = reader.take(2);
  const [offset_size, length_size, base_size] = [sizes >> 12 & 15, sizes >> 8 & 15, sizes >> 4 & 15];
  const index_size = version === 0 ? 0 : sizes & 15;
  const places: Place[] = [];
  const located = new Set<number>();
  for (let left = reader.take(version < 2 ? 2 : 4); left > 0; left--) {
    const id = reader.take(version < 2 ? 2 : 4);
    const construction = version === 0 ? 0 : reader.take(2) & 15;
    const elsewhere = reader.take(2);
    const base = reader.take(base_size);
    const extents = reader.take(2);
    const type = wanted.get(id);
    if (type !== undefined) located.add(id);
    if (type !== undefined && elsewhere !== 0) throw new BoxError("an item in another file");
    for (let i = 0; i < extents; i++) {
      reader.take(index_size);
      const at = base + reader.take(offset_size);
      const length = reader.take(length_size);
      if (type !== undefined) places.push({ type, construction, at, length, whole: extents === 1 });
    }
  }
  if (located.size < wanted.size) throw new BoxError("an item without a place");
  return places;
}

function overwriting(
  { type, construction, at, length, whole }: Place,
  idat: Box | undefined,
  source: Source,
): Edit[] {
  if (construction > 1 || construction === 1 && !idat) throw new BoxError("an item made of others");
  const from = construction === 1 ? idat!.content + at : at;
  const end = construction === 1 ? idat!.end : source.size;
  // No length means: to the end of the file, and so the picture with it.
  if (length === 0 || from + length > end) throw new BoxError("an item beyond its place");
  const zero: Edit = { kind: "zero", at: from, length };
  if (type !== "Exif" || !whole || length < EMPTY_EXIF.length) return [zero];
  return [zero, { kind: "bytes", at: from, bytes: EMPTY_EXIF }];
}

function createReader(data: DataView) {
  let at = 0;
  return {
    /** A number of so many bytes: 0, 1, 2, 3, 4 or 8. */
    take(size: number): number {
      if (at + size > data.byteLength) throw new BoxError("cut off");
      const from = at;
      at += size;
      if (size === 0 || size === 3) return 0;
      if (size === 1) return data.getUint8(from);
      if (size === 2) return data.getUint16(from);
      if (size === 4) return data.getUint32(from);
      if (size !== 8) throw new BoxError("a number of odd length");
      const value = Number(data.getBigUint64(from));
      if (!Number.isSafeInteger(value)) throw new BoxError("a place beyond all files");
      return value;
    },
  };
}
