import assert from "node:assert/strict";
import type { Actor } from "@/lib/chat/actor.ts";
import type { User } from "@/lib/protocol/entities.ts";
import type { ConversationEvent } from "@/lib/protocol/events.ts";
import { until } from "./testing/stage.ts";
import { createHub } from "./hub.ts";
import type { Topic } from "./hub.ts";
import { createPresence } from "./presence.ts";

const LEAVE_DELAY = 30;

function person(id: number, changes: Partial<Actor> = {}): Actor {
  return { id, kind: "member", workspace_id: 1, role: "member", session_id: id, ...changes };
}

/** Presence whose announcements are written down: "1 online", "1 offline". */
function createStage() {
  const told: string[] = [];
  const gone: number[] = [];
  const hub = {
    ...createHub(),
    publish(topic: Topic, event: ConversationEvent) {
      assert(event.verb === "user-status");
      assert.equal(event.last_seen_at, event.status === "offline" ? "1970-01-01T00:00:05.000Z" : null);
      told.push(`${topic} ${event.user.id} ${event.status}`);
    },
  };
  const presence = createPresence({
    hub: hub as ReturnType<typeof createHub>,
    now: () => 5000,
    userOf: ({ id }) => id === 404 ? Promise.reject(new Error("erased")) : Promise.resolve({ id } as User),
    onGone: ({ id }, at) => {
      assert.equal(at, 5000);
      gone.push(id);
    },
    leaveDelay: LEAVE_DELAY,
  });
  return { presence, told, gone, [Symbol.dispose]: presence.stop };
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

Deno.test("who comes and goes is announced, once for all tabs", async () => {
  using stage = createStage();
  const { presence, told, gone } = stage;
  for (let tab = 0; tab < 3; tab++) presence.arrive(person(1));
  await until(() => told.length === 1);
  assert.deepEqual(told, ["workspace:1 1 online"]);
  assert.equal(presence.countOnline(1), 1);
  presence.leave(person(1));
  presence.leave(person(1));
  await wait(LEAVE_DELAY * 2);
  assert.equal(presence.isOnline(1, 1), true, "a tab is open still");
  presence.leave(person(1));
  assert.equal(presence.isOnline(1, 1), true, "it may be a reload");
  await until(() => told.length === 2);
  assert.deepEqual(told, ["workspace:1 1 online", "workspace:1 1 offline"]);
  assert.deepEqual(gone, [1]);
  assert.deepEqual([presence.isOnline(1, 1), presence.countOnline(1), presence.listOnline(1)], [
    false,
    0,
    [],
  ]);
});

Deno.test("a reload is silent", async () => {
  using stage = createStage();
  const { presence, told, gone } = stage;
  presence.arrive(person(1));
  presence.leave(person(1));
  presence.arrive(person(1));
  await wait(LEAVE_DELAY * 2);
  assert.deepEqual(told, ["workspace:1 1 online"]);
  assert.deepEqual(gone, []);
  assert.equal(presence.isOnline(1, 1), true);
});

Deno.test("workspaces know nothing of each other", async () => {
  using stage = createStage();
  const { presence, told } = stage;
  presence.arrive(person(1));
  presence.arrive(person(2, { workspace_id: 2 }));
  presence.arrive(person(1, { workspace_id: 2 }));
  await until(() => told.length === 3);
  assert.deepEqual(told, ["workspace:1 1 online", "workspace:2 2 online", "workspace:2 1 online"]);
  assert.deepEqual(presence.listOnline(1), [1]);
  assert.deepEqual(presence.listOnline(2), [2, 1]);
  assert.equal(presence.isOnline(1, 2), false);
});

Deno.test("visitors of sites come and go unnoticed", async () => {
  using stage = createStage();
  const { presence, told, gone } = stage;
  for (const kind of ["guest", "bot", "system"] as const) {
    presence.arrive(person(1, { kind, role: null }));
    presence.leave(person(1, { kind, role: null }));
  }
  await wait(LEAVE_DELAY * 2);
  assert.deepEqual([told, gone, presence.countOnline(1)], [[], [], 0]);
});

Deno.test("above two hundred people nothing is pushed", async () => {
  using stage = createStage();
  const { presence, told } = stage;
  for (let id = 1; id <= 201; id++) presence.arrive(person(id));
  await wait(0);
  assert.equal(told.length, 200);
  assert.equal(presence.countOnline(1), 201);
  presence.arrive(person(300));
  presence.leave(person(300));
  await until(() => presence.countOnline(1) === 201);
  await wait(0);
  assert.equal(told.length, 200);
  // Another workspace is not concerned.
  presence.arrive(person(1, { workspace_id: 2 }));
  await wait(0);
  assert.equal(told.length, 201);
});

Deno.test("of many online a few hundred are named", () => {
  using stage = createStage();
  for (let id = 1; id <= 600; id++) stage.presence.arrive(person(id));
  assert.equal(stage.presence.listOnline(1).length, 500);
  assert.equal(stage.presence.countOnline(1), 600);
});

Deno.test("somebody who is erased meanwhile is no fault", async () => {
  using stage = createStage();
  stage.presence.arrive(person(404));
  await wait(0);
  assert.deepEqual(stage.told, []);
});

Deno.test("when the server goes down everybody was seen last now, and nobody is told", async () => {
  using stage = createStage();
  const { presence, told, gone } = stage;
  presence.arrive(person(1));
  presence.arrive(person(2));
  presence.leave(person(2));
  await until(() => told.length === 2);
  presence.stop();
  assert.deepEqual(gone.sort(), [1, 2]);
  // Sockets close after it.
  presence.leave(person(1));
  await wait(LEAVE_DELAY * 2);
  assert.equal(told.length, 2);
  assert.deepEqual(gone, [1, 2]);
});

Deno.test("a person is away only when all their devices are idle, and only changes are said", async () => {
  using stage = createStage();
  const { presence, told, gone } = stage;
  presence.arrive(person(1));
  presence.arrive(person(1));
  presence.setIdle(person(1), true);
  await wait(0);
  assert.deepEqual([presence.statusOf(1, 1), told.length], ["online", 1]);
  presence.setIdle(person(1), true);
  await wait(0);
  assert.equal(presence.statusOf(1, 1), "away");
  assert.equal(presence.isOnline(1, 1), true, "away is still there");
  assert.deepEqual(presence.listOnline(1), [1]);
  presence.setIdle(person(1), false);
  presence.setIdle(person(1), false);
  await wait(0);
  assert.deepEqual(told, ["workspace:1 1 online", "workspace:1 1 away", "workspace:1 1 online"]);
  assert.deepEqual(gone, []);
  assert.equal(presence.statusOf(1, 2), "offline");
});

Deno.test("who leaves an idle device behind is away after a while; a reload of the other is silent", async () => {
  using stage = createStage();
  const { presence, told } = stage;
  presence.arrive(person(1));
  presence.arrive(person(1));
  presence.setIdle(person(1), true);
  presence.leave(person(1));
  presence.arrive(person(1));
  await wait(LEAVE_DELAY * 2);
  assert.deepEqual(told, ["workspace:1 1 online"]);
  presence.leave(person(1));
  assert.equal(presence.statusOf(1, 1), "online", "it may be a reload");
  await until(() => told.length === 2);
  assert.equal(told[1], "workspace:1 1 away");
  presence.leave(person(1), true);
  await until(() => told.length === 3);
  assert.equal(told[2], "workspace:1 1 offline");
  // Whoever comes back begins anew, and awake.
  presence.arrive(person(1));
  await until(() => told.length === 4);
  assert.equal(told[3], "workspace:1 1 online");
});

Deno.test("a visitor of a site cannot be away, and an idle device that goes counts no more", async () => {
  using stage = createStage();
  const { presence, told } = stage;
  presence.setIdle(person(1, { kind: "guest", role: null }), true);
  presence.arrive(person(1));
  presence.arrive(person(1));
  presence.setIdle(person(1), true);
  presence.leave(person(1), true);
  await wait(LEAVE_DELAY * 2);
  assert.deepEqual(told, ["workspace:1 1 online"]);
  assert.equal(presence.statusOf(1, 1), "online");
});
