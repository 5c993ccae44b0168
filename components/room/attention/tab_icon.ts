import type { Badge } from "@/lib/realtime/client/attention.ts";

/** The mark, in a box of 32, as in `static/logo.svg`. */
const BIRD =
  "M1 10.4 6.6 6.8c1.7-1.1 3.7-.3 4.3 1.6 1.1 3.4 3.1 4.8 6.1 4.8 5 0 8.8-3.8 13.6-10.8.8 10.8-4.4 16.8-13.6 16.8-7.3 0-11.3-3-12-8z" +
  "M15.6 23.4a2.5 2.5 0 1 0-5 0 2.5 2.5 0 1 0 5 0M23.4 23.4a2.5 2.5 0 1 0-5 0 2.5 2.5 0 1 0 5 0M19.5 29a2.5 2.5 0 1 0-5 0 2.5 2.5 0 1 0 5 0";
/** Accent, and what a number stands on and is written in: the tab bar is the system's, not the page's. */
const COLORS = {
  light: { accent: "#00727a", pill: "#22211d", number: "#ffffff" },
  dark: { accent: "#5ecbce", pill: "#f0efed", number: "#1b1a18" },
};
/** Drawn larger than most tabs show it, for dense screens. */
const SCALE = 2;

export interface TabIcon {
  show(badge: Badge): void;
}

/** The icon of the tab with a badge in its corner. */
export function createTabIcon(): TabIcon {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const plain = link && { href: link.getAttribute("href")!, type: link.type };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let shown: Badge = { kind: "none" };

  function draw(): void {
    if (!link || !plain) return;
    const drawn = shown.kind === "none" ? null : paint(shown, COLORS[dark.matches ? "dark" : "light"]);
    link.type = drawn ? "image/png" : plain.type;
    link.href = drawn ?? plain.href;
  }

  dark.addEventListener("change", draw);
  return {
    show(badge) {
      if (badge.kind === shown.kind && countOf(badge) === countOf(shown)) return;
      shown = badge;
      draw();
    },
  };
}

const countOf = (badge: Badge) => badge.kind === "count" ? badge.count : 0;

/** The icon as a data address; null where the browser keeps canvases from being read. */
function paint(badge: Badge, { accent, pill, number }: typeof COLORS.light): string | null {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 32 * SCALE;
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.scale(SCALE, SCALE);
  context.fillStyle = accent;
  context.fill(new Path2D(BIRD));
  const count = countOf(badge);
  const [x, y, radius] = count > 0 ? [21.5, 21.5, 10.5] as const : [25.5, 25, 6.5] as const;
  // A gap around it, so that it is no part of the bird.
  context.globalCompositeOperation = "destination-out";
  disc(context, x, y, radius + 2);
  context.globalCompositeOperation = "source-over";
  context.fillStyle = count > 0 ? pill : accent;
  disc(context, x, y, radius);
  if (count > 0) {
    context.fillStyle = number;
    context.font = "700 16px sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(count > 9 ? "9+" : String(count), x, y + 1, 2 * radius - 4);
  }
  return canvas.toDataURL();
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
