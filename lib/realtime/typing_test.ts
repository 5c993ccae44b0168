import assert from "node:assert/strict";
import type { User } from "@/lib/protocol/entities.ts";
import type { ConversationEvent } from "@/lib/protocol/events.ts";
import { createHub } from "./hub.ts";
import type { Topic } from "./hub.ts";
import { until } from "./testing/stage.ts";
import { createTyping } from "./typing.ts";

const leila = {
  id: 1,
  username: "leila",
  first_name: "لیلا",
  last_name: "",
  profile_picture: null,
  score: 9,
  role: "admin",
} as User;
const arash = { ...leila, id: 2, username: "arash" };

function createStage(expires?: number) {
  const told: string[] = [];
  const events: ConversationEvent[] = [];
  const clock = { time: 0 };
  const hub = {
    ...createHub(),
    publish(topic: Topic, event: ConversationEvent) {
      assert(event.verb === "typing");
      assert.equal(topic, `conversation:${event.conversation_id}`);
      events.push(event);
      told.push(`${event.conversation_id} ${event.user.username} ${event.is_typing}`);
    },
  };
  const typing = createTyping({ hub: hub as ReturnType<typeof createHub>, now: () => clock.time, expires });
  return { typing, told, events, clock, [Symbol.dispose]: typing.stop };
}

Deno.test("typing is told with the names one needs to show it, and no more", () => {
  using stage = createStage();
  stage.typing.set(7, leila, true);
  assert.deepEqual(stage.events, [{
    verb: "typing",
    conversation_id: 7,
    user: { id: 1, username: "leila", first_name: "لیلا", last_name: "", profile_picture: null },
    is_typing: true,
  }]);
});

Deno.test("each stroke is not told, only now and then", () => {
  using stage = createStage();
  const { typing, told, clock } = stage;
  for (clock.time = 0; clock.time < 6000; clock.time += 100) typing.set(7, leila, true);
  assert.deepEqual(told, Array(3).fill("7 leila true"));
  // Others and other conversations count for themselves.
  typing.set(7, arash, true);
  typing.set(8, leila, true);
  assert.deepEqual(told.slice(3), ["7 arash true", "8 leila true"]);
});

Deno.test("an end is told once, and only to whom the beginning was told", () => {
  using stage = createStage();
  const { typing, told } = stage;
  typing.set(7, leila, false);
  assert.deepEqual(told, []);
  typing.set(7, leila, true);
  typing.set(7, leila, false);
  typing.set(7, leila, false);
  assert.deepEqual(told, ["7 leila true", "7 leila false"]);
});

Deno.test("going to and fro does not get round the throttle", () => {
  using stage = createStage();
  const { typing, told, clock } = stage;
  for (let i = 0; i < 1000; i++) typing.set(7, leila, i % 2 === 0);
  assert.deepEqual(told, ["7 leila true", "7 leila false"]);
  clock.time += 2000;
  for (let i = 0; i < 1000; i++) typing.set(7, leila, i % 2 === 0);
  assert.deepEqual(told.slice(2), ["7 leila true", "7 leila false"]);
});

Deno.test("typing that is not said again ends by itself", async () => {
  using stage = createStage(20);
  const { typing, told } = stage;
  typing.set(7, leila, true);
  await until(() => told.length === 2);
  assert.deepEqual(told, ["7 leila true", "7 leila false"]);
});

Deno.test("saying it again puts the end off", async () => {
  using stage = createStage(400);
  const { typing, told } = stage;
  for (let i = 0; i < 8; i++) {
    typing.set(7, leila, true);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  assert.deepEqual(told, ["7 leila true"]);
  await until(() => told.length === 2);
});
