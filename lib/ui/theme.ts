import type { Preset, Rule, RuleResolver, TwindUserConfig } from "@twind/core";
import presetTailwind from "@twind/preset-tailwind";
import { COLORS, TYPE } from "./tokens.ts";

/**
 * Tailwind's vocabulary on our values only. The scales are replaced and not extended: what is not on the
 * 4 px grid, not in the type scale or not a token is no class, and fails the build.
 */
export function twindConfig(): TwindUserConfig {
  const config = {
    // The base layer is ours; class names stay readable.
    presets: [presetTailwind({ disablePreflight: true }) as Preset],
    preflight: false,
    hash: false,
    theme: {
      screens: SCREENS,
      colors: colors(),
      spacing: SPACING,
      fontSize: Object.fromEntries(
        Object.keys(TYPE).map((size) => [size, [`${Number(size) / 16}rem`, `var(--l-${size})`]]),
      ),
      fontWeight: { 400: "400", 450: "450", 500: "500", 550: "550", 600: "600", 650: "650", 700: "700" },
      borderRadius: RADII,
      transitionDuration: { fast: "var(--fast)", slow: "var(--slow)" },
      transitionTimingFunction: { DEFAULT: "var(--ease)" },
      opacity: { 0: "0", 45: ".45", 70: ".7", 85: ".85", 100: "1" },
      zIndex: { 0: "0", 1: "1", 2: "2", 3: "3", 10: "10", 20: "20", 30: "30" },
      width: SIZES,
      height: SIZES,
      minWidth: SIZES,
      minHeight: SIZES,
      maxWidth: { ...SIZES, measure: "700px" },
      maxHeight: SIZES,
      flex: { 1: "1 1 0%", none: "none", auto: "1 1 auto" },
    },
    rules: [...logicalRules(), ...ownRules()],
    variants: [
      // Fingers need 44 px whatever the width of the window.
      ["coarse", "@media (pointer:coarse)"],
    ],
  };
  // Twind derives its types from the literal theme, which says nothing here that a reader needs.
  return config as unknown as TwindUserConfig;
}

/** Variants a class may carry. Twind takes any word for a pseudo-class, so typos are caught by this list. */
export const VARIANTS: ReadonlySet<string> = new Set([
  ..."hover focus focus-visible focus-within active disabled checked open first last empty required".split(
    " ",
  ),
  ..."before after placeholder backdrop file marker".split(" "),
  ..."group-hover group-focus-within group-open peer-checked peer-focus-visible".split(" "),
  ..."aria-pressed aria-expanded aria-selected aria-busy aria-checked aria-disabled".split(" "),
  ..."sm md lg xl max-sm max-md max-lg max-xl coarse motion-reduce print rtl ltr".split(" "),
]);

const SCREENS = { sm: "480px", md: "768px", lg: "1024px", xl: "1240px" };

const SPACING: Record<string, string> = {
  px: "1px",
  auto: "auto",
  ...Object.fromEntries(
    [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 64]
      .map((step) => [String(step), step === 0 ? "0" : `${step * 4}px`]),
  ),
};

const SIZES = {
  ...SPACING,
  full: "100%",
  half: "50%",
  fit: "fit-content",
  min: "min-content",
  max: "max-content",
  dvh: "100dvh",
  screen: "100vw",
  none: "none",
  // Columns of the shell.
  rail: "56px",
  list: "312px",
  aside: "256px",
  bar: "56px",
  door: "560px",
  form: "376px",
};

const RADII = {
  none: "0",
  xs: "4px",
  sm: "6px",
  DEFAULT: "8px",
  md: "8px",
  lg: "12px",
  xl: "16px",
  full: "999px",
};

function colors(): Record<string, string> {
  const own = Object.fromEntries(Object.keys(COLORS).map((name) => [name, `var(--${name})`]));
  // `text-text` reads badly: the text's colours are ink, as in `text-ink`, `text-ink-2`, `text-muted`.
  const { "text": ink, "text-2": ink2, "text-muted": muted, ...rest } = own as Record<string, string>;
  return {
    ...rest,
    ink: ink!,
    "ink-2": ink2!,
    muted: muted!,
    well: "var(--well)",
    mention: "var(--mention)",
    "mention-row": "var(--mention-row)",
    bubble: "var(--bubble)",
    "bubble-own": "var(--bubble-own)",
    current: "currentColor",
    transparent: "transparent",
    white: "#fff",
  };
}

type Declarations = Record<string, string>;
type Scale = (section: "spacing" | "width" | "borderRadius", key: string) => string | undefined;
type Resolve = (match: RegExpMatchArray, scale: Scale) => Declarations | string | false | undefined;

/** A rule whose answer is a handful of declarations; undefined means that there is no such class. */
function rule(pattern: string, resolve: Resolve): Rule {
  const resolver = (match: RegExpMatchArray, context: { theme: Scale }) =>
    resolve(match, (section, key) => context.theme(section, key));
  return [pattern, resolver as unknown as RuleResolver];
}

/** Twind has no logical utilities. */
function logicalRules(): Rule[] {
  const spaced: [prefix: string, property: string][] = [
    ["ms", "marginInlineStart"],
    ["me", "marginInlineEnd"],
    ["ps", "paddingInlineStart"],
    ["pe", "paddingInlineEnd"],
    ["start", "insetInlineStart"],
    ["end", "insetInlineEnd"],
  ];
  const rules = spaced.map(([prefix, property]) =>
    rule(`-?${prefix}-(.+)`, ([name, key], scale) => {
      const size = scale("spacing", key!) ?? arbitrary(key!);
      return size && { [property]: name.startsWith("-") && size !== "0" ? `-${size}` : size };
    })
  );
  for (const [side, logical] of [["s", "Start"], ["e", "End"]] as const) {
    rules.push(
      rule(
        `border-${side}(?:-([0-9]))?`,
        ([, width = "1"]) => ({ [`borderInline${logical}Width`]: `${width}px` }),
      ),
      rule(`rounded-${side}(?:-([a-z]+))?`, ([, size = "DEFAULT"], scale) => {
        const radius = scale("borderRadius", size);
        return radius && { [`borderStart${logical}Radius`]: radius, [`borderEnd${logical}Radius`]: radius };
      }),
    );
  }
  return rules;
}

function ownRules(): Rule[] {
  const fixed: Record<string, Declarations> = {
    // One shadow, and rings drawn inside so that nothing moves when they grow.
    "shadow-float": { boxShadow: "var(--shadow)" },
    "ring-line": { boxShadow: "inset 0 0 0 1px var(--line)" },
    "ring-field": { boxShadow: "inset 0 0 0 1px var(--line-strong)" },
    "ring-accent": { boxShadow: "inset 0 0 0 2px var(--accent)" },
    "ring-accent-line": { boxShadow: "inset 0 0 0 1px var(--accent-line)" },
    "ring-danger": { boxShadow: "inset 0 0 0 1.5px var(--danger)" },
    "ring-composer": { boxShadow: "inset 0 0 0 1.5px var(--accent)" },
    "ring-none": { boxShadow: "none" },
    "transition": {
      transition: "background var(--fast),color var(--fast),opacity var(--fast),box-shadow var(--fast)",
    },
    "select-none": { WebkitUserSelect: "none", userSelect: "none" },
  };
  return [
    ...Object.entries(fixed).map(([name, declarations]) => rule(name, () => declarations)),
    rule("size-(.+)", ([, key], scale) => {
      const size = scale("width", key!) ?? arbitrary(key!);
      return size && { width: size, height: size };
    }),
    rule("line-clamp-([1-9])", ([, lines]) => ({
      display: "-webkit-box",
      overflow: "hidden",
      WebkitBoxOrient: "vertical",
      WebkitLineClamp: lines!,
    })),
  ];
}

/** The length within `[…]`, as Tailwind writes a value that is on no scale. */
function arbitrary(key: string): string | undefined {
  return /^\[(.+)\]$/.exec(key)?.[1]?.replaceAll("_", " ");
}
