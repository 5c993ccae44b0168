/**
 * `deno task icons`: the pictures of the installed program, drawn from the mark in `static/logo.svg`. They
 * change with the mark alone, so they are kept beside it and not made by each build.
 */
import sharp from "sharp";
import { hex } from "@/lib/ui/tokens.ts";

const STATIC = new URL("../static/", import.meta.url);
/** The bird takes this much of a tile, as the design has it. */
const SHARE = 0.68;
/** What of the mark's box stands in the middle: all of the bird is then in the circle that systems leave of a tile. */
const CENTRE = [17, 15.4] as const;
/** Corners of a tile that nobody else rounds, as a share of its side. */
const CORNER = 0.22;

interface Picture {
  readonly file: string;
  /** Side in pixels. */
  readonly size: number;
  /** `tile`: rounded corners; `full`: to the edge, others cut it; `shape`: the bird alone, in white. */
  readonly form: "tile" | "full" | "shape";
}

export const PICTURES: readonly Picture[] = [
  { file: "icons/icon-192.png", size: 192, form: "tile" },
  { file: "icons/icon-512.png", size: 512, form: "tile" },
  { file: "icons/maskable-192.png", size: 192, form: "full" },
  { file: "icons/maskable-512.png", size: 512, form: "full" },
  { file: "icons/badge-96.png", size: 96, form: "shape" },
  { file: "icon-180.png", size: 180, form: "full" },
];

/** The mark without its own colours, in a box of 32. */
async function bird(): Promise<string> {
  const svg = await Deno.readTextFile(new URL("logo.svg", STATIC));
  const found = /<g>(.*)<\/g>/s.exec(svg)?.[1];
  if (!found) throw new Error("static/logo.svg has no <g> with the mark");
  return found;
}

/** A picture as SVG: the bird in the middle of its tile. */
function draw(mark: string, { form }: Picture): string {
  const share = form === "shape" ? 0.92 : SHARE;
  const [x, y] = form === "shape" ? [16, 16] : CENTRE;
  const radius = form === "tile" ? 32 * CORNER : 0;
  const tile = form === "shape"
    ? ""
    : `<rect width="32" height="32" rx="${radius}" fill="${hex("accent", "light")}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${tile}` +
    `<g fill="#fff" transform="translate(${16 - x * share} ${
      16 - y * share
    }) scale(${share})">${mark}</g></svg>`;
}

/** The picture as PNG. */
export async function render(picture: Picture): Promise<Uint8Array> {
  const svg = new TextEncoder().encode(draw(await bird(), picture));
  const { size } = picture;
  // Drawn at its own size: the density is what makes the box of 32 that many pixels.
  return await sharp(svg, { density: 72 * size / 32 }).resize(size, size)
    .png({ compressionLevel: 9, palette: true }).toBuffer();
}

if (import.meta.main) {
  await Deno.mkdir(new URL("icons/", STATIC), { recursive: true });
  for (const picture of PICTURES) {
    const content = await render(picture);
    await Deno.writeFile(new URL(picture.file, STATIC), content);
    console.log(`static/${picture.file}  ${content.byteLength} bytes`);
  }
}
