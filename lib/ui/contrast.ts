/** A colour as `#rrggbb`. */
const HEX = /^#[0-9a-f]{6}$/i;

export function isHexColor(text: string): boolean {
  return HEX.test(text);
}

/** Contrast that text needs against what lies behind it, and that other signs need (WCAG 2.2, 1.4.3 and 1.4.11). */
export const TEXT_CONTRAST = 4.5;
export const SIGN_CONTRAST = 3;

/**
 * How far two colours differ in brightness, from 1 to 21.
 * @param one `#rrggbb`
 */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of sRGB as WCAG 2.2 defines it, 0 to 1. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Black or white, whichever is read better on a colour. One of them always has more than 4.5 : 1. */
export function inkOn(hex: string): "#ffffff" | "#000000" {
  return contrast(hex, "#ffffff") >= contrast(hex, "#000000") ? "#ffffff" : "#000000";
}
