/** Small files that claim to be huge, in each format that is accepted. */
import sharp from "sharp";
import { bytes, u16, u32 } from "./mp4.ts";

export interface Bomb {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bombs of a few kilobytes, up to a few hundred. */
export async function bombs(): Promise<Bomb[]> {
  return [
    { name: "20000x20000.png", bytes: await pngOf(20_000, 20_000, 2500 * 20_001) },
    { name: "inflates-to-a-gigabyte.png", bytes: await pngOf(100, 100, 1_000_000_000) },
    {
      name: "a-text-of-200-megabytes.png",
      bytes: await pngOf(100, 100, 13 * 100, await textBomb(200_000_000)),
    },
    { name: "65500x65500.jpg", bytes: await hugeJpeg() },
    { name: "16383x16383.webp", bytes: hugeWebp() },
    { name: "65535x65535.gif", bytes: gifOf(65_535, 65_535, 1) },
    { name: "300-frames-of-16-megapixels.gif", bytes: gifOf(4000, 4000, 300) },
    { name: "30000x30000.avif", bytes: await hugeAvif() },
  ];
}

/** A grey PNG of one bit a pixel, whose data inflates to so many zeros. */
async function pngOf(
  width: number,
  height: number,
  size: number,
  ...more: Uint8Array[]
): Promise<Uint8Array> {
  const head = bytes(u32(width), u32(height), [1, 0, 0, 0, 0]);
  return bytes(
    [0x89],
    "PNG\r\n\x1a\n",
    chunk("IHDR", head),
    ...more,
    chunk("IDAT", await deflated(size)),
    chunk("IEND", new Uint8Array()),
  );
}

async function textBomb(size: number): Promise<Uint8Array> {
  return chunk("zTXt", bytes("Comment\0\0", await deflated(size)));
}

async function deflated(zeros: number): Promise<Uint8Array> {
  let left = zeros;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(left, 1_000_000)));
      left -= 1_000_000;
    },
  });
  return await new Response(stream.pipeThrough(new CompressionStream("deflate"))).bytes();
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = bytes(type, data);
  return bytes(u32(data.length), body, u32(crc32(body)));
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = crc >>> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A small JPEG whose head says that it is large. */
async function hugeJpeg(): Promise<Uint8Array> {
  const small = new Uint8Array(await sharp({ create: plain(16, 16) }).jpeg().toBuffer());
  const at = small.findIndex((byte, i) => byte === 0xff && (small[i + 1] === 0xc0 || small[i + 1] === 0xc2));
  small.set([...u16(65_500), ...u16(65_500)], at + 5);
  return small;
}

/** The head of a lossless WebP of the largest size there is. */
function hugeWebp(): Uint8Array {
  const little = (value: number) => u32(value).reverse();
  const size = 16_382 | 16_382 << 14;
  const data = bytes([0x2f], little(size), new Uint8Array(4000));
  return bytes("RIFF", little(data.length + 13), "WEBPVP8L", little(data.length), data, [0]);
}

/** A GIF of so many frames, each of one colour over its whole canvas. */
function gifOf(width: number, height: number, frames: number): Uint8Array {
  const little = (value: number) => u16(value).reverse();
  const frame = bytes(
    [0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0],
    little(width),
    little(height),
    // Least code size 2; "clear", one pixel, "end".
    [0, 2, 2, 0x44, 0x01, 0],
  );
  return bytes(
    "GIF89a",
    little(width),
    little(height),
    [0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    ...Array.from({ length: frames }, () => frame),
    [0x3b],
  );
}

/** A small AVIF that says in its properties that it is large. */
async function hugeAvif(): Promise<Uint8Array> {
  const small = new Uint8Array(await sharp({ create: plain(64, 64) }).avif().toBuffer());
  const at = new TextDecoder("latin1").decode(small).indexOf("ispe");
  small.set([...u32(30_000), ...u32(30_000)], at + 8);
  return small;
}

function plain(width: number, height: number) {
  return { width, height, channels: 3 as const, background: "red" };
}
