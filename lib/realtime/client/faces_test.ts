import assert from "node:assert/strict";
import type { Message, User } from "@/lib/protocol/entities.ts";
import { sampleUser } from "@/tests/support/samples.ts";
import { repainted } from "./faces.ts";
import { startTimeline } from "./timeline.ts";

const person = (id: number, more: Partial<User> = {}): User =>
  sampleUser({ id, username: `user${id}`, first_name: "", ...more });

const [leila, arash] = [person(1), person(2)];

function message(id: number, sender: User, original: User | null = null): Message {
  const { score: _score, rank: _rank, role: _role, in_game_ids: _games, ...brief } = original ?? leila;
  const reply_to = original && { id: 1, seq: 1, sender: brief, content: "x", is_deleted: false };
  return { id, seq: id, version: id, sender, reply_to } as Message;
}

Deno.test("messages and quotes wear the new name, and nobody else's do", () => {
  const start = startTimeline({
    messages: [message(1, leila), message(2, arash), message(3, arash, leila)],
    has_older: false,
    has_newer: false,
  }, 3);
  const renamed = person(1, { first_name: "لیلا", profile_picture: "/files/9/picture.webp" });
  const { messages } = repainted(start, renamed);
  assert.equal(messages[0]!.sender, renamed);
  assert.equal(messages[2]!.reply_to!.sender.first_name, "لیلا");
  assert.equal(messages[1], start.messages[1], "what does not change is not drawn anew");
  assert.equal(messages[2]!.sender, arash);
});

Deno.test("what is known already changes nothing at all", () => {
  const start = startTimeline({
    messages: [message(1, leila), message(3, arash, leila)],
    has_older: false,
    has_newer: false,
  }, 3);
  assert.equal(repainted(start, person(1)), start);
  assert.equal(repainted(start, person(1, { score: 3 })), start, "a score is not shown beside a message");
  assert.equal(repainted(start, person(5, { first_name: "x" })), start);
  // A quote does not tell a rank: that it has none is no difference.
  assert.equal(
    repainted(
      startTimeline({ messages: [message(3, arash, leila)], has_older: false, has_newer: false }, 3),
      person(1, { rank: "استاد" }),
    )
      .messages[0]!.reply_to!.sender.username,
    "user1",
  );
});
