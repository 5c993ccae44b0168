import assert from "node:assert/strict";
import type { Message } from "@/lib/protocol/entities.ts";
import type { Outgoing } from "@/lib/realtime/client/outbox.ts";
import { toItems } from "./items.ts";
import type { Item } from "./items.ts";

const TEHRAN = { timeZone: "Asia/Tehran" };
const ME = { id: 1 };

/** A message by person `who`; `at` is a time of 18 November 2026 in Tehran, or a full one. */
function message(seq: number, who: number, at: string, more: object = {}): Message {
  const timestamp = at.includes("T") ? at : new Date(`2026-11-18T${at}:00+03:30`).toISOString();
  return {
    seq,
    client_id: `c${seq}`,
    kind: "text",
    sender: { id: who },
    timestamp,
    reply_to: null,
    ...more,
  } as Message;
}

function outgoing(client_id: string, created_at: number, reply_to: number | null = null): Outgoing {
  return { client_id, conversation_id: 1, content: "x", reply_to, created_at, refused: null };
}

/** Items in short: the days and lines, and each message's client id, in brackets where it follows. */
function short(items: readonly Item[]): string {
  return items.map((item) => {
    if (item.kind === "day") return "day";
    if (item.kind === "new") return "new";
    if (item.kind === "system") return `system:${item.message.client_id}`;
    const id = item.message?.client_id ?? item.outgoing!.client_id;
    return item.follow ? `(${id})` : id;
  }).join(" ");
}

const show = (messages: Message[], out: Outgoing[] = [], read_seq = 99) =>
  short(toItems(messages, out, { dates: TEHRAN, me: ME, read_seq }));

Deno.test("messages of one author stand under one head, for five minutes", () => {
  const shown = show([
    message(1, 2, "10:00"),
    message(2, 2, "10:04"),
    message(3, 3, "10:04"),
    message(4, 2, "10:05"),
    message(5, 2, "10:10"),
  ]);
  assert.equal(shown, "day c1 (c2) c3 c4 c5");
});

Deno.test("an answer has a head of its own, and so has what comes after a line of the system", () => {
  const shown = show([
    message(1, 2, "10:00"),
    message(2, 2, "10:01", { reply_to: {} }),
    message(3, 2, "10:01", { kind: "system" }),
    message(4, 2, "10:01"),
  ]);
  assert.equal(shown, "day c1 c2 system:c3 c4");
});

Deno.test("a day begins at midnight of the reader, not of the server", () => {
  const late = message(1, 2, "23:58"), early = message(2, 2, "2026-11-18T20:31:00.000Z");
  assert.equal(show([late, early]), "day c1 day c2");
  const utc = toItems([late, early], [], { dates: { timeZone: "UTC" }, me: ME, read_seq: 99 });
  assert.equal(short(utc), "day c1 (c2)");
});

Deno.test("the line of new messages is there once, above the first of others, and ends a group", () => {
  const messages = [
    message(1, 2, "10:00"),
    message(2, 1, "10:00"),
    message(3, 2, "10:01"),
    message(4, 2, "10:01"),
  ];
  assert.equal(show(messages, [], 1), "day c1 c2 new c3 (c4)");
  assert.equal(show(messages, [], 3), "day c1 c2 c3 new c4");
  assert.equal(show(messages, [], 4), "day c1 c2 c3 (c4)");
  assert.equal(show([message(1, 1, "10:00")], [], 0), "day c1", "one's own is nothing new");
});

Deno.test("no line stands above the first that is loaded where the first new one is not", () => {
  const messages = [message(5, 2, "10:00"), message(6, 3, "10:01")];
  const show = (read_seq: number) =>
    short(toItems(messages, [], { dates: TEHRAN, me: ME, read_seq, has_older: true }));
  assert.equal(show(3), "day c5 c6");
  assert.equal(show(4), "day new c5 c6");
  assert.equal(show(5), "day c5 new c6");
});

Deno.test("what is on its way comes last and joins one's own group", () => {
  const at = Date.parse("2026-11-18T10:01:00+03:30");
  const shown = show([message(1, 1, "10:00")], [
    outgoing("a", at),
    outgoing("b", at + 1),
    outgoing("c", at, 5),
  ]);
  assert.equal(shown, "day c1 (a) (b) c");
});

Deno.test("a slow clock puts nothing back to yesterday, a new day is a new day for what is pending", () => {
  const sent = [message(1, 1, "10:00")];
  assert.equal(show(sent, [outgoing("slow", Date.parse("2026-11-10T10:00:00Z"))]), "day c1 (slow)");
  assert.equal(show(sent, [outgoing("next", Date.parse("2026-11-19T10:00:00Z"))]), "day c1 day next");
});

Deno.test("a message has the same key on its way and once it is committed", () => {
  const [, pending] = toItems([], [outgoing("mine", 5)], { dates: TEHRAN, me: ME, read_seq: 0 });
  const [, sent] = toItems([message(1, 1, "10:00", { client_id: "mine" })], [], {
    dates: TEHRAN,
    me: ME,
    read_seq: 0,
  });
  assert.equal(pending!.key, sent!.key);
  const [, others] = toItems([message(1, 2, "10:00", { client_id: "mine" })], [], {
    dates: TEHRAN,
    me: ME,
    read_seq: 9,
  });
  assert.notEqual(others!.key, sent!.key, "somebody else may make up the same client_id");
});
