import assert from "node:assert/strict";
import { passwordStrength } from "./strength.ts";

Deno.test("what is too short to be taken has no strength", () => {
  assert.equal(passwordStrength(""), 0);
  assert.equal(passwordStrength("Ab1!xyz"), 0);
});

Deno.test("runs, repetition and what everybody uses are weak", () => {
  for (const password of ["aaaaaaaaaaaa", "12345678", "password1", "qwertyuiop", "abcdefghij", "11112222"]) {
    assert.equal(passwordStrength(password), 1, password);
  }
});

Deno.test("length and variety are worth something, in every script", () => {
  assert.ok(passwordStrength("kiln-cobalt-7") >= 3);
  assert.equal(passwordStrength("the turquoise glaze of Lalejin"), 4);
  assert.equal(passwordStrength("لعاب فیروزه‌ای روی کاسه"), 4);
});

Deno.test("a longer beginning is never weaker than a shorter one of the same kind", () => {
  const password = "mX9#vK2$pQ7!";
  for (let length = 8; length < password.length; length++) {
    assert.ok(passwordStrength(password.slice(0, length + 1)) >= passwordStrength(password.slice(0, length)));
  }
});
