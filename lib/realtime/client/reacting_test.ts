import assert from "node:assert/strict";
import { computed, signal } from "@preact/signals";
import type { Message, Reaction } from "@/lib/protocol/entities.ts";
import { createReacting, isMine, keepOwn, withReaction } from "./reacting.ts";
import { CommandError } from "./socket.ts";
import type { Status } from "./socket.ts";

const ME = 7;

function message(reactions: Reaction[], more: Partial<Message> = {}): Message {
  return { id: 1, seq: 1, version: 1, reactions, ...more } as Message;
}

const told = ({ reactions }: Message) =>
  reactions.map(({ emoji, count, user_ids }) => `${emoji} ${count} ${user_ids.join(",")}`);

Deno.test("a like takes the place of a dislike, and stands before all emoji", () => {
  const before = message([{ emoji: "dislike", count: 2, user_ids: [3, ME] }, {
    emoji: "🔥",
    count: 1,
    user_ids: [3],
  }]);
  assert.deepEqual(told(withReaction(before, ME, "like", true)), ["like 1 7", "dislike 1 3", "🔥 1 3"]);
  assert.deepEqual(told(withReaction(before, ME, "🔥", true)), ["dislike 2 3,7", "🔥 2 3,7"]);
  assert.deepEqual(told(withReaction(before, ME, "dislike", false)), ["dislike 1 3", "🔥 1 3"]);
});

Deno.test("the last one takes its pill away; what is so already is the very same message", () => {
  const before = message([{ emoji: "🔥", count: 1, user_ids: [ME] }]);
  assert.deepEqual(told(withReaction(before, ME, "🔥", false)), []);
  assert.equal(withReaction(before, ME, "🔥", true), before);
  assert.equal(withReaction(before, ME, "👏", false), before);
});

Deno.test("among many one's own reaction is known though an event does not name it", () => {
  const crowd = Array.from({ length: 50 }, (_, index) => 100 + index);
  const known = message([{ emoji: "like", count: 51, user_ids: [...crowd, ME] }]);
  const event = message([{ emoji: "like", count: 52, user_ids: crowd }]);
  assert(isMine(keepOwn(known, event, ME).reactions, ME, "like"));
  // Where all are named, who is not named has taken it back elsewhere.
  const small = message([{ emoji: "like", count: 2, user_ids: [3, 4] }]);
  assert(!isMine(keepOwn(known, small, ME).reactions, ME, "like"));
  assert(!isMine(keepOwn(message([]), event, ME).reactions, ME, "like"));
  assert.equal(keepOwn(undefined, event, ME), event);
});

/** A server that answers when it is told to. */
function stage(reactions: Reaction[] = []) {
  const committed = signal<readonly Message[]>([message(reactions), message([], { id: 2, seq: 2 })]);
  const asked: { resolve: (message: Message) => void; reject: (error: Error) => void }[] = [];
  const status = signal<Status>({ state: "online" });
  const reacting = createReacting({
    me_id: ME,
    committed: computed(() => committed.value),
    socket: {
      status,
      command: ((_: unknown) =>
        new Promise((resolve, reject) =>
          asked.push({
            resolve: (message) => resolve({ type: "ack", message }),
            reject,
          })
        )) as never,
    },
    take: (taken) => {
      committed.value = committed.value.map((one) => one.id === taken.id ? taken : one);
    },
  });
  return { reacting, asked, committed, status, shown: () => told(reacting.messages.value[0]!) };
}

Deno.test("it shows at once, and stays when the server says so", async () => {
  const { reacting, asked, committed, shown } = stage();
  const other = committed.value[1];
  const doing = reacting.react(1, "🔥", true);
  assert.deepEqual(shown(), ["🔥 1 7"]);
  assert.equal(reacting.messages.value[1], other, "other messages keep their identity");
  asked[0]!.resolve(message([{ emoji: "🔥", count: 2, user_ids: [3, ME] }], { version: 2 }));
  await doing;
  assert.deepEqual(shown(), ["🔥 2 3,7"]);
});

Deno.test("what is refused is as it was before, whatever others did meanwhile", async () => {
  const { reacting, asked, committed, shown } = stage([{ emoji: "dislike", count: 1, user_ids: [ME] }]);
  const doing = reacting.react(1, "like", true);
  assert.deepEqual(shown(), ["like 1 7"]);
  committed.value = [message([{ emoji: "dislike", count: 2, user_ids: [3, ME] }])];
  assert.deepEqual(shown(), ["like 1 7", "dislike 1 3"]);
  asked[0]!.reject(new CommandError("muted", "You may not."));
  await assert.rejects(doing, { message: "You may not." });
  assert.deepEqual(shown(), ["dislike 2 3,7"]);
});

Deno.test("of several wishes the last one shows, though an earlier one is answered first", async () => {
  const { reacting, asked, shown } = stage();
  const first = reacting.react(1, "like", true);
  const second = reacting.react(1, "dislike", true);
  assert.deepEqual(shown(), ["dislike 1 7"]);
  asked[0]!.resolve(message([{ emoji: "like", count: 1, user_ids: [ME] }], { version: 2 }));
  await first;
  assert.deepEqual(shown(), ["dislike 1 7"]);
  asked[1]!.resolve(message([{ emoji: "dislike", count: 1, user_ids: [ME] }], { version: 3 }));
  await second;
  assert.deepEqual(shown(), ["dislike 1 7"]);
});

Deno.test("without a socket it goes by request; a line that is away altogether takes it back", async () => {
  const { reacting, asked, status, shown } = stage();
  const original = globalThis.fetch;
  const calls: string[] = [];
  try {
    globalThis.fetch = ((path: string, { method }: RequestInit) => {
      calls.push(`${method} ${path}`);
      return Promise.resolve(Response.json(message([{ emoji: "❤️", count: 1, user_ids: [ME] }])));
    }) as typeof fetch;
    status.value = { state: "offline", retry_at: 0 };
    await reacting.react(1, "❤️", true);
    assert.deepEqual(calls, [`PUT /api/messages/1/reactions/${encodeURIComponent("❤️")}`]);
    assert.deepEqual(shown(), ["❤️ 1 7"]);

    // What a breaking connection left open is asked for again.
    status.value = { state: "online" };
    const doing = reacting.react(1, "❤️", false);
    asked[0]!.reject(new CommandError("lost", ""));
    await doing;
    assert.match(calls[1]!, /^DELETE /);

    globalThis.fetch = (() => Promise.reject(new TypeError("Failed to fetch"))) as typeof fetch;
    status.value = { state: "offline", retry_at: 0 };
    await assert.rejects(reacting.react(1, "👏", true), { message: "" });
    assert.deepEqual(shown(), ["❤️ 1 7"]);
  } finally {
    globalThis.fetch = original;
  }
});
