import assert from "node:assert/strict";
import fc from "fast-check";
import type { Message } from "@/lib/protocol/entities.ts";
import { applyChanges, caughtUp, hasGap, prepend, startTimeline, trim } from "./timeline.ts";
import type { Timeline } from "./timeline.ts";

const SENDER = {
  id: 1,
  username: "leila",
  profile_picture: null,
  first_name: "",
  last_name: "",
  score: 0,
  rank: null,
  role: null,
  in_game_ids: [],
};

function message(seq: number, version: number, more: Partial<Message> = {}): Message {
  return {
    id: seq * 10,
    conversation: 1,
    seq,
    version,
    client_id: `c${seq}`,
    kind: "text",
    sender: SENDER,
    content: `text ${seq}`,
    timestamp: "2026-01-01T00:00:00.000Z",
    is_read: false,
    is_edited: false,
    is_deleted: false,
    reply_to: null,
    reactions: [],
    mentions: [],
    is_pinned: false,
    attachments: [],
    source: { kind: "app", name: null },
    ...more,
  };
}

const seqs = (timeline: Timeline) => timeline.messages.map(({ seq }) => seq);

Deno.test("a change that came early leaves a gap until the one before it comes", () => {
  const start = startTimeline([message(1, 1)], 1, false);
  const early = applyChanges(start, [message(3, 3)]);
  assert.deepEqual([hasGap(early), early.version], [true, 1]);
  const whole = applyChanges(early, [message(2, 2)]);
  assert.deepEqual([hasGap(whole), whole.version, seqs(whole)], [false, 3, [1, 2, 3]]);
});

Deno.test("an older form of a message never takes the place of a newer one", () => {
  const start = startTimeline([message(1, 1)], 1, false);
  const edited = applyChanges(start, [message(1, 3, { content: "third", is_edited: true })]);
  const late = applyChanges(edited, [message(1, 2, { content: "second", is_edited: true })]);
  assert.equal(late.messages[0]!.content, "third");
  assert.equal(late.version, 3);
});

Deno.test("a deleted original is no longer quoted", () => {
  const reply_to = { id: 10, seq: 1, sender: SENDER, content: "secret", is_deleted: false };
  const start = startTimeline([message(1, 1), message(2, 2, { reply_to })], 2, false);
  const { messages } = applyChanges(start, [message(1, 3, { content: "", is_deleted: true })]);
  assert.deepEqual(messages[1]!.reply_to, { ...reply_to, content: "", is_deleted: true });
});

Deno.test("an older page that was read before a change is shown with the change", () => {
  const start = startTimeline([message(3, 3)], 3, true);
  const changed = applyChanges(start, [message(1, 4, { content: "", is_deleted: true })]);
  assert.deepEqual(seqs(changed), [3], "above the window nothing is shown out of its place");
  const reply_to = { id: 10, seq: 1, sender: SENDER, content: "secret", is_deleted: false };
  const whole = prepend(changed, [message(1, 1), message(2, 2, { reply_to })], false);
  assert.deepEqual(seqs(whole), [1, 2, 3]);
  assert.equal(whole.messages[0]!.is_deleted, true);
  assert.equal(whole.messages[1]!.reply_to!.content, "");
  assert.equal(whole.has_older, false);
});

Deno.test("a page that was asked for twice is there once", () => {
  const start = startTimeline([message(3, 3)], 3, true);
  const page = [message(1, 1), message(2, 2)];
  assert.deepEqual(seqs(prepend(prepend(start, page, false), page, false)), [1, 2, 3]);
});

Deno.test("a long window lets go of its oldest, which can be loaded again", () => {
  const start = startTimeline([1, 2, 3, 4].map((n) => message(n, n)), 4, false);
  const short = trim(start, 2);
  assert.deepEqual([seqs(short), short.has_older], [[3, 4], true]);
  assert.deepEqual(seqs(prepend(short, [message(1, 1), message(2, 2)], false)), [1, 2, 3, 4]);
  assert.equal(trim(start, 4), start);
});

/** What a server does with a conversation, as a list of acts. */
const acts = fc.array(
  fc.record({
    act: fc.constantFrom("new", "new", "reply", "edit", "delete"),
    at: fc.nat(),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Runs acts on a list as the server keeps it; gives the list and every change in order. */
function serve(given: readonly { act: string; at: number }[]): { list: Message[]; changes: Message[] } {
  let list: Message[] = [];
  const changes: Message[] = [];
  for (const { act, at } of given) {
    const version = changes.length + 1;
    const original = list[at % Math.max(1, list.length)];
    let changed: Message;
    if (!original || act === "new") changed = message(list.length + 1, version);
    else if (act === "reply") changed = message(list.length + 1, version, { reply_to: quote(original) });
    else if (act === "edit" && !original.is_deleted) {
      changed = { ...original, version, content: `edited ${version}`, is_edited: true };
    } else changed = { ...original, version, content: "", is_deleted: true };
    list = [...list.filter(({ id }) => id !== changed.id), changed].sort((a, b) => a.seq - b.seq);
    changes.push(changed);
  }
  return { list: quotedNow(list), changes: changes.map((one) => one) };
}

function quote({ id, seq, content, is_deleted }: Message): Message["reply_to"] {
  return { id, seq, sender: SENDER, content, is_deleted };
}

/** A reply shows its original as it is now; so does a page that is read now. */
function quotedNow(list: readonly Message[]): Message[] {
  return list.map((one) => ({
    ...one,
    reply_to: one.reply_to && quote(list.find(({ id }) => id === one.reply_to!.id)!),
  }));
}

/** The list as it was when `version` was reached. */
function listAt(given: readonly { act: string; at: number }[], version: number): Message[] {
  return serve(given.slice(0, version)).list;
}

Deno.test("whatever order, loss and repetition, a client ends with the server's list", () => {
  fc.assert(
    fc.property(
      acts,
      fc.record({
        /** Version of the page that the client began with, and how many messages it held. */
        begun: fc.nat({ max: 60 }),
        window: fc.integer({ min: 1, max: 60 }),
        /** Which changes come by themselves, in what order, some of them twice. */
        live: fc.array(fc.nat(), { maxLength: 90 }),
        /** An older page: read at one time, there at another. */
        read_at: fc.nat({ max: 60 }),
        taken_after: fc.nat({ max: 90 }),
      }),
      (given, { begun, window, live, read_at, taken_after }) => {
        const { list, changes } = serve(given);
        const from = Math.min(begun, changes.length);
        const known = listAt(given, from);
        let timeline = startTimeline(known.slice(-window), from, known.length > window);
        const first = timeline.messages[0]?.seq ?? 1;
        // An older page is as old as the window at least: it was asked for afterwards.
        const page = listAt(given, Math.min(changes.length, Math.max(from, read_at)));
        const older = page.filter(({ seq }) => seq < first);
        const missed = changes.slice(from);
        live.forEach((at, index) => {
          if (index === taken_after) timeline = prepend(timeline, older, false);
          if (missed.length > 0) timeline = applyChanges(timeline, [missed[at % missed.length]!]);
        });
        if (taken_after >= live.length) timeline = prepend(timeline, older, false);

        // Then it joins, as it does when it finds a gap: all messages changed since, as they are now.
        const { version } = timeline;
        const rejoin = list.filter((one) => one.version > version).sort((a, b) => a.version - b.version);
        timeline = caughtUp(applyChanges(timeline, rejoin), changes.length);

        assert.equal(hasGap(timeline), false);
        assert.equal(timeline.version, changes.length);
        assert.deepEqual(timeline.messages, list);
      },
    ),
    { numRuns: 1000 },
  );
});
