import sharp, { type Sharp } from "sharp";
import { AppError } from "@/lib/protocol/errors.ts";
import { returnLargeBlocks } from "./allocator.ts";
import { createPool } from "./pool.ts";
import { diskFault } from "./storage.ts";

/** Most pixels of a picture, all its frames together: what it takes in memory and time follows from it. */
export const PIXELS_MAX = 50_000_000;

/** What a format takes to be written anew, as measured on pictures of 12 to 48 megapixels. */
interface Cost {
  /** Bytes of memory a pixel. */
  readonly memory: number;
  readonly pixels_max: number;
}

const COSTS: Readonly<Record<string, Cost>> = {
  "image/jpeg": { memory: 8, pixels_max: PIXELS_MAX },
  "image/png": { memory: 8, pixels_max: PIXELS_MAX },
  "image/webp": { memory: 14, pixels_max: PIXELS_MAX },
  "image/gif": { memory: 19, pixels_max: 25_000_000 },
  "image/avif": { memory: 38, pixels_max: 16_000_000 },
};

/** Bytes that all pictures under way may take together. */
const MEMORY_MAX = 640_000_000;

/** Most frames of an animation. */
const FRAMES_MAX = 600;
/** Edge of the small picture that lists and messages show, in pixels. */
export const THUMBNAIL_EDGE = 640;
/** Edge of the picture that stands for one that browsers cannot show. */
const PREVIEW_EDGE = 1600;
/** Edge of a profile picture. */
const PICTURE_EDGE = 256;
/** Seconds after which a picture is given up. */
const TIMEOUT = 60;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels without a format, four bytes each. */
export interface Pixels extends Size {
  readonly data: Uint8Array;
}

// A picture takes one thread, so that two leave the machine to the rest. Nothing is worth remembering of one.
sharp.concurrency(1);
sharp.cache(false);
returnLargeBlocks();
// What is read is decided here, not by what a file claims to be: no SVG, PDF or TIFF is ever opened.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpeg",
    "VipsForeignLoadPng",
    "VipsForeignLoadWebp",
    "VipsForeignLoadNsgif",
    "VipsForeignLoadHeif",
  ],
});

/**
 * The only file that knows how pictures are decoded. Work is done outside of the event loop, two pictures at
 * a time and fewer where they are large; beyond a short line of waiting ones it is refused.
 */
export function createImages({ running = 2, waiting = 40 }: { running?: number; waiting?: number } = {}) {
  const pool = createPool({ running, waiting, capacity: MEMORY_MAX });
  const weigh = (type: string, { width, height }: Size) => width * height * COSTS[type]!.memory;

  return {
    /**
     * Decodes a picture and writes it anew in its own format: upright, in sRGB, with its animation and
     * without anything else that came with it.
     * @param type MIME type of what is in the file
     * @throws AppError `image_too_large`, `file_broken`, `unavailable`
     */
    async reencode(input: string, type: string, output: string): Promise<Size> {
      const bounds = await told(boundsOf(input, type));
      return await pool.run(() => told(write(reencoded(input, type, bounds), output)), weigh(type, bounds));
    },

    /** Writes a small WebP of a picture that was written by `reencode`, which gave its size. */
    async thumbnail(input: string, type: string, size: Size, output: string): Promise<void> {
      const small = () => told(write(shrunk(open(input, 1), THUMBNAIL_EDGE).webp({ quality: 75 }), output));
      await pool.run(small, weigh(type, size) / 2);
    },

    /** Writes a WebP of decoded pixels, to stand for what browsers cannot show. */
    async preview(pixels: Pixels, output: string): Promise<void> {
      const image = shrunk(fromPixels(pixels), PREVIEW_EDGE).webp({ quality: 80 });
      await pool.run(() => told(write(image, output)), pixels.data.length);
    },

    /** Writes a JPEG of decoded pixels. */
    async jpeg(pixels: Pixels, output: string): Promise<void> {
      const image = fromPixels(pixels).flatten({ background: "white" }).jpeg({ quality: 90 });
      await pool.run(() => told(write(image, output)), pixels.data.length);
    },

    /** Writes the middle of a picture as a square WebP. */
    async square(input: string, type: string, output: string): Promise<Size> {
      const bounds = await told(boundsOf(input, type, 1));
      const image = () =>
        open(input, 1).autoOrient().resize(PICTURE_EDGE, PICTURE_EDGE, { fit: "cover" }).webp({
          quality: 85,
        });
      return await pool.run(() => told(write(image(), output)), weigh(type, bounds));
    },
  };
}

export type Images = ReturnType<typeof createImages>;

interface Bounds extends Size {
  readonly frames: number;
}

/** Looks at the head of a picture before anything is decoded. */
async function boundsOf(input: string, type: string, pages = ANIMATED.has(type) ? -1 : 1): Promise<Bounds> {
  const { width, height, pages: frames = 1 } = await open(input, pages).metadata();
  // With all frames read, the height is that of all of them together.
  if (width * height > COSTS[type]!.pixels_max || frames > FRAMES_MAX) throw tooLarge(type);
  return { width, height, frames };
}

const ANIMATED: ReadonlySet<string> = new Set(["image/gif", "image/webp"]);

function reencoded(input: string, type: string, { frames }: Bounds): Sharp {
  // Turning an animation would take it apart; neither format knows an orientation without EXIF.
  return encode(frames > 1 && ANIMATED.has(type) ? open(input, -1) : open(input, 1).autoOrient(), type);
}

function open(input: string, pages: number): Sharp {
  return sharp(input, { pages, limitInputPixels: PIXELS_MAX, failOn: "error", sequentialRead: true });
}

function fromPixels({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: PIXELS_MAX });
}

function encode(image: Sharp, type: string): Sharp {
  switch (type) {
    case "image/jpeg":
      return image.jpeg({ quality: 85 });
    case "image/png":
      return image.png({ compressionLevel: 6 });
    case "image/webp":
      // More effort takes four times as long for a tenth fewer bytes.
      return image.webp({ quality: 85, effort: 1 });
    case "image/gif":
      return image.gif({ effort: 1 });
    case "image/avif":
      return image.avif({ quality: 60, effort: 0 });
    default:
      throw new TypeError(`no picture: ${type}`);
  }
}

function shrunk(image: Sharp, edge: number): Sharp {
  return image.resize(edge, edge, { fit: "inside", withoutEnlargement: true });
}

/** Writes without metadata, which is what sharp does unless told otherwise. */
async function write(image: Sharp, output: string): Promise<Size> {
  const { width, height, pageHeight } = await image.timeout({ seconds: TIMEOUT }).toFile(output);
  return { width, height: pageHeight ?? height };
}

/** What libvips complains about, as it is told to people. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const fault = diskFault(error);
    if (fault instanceof AppError) throw fault;
    const message = fault instanceof Error ? fault.message : "";
    if (/pixel limit|timeout|dimensions/i.test(message)) throw tooLarge();
    throw Object.assign(new AppError("file_broken"), { cause: error });
  }
}

function tooLarge(type = "image/jpeg"): AppError {
  return new AppError("image_too_large", { max_mp: COSTS[type]!.pixels_max / 1_000_000 });
}
