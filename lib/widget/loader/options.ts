import type { Locale } from "../../i18n/mod.ts";

export const LOCALES: readonly Locale[] = ["fa", "en"];

/** `auto` follows the visitor's system. */
export type Theme = "light" | "dark" | "auto";

/** What the page says about its chat, by `data-*` on the script. */
export interface Options {
  /** Address of the script, and the origin of the server that gave it. */
  readonly script: string;
  readonly server: string;
  readonly site: string | undefined;
  /** Beats the site's own language. */
  readonly locale: Locale | undefined;
  readonly position: "left" | "right" | undefined;
  readonly theme: Theme | undefined;
  /** Opened as soon as it is there. */
  readonly open: boolean;
  /** false: the page has a button of its own and calls `Peyk.open()`. */
  readonly launcher: boolean;
  /** Distance from the side and the bottom edge of the window, in pixels. */
  readonly offset: readonly [x: number, y: number];
}

/**
 * The script as it stands in the page. Browsers tell which one is running, but not to modules, nor where a
 * page has put the script's text into one of its own.
 */
export function ownScript(): HTMLScriptElement | null {
  const { currentScript } = document;
  return currentScript instanceof HTMLScriptElement && currentScript.src
    ? currentScript
    : document.querySelector("script[data-site-id][src]");
}

export function readOptions({ src, dataset }: HTMLScriptElement): Options {
  const { locale, position, theme, open, launcher, offsetX, offsetY } = dataset;
  return {
    script: src,
    server: new URL(src).origin,
    site: dataset.siteId,
    locale: known(locale, ...LOCALES),
    position: known(position, "left", "right"),
    theme: known(theme, "light", "dark", "auto"),
    open: open !== undefined && open !== "false",
    launcher: launcher !== "none",
    offset: [pixels(offsetX), pixels(offsetY)],
  };
}

/** The word, if it is one of these. */
export function known<Word extends string>(given: unknown, ...words: readonly Word[]): Word | undefined {
  return words.find((word) => word === given);
}

function pixels(given: string | undefined): number {
  return Number(given) >= 0 ? Number(given) : 24;
}

/** The page's own language, if it is one of ours, else the visitor's. */
export function pageLocale(): Locale {
  for (const tag of [document.documentElement.lang, ...navigator.languages]) {
    const locale = known(tag.slice(0, 2), ...LOCALES);
    if (locale) return locale;
  }
  return "en";
}

/**
 * As light or dark as the page says it is: one that never said it could be dark stays light on a dark system.
 * To be asked when its stylesheets are there.
 */
export function pageTheme(): Theme {
  const schemes = getComputedStyle(document.documentElement).colorScheme;
  if (!schemes.includes("dark")) return "light";
  return schemes.includes("light") ? "auto" : "dark";
}
