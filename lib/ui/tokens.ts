/**
 * The design's values, once: semantic colours for light and dark in OKLCH, type, leading, motion.
 * Written as data so that a test can measure contrast on the very numbers the stylesheet prints.
 */

/** `[light, dark]`, each "lightness chroma hue" of OKLCH with an optional alpha. */
type Pair = readonly [light: string, dark: string];

export const COLORS = {
  "surface-1": ["1 0 0", "0.218 0.005 75"],
  "surface-2": ["0.977 0.003 90", "0.186 0.005 75"],
  "surface-3": ["0.951 0.004 90", "0.262 0.006 75"],
  "surface-4": ["0.918 0.005 90", "0.315 0.006 75"],
  "float": ["1 0 0", "0.258 0.006 75"],
  "row-hover": ["0.977 0.003 90", "0.238 0.006 75"],
  "line": ["0.915 0.004 90", "0.292 0.006 75"],
  "line-strong": ["0.655 0.008 90", "0.53 0.008 75"],
  "text": ["0.245 0.008 90", "0.935 0.004 75"],
  "text-2": ["0.425 0.008 90", "0.79 0.006 75"],
  "text-muted": ["0.52 0.008 90", "0.68 0.007 75"],
  "accent": ["0.505 0.086 205", "0.78 0.1 198"],
  "accent-hover": ["0.455 0.077 205", "0.84 0.09 198"],
  "accent-contrast": ["1 0 0", "0.2 0.03 205"],
  "accent-soft": ["0.956 0.02 203", "0.298 0.036 205"],
  "accent-line": ["0.86 0.05 203", "0.42 0.06 203"],
  "danger": ["0.53 0.185 25", "0.73 0.14 25"],
  "danger-soft": ["0.962 0.018 25", "0.29 0.05 25"],
  "ok": ["0.52 0.12 150", "0.77 0.13 152"],
  "ok-dot": ["0.68 0.16 150", "0.74 0.16 152"],
  "ok-soft": ["0.958 0.03 150", "0.29 0.04 152"],
  "warn": ["0.52 0.105 68", "0.82 0.115 82"],
  "warn-dot": ["0.76 0.145 75", "0.8 0.13 80"],
  "warn-soft": ["0.968 0.034 88", "0.285 0.032 82"],
  "warn-line": ["0.88 0.07 85", "0.42 0.055 82"],
  "ring": ["0.6 0.1 205", "0.72 0.1 198"],
  "scrim": ["0.2 0.01 90 / .34", "0.1 0.005 75 / .5"],
  // Toasts are inverted: dark on a light page, light on a dark one.
  "toast": ["0.27 0.006 75", "0.93 0.004 85"],
  "toast-text": ["0.96 0.003 75", "0.24 0.008 85"],
  // The doorway panel, the one large area of colour.
  "door": ["0.43 0.072 205", "0.29 0.045 205"],
} as const satisfies Record<string, Pair>;

export type ColorName = keyof typeof COLORS;

/** Values that differ between the themes and are no plain colour. */
const SHADES: Readonly<Record<string, Pair>> = {
  "shadow": [
    "0 0 0 1px oklch(0.3 0.01 90 / .08), 0 2px 4px -1px oklch(0.3 0.01 90 / .06), 0 12px 32px -8px oklch(0.3 0.01 90 / .18)",
    "0 0 0 1px oklch(1 0 0 / .09), 0 2px 4px -1px oklch(0 0 0 / .3), 0 16px 40px -8px oklch(0 0 0 / .55)",
  ],
  // Lightness and chroma of avatars without a picture; the hue comes from the person.
  "av-bg": ["0.9 0.045", "0.36 0.045"],
  "av-fg": ["0.4 0.075", "0.86 0.06"],
};

/**
 * Derived tokens. They are declared on every `[data-theme]`: a custom property is computed where it is
 * declared, so on `:root` alone a nested theme would inherit the outer colours. Mixed in oklab, since
 * mixing with white or grey in oklch drifts through purple.
 */
const DERIVED = `
--well: color-mix(in oklab, var(--text) 6%, transparent);
--mention: color-mix(in oklab, var(--accent) 16%, transparent);
--mention-row: color-mix(in oklab, var(--accent-soft) 60%, transparent);
--link-line: color-mix(in oklab, var(--accent) 40%, transparent);
--bubble: var(--surface-3);
--bubble-own: var(--accent-soft);
--bubble-own-text: var(--text);
--bubble-own-muted: var(--text-muted);
--bubble-seen: var(--accent);
`;

/** Sizes of the type scale in px at the browser's default, with the leading of each script. */
export const TYPE = {
  "11": { latin: 16, persian: 18 },
  "12": { latin: 16, persian: 20 },
  "13": { latin: 18, persian: 22 },
  "14": { latin: 20, persian: 24 },
  "15": { latin: 22.5, persian: 27 },
  "17": { latin: 24, persian: 28 },
  "20": { latin: 28, persian: 34 },
  "22": { latin: 30, persian: 40 },
  "26": { latin: 34, persian: 42 },
} as const;

/** The custom properties of both themes, as CSS. */
export function tokensCss(): string {
  const light = theme(0);
  const dark = theme(1);
  return [
    ":root{--ease:cubic-bezier(.2,.8,.2,1);--fast:120ms;--slow:180ms;",
    "--font-mono:ui-monospace,'SF Mono','DejaVu Sans Mono',monospace}",
    `:root,[lang=en]{--font:var(--font-en);${leading("latin")}}`,
    `[lang=fa]{--font:var(--font-fa);${leading("persian")}}`,
    `:root,[data-theme]{color-scheme:light;${light}}`,
    `[data-theme=dark]{color-scheme:dark;${dark}}`,
    `@media (prefers-color-scheme:dark){[data-theme=system]{color-scheme:dark;${dark}}}`,
    `:root,[data-theme]{${DERIVED}}`,
  ].join("\n");
}

/** A token as `#rrggbb` (alpha dropped), for `theme-color` and the manifest, where CSS variables cannot go. */
export function hex(name: ColorName, theme: "light" | "dark"): string {
  return "#" + linearRgb(COLORS[name][theme === "light" ? 0 : 1])
    .map((channel) => {
      const encoded = channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055;
      return Math.round(encoded * 255).toString(16).padStart(2, "0");
    }).join("");
}

/**
 * OKLCH to linear-light sRGB, each channel 0..1 and clipped to the gamut.
 * Matrices: Björn Ottosson, "A perceptual color space for image processing".
 */
export function linearRgb(oklch: string): [r: number, g: number, b: number] {
  const [L = 0, C = 0, h = 0] = oklch.split("/")[0]!.trim().split(/\s+/).map(Number);
  const a = C * Math.cos(h * Math.PI / 180);
  const b = C * Math.sin(h * Math.PI / 180);
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function theme(index: 0 | 1): string {
  const colors = Object.entries(COLORS).map(([name, pair]) => `--${name}:oklch(${pair[index]});`);
  const shades = Object.entries(SHADES).map(([name, pair]) => `--${name}:${pair[index]};`);
  return [...colors, ...shades].join("");
}

function leading(script: "latin" | "persian"): string {
  return Object.entries(TYPE).map(([size, lines]) => `--l-${size}:${lines[script] / 16}rem;`).join("");
}
