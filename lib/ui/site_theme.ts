import { contrastOf } from "./site_colors.ts";
import type { SiteColors } from "./site_colors.ts";

/** Text this easy to read may be mixed a little paler where it says less. */
const AMPLE = 7;

/**
 * The tokens of a page in the colours of a site, for light and dark, as CSS. What stands in the site's own colour is
 * mixed from it in the browser, in oklab: the surfaces it lies on are tokens as well.
 */
export function siteThemeCss({ site, on, light, dark }: SiteColors): string {
  const muted = contrastOf(site, on) >= AMPLE
    ? "color-mix(in oklab, var(--site-on) 84%, var(--site))"
    : "var(--site-on)";
  const own = `--bubble-own:var(--site);--bubble-own-text:var(--site-on);--bubble-own-muted:${muted};` +
    "--bubble-seen:var(--site-on);";
  const both = `--site:${site};--site-on:${on};${own}`;
  const onLight = accent(light, "#ffffff", { hover: "black 12%", soft: 8 }) +
    "--head:var(--site);--head-text:var(--site-on);--head-muted:var(--site-on);--head-line:transparent;";
  const onDark = accent(dark, "var(--surface-1)", { hover: "white 15%", soft: 16 }) +
    "--head:var(--surface-1);--head-text:var(--text);--head-muted:var(--text-muted);--head-line:var(--line);";
  // Stronger than what it stands in place of, whatever the order of the sheets.
  return [
    `:root[data-theme]{${both}${onLight}}`,
    `:root[data-theme=dark]{${onDark}}`,
    `@media (prefers-color-scheme:dark){:root[data-theme=system]{${onDark}}}`,
  ].join("\n");
}

function accent(color: string, text: string, { hover, soft }: { hover: string; soft: number }): string {
  const on = (share: number) => `color-mix(in oklab, var(--accent) ${share}%, var(--surface-1))`;
  return `--accent:${color};--accent-contrast:${text};--accent-hover:color-mix(in oklab, var(--accent), ${hover});` +
    `--accent-soft:${on(soft)};--accent-line:${on(38)};--ring:var(--accent);`;
}
