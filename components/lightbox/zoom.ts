/** The arithmetic of looking closer: how a picture lies in its box, and what a finger did. */

/** Scale 1 is the whole picture; the shift is that of its centre from the box's, in pixels of the page. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Bounds {
  readonly box: Size;
  /** The picture at scale 1. */
  readonly picture: Size;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
const SCALE_MAX = 8;
/** What one press of a key or two taps do. */
export const STEP = 1.5;
export const CLOSER = 2.5;

/** How far a swipe goes at least, in pixels, and how fast a short one is, in pixels a millisecond. */
const FAR = 80;
const FAST = 0.45;
const FAST_FAR = 24;

/** The size of a picture that is wholly in its box, and no larger than it is. */
export function fit({ width, height }: Size, box: Size): Size {
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: width * scale, height: height * scale };
}

/** Another scale, with what lies under a point (from the centre of the box) staying under it. */
export function zoomTo(zoom: Zoom, scale: number, { x, y }: Point, bounds: Bounds): Zoom {
  const next = Math.min(SCALE_MAX, Math.max(1, scale));
  const ratio = next / zoom.scale;
  return within({ scale: next, x: x - (x - zoom.x) * ratio, y: y - (y - zoom.y) * ratio }, bounds);
}

export function panBy(zoom: Zoom, x: number, y: number, bounds: Bounds): Zoom {
  return within({ scale: zoom.scale, x: zoom.x + x, y: zoom.y + y }, bounds);
}

/** No edge of the picture comes further in than the box's; where it is smaller, it stands in the middle. */
function within({ scale, x, y }: Zoom, { box, picture }: Bounds): Zoom {
  const across = Math.max(0, (picture.width * scale - box.width) / 2);
  const down = Math.max(0, (picture.height * scale - box.height) / 2);
  return { scale, x: clamp(x, across), y: clamp(y, down) };
}

function clamp(value: number, most: number): number {
  // Adding zero makes of -0 what it is.
  return Math.min(most, Math.max(-most, value)) + 0;
}

export type Swipe = "left" | "right" | "down";

/** What a finger meant that went this far in this many milliseconds; null where it meant nothing. */
export function swipeOf({ x, y }: Point, took: number): Swipe | null {
  const across = Math.abs(x) > Math.abs(y);
  const far = across ? Math.abs(x) : y;
  const is_meant = far > FAR || (far > FAST_FAR && far / Math.max(1, took) > FAST);
  if (!is_meant) return null;
  return across ? (x < 0 ? "left" : "right") : "down";
}
