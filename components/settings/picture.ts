import { paint } from "@/lib/ui/crop.ts";
import type { Crop } from "@/lib/ui/crop.ts";

/** What the server takes: bytes of a file, pixels of a picture. */
export const BYTES_MAX = 10 * 1024 * 1024;
const PIXELS_MAX = 50_000_000;
/** Longest side one works on, in pixels: larger would only cost memory. */
const SIDE = 2000;
/** Side of what is sent, in pixels: the server makes what it needs of it. */
const RESULT = 512;

/** More pixels than are taken. */
export class TooManyPixels extends Error {}

/**
 * Opens a picture, upright whatever its camera said, and small enough to work with.
 * @returns null where this browser cannot read it: the server may know more
 * @throws {TooManyPixels} before they are unpacked
 */
export async function openPicture(file: Blob): Promise<HTMLCanvasElement | null> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    const loaded = new Promise<boolean>((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
    });
    image.src = url;
    if (!await loaded || image.naturalWidth === 0) return null;
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width * height > PIXELS_MAX) throw new TooManyPixels();
    const scale = Math.min(1, SIDE / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const brush = canvas.getContext("2d");
    if (!brush) return null;
    brush.imageSmoothingQuality = "high";
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The part that is kept, as a file with a fitting name. */
export async function cutOut(picture: HTMLCanvasElement, crop: Crop): Promise<File | null> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = RESULT;
  const brush = canvas.getContext("2d");
  if (!brush) return null;
  paint(brush, picture, crop, RESULT);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/webp", 0.92));
  // Where there is no WebP the browser makes a PNG.
  return blob && new File([blob], `picture.${blob.type.split("/")[1]}`, { type: blob.type });
}

/** Part of a place's picture that each of its corners takes, as `.avatar-place` has it. */
const CORNER = 0.26;

/** Dims what lies beside the mask: round for people, with soft corners for places. */
export function maskOut(
  brush: CanvasRenderingContext2D,
  size: number,
  shape: "person" | "place" = "person",
): void {
  const trace = (inset: number) => {
    if (shape === "person") brush.arc(size / 2, size / 2, size / 2 - inset, 0, 2 * Math.PI);
    else brush.roundRect(inset, inset, size - 2 * inset, size - 2 * inset, size * CORNER - inset);
  };
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.beginPath();
  brush.rect(0, 0, size, size);
  trace(1);
  brush.fillStyle = "rgb(20 20 20 / .55)";
  brush.fill("evenodd");
  brush.beginPath();
  trace(2);
  brush.strokeStyle = "rgb(255 255 255 / .9)";
  brush.lineWidth = 3;
  brush.stroke();
}
