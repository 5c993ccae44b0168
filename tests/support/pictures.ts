/** Pictures as people send them, painted here: a potter's shelf, in any size. */
import sharp from "sharp";

type Colour = readonly [red: number, green: number, blue: number];
/** The colour at a place; both from 0 to 1. */
type Paint = (x: number, y: number) => Colour;

const SCENES = {
  vase: (x, y) => {
    const belly = y < 0.2 || y > 0.86 ? 0 : 0.07 + 0.13 * Math.sin((y - 0.2) / 0.66 * Math.PI) ** 2;
    const away = Math.abs(x - 0.5);
    if (away < belly) return shade([27, 142, 147], 1.35 - 2.2 * (x - 0.5 + belly) / (2 * belly) * 0.5);
    if (Math.hypot(x - 0.8, (y - 0.72) * 1.3) < 0.13 && y > 0.7) return [42, 110, 176];
    return y > 0.7 ? shade([176, 128, 84], 1.2 - y * 0.3) : shade([222, 214, 201], 1.1 - y * 0.25);
  },
  bowls: (x, y) => {
    for (const [cx, cy, size, colour] of BOWLS) {
      const down = (y - cy) / size;
      if (down > 0 && down < 0.7 && Math.abs(x - cx) < size * Math.sqrt(1 - down ** 1.6)) {
        return shade(colour, 1.25 - (x - cx + size) / size * 0.25);
      }
    }
    return shade([205, 196, 182], 1.05 - y * 0.3);
  },
  tiles: (x, y) => {
    const [column, row] = [Math.floor(x * 6), Math.floor(y * 4.5)];
    const edge = Math.min(x * 6 % 1, y * 4.5 % 1);
    if (edge < 0.06) return [74, 56, 40];
    return shade(
      [[46, 120, 96], [88, 140, 70], [150, 110, 60], [
        30,
        92,
        110,
      ]][(column * 3 + row * 5) % 4]! as unknown as Colour,
      0.8 + edge * 0.5,
    );
  },
  kiln: (x, y) => {
    const inside = Math.hypot((x - 0.5) * 1.5, Math.max(0, 0.55 - y) * 1.4);
    if (inside < 0.22) return shade([255, 205, 96], 1.1 - inside);
    if (inside < 0.36) return shade([232, 120, 40], 1.4 - inside * 1.6);
    return shade([92, 58, 42], 1.2 - inside * 0.6);
  },
  mountain: (x, y) => {
    const ridge = 0.5 + 0.16 * Math.sin(x * 7 + 1) * Math.sin(x * 3) -
      0.2 * Math.exp(-((x - 0.36) ** 2) * 40);
    if (y > 0.84 - 0.05 * Math.sin(x * 5)) return [122, 138, 80];
    if (y > ridge) return y < 0.42 ? [240, 245, 248] : shade([92, 112, 132], 1.3 - y * 0.6);
    return Math.hypot((x - 0.78) * 1.4, y - 0.2) < 0.08
      ? [255, 243, 209]
      : shade([150, 190, 220], 0.9 + y * 0.4);
  },
} satisfies Record<string, Paint>;

const BOWLS: readonly [x: number, y: number, size: number, colour: Colour][] = [
  [0.34, 0.52, 0.26, [43, 63, 165]],
  [0.72, 0.3, 0.2, [242, 238, 230]],
  [0.72, 0.46, 0.22, [224, 216, 202]],
];

export type Scene = keyof typeof SCENES;

/** A photograph of a scene, as JPEG. */
export async function photo(scene: Scene, width = 1200, height = 900): Promise<Uint8Array> {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data.set(SCENES[scene](x / width, y / height).map((one) => Math.min(255, one)), (y * width + x) * 3);
    }
  }
  const image = sharp(data, { raw: { width, height, channels: 3 } });
  return new Uint8Array(await image.jpeg({ quality: 82 }).toBuffer());
}

function shade([red, green, blue]: Colour, by: number): Colour {
  return [red * by, green * by, blue * by];
}
