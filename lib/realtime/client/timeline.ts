import type { Message, Quote } from "@/lib/protocol/entities.ts";

/** Changes of messages outside of the window that are remembered, for pages that were read before them. */
const FAR_MAX = 200;
/** Code points of an original that a quote shows, as the server cuts it. */
const QUOTE_LENGTH = 160;

/**
 * What a client knows of one conversation: a window of messages without holes, anywhere in its history, and
 * the `version` up to which it has seen every change.
 */
export interface Timeline {
  /** By `seq`, oldest first, without holes. */
  readonly messages: readonly Message[];
  /** All changes up to here have been seen. */
  readonly version: number;
  /** Versions above `version` that came early; a gap below them must be asked for. */
  readonly ahead: readonly number[];
  /** Whether messages exist above the window, and below it. */
  readonly has_older: boolean;
  readonly has_newer: boolean;
  /** The greatest `seq` that is known of, in the window or below it. */
  readonly newest_seq: number;
  /**
   * Messages outside of the window that changed lately. A page may have been read before such a change and
   * come after it: then it is these that count.
   */
  readonly far: readonly Message[];
  /** Of changes outside of the window, none above this version has been let go of. */
  readonly forgotten: number;
}

/** Messages that stand beside each other, oldest first, and whether there are more beyond them. */
export interface Span {
  readonly messages: readonly Message[];
  readonly has_older: boolean;
  readonly has_newer: boolean;
}

export function startTimeline(span: Span, version: number, newest_seq = 0): Timeline {
  return {
    ...span,
    version,
    ahead: [],
    newest_seq: Math.max(newest_seq, span.messages.at(-1)?.seq ?? 0),
    far: [],
    forgotten: version,
  };
}

/** Takes in changes in any order, however often they come. */
export function applyChanges(timeline: Timeline, changed: readonly Message[]): Timeline {
  // Of what was seen already a quote may know more than a late repetition tells.
  const unseen = changed.filter(({ version }) => version > timeline.version);
  let next = timeline;
  for (const message of unseen) next = applyChange(next, message);
  const seen = unseen.map((message) => message.version);
  return { ...next, ...advance(timeline.version, [...timeline.ahead, ...seen]) };
}

function applyChange(timeline: Timeline, message: Message): Timeline {
  const { messages, far } = timeline;
  const told = quotingNow(message, [...far, ...messages]);
  const newest_seq = Math.max(timeline.newest_seq, message.seq);
  if (isOutside(timeline, message)) {
    const next = remember({ ...timeline, newest_seq }, [told]);
    return requoteAll(next, next.far.find(({ seq }) => seq === told.seq) ?? told);
  }
  const taken = put(messages, told);
  // A page may have brought a newer form already: replies quote that.
  return requoteAll({ ...timeline, newest_seq, messages: taken }, taken[position(taken, told.seq)]!);
}

/** All changes up to `version` have been handed over by the server. */
export function caughtUp(timeline: Timeline, version: number): Timeline {
  return { ...timeline, ...advance(Math.max(timeline.version, version), timeline.ahead) };
}

/** Puts an older page (oldest first) above the window. */
export function prepend(timeline: Timeline, older: readonly Message[], has_older: boolean): Timeline {
  const first = timeline.messages[0]?.seq ?? Infinity;
  const page = older.filter(({ seq }) => seq < first);
  const start = has_older ? page[0]?.seq ?? first : 0;
  return take(timeline, { page, start, end: first - 1, has_older });
}

/** Puts a newer page (oldest first) below the window. */
export function append(timeline: Timeline, newer: readonly Message[], has_newer: boolean): Timeline {
  const last = timeline.messages.at(-1)?.seq ?? 0;
  const page = newer.filter(({ seq }) => seq > last);
  const end = has_newer ? page.at(-1)?.seq ?? last : Infinity;
  return take(timeline, { page, start: last + 1, end, has_newer });
}

/** Puts the window somewhere else in the history. */
export function moveTo(timeline: Timeline, { messages: page, has_older, has_newer }: Span): Timeline {
  const start = has_older ? page[0]?.seq ?? 0 : 0;
  const end = has_newer ? page.at(-1)?.seq ?? Infinity : Infinity;
  const far = timeline.messages.reduce(put, timeline.far);
  const moved = take({ ...timeline, messages: [], far }, { page, start, end, has_older, has_newer });
  return remember(moved, []);
}

/** Lets go of what is too much at one end; it can be loaded again. */
export function trim(timeline: Timeline, keep: number, end: "older" | "newer"): Timeline {
  const { messages } = timeline;
  const over = messages.length - keep;
  if (over <= 0) return timeline;
  return end === "older"
    ? remember({ ...timeline, messages: messages.slice(over), has_older: true }, messages.slice(0, over))
    : remember({ ...timeline, messages: messages.slice(0, keep), has_newer: true }, messages.slice(keep));
}

/**
 * Whether a page that was asked for at `version` may lack a change that has been forgotten: then it has to be
 * read again.
 */
export function isStale(timeline: Timeline, version: number): boolean {
  return timeline.forgotten > version;
}

/** Whether a change is known to be missing. */
export function hasGap(timeline: Timeline): boolean {
  return timeline.ahead.length > 0;
}

function isOutside({ messages, has_older, has_newer }: Timeline, { seq }: Message): boolean {
  const is_above = has_older && seq < (messages[0]?.seq ?? 0);
  return is_above || (has_newer && seq > (messages.at(-1)?.seq ?? Infinity));
}

interface Piece {
  readonly page: readonly Message[];
  /** The `seq` of the first and last message that the piece can hold. */
  readonly start: number;
  readonly end: number;
  readonly has_older?: boolean;
  readonly has_newer?: boolean;
}

/** Takes a page into the window, with what is known of its messages since it was read. */
function take(timeline: Timeline, { page, start, end, ...ends }: Piece): Timeline {
  const belongs = ({ seq }: Message) => seq >= start && seq <= end;
  const piece = timeline.far.filter(belongs).reduce(put, page);
  const next: Timeline = {
    ...timeline,
    ...ends,
    messages: [...timeline.messages, ...piece].sort((a, b) => a.seq - b.seq),
    newest_seq: Math.max(timeline.newest_seq, piece.at(-1)?.seq ?? 0),
    far: timeline.far.filter((message) => !belongs(message)),
  };
  // What the page brings may be newer than what replies to it were told with, and the other way round.
  return [...timeline.far, ...piece].reduce(requoteAll, next);
}

/** Keeps what is outside of the window for a while: the latest changes. */
function remember(timeline: Timeline, messages: readonly Message[]): Timeline {
  const far = messages.reduce(put, timeline.far);
  const over = far.length - FAR_MAX;
  if (over <= 0) return { ...timeline, far };
  const border = far.map(({ version }) => version).sort((a, b) => a - b)[over - 1]!;
  return {
    ...timeline,
    far: far.filter(({ version }) => version > border),
    forgotten: Math.max(timeline.forgotten, border),
  };
}

function put(messages: readonly Message[], message: Message): readonly Message[] {
  const index = position(messages, message.seq);
  const known = messages[index];
  if (known?.seq !== message.seq) return messages.toSpliced(index, 0, message);
  return known.version >= message.version ? messages : messages.with(index, message);
}

/** A message that came late quotes its original as it is known by now. */
function quotingNow(message: Message, known: readonly Message[]): Message {
  const { reply_to } = message;
  const original = reply_to && known.find(({ id }) => id === reply_to.id);
  return original ? requote([message], original)[0]! : message;
}

function requoteAll(timeline: Timeline, original: Message): Timeline {
  const messages = requote(timeline.messages, original);
  const far = requote(timeline.far, original);
  return messages === timeline.messages && far === timeline.far ? timeline : { ...timeline, messages, far };
}

/** Replies show their original as it is now, not as it was when they were loaded. */
function requote(messages: readonly Message[], original: Message): readonly Message[] {
  if (!original.is_edited && !original.is_deleted) return messages;
  if (!messages.some(({ reply_to }) => reply_to?.id === original.id)) return messages;
  return messages.map((message) => {
    if (message.reply_to?.id !== original.id) return message;
    const reply_to: Quote = {
      ...message.reply_to,
      content: [...original.content].slice(0, QUOTE_LENGTH).join(""),
      is_deleted: original.is_deleted,
    };
    return { ...message, reply_to };
  });
}

/** Index of the first message whose `seq` is not below. Most come at the end. */
function position(messages: readonly Message[], seq: number): number {
  const last = messages.at(-1);
  if (!last || last.seq < seq) return messages.length;
  let low = 0, high = messages.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle]!.seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

function advance(version: number, seen: readonly number[]): { version: number; ahead: readonly number[] } {
  const ahead = [...new Set(seen)].filter((one) => one > version).sort((a, b) => a - b);
  while (ahead[0] === version + 1) version = ahead.shift()!;
  return { version, ahead };
}
