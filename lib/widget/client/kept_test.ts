import assert from "node:assert/strict";
import { forgetTexts } from "./kept.ts";
import { lendShelf } from "./lent_shelf.ts";

const KEPT = {
  "peyk:draft:0:0": "from before there was a conversation",
  "peyk:draft:7:12": "of visitor 7",
  "peyk:outbox:7": "of visitor 7",
  "peyk:draft:71:12": "of visitor 71",
  "peyk:draft::12": "of nobody by number",
  "peyk:sound": "off",
};

/** What is left of it once what these people wrote is taken away. */
function left(...user_ids: (number | undefined)[]): string[] {
  lendShelf(JSON.stringify(KEPT), () => {});
  forgetTexts(...user_ids);
  return Object.keys(localStorage);
}

Deno.test("what somebody wrote is taken away, and nothing of anybody else's", () => {
  assert.deepEqual(left(0, 7), ["peyk:draft:71:12", "peyk:draft::12", "peyk:sound"]);
});

Deno.test("of whom nothing is known nothing is taken away", () => {
  assert.deepEqual(left(undefined), Object.keys(KEPT));
  assert.deepEqual(left(), Object.keys(KEPT));
  assert.deepEqual(left(7, undefined), [
    "peyk:draft:0:0",
    "peyk:draft:71:12",
    "peyk:draft::12",
    "peyk:sound",
  ]);
});
