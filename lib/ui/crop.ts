/**
 * Which part of a picture lies under a round mask. Lengths are in diameters of the mask, so that the screen
 * and the result are drawn by the same numbers.
 */
export interface Crop {
  /** Pixels of the picture, before it is turned. */
  readonly width: number;
  readonly height: number;
  /** Quarters it was turned by, clockwise. */
  readonly turn: 0 | 1 | 2 | 3;
  /** 1 where its shorter side just fills the mask. */
  readonly zoom: number;
  /** From the middle of the mask to the middle of the picture. */
  readonly x: number;
  readonly y: number;
}

export const ZOOM_MAX = 5;

/** The middle of the picture, as much of it as the mask can show. */
export function startCrop(width: number, height: number): Crop {
  return { width, height, turn: 0, zoom: 1, x: 0, y: 0 };
}

export function moved(crop: Crop, by_x: number, by_y: number): Crop {
  return within({ ...crop, x: crop.x + by_x, y: crop.y + by_y });
}

/** Larger or smaller; what lies at this point, seen from the middle of the mask, stays there. */
export function zoomed(crop: Crop, zoom: number, at_x = 0, at_y = 0): Crop {
  const to = Math.min(ZOOM_MAX, Math.max(1, zoom));
  const by = to / crop.zoom;
  return within({ ...crop, zoom: to, x: at_x + (crop.x - at_x) * by, y: at_y + (crop.y - at_y) * by });
}

/** A quarter to the right, or to the left, around the middle of the mask. */
export function turned(crop: Crop, to: "left" | "right"): Crop {
  const turn = (crop.turn + (to === "right" ? 1 : 3)) % 4 as Crop["turn"];
  const [x, y] = to === "right" ? [-crop.y, crop.x] : [crop.y, -crop.x];
  return within({ ...crop, turn, x, y });
}

/** How long a pixel of the picture is. */
export function scaleOf({ width, height, zoom }: Crop): number {
  return zoom / Math.min(width, height);
}

/** The mask is never empty at an edge. */
function within(crop: Crop): Crop {
  const scale = scaleOf(crop);
  const [width, height] = crop.turn % 2 ? [crop.height, crop.width] : [crop.width, crop.height];
  return {
    ...crop,
    x: bounded(crop.x, (width * scale - 1) / 2),
    y: bounded(crop.y, (height * scale - 1) / 2),
  };
}

function bounded(value: number, most: number): number {
  // Minus zero is no other place than zero.
  return Math.max(-most, Math.min(most, value)) + 0;
}

/** The part of a canvas of 2D that is needed here. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  "setTransform" | "clearRect" | "translate" | "rotate" | "scale" | "drawImage" | "imageSmoothingQuality"
>;

/** Draws what lies under the mask into a square of so many pixels. */
export function paint(brush: Brush, picture: CanvasImageSource, crop: Crop, size: number): void {
  const scale = scaleOf(crop) * size;
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.clearRect(0, 0, size, size);
  brush.imageSmoothingQuality = "high";
  brush.translate((0.5 + crop.x) * size, (0.5 + crop.y) * size);
  brush.rotate(crop.turn * Math.PI / 2);
  brush.scale(scale, scale);
  brush.drawImage(picture, -crop.width / 2, -crop.height / 2);
}
