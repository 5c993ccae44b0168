import assert from "node:assert/strict";
import fc from "fast-check";
import { safeName } from "./file_name.ts";

const NAMES: [given: string, safe: string][] = [
  ["عکس من.jpg", "عکس من.jpg"],
  ["../../etc/passwd.png", "passwd.png"],
  ["C:\\Users\\me\\a.png", "a.png"],
  ["a\u202egnp.exe.png", "a gnp.exe.png"],
  ["  a \n b.png ", "a b.png"],
  ["say %22hi%22%0D%0A.png", "say hi .png"],
  [".htaccess.png", "htaccess.png"],
  ["", "file"],
  ["///", "file"],
  ["a\0b.png", "a b.png"],
];

for (const [given, safe] of NAMES) {
  Deno.test(`a file called ${JSON.stringify(given)}`, () => assert.equal(safeName(given), safe));
}

Deno.test("a long name keeps its ending", () => {
  const name = safeName(`${"پ".repeat(500)}.jpeg`);
  assert.equal([...name].length, 120);
  assert(name.endsWith("پ.jpeg"));
});

Deno.test("no name leaves its folder or is empty", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 160 }), (given) => {
    const name = safeName(given);
    assert(name.length > 0 && [...name].length <= 120 && name.isWellFormed());
    assert(!/[/\\\p{Cc}]/u.test(name) && !name.startsWith("."));
    encodeURIComponent(name);
  }));
});
