/** Where on the screen something was chosen: beside it opens what it opens. */
export type Anchor = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** Between what floats and what it belongs to, and at least between it and the window's edge, in pixels. */
const GAP = 6;

/**
 * Puts what floats below its anchor, or above where there is no room, its edge on the anchor's, within the
 * window. Set through the CSSOM, which the content security policy leaves to scripts.
 */
export function placeBeside(element: HTMLElement, anchor: Anchor): void {
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = anchor.bottom + GAP;
  const top = below + height <= innerHeight ? below : anchor.top - GAP - height;
  const rtl = getComputedStyle(element).direction === "rtl";
  const left = rtl ? anchor.right - width : anchor.left;
  // Held by the stylesheet's own arithmetic, so that it stays within a window that is turned or made smaller.
  const within = (at: number, size: number, window: string) =>
    `clamp(${GAP}px, ${at}px, max(${GAP}px, 100${window} - ${size + GAP}px))`;
  element.style.inset = `${within(top, height, "vh")} auto auto ${within(left, width, "vw")}`;
}
