import assert from "node:assert/strict";
import { nameOrder } from "./order.ts";

const named = (name: string) => ({ first_name: name, last_name: "", username: "zzz" });
const sorted = (names: string[]) =>
  names.toSorted((a, b) => {
    const [one, other] = [nameOrder(named(a)), nameOrder(named(b))];
    return one < other ? -1 : one > other ? 1 : 0;
  });

Deno.test("names stand as in the Persian alphabet", () => {
  const alphabet = [..."ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"];
  assert.deepEqual(sorted(alphabet.toReversed()), alphabet);
  const names = [
    "بابک",
    "بیژن",
    "پارسا",
    "پریناز",
    "ترانه",
    "ژاله",
    "سارا",
    "کاوه",
    "گیتی",
    "لیلا",
    "وحید",
    "هانیه",
    "یاسمن",
  ];
  assert.deepEqual(sorted(names.toReversed()), names);
  assert.deepEqual(names.toSorted(new Intl.Collator("fa").compare), names, "as the collation has it");
});

Deno.test("spelling and case make no difference, a username stands in for a name", () => {
  assert.equal(nameOrder(named("كيان")), nameOrder(named("کیان")));
  assert.equal(nameOrder(named("EMILY")), nameOrder(named("emily")));
  assert.equal(nameOrder({ first_name: " ", last_name: "", username: "Leila" }), "leila");
  assert.notEqual(nameOrder(named("سارا")), nameOrder(named("سارو")));
});

Deno.test("a huge name has a short key, cut between letters", () => {
  const key = nameOrder(named("😀".repeat(500)));
  assert.equal([...key].length, 80);
  assert(key.isWellFormed());
});
