import assert from "node:assert/strict";
import type { Actor } from "@/lib/chat/actor.ts";
import { CLOSE } from "@/lib/protocol/events.ts";
import type { ConversationEvent } from "@/lib/protocol/events.ts";
import type { Dialect } from "./dialect.ts";
import { conversationOf, createHub } from "./hub.ts";
import type { Subscriber } from "./hub.ts";
import { BACKLOG_MAX } from "./transport.ts";

function actor(id: number, session_id = id): Actor {
  return { id, kind: "member", workspace_id: 1, role: "member", session_id };
}

function listener(id: number, session_id?: number) {
  const frames: string[] = [];
  const closed: [number, string | undefined][] = [];
  const wire = {
    bufferedAmount: 0,
    get isClogged() {
      return this.bufferedAmount > BACKLOG_MAX;
    },
    send: (frame: string) => void frames.push(frame),
    close: (code: number, reason?: string) => void closed.push([code, reason]),
  };
  const subscriber: Subscriber = { wire, actor: actor(id, session_id), ip: "192.0.2.1" };
  return { ...subscriber, subscriber, wire, frames, closed };
}

/** A dialect that counts what it encodes, and has no word for typing. */
function dialect(name: string, arrays: boolean): Dialect & { encoded: number } {
  return {
    name,
    arrays,
    encoded: 0,
    encode(event) {
      this.encoded++;
      return event.verb === "typing" ? null : JSON.stringify({ [name]: "seq" in event ? event.seq : 0 });
    },
  };
}

const read = (seq: number): ConversationEvent => ({ verb: "read", conversation_id: 1, user_id: 1, seq });
const typing: ConversationEvent = {
  verb: "typing",
  conversation_id: 1,
  user: { id: 1, username: "x", first_name: "", last_name: "", profile_picture: null },
  is_typing: true,
};

/** A hub whose flush is called by hand. */
function handHub() {
  const due: (() => void)[] = [];
  const hub = createHub({ defer: (run) => void due.push(run) });
  return {
    hub,
    due,
    flush: () => {
      for (const run of due.splice(0)) run();
    },
  };
}

Deno.test("an event is encoded once for each dialect, however many listen", () => {
  const { hub, flush } = handHub();
  const many = dialect("many", true), flat = dialect("flat", false);
  const crowd = Array.from({ length: 100 }, (_, id) => listener(id));
  crowd.forEach(({ subscriber }, i) => {
    hub.attach(subscriber);
    hub.subscribe(subscriber, "conversation:1", i % 2 ? many : flat);
  });
  for (const seq of [1, 2, 3]) hub.publish("conversation:1", read(seq));
  flush();
  assert.deepEqual([many.encoded, flat.encoded], [3, 3]);
  assert.deepEqual(crowd[1]!.frames, ['[{"many":1},{"many":2},{"many":3}]']);
  assert.deepEqual(crowd[0]!.frames, ['{"flat":1}', '{"flat":2}', '{"flat":3}']);
  assert.equal(hub.stats.delivered_events, 300);
  assert.equal(hub.stats.sent_frames, 50 + 150);
});

Deno.test("a connection gets one frame a flush, whatever it listens to; answers stand first", () => {
  const { hub, due, flush } = handHub();
  const many = dialect("many", true), other = dialect("other", true);
  const { subscriber, frames } = listener(1);
  hub.attach(subscriber);
  hub.subscribe(subscriber, "conversation:1", many);
  hub.subscribe(subscriber, "conversation:2", other);
  hub.subscribe(subscriber, "actor:1", many);
  hub.publish("conversation:2", read(1));
  hub.publish("conversation:1", read(2));
  hub.reply(subscriber, '{"ack":1}');
  hub.publish("conversation:2", read(3));
  hub.reply(subscriber, '{"ack":2}');
  assert.equal(due.length, 1, "one flush for all of it");
  assert.deepEqual(frames, []);
  flush();
  assert.deepEqual(frames, ['[{"ack":1},{"ack":2},{"other":1},{"other":3},{"many":2}]']);
  // A single object is no array.
  hub.publish("actor:1", read(4));
  flush();
  assert.equal(frames[1], '{"many":4}');
  hub.reply(subscriber, '{"ack":3}');
  flush();
  assert.equal(frames[2], '{"ack":3}');
  flush();
  assert.equal(frames.length, 3);
});

Deno.test("what a dialect has no word for is not sent, nor anything for it", () => {
  const { hub, flush } = handHub();
  const { subscriber, frames } = listener(1);
  hub.attach(subscriber);
  hub.subscribe(subscriber, "conversation:1", dialect("many", true));
  hub.publish("conversation:1", typing);
  flush();
  assert.deepEqual(frames, []);
  hub.publish("conversation:1", typing);
  hub.publish("conversation:1", read(1));
  flush();
  assert.deepEqual(frames, ['{"many":1}']);
  assert.equal(hub.stats.delivered_events, 1);
});

Deno.test("only those who listen to a topic hear of it, until they stop", () => {
  const { hub, due, flush } = handHub();
  const [first, second] = [listener(1), listener(2)];
  const many = dialect("many", true);
  for (const { subscriber } of [first, second]) hub.attach(subscriber);
  hub.subscribe(first.subscriber, "conversation:1", many);
  hub.subscribe(second.subscriber, "conversation:2", many);
  hub.publish("conversation:3", read(1));
  assert.equal(due.length, 0, "nobody listens: nothing to do");
  hub.publish("conversation:1", read(1));
  flush();
  assert.deepEqual([first.frames.length, second.frames.length], [1, 0]);
  hub.unsubscribe(first.subscriber, "conversation:1");
  assert.deepEqual([...hub.topicsOf(1)], []);
  hub.publish("conversation:1", read(2));
  flush();
  assert.equal(first.frames.length, 1);
  // Whoever is not attached can neither listen nor be answered.
  hub.detach(second.subscriber);
  hub.subscribe(second.subscriber, "conversation:2", many);
  hub.reply(second.subscriber, "{}");
  hub.publish("conversation:2", read(1));
  flush();
  assert.deepEqual(second.frames, []);
  assert.equal(hub.size, 1);
});

Deno.test("eviction takes effect at once: what is pending does not arrive, other topics go on", () => {
  const { hub, flush } = handHub();
  const many = dialect("many", true);
  const evicted: string[] = [];
  const [tab, phone, other] = [listener(1), listener(1), listener(2)];
  for (const { subscriber } of [tab, phone, other]) {
    const heard = { ...subscriber, evicted: (topic: string) => void evicted.push(topic) };
    hub.attach(heard);
    hub.subscribe(heard, "conversation:1", many);
    hub.subscribe(heard, "actor:1", many);
  }
  hub.publish("conversation:1", read(1));
  hub.evict("conversation:1", 1);
  hub.publish("conversation:1", read(2));
  hub.publish("actor:1", read(3));
  flush();
  assert.deepEqual(tab.frames, ['{"many":3}']);
  assert.deepEqual(phone.frames, ['{"many":3}']);
  assert.deepEqual(other.frames, ['[{"many":1},{"many":2},{"many":3}]']);
  assert.deepEqual(evicted, ["conversation:1", "conversation:1"]);
  assert.deepEqual(tab.closed, []);
});

Deno.test("a slow reader is cut off with 1013 and nothing more is kept for it", () => {
  const { hub, flush } = handHub();
  const many = dialect("many", true);
  const [slow, quick] = [listener(1), listener(2)];
  for (const { subscriber } of [slow, quick]) {
    hub.attach(subscriber);
    hub.subscribe(subscriber, "conversation:1", many);
  }
  slow.wire.bufferedAmount = BACKLOG_MAX;
  hub.publish("conversation:1", read(1));
  flush();
  assert.deepEqual([slow.frames.length, slow.closed.length], [1, 0], "as much as it may have");
  slow.wire.bufferedAmount = BACKLOG_MAX + 1;
  hub.publish("conversation:1", read(2));
  hub.reply(slow.subscriber, "{}");
  flush();
  assert.deepEqual(slow.closed, [[1013, "reads too slowly"]]);
  assert.equal(slow.frames.length, 1);
  assert.equal(quick.frames.length, 2);
  assert.equal(hub.has(slow.subscriber), false);
  assert.deepEqual([hub.stats.cut_slow, hub.size], [1, 1]);
  hub.reply(slow.subscriber, "{}");
  hub.publish("conversation:1", read(3));
  flush();
  assert.deepEqual([slow.frames.length, slow.closed.length, quick.frames.length], [1, 1, 3]);
});

Deno.test("a socket that is broken harms no other", () => {
  const { hub, flush } = handHub();
  const many = dialect("many", true);
  const [broken, slow, sound] = [listener(1), listener(2), listener(3)];
  const fail = () => {
    throw new DOMException("not open", "InvalidStateError");
  };
  broken.wire.send = fail;
  slow.wire.bufferedAmount = BACKLOG_MAX * 2;
  slow.wire.close = fail;
  for (const { subscriber } of [broken, slow, sound]) {
    hub.attach(subscriber);
    hub.subscribe(subscriber, "conversation:1", many);
  }
  hub.publish("conversation:1", read(1));
  flush();
  assert.deepEqual(sound.frames, ['{"many":1}']);
  assert.equal(hub.size, 1);
});

Deno.test("sockets are closed by what they are, at once and for good", () => {
  const { hub, flush } = handHub();
  const crowd = [listener(1, 10), listener(1, 11), listener(2, 20)];
  const many = dialect("many", true);
  for (const { subscriber } of crowd) {
    hub.attach(subscriber);
    hub.subscribe(subscriber, "conversation:1", many);
  }
  hub.publish("conversation:1", read(1));
  for (const { subscriber } of crowd) hub.reply(subscriber, '{"ack":1}');
  const ended = hub.closeWhere(({ actor }) => actor.session_id === 10, CLOSE.session_ended, "ended");
  assert.equal(ended, 1);
  flush();
  assert.deepEqual(crowd.map(({ frames }) => frames.length), [0, 1, 1]);
  assert.deepEqual(crowd.map(({ closed }) => closed), [[[4401, "ended"]], [], []]);
  assert.equal(hub.size, 2);
  assert.deepEqual([...hub.topicsOf(2)], ["conversation:1"]);
  assert.deepEqual([...hub.topicsOf(3)], []);
});

Deno.test("whoever listens to a topic is counted once, whatever they listen with", () => {
  const { hub } = handHub();
  for (const one of [listener(1, 10), listener(1, 11), listener(2), listener(3)]) {
    hub.attach(one.subscriber);
    hub.subscribe(one.subscriber, "conversation:1", dialect("many", true));
  }
  assert.equal(hub.countOn("conversation:1", ({ id }) => id < 3), 2);
  assert.equal(hub.countOn("conversation:2", () => true), 0);
});

Deno.test("topics nobody listens to are forgotten", () => {
  const { hub, due } = handHub();
  const { subscriber } = listener(1);
  hub.attach(subscriber);
  for (let id = 1; id <= 1000; id++) hub.subscribe(subscriber, `conversation:${id}`, dialect("many", true));
  hub.detach(subscriber);
  for (let id = 1; id <= 1000; id++) hub.publish(`conversation:${id}`, read(1));
  assert.equal(due.length, 0);
  assert.deepEqual([...hub.topicsOf(1)], []);
});

Deno.test("a topic knows the conversation it is about", () => {
  assert.equal(conversationOf("conversation:12"), 12);
  assert.equal(conversationOf("actor:12"), null);
  assert.equal(conversationOf("workspace:12"), null);
});
