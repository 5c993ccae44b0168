/** Writes small MP4 files, box by box. */

const latin1 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

export function bytes(...parts: (Uint8Array | string | number[])[]): Uint8Array {
  const all = parts.map((part) => typeof part === "string" ? latin1(part) : Uint8Array.from(part));
  const joined = new Uint8Array(all.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of all) {
    joined.set(one, at);
    at += one.length;
  }
  return joined;
}

export function u16(value: number): number[] {
  return [value >> 8 & 255, value & 255];
}

export function u32(value: number): number[] {
  return [value >>> 24, value >> 16 & 255, value >> 8 & 255, value & 255];
}

export function box(type: string, ...parts: (Uint8Array | string | number[])[]): Uint8Array {
  const content = bytes(...parts);
  return bytes(u32(content.length + 8), type, content);
}

/** A box with version 0 and no flags. */
export function full(type: string, ...parts: (Uint8Array | string | number[])[]): Uint8Array {
  return box(type, u32(0), ...parts);
}

const IDENTITY = [65_536, 0, 0, 0, 65_536, 0, 0, 0, 0x40000000];
const QUARTER = [0, 65_536, 0, -65_536, 0, 0, 0, 0, 0x40000000];

export interface TrackOptions {
  readonly handler: string;
  readonly width?: number;
  readonly height?: number;
  readonly turned?: boolean;
  /** Where its one chunk lies, and how long its one sample is. */
  readonly at?: number;
  readonly length?: number;
  readonly more?: Uint8Array[];
}

export function track(
  { handler, width = 0, height = 0, turned = false, at = 0, length = 0, more = [] }: TrackOptions,
): Uint8Array {
  return box(
    "trak",
    full(
      "tkhd",
      ...[u32(0xd0000000), u32(0xd0000001), u32(1), u32(0), u32(3000), u32(0), u32(0), u32(0), u32(0)],
      (turned ? QUARTER : IDENTITY).flatMap(u32),
      ...[u32(width * 65_536), u32(height * 65_536)],
    ),
    box(
      "mdia",
      full("mdhd", u32(0xd0000000), u32(0xd0000001), u32(1000), u32(3000), u32(0)),
      full("hdlr", u32(0), handler, u32(0), u32(0), u32(0), [0]),
      box(
        "minf",
        box(
          "stbl",
          full("stsd", u32(0)),
          full("stsc", u32(1), u32(1), u32(1), u32(1)),
          full("stsz", u32(0), u32(1), u32(length)),
          full("stco", u32(1), u32(at)),
        ),
      ),
    ),
    ...more,
  );
}

export const FTYP = box("ftyp", "isom", u32(512), "isomiso2avc1mp41");

export const MVHD = full(
  "mvhd",
  ...[u32(0xd0000000), u32(0xd0000001), u32(1000), u32(3000), new Uint8Array(80)],
);

/** A video that says in every known place where it was taken. */
export function locatedMp4(): Uint8Array {
  const telemetry = "+48.8584+002.2945/TELEMETRY";
  const picture = "PICTURE-SAMPLES-OF-THE-VIDEO";
  const mdat = box("mdat", picture, telemetry);
  const base = FTYP.length + 8;
  const udta = () =>
    box(
      "udta",
      box("\u00a9xyz", u16(18), u16(0x15c7), "+35.6892+051.3890/"),
      full("loci", u16(0), "Tehran\0", [0], u32(51), u32(35), u32(0), "earth\0"),
    );
  const meta = () => full("meta", "com.apple.quicktime.location.ISO6709", "+35.6892+051.3890/");
  return bytes(
    FTYP,
    mdat,
    box("free", "LEFTOVER-LOCATION"),
    box(
      "moov",
      MVHD,
      track({
        ...{ handler: "vide", width: 640, height: 360, turned: true, at: base, length: picture.length },
        more: [udta(), meta()],
      }),
      track({ handler: "meta", at: base + picture.length, length: telemetry.length }),
      udta(),
      meta(),
      box("uuid", new Uint8Array(16).fill(0xbe), "<x:xmpmeta>SecretCreator</x:xmpmeta>"),
    ),
    box("uuid", new Uint8Array(16).fill(0xbe), "<x:xmpmeta>SecretCreator</x:xmpmeta>"),
    box("XTRA", "SecretMaker"),
  );
}
