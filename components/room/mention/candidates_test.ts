import assert from "node:assert/strict";
import type { User } from "@/lib/protocol/entities.ts";
import { candidates, OFFERED } from "./candidates.ts";

let last_id = 0;
const user = (username: string, first_name = "", last_name = ""): User => ({
  id: ++last_id,
  username,
  first_name,
  last_name,
  profile_picture: null,
  score: 0,
  rank: null,
  role: "member",
  in_game_ids: [],
});

const me = user("me");
const sara = user("sara", "سارا", "احمدی");
const keyvan = user("k-yazdi", "كيوان", "یزدی");
const ali = user("ali", "علی‌رضا", "");
const emily = user("emily", "Emily", "Hartmann");
const everybody = [emily, me, sara, keyvan, ali, emily];

const found = (query: string, people: Iterable<User> = everybody) =>
  candidates(people, query, me).map(({ username }) => username);

Deno.test("all are offered at first, each once, in the order given, never oneself", () => {
  assert.deepEqual(found(""), ["emily", "sara", "k-yazdi", "ali"]);
  assert.deepEqual(found("me"), []);
});

Deno.test("names are found in both scripts, however they are spelled", () => {
  assert.deepEqual(found("سا"), ["sara"]);
  assert.deepEqual(found("SAR"), ["sara"]);
  assert.deepEqual(found("کیوان"), ["k-yazdi"]);
  assert.deepEqual(found("يز"), ["k-yazdi"]);
  assert.deepEqual(found("علیرضا"), ["ali"]);
  assert.deepEqual(found("احم"), ["sara"]);
  assert.deepEqual(found("xyz"), []);
});

Deno.test("a beginning goes before a middle, and there is an end", () => {
  assert.deepEqual(found("ar", [emily, sara, user("arash")]), ["arash", "emily", "sara"]);
  assert.equal(found("", Array.from({ length: 50 }, (_, i) => user(`u${i}`))).length, OFFERED);
});
