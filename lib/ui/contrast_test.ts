import assert from "node:assert/strict";
import { contrast, inkOn, isHexColor, TEXT_CONTRAST } from "./contrast.ts";

Deno.test("contrast is as WCAG measures it", () => {
  assert.equal(contrast("#ffffff", "#000000"), 21);
  assert.equal(contrast("#777777", "#777777"), 1);
  // Known pairs: the lightest grey that passes on white, and the first that does not.
  assert.ok(contrast("#767676", "#ffffff") >= TEXT_CONTRAST);
  assert.ok(contrast("#777777", "#ffffff") < TEXT_CONTRAST);
  assert.equal(contrast("#000000", "#ffffff"), contrast("#ffffff", "#000000"));
});

Deno.test("black or white is read on any colour", () => {
  assert.equal(inkOn("#9a4825"), "#ffffff");
  assert.equal(inkOn("#ffd400"), "#000000");
  for (let grey = 0; grey < 256; grey++) {
    const hex = `#${grey.toString(16).padStart(2, "0").repeat(3)}`;
    assert.ok(contrast(hex, inkOn(hex)) >= TEXT_CONTRAST, hex);
  }
});

Deno.test("a colour has six digits", () => {
  assert.ok(isHexColor("#9A4825"));
  for (const text of ["9a4825", "#9a482", "#9a48255", "red", "#ggg000", ""]) {
    assert.ok(!isHexColor(text), text);
  }
});
