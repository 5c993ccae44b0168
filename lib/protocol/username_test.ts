import assert from "node:assert/strict";
import { isUsername, usernameFromEmail, usernameKey } from "./username.ts";

Deno.test("letters and digits of any script with _ . -, 3 to 32, a letter or digit first", () => {
  for (
    const name of [
      "abc",
      "leila.ahmadi",
      "علی_رضا",
      "نیما۱۲",
      "دَرویش",
      "李小龙",
      "a-b",
      "हिन्दी",
      "1st",
      "x".repeat(32),
    ]
  ) {
    assert.equal(isUsername(name), true, name);
  }
  const bad = [
    "ab",
    "x".repeat(33),
    "a b",
    "a@b",
    "_abc",
    ".abc",
    "-abc",
    "ab\n",
    "a\0b",
    "علی\u200cرضا",
    "a\u202eb",
    "👋👋👋",
    "a/b",
    "",
  ];
  for (const name of bad) assert.equal(isUsername(name), false, JSON.stringify(name));
  assert.equal(isUsername("a\u0301\u0302\u0303bc"), false, "a tower of marks");
});

Deno.test("twins have one key", () => {
  const twins = [
    ["Leila", "leila"],
    ["leila", "l\u0435ila"], // Cyrillic е
    ["arash", "\u0430r\u0430sh"], // Cyrillic а
    ["nima", "\u03b7im\u03b1"], // Greek
    ["leila", "ＬＥＩＬＡ"], // full width
    ["علي", "علی"],
    ["كاوه", "کاوه"],
    ["نیما۱۲", "نیما12"],
    ["دَرویش", "درویش"],
    ["istanbul", "İstanbul"],
    ["josé", "jose\u0301"],
  ];
  for (const [one, other] of twins) assert.equal(usernameKey(one!), usernameKey(other!), `${one} ${other}`);
});

Deno.test("different names have different keys", () => {
  const names = ["leila", "leyla", "leila1", "lei.la", "lei_la", "علی", "علا", "josé", "jose", "иван", "ivan"];
  assert.equal(new Set(names.map(usernameKey)).size, names.length);
});

Deno.test("a key of a key is the key", () => {
  for (const name of ["Leila", "الهام", "ИВАН", "Ωmega", "ǆ"]) {
    assert.equal(usernameKey(usernameKey(name)), usernameKey(name), name);
  }
});

Deno.test("an e-mail gives a username that fits", () => {
  assert.equal(usernameFromEmail("leila.ahmadi+news@example.org"), "leila.ahmadi");
  assert.equal(usernameFromEmail("_x!y#z_@example.org"), "xyz");
  for (
    const email of ["a@example.org", "!!@example.org", `${"x".repeat(64)}@example.org`, '"a@b"@example.org']
  ) {
    for (const attempt of [0, 1, 8]) assert.equal(isUsername(usernameFromEmail(email, attempt)), true, email);
  }
  assert.match(usernameFromEmail("leila@example.org", 1), /^leila-\d{2,3}$/);
});
