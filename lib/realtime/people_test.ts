import assert from "node:assert/strict";
import type { User } from "@/lib/protocol/entities.ts";
import type { ConversationEvent } from "@/lib/protocol/events.ts";
import { until } from "./testing/stage.ts";
import type { Topic } from "./hub.ts";
import { createPeople } from "./people.ts";

const EVERY = 30;

/** Announcements as they were published: "workspace:1 7 Sara". */
function createStage() {
  const told: string[] = [];
  const names = new Map<number, string>();
  const people = createPeople({
    every: EVERY,
    hub: {
      publish(topic: Topic, event: ConversationEvent) {
        assert(event.verb === "user");
        told.push(`${topic} ${event.user.id} ${event.user.first_name}`);
      },
    },
    userOf: ({ id }) =>
      id === 404
        ? Promise.reject(new Error("erased"))
        : Promise.resolve({ id, first_name: names.get(id) } as User),
  });
  return { people, told, names, [Symbol.dispose]: people.stop };
}

Deno.test("a change is told at once, and of many in a row the first and the last", async () => {
  using stage = createStage();
  const { people, told, names } = stage;
  for (const name of ["Sara", "Sarah", "Zahra"]) {
    names.set(7, name);
    people.changed({ workspace_id: 1, id: 7 });
    await Promise.resolve();
  }
  await until(() => told.length === 2);
  assert.deepEqual(told, ["workspace:1 7 Sara", "workspace:1 7 Zahra"]);
});

Deno.test("people and workspaces do not wait for each other, and the erased are not told of", async () => {
  using stage = createStage();
  const { people, told, names } = stage;
  names.set(7, "Sara").set(8, "Arash");
  people.changed({ workspace_id: 1, id: 404 });
  people.changed({ workspace_id: 1, id: 7 });
  people.changed({ workspace_id: 1, id: 8 });
  people.changed({ workspace_id: 2, id: 7 });
  await until(() => told.length === 3);
  assert.deepEqual(told, ["workspace:1 7 Sara", "workspace:1 8 Arash", "workspace:2 7 Sara"]);
});

Deno.test("nothing is told after the end", async () => {
  const { people, told } = createStage();
  people.changed({ workspace_id: 1, id: 7 });
  people.changed({ workspace_id: 1, id: 7 });
  await until(() => told.length === 1);
  people.stop();
  await new Promise((done) => setTimeout(done, EVERY * 2));
  assert.equal(told.length, 1);
});
