import assert from "node:assert/strict";
import fc from "fast-check";
import { contrastOf, siteColors } from "./site_colors.ts";
import { hex } from "./tokens.ts";

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

Deno.test("whatever colour a site chooses, text on it and in it is read (AA, 4.5)", () => {
  fc.assert(
    fc.property(color, (site) => {
      const { on, light, dark } = siteColors(site);
      assert(contrastOf(on, site) >= 4.5, `on ${site}`);
      for (const surface of ["surface-1", "surface-2", "surface-3", "float"] as const) {
        assert(contrastOf(light, hex(surface, "light")) >= 4.5, `${light} of ${site} on light ${surface}`);
        assert(contrastOf(dark, hex(surface, "dark")) >= 4.5, `${dark} of ${site} on dark ${surface}`);
      }
    }),
    { numRuns: 500 },
  );
});

Deno.test("what is readable already stays as it is, and what is not keeps its hue", () => {
  assert.equal(siteColors("#0f6f7c").light, "#0f6f7c");
  assert.equal(siteColors("#ffd447").dark, "#ffd447");
  const { on, light, dark } = siteColors("#ffe066");
  assert.deepEqual([on, dark], ["#000000", "#ffe066"]);
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(light.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  assert(red > green && green > blue, `${light} is a dark yellow`);
  assert.deepEqual(siteColors("#000000").light, "#000000");
  assert.deepEqual(siteColors("#ffffff").dark, "#ffffff");
});

Deno.test("contrast is that of WCAG", () => {
  assert.equal(contrastOf("#000000", "#ffffff"), 21);
  assert.equal(contrastOf("#767676", "#ffffff").toFixed(2), "4.54");
});
