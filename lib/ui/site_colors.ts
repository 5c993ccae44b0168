/**
 * The colour that a site has chosen, made readable. Luminance and contrast as in WCAG 2.2; mixed in oklab, since
 * mixing with black or white in oklch drifts through other hues.
 */
import { type ColorName, hex } from "./tokens.ts";

/** Contrast that text needs (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;
const STEP = 0.01;

type Three = readonly [number, number, number];

export interface SiteColors {
  /** The colour itself, as areas have it. */
  readonly site: string;
  /** Text on it: black or white, whichever is read better. */
  readonly on: string;
  /** As text and icons on the surfaces of a light page, and of a dark one. */
  readonly light: string;
  readonly dark: string;
}

/** @param site `#rrggbb` */
export function siteColors(site: string): SiteColors {
  return {
    site,
    on: contrastOf(site, "#ffffff") >= contrastOf(site, "#000000") ? "#ffffff" : "#000000",
    light: readable(site, "#000000", surfaces("light")),
    dark: readable(site, "#ffffff", surfaces("dark")),
  };
}

/** Contrast of two colours, 1 to 21. */
export function contrastOf(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Where a site's colour stands as text. */
function surfaces(theme: "light" | "dark"): string[] {
  const names: ColorName[] = ["surface-1", "surface-2", "surface-3", "float"];
  return names.map((name) => hex(name, theme));
}

/** The colour with as little of `toward` in it as makes it readable on all of these. */
function readable(color: string, toward: string, on: readonly string[]): string {
  for (let share = 0; share < 1; share += STEP) {
    const mixed = share === 0 ? color : mix(color, toward, share);
    if (on.every((surface) => contrastOf(mixed, surface) >= READABLE)) return mixed;
  }
  return toward;
}

function mix(a: string, b: string, share: number): string {
  const [from, to] = [toOklab(toLinear(a)), toOklab(toLinear(b))];
  return toHex(fromOklab(from.map((value, i) => value + (to[i]! - value) * share) as unknown as Three));
}

function luminance(color: string): number {
  const [r, g, b] = toLinear(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toLinear(color: string): Three {
  const decode = (at: number) => {
    const channel = parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  };
  return [decode(1), decode(3), decode(5)];
}

function toHex(linear: Three): string {
  return "#" + linear.map((channel) => {
    const clipped = Math.min(1, Math.max(0, channel));
    const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255).toString(16).padStart(2, "0");
  }).join("");
}

/** Matrices here and below: Björn Ottosson, "A perceptual color space for image processing". */
function toOklab([r, g, b]: Three): Three {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([L, a, b]: Three): Three {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}
