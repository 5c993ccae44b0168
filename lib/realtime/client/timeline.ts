import type { Message, Quote } from "@/lib/protocol/entities.ts";

/** Changes of messages above the window that are remembered until their page is loaded. */
const ABOVE_MAX = 200;
/** Code points of an original that a quote shows, as the server cuts it. */
const QUOTE_LENGTH = 160;

/**
 * What a client knows of one conversation: a window of messages without holes, and the `version` up to
 * which it has seen every change.
 */
export interface Timeline {
  /** By `seq`, oldest first, without holes. */
  readonly messages: readonly Message[];
  /** All changes up to here have been seen. */
  readonly version: number;
  /** Versions above `version` that came early; a gap below them must be asked for. */
  readonly ahead: readonly number[];
  /** Whether older messages exist above the window. */
  readonly has_older: boolean;
  /**
   * Messages above the window that changed lately. An older page may have been read before such a change and
   * come after it: then it is these that count.
   */
  readonly above: readonly Message[];
}

export function startTimeline(messages: readonly Message[], version: number, has_older: boolean): Timeline {
  return { messages, version, ahead: [], has_older, above: [] };
}

/** Takes in changes in any order, however often they come. */
export function applyChanges(timeline: Timeline, changed: readonly Message[]): Timeline {
  let { messages, above } = timeline;
  // Of what was seen already a quote may know more than a late repetition tells.
  const unseen = changed.filter(({ version }) => version > timeline.version);
  for (const message of unseen) {
    const is_above = isAbove(timeline, message);
    const known = is_above ? above : messages;
    const taken = put(known, quotingNow(message, [...above, ...messages]));
    // A page may have brought a newer form already: replies quote that.
    const newest = taken[position(taken, message.seq)]!;
    if (is_above) above = taken.slice(-ABOVE_MAX);
    else messages = taken;
    messages = requote(messages, newest);
  }
  const seen = unseen.map((message) => message.version);
  return { ...timeline, messages, above, ...advance(timeline.version, [...timeline.ahead, ...seen]) };
}

/** All changes up to `version` have been handed over by the server. */
export function caughtUp(timeline: Timeline, version: number): Timeline {
  return { ...timeline, ...advance(Math.max(timeline.version, version), timeline.ahead) };
}

/** Puts an older page (oldest first) above the window. */
export function prepend(timeline: Timeline, older: readonly Message[], has_older: boolean): Timeline {
  const end = timeline.messages[0]?.seq ?? Infinity;
  let page = older.filter((message) => message.seq < end);
  const start = page[0]?.seq ?? end;
  for (const message of timeline.above) {
    if (message.seq >= start) page = [...put(page, message)];
  }
  let messages: readonly Message[] = [...page, ...timeline.messages];
  // What the page brings may be newer than what replies to it were told with.
  for (const message of [...timeline.above, ...page]) messages = requote(messages, message);
  const above = timeline.above.filter((message) => message.seq < start);
  return { ...timeline, messages, above, has_older };
}

/** Lets go of the oldest of a long window; they can be loaded again. */
export function trim(timeline: Timeline, keep: number): Timeline {
  if (timeline.messages.length <= keep) return timeline;
  return { ...timeline, messages: timeline.messages.slice(-keep), has_older: true };
}

/** Whether a change is known to be missing. */
export function hasGap(timeline: Timeline): boolean {
  return timeline.ahead.length > 0;
}

function isAbove({ messages, has_older }: Timeline, { seq }: Message): boolean {
  return has_older && seq < (messages[0]?.seq ?? 0);
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

/** Replies show their original as it is now, not as it was when they were loaded. */
function requote(messages: readonly Message[], original: Message): readonly Message[] {
  if (!original.is_edited && !original.is_deleted) return messages;
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
