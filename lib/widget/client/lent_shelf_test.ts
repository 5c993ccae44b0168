import assert from "node:assert/strict";
import { createLentShelf } from "./lent_shelf.ts";

Deno.test("what a page has kept is there, and it is told of each change", () => {
  const told: [string, string | null][] = [];
  const shelf = createLentShelf('{"peyk:draft:1:2":"گلدان"}', (...change) => void told.push(change));
  assert.equal(shelf.getItem("peyk:draft:1:2"), "گلدان");
  assert.equal(shelf.getItem("peyk:sound"), null);
  shelf.setItem("peyk:sound", "off");
  assert.deepEqual(Object.keys(shelf), ["peyk:draft:1:2", "peyk:sound"]);
  shelf.removeItem("peyk:draft:1:2");
  shelf.removeItem("peyk:draft:1:2");
  assert.equal(shelf.getItem("peyk:draft:1:2"), null);
  assert.deepEqual(told, [["peyk:sound", "off"], ["peyk:draft:1:2", null]]);
});

Deno.test("of what a page gives only texts under names of ours are taken", () => {
  for (const given of [undefined, "", "nonsense", "null", "7", '["peyk:a"]']) {
    assert.deepEqual(Object.keys(createLentShelf(given, () => {})), [], given);
  }
  const given = '{"getItem":"x","__proto__":"y","peyk:a":1,"peyk:b":null,"peyk:c":"kept"}';
  const shelf = createLentShelf(given, () => {});
  assert.deepEqual({ ...shelf }, { "peyk:c": "kept" });
  assert.equal(shelf.getItem("peyk:c"), "kept");
});
