import assert from "node:assert/strict";
import { badgeOf, messageToTell } from "./attention.ts";
import { concernOf, countConcerns } from "./concerns.ts";

const LEILA = 1, ARASH = 2;
const WISHES = { sound: true, desktop: true, all_messages: false };

// deno-lint-ignore no-explicit-any -- a message has far more than what is looked at here
const message = (seq: number, more: Record<string, unknown> = {}): any => ({
  seq,
  kind: "text",
  sender: { id: ARASH },
  is_deleted: false,
  mentions: [],
  reply_to: null,
  ...more,
});
const mention = (seq: number, more = {}) => message(seq, { mentions: [LEILA], ...more });
const answer = (seq: number, to = LEILA) => message(seq, { reply_to: { sender: { id: to } } });
const situation = { me_id: LEILA, after_seq: 0, read_seq: 0, is_muted: false, wishes: WISHES };

Deno.test("a message concerns whom it calls or answers, and never its author", () => {
  assert.equal(concernOf(mention(1), LEILA), "mention");
  assert.equal(concernOf(answer(1), LEILA), "reply");
  assert.equal(concernOf(message(1), LEILA), null);
  assert.equal(concernOf(answer(1, ARASH), LEILA), null);
  assert.equal(concernOf(mention(1), 3), null);
  assert.equal(concernOf(mention(1, { sender: { id: LEILA } }), LEILA), null);
  assert.equal(concernOf(mention(1, { is_deleted: true }), LEILA), null);
});

Deno.test("of what has come the newest that concerns one is told, once", () => {
  const all = [mention(1), answer(2), message(3)];
  assert.equal(messageToTell(all, situation)?.seq, 2);
  assert.equal(messageToTell(all, { ...situation, after_seq: 2 }), null);
  assert.equal(messageToTell(all, { ...situation, after_seq: 1 })?.seq, 2);
  assert.equal(messageToTell([message(1), message(2)], situation), null);
  assert.equal(messageToTell([], situation), null);
});

Deno.test("what was read elsewhere, what is one's own and what is gone is not told", () => {
  assert.equal(messageToTell([mention(1)], { ...situation, read_seq: 1 }), null);
  const every = { ...situation, wishes: { ...WISHES, all_messages: true } };
  assert.equal(messageToTell([message(1, { sender: { id: LEILA } })], every), null);
  assert.equal(messageToTell([message(1, { is_deleted: true })], every), null);
  assert.equal(messageToTell([message(1, { kind: "system" })], every), null);
});

Deno.test("every message is told where one asks for it, none where one wants to be left alone", () => {
  const every = { ...WISHES, all_messages: true };
  assert.equal(messageToTell([message(1), message(2)], { ...situation, wishes: every })?.seq, 2);
  assert.equal(messageToTell([mention(1)], { ...situation, is_muted: true }), null);
  assert.equal(messageToTell([message(1)], { ...situation, is_muted: true, wishes: every }), null);
  const silent = { ...every, sound: false, desktop: false };
  assert.equal(messageToTell([mention(1)], { ...situation, wishes: silent }), null);
  assert.equal(messageToTell([mention(1)], { ...situation, wishes: { ...WISHES, sound: false } })?.seq, 1);
});

Deno.test("a badge counts what concerns one, and points at the rest unless it is muted", () => {
  assert.deepEqual(badgeOf(0, 0, false), { kind: "none" });
  assert.deepEqual(badgeOf(7, 0, false), { kind: "dot" });
  assert.deepEqual(badgeOf(7, 0, true), { kind: "none" });
  assert.deepEqual(badgeOf(7, 2, false), { kind: "count", count: 2 });
  assert.deepEqual(badgeOf(7, 2, true), { kind: "count", count: 2 });
  assert.equal(countConcerns([mention(1), mention(2), message(3), answer(4)], LEILA, 1), 2);
});
