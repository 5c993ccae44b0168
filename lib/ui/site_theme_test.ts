import assert from "node:assert/strict";
import { siteColors } from "./site_colors.ts";
import { siteThemeCss } from "./site_theme.ts";

Deno.test("a site's theme says its colour once, and everything for light and dark", () => {
  const css = siteThemeCss(siteColors("#9c4a26"));
  assert.match(css, /--site:#9c4a26;--site-on:#ffffff;/);
  assert.equal(css.match(/--accent:#[0-9a-f]{6};/g)?.length, 3);
  assert.match(css, /prefers-color-scheme:dark/);
  assert.equal(css.match(/[{}]/g)?.length, 8);
});

Deno.test("what says less is paler only where there is contrast to spare", () => {
  assert.match(siteThemeCss(siteColors("#1f5c3f")), /--bubble-own-muted:color-mix/);
  assert.match(siteThemeCss(siteColors("#e0417a")), /--bubble-own-muted:var\(--site-on\)/);
});
