import assert from "node:assert/strict";
import { type ColorName, COLORS, hex, linearRgb, tokensCss } from "./tokens.ts";

/** Contrast of two tokens in one theme (WCAG 2.2, relative luminance). */
function contrast(a: ColorName, b: ColorName, theme: 0 | 1): number {
  const [high, low] = [luminance(a, theme), luminance(b, theme)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(name: ColorName, theme: 0 | 1): number {
  const [r, g, b] = linearRgb(COLORS[name][theme]);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const SURFACES: ColorName[] = ["surface-1", "surface-2", "surface-3", "float", "row-hover"];

Deno.test("text is readable on every surface in both themes (AA, 4.5)", () => {
  for (const theme of [0, 1] as const) {
    for (const surface of SURFACES) {
      for (const text of ["text", "text-2", "text-muted", "accent"] as const) {
        const found = contrast(text, surface, theme);
        assert.ok(found >= 4.5, `${text} on ${surface}, theme ${theme}: ${found.toFixed(2)}`);
      }
    }
    for (
      const [text, surface] of [
        ["accent-contrast", "accent"],
        ["accent-contrast", "accent-hover"],
        ["accent", "accent-soft"],
        ["text", "accent-soft"],
        ["text-2", "accent-soft"],
        ["surface-1", "danger"],
        ["danger", "danger-soft"],
        ["danger", "surface-1"],
        ["ok", "ok-soft"],
        ["warn", "warn-soft"],
        ["toast-text", "toast"],
      ] as const
    ) {
      const found = contrast(text, surface, theme);
      assert.ok(found >= 4.5, `${text} on ${surface}, theme ${theme}: ${found.toFixed(2)}`);
    }
  }
});

Deno.test("what only has to be seen is seen (3 to 1): borders of fields, the focus ring", () => {
  for (const theme of [0, 1] as const) {
    // Fields stand on the page's own surface; the focus goes everywhere.
    const pairs = [["line-strong", "surface-1"], ["ring", "surface-1"], ["ring", "surface-2"], [
      "ring",
      "float",
    ]] as const;
    for (const [line, surface] of pairs) {
      const found = contrast(line, surface, theme);
      assert.ok(found >= 3, `${line} on ${surface}, theme ${theme}: ${found.toFixed(2)}`);
    }
  }
});

Deno.test("the system's theme is the dark one only where the system is dark", () => {
  const css = tokensCss();
  assert.match(
    css,
    /@media \(prefers-color-scheme:dark\)\{\[data-theme=system\]\{color-scheme:dark;--surface-1:oklch\(0\.218/,
  );
  assert.match(css, /:root,\[data-theme\]\{\s*--well:/, "derived tokens are declared wherever a theme is");
});

Deno.test("tokens become hexadecimal where variables cannot go", () => {
  assert.equal(hex("surface-1", "light"), "#ffffff");
  assert.match(hex("surface-1", "dark"), /^#1[a-f0-9]1[a-f0-9]1[a-f0-9]$/);
});
