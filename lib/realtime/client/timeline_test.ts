import assert from "node:assert/strict";
import fc from "fast-check";
import type { Message } from "@/lib/protocol/entities.ts";
import { sampleMessage, sampleUser } from "@/tests/support/samples.ts";
import {
  append,
  applyChanges,
  caughtUp,
  hasGap,
  isStale,
  moveTo,
  prepend,
  startTimeline,
  trim,
} from "./timeline.ts";
import type { Span, Timeline } from "./timeline.ts";

const message = (seq: number, version: number, more: Partial<Message> = {}): Message =>
  sampleMessage({ id: seq * 10, seq, version, client_id: `c${seq}`, content: `text ${seq}`, ...more });

/** A window at the live end. */
const begin = (messages: readonly Message[], version: number, has_older: boolean) =>
  startTimeline({ messages, has_older, has_newer: false }, version);

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const seqs = (timeline: Timeline) => timeline.messages.map(({ seq }) => seq);

Deno.test("a change that came early leaves a gap until the one before it comes", () => {
  const start = begin([message(1, 1)], 1, false);
  const early = applyChanges(start, [message(3, 3)]);
  assert.deepEqual([hasGap(early), early.version], [true, 1]);
  const whole = applyChanges(early, [message(2, 2)]);
  assert.deepEqual([hasGap(whole), whole.version, seqs(whole)], [false, 3, [1, 2, 3]]);
});

Deno.test("an older form of a message never takes the place of a newer one", () => {
  const start = begin([message(1, 1)], 1, false);
  const edited = applyChanges(start, [message(1, 3, { content: "third", is_edited: true })]);
  const late = applyChanges(edited, [message(1, 2, { content: "second", is_edited: true })]);
  assert.equal(late.messages[0]!.content, "third");
  assert.equal(late.version, 3);
});

Deno.test("a deleted original is no longer quoted", () => {
  const reply_to = { ...quote(message(1, 1, { id: 10 }))!, content: "secret" };
  const start = begin([message(1, 1), message(2, 2, { reply_to })], 2, false);
  const { messages } = applyChanges(start, [message(1, 3, { content: "", is_deleted: true })]);
  assert.deepEqual(messages[1]!.reply_to, { ...reply_to, content: "", is_deleted: true });
});

Deno.test("an older page that was read before a change is shown with the change", () => {
  const start = begin([message(3, 3)], 3, true);
  const changed = applyChanges(start, [message(1, 4, { content: "", is_deleted: true })]);
  assert.deepEqual(seqs(changed), [3], "above the window nothing is shown out of its place");
  const reply_to = { ...quote(message(1, 1, { id: 10 }))!, content: "secret" };
  const whole = prepend(changed, [message(1, 1), message(2, 2, { reply_to })], false);
  assert.deepEqual(seqs(whole), [1, 2, 3]);
  assert.equal(whole.messages[0]!.is_deleted, true);
  assert.equal(whole.messages[1]!.reply_to!.content, "");
  assert.equal(whole.has_older, false);
});

Deno.test("a page that was asked for twice is there once", () => {
  const start = begin([message(3, 3)], 3, true);
  const page = [message(1, 1), message(2, 2)];
  assert.deepEqual(seqs(prepend(prepend(start, page, false), page, false)), [1, 2, 3]);
});

Deno.test("a long window lets go of its oldest, which can be loaded again", () => {
  const start = begin([1, 2, 3, 4].map((n) => message(n, n)), 4, false);
  const short = trim(start, 2, "older");
  assert.deepEqual([seqs(short), short.has_older], [[3, 4], true]);
  assert.deepEqual(seqs(prepend(short, [message(1, 1), message(2, 2)], false)), [1, 2, 3, 4]);
  assert.equal(trim(start, 4, "older"), start);
});

Deno.test("while the window stands in the past what comes at the end is counted, and not put below a hole", () => {
  const start = begin(range(1, 6).map((n) => message(n, n)), 6, false);
  const past = trim(start, 3, "newer");
  assert.deepEqual([seqs(past), past.has_newer, past.newest_seq], [[1, 2, 3], true, 6]);
  const told = applyChanges(past, [message(7, 7), message(2, 8, { content: "two", is_edited: true })]);
  assert.deepEqual([seqs(told), told.newest_seq, hasGap(told)], [[1, 2, 3], 7, false]);
  assert.equal(told.messages[1]!.content, "two");
  // The page was read before the seventh was written, and says that nothing is behind it.
  const whole = append(told, range(4, 6).map((n) => message(n, n)), false);
  assert.deepEqual([seqs(whole), whole.has_newer], [range(1, 7), false]);
});

Deno.test("a window that is put elsewhere shows there what changed while the page was on its way", () => {
  const start = begin([message(9, 9)], 9, true);
  const changed = applyChanges(start, [message(2, 10, { content: "", is_deleted: true })]);
  const page = { messages: range(1, 3).map((n) => message(n, n)), has_older: false, has_newer: true };
  const moved = moveTo(changed, page);
  assert.deepEqual([seqs(moved), moved.has_newer, moved.newest_seq], [[1, 2, 3], true, 9]);
  assert.equal(moved.messages[1]!.is_deleted, true);
  // And back: the ninth was edited while the first three were shown.
  const edited = applyChanges(moved, [message(9, 11, { content: "nine", is_edited: true })]);
  const back = moveTo(edited, { messages: [message(9, 9)], has_older: true, has_newer: false });
  assert.deepEqual([seqs(back), back.messages[0]!.content], [[9], "nine"]);
});

Deno.test("changes far away are remembered up to a number; a page from before the others is read again", () => {
  const start = begin([message(500, 500)], 500, true);
  const changes = range(1, 250).map((n) => message(n, 500 + n, { content: "new", is_edited: true }));
  const changed = applyChanges(start, changes);
  assert.equal(changed.far.length, 200);
  assert.deepEqual([500, 549, 550, 750].map((version) => isStale(changed, version)), [
    true,
    true,
    false,
    false,
  ]);
  assert.equal(isStale(applyChanges(start, changes.slice(0, 200)), 500), false);
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

function quote({ id, seq, content, is_deleted, source }: Message): Message["reply_to"] {
  return { id, seq, sender: sampleUser(), content, is_deleted, source };
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
        let timeline = begin(known.slice(-window), from, known.length > window);
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

/** What happens between a reader who moves about in the past and a server, one thing after the other. */
const steps = fc.array(
  fc.record({
    step: fc.constantFrom(
      ...["new", "new", "reply", "edit", "delete", "many"],
      ...["live", "live", "live", "lost", "again", "join"],
      ...["older", "newer", "around", "around", "newest", "read", "read", "take", "take"],
      ...["trim older", "trim newer"],
    ),
    at: fc.nat({ max: 10_000 }),
  }),
  { minLength: 40, maxLength: 160, size: "max" },
);

/** Messages there are at first, those of a page, and of the window at least. */
const GIVEN = 230, PAGE_OF = 6, KEPT = 4;

interface Asked {
  readonly what: string;
  readonly edge: number;
  readonly version: number;
  span: Span | null;
}

/** A server that can be told to do things, and a reader with a window on it. */
function createStage() {
  const list = range(1, GIVEN).map((n) => message(n, n));
  const changes: Message[] = [...list];
  /** Up to which change the server has sent events. */
  let sent = list.length;
  let asked: Asked[] = [];
  let timeline = begin(list.slice(-PAGE_OF), GIVEN, true);

  const quotesNow = (found: readonly Message[]) =>
    found.map((one) => ({ ...one, reply_to: one.reply_to && quote(list[one.reply_to.seq - 1]!) }));

  /** An event tells of a quote what is true at its own time, as the server reads it then. */
  function change(message: Message): void {
    list[message.seq - 1] = message;
    changes.push(...quotesNow([message]));
  }

  function edit(at: number): void {
    const original = list[at % list.length]!;
    const version = changes.length + 1;
    if (!original.is_deleted) change({ ...original, version, content: `edited ${version}`, is_edited: true });
  }

  const span = (from: number, to: number): Span => ({
    messages: quotesNow(list.slice(Math.max(0, from), Math.max(0, to))),
    has_older: from > 0,
    has_newer: to < list.length,
  });

  function ask(what: string, at: number): void {
    const { messages, has_older, has_newer, version } = timeline;
    if ((what === "older" && !has_older) || (what === "newer" && !has_newer)) return;
    // Half of the jumps lead near to where one stands.
    const place = at % 2 ? at : messages[0]!.seq + at % 5;
    const edge = what === "older" ? messages[0]!.seq : what === "newer" ? messages.at(-1)!.seq : place;
    asked.push({ what, edge, version, span: null });
  }

  function read(one: Asked): void {
    const { what, edge } = one;
    const middle = edge % list.length;
    if (what === "older") one.span = span(edge - 1 - PAGE_OF, edge - 1);
    else if (what === "newer") one.span = span(edge, Math.min(list.length, edge + PAGE_OF));
    else if (what === "newest") one.span = span(list.length - PAGE_OF, list.length);
    else one.span = span(middle - 3, Math.min(list.length, middle + 3));
  }

  function take({ what, edge, version, span }: Asked): void {
    if (isStale(timeline, version)) return;
    const { messages } = timeline;
    if (what === "older") {
      if (messages[0]!.seq === edge) timeline = prepend(timeline, span!.messages, span!.has_older);
    } else if (what === "newer") {
      if (messages.at(-1)!.seq === edge) timeline = append(timeline, span!.messages, span!.has_newer);
    } else timeline = moveTo(timeline, span!);
  }

  function join(): void {
    const { version } = timeline;
    const changed = quotesNow(list.filter((one) => one.version > version));
    timeline = caughtUp(
      applyChanges(timeline, changed.sort((a, b) => a.version - b.version)),
      changes.length,
    );
    sent = changes.length;
  }

  function step({ step, at }: { step: string; at: number }): void {
    const version = changes.length + 1;
    const original = list[at % list.length]!;
    const waiting = asked.filter(({ span }) => !span), come = asked.filter(({ span }) => span);
    if (step === "new") change(message(list.length + 1, version));
    else if (step === "reply") change(message(list.length + 1, version, { reply_to: quote(original) }));
    else if (step === "edit") edit(at);
    else if (step === "delete") change({ ...original, version, content: "", is_deleted: true });
    else if (step === "many") { for (let n = 0; n < 210; n++) edit(at + n); }
    else if (step === "live") timeline = applyChanges(timeline, changes.slice(sent, ++sent));
    else if (step === "lost") sent = Math.min(changes.length, sent + 1);
    else if (step === "again") timeline = applyChanges(timeline, [changes[at % sent]!]);
    else if (step === "join") join();
    else if (step === "read" && waiting.length > 0) read(waiting[at % waiting.length]!);
    else if (step === "take" && come.length > 0) {
      const one = come[at % come.length]!;
      asked = asked.filter((other) => other !== one);
      take(one);
    } else if (step.startsWith("trim")) {
      timeline = trim(timeline, KEPT, step === "trim older" ? "older" : "newer");
    } else ask(step, at);
    sent = Math.min(sent, changes.length);
  }

  return {
    step,
    join,
    timeline: () => timeline,
    truth: () => quotesNow(list),
    version: () => changes.length,
  };
}

Deno.test("however one moves about in the past, the window is a piece of the server's list", () => {
  let moved = 0, past = 0, stale = 0;
  fc.assert(
    fc.property(steps, (given) => {
      const stage = createStage();
      for (const one of given) {
        stage.step(one);
        const shown = seqs(stage.timeline());
        assert.equal(new Set(shown).size, shown.length, "a message is there twice");
        assert.deepEqual(shown, shown.toSorted((a, b) => a - b));
      }
      stage.join();
      const timeline = stage.timeline(), truth = stage.truth();
      const first = timeline.messages[0]!.seq, last = timeline.messages.at(-1)!.seq;
      assert.deepEqual(timeline.messages, truth.slice(first - 1, last), "the window is not what there is");
      assert.equal(timeline.has_older, first > 1);
      // It may not know yet that it stands at the end; it must never believe so in the past.
      assert.equal(timeline.has_newer || last === truth.length, true, "a hole below the window");
      assert.equal(timeline.newest_seq, truth.length);
      assert.deepEqual([hasGap(timeline), timeline.version], [false, stage.version()]);
      assert(timeline.far.length <= 200);
      if (first < GIVEN - 50) moved++;
      if (timeline.has_newer) past++;
      if (timeline.forgotten > GIVEN) stale++;
    }),
    { numRuns: 600 },
  );
  // What is to be tried has been tried.
  assert(moved > 20 && past > 60 && stale > 20, `${moved} ${past} ${stale}`);
});
