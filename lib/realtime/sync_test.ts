/** The promise to every client: nothing missed, nothing doubled, whatever breaks in between. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Message } from "@/lib/protocol/entities.ts";
import { applyChanges, caughtUp, startTimeline } from "./client/timeline.ts";
import type { Timeline } from "./client/timeline.ts";
import { createStage, turns as eventLoopTurns, until } from "./testing/stage.ts";
import type { FakeSocket, Frame, Stage } from "./testing/stage.ts";

/** What happens in one turn; `target` chooses among the messages that are there. */
type Happening =
  | { what: "others send" }
  | { what: "others edit" | "others delete"; target: number }
  | { what: "client sends" }
  | { what: "connection breaks" }
  | { what: "event loop turns" };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant("others send" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom("others edit" as const, "others delete" as const),
      target: fc.nat(1000),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("client sends" as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("connection breaks" as const) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("event loop turns" as const) }) },
);

/**
 * The rules by which our own clients live, without a browser: join from the last version, hand over what is
 * not acknowledged under the same `client_id`, merge by version.
 */
function createClient(stage: Stage) {
  const { leila, home } = stage.world;
  const outbox = new Map<string, string>();
  let timeline: Timeline = startTimeline({ messages: [], has_older: false, has_newer: false }, 0);
  let socket: FakeSocket;
  let joined = false;
  let sends = 0;
  connect();

  function connect(): void {
    joined = false;
    const upgraded = stage.upgrade(leila);
    socket = upgraded.socket;
    const mine = socket;
    socket.send = (frame) => {
      if (mine !== socket) return; // what is on its way when the connection breaks is lost
      for (const one of [JSON.parse(frame)].flat()) onFrame(one);
    };
    socket.open();
  }

  function onFrame(frame: Frame): void {
    if (frame.type === "hello") return join();
    if (frame.type === "chat:joined") {
      take(frame.changes);
      timeline = caughtUp(timeline, frame.version);
      if (frame.more) return join();
      joined = true;
      for (const client_id of outbox.keys()) hand(client_id);
    } else if (frame.type === "ack") take([frame.message]);
    else if (frame.message) take([frame.message]);
  }

  function join(): void {
    const command = { type: "chat:join", conversation_id: home.global, after_version: timeline.version };
    socket.receive(JSON.stringify(command));
  }

  function take(messages: readonly Message[]): void {
    timeline = applyChanges(timeline, messages);
    for (const { client_id } of messages) outbox.delete(client_id);
  }

  function hand(client_id: string): void {
    const content = outbox.get(client_id);
    const place = { conversation_id: home.global, client_id, content };
    socket.receive(JSON.stringify({ type: "chat:message", ref: client_id, ...place }));
  }

  return {
    get timeline() {
      return timeline;
    },
    /** What waits to be acknowledged. */
    outbox,
    get sends() {
      return sends;
    },
    send(): void {
      const client_id = `mine-${sends++}`;
      outbox.set(client_id, client_id);
      if (joined) hand(client_id);
    },
    breakConnection(): void {
      const broken = socket;
      connect();
      broken.gone();
    },
  };
}

Deno.test("a client whose connection breaks at any moment ends with what the database has, its own messages once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (happenings) => {
      await using stage = await createStage();
      const { arash, admin, home, leila } = stage.world;
      const { messages, history } = stage.world.chat;
      const client = createClient(stage);
      const ids: number[] = [];
      const under_way: Promise<unknown>[] = [];
      for (const one of happenings) {
        const id = "target" in one ? ids[one.target % Math.max(1, ids.length)] : undefined;
        if (one.what === "others send") {
          const sending = messages.send(arash, { conversation_id: home.global, content: "x" });
          under_way.push(sending.then((message) => ids.push(message.id)));
        } else if (one.what === "others edit" && id) {
          // Of what is deleted meanwhile it is refused.
          under_way.push(messages.edit(admin, id, `${under_way.length}`).catch(() => {}));
        } else if (one.what === "others delete" && id) under_way.push(messages.remove(admin, id));
        else if (one.what === "client sends") client.send();
        else if (one.what === "connection breaks") client.breakConnection();
        else if (one.what === "event loop turns") await eventLoopTurns(1);
      }
      await Promise.all(under_way);
      await until(() => client.outbox.size === 0);
      const { version } = await stage.world.chat.conversations.get(leila, home.global);
      await until(() => client.timeline.version >= version);

      const page = await history.page(leila, home.global, { limit: 1000 });
      const stored = page.messages.reverse();
      assert.deepEqual(client.timeline.messages, stored);
      assert.deepEqual([client.timeline.version, client.timeline.ahead], [version, []]);
      const mine = stored.filter((message) => message.sender.id === leila.id).map((one) => one.client_id);
      assert.deepEqual(mine.toSorted(), [...Array(client.sends).keys()].map((i) => `mine-${i}`).toSorted());
    }),
    { numRuns: 60 },
  );
});
