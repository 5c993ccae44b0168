import type { Message, Quote } from "@/lib/protocol/entities.ts";

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
}

export function startTimeline(messages: readonly Message[], version: number, has_older: boolean): Timeline {
  return { messages, version, ahead: [], has_older };
}

/** Takes in changes in any order, however often they come. */
export function applyChanges(timeline: Timeline, changed: readonly Message[]): Timeline {
  let { messages } = timeline;
  for (const message of changed) messages = put(messages, message, timeline.has_older);
  const seen = changed.map((message) => message.version);
  return { ...timeline, messages, ...advance(timeline.version, [...timeline.ahead, ...seen]) };
}

/** All changes up to `version` have been handed over by the server. */
export function caughtUp(timeline: Timeline, version: number): Timeline {
  return { ...timeline, ...advance(Math.max(timeline.version, version), timeline.ahead) };
}

/** Puts an older page (oldest first) above the window. */
export function prepend(timeline: Timeline, older: readonly Message[], has_older: boolean): Timeline {
  const first = timeline.messages[0]?.seq ?? Infinity;
  const above = older.filter((message) => message.seq < first);
  return { ...timeline, messages: [...above, ...timeline.messages], has_older };
}

/** Whether a change is known to be missing. */
export function hasGap(timeline: Timeline): boolean {
  return timeline.ahead.length > 0;
}

function put(messages: readonly Message[], message: Message, has_older: boolean): readonly Message[] {
  const index = position(messages, message.seq);
  const known = messages[index];
  if (known?.seq === message.seq) {
    if (known.version >= message.version) return messages;
    return requote(messages.with(index, message), message);
  }
  // Older than the window: it comes, as it then is, when its page is loaded.
  // (A window with nothing above it has none such: there one's own message may only have come first.)
  if (index === 0 && has_older && messages.length > 0) return requote(messages, message);
  return requote(messages.toSpliced(index, 0, message), message);
}

/** Replies show their original as it is now, not as it was when they were loaded. */
function requote(messages: readonly Message[], original: Message): readonly Message[] {
  if (!original.is_edited && !original.is_deleted) return messages;
  return messages.map((message) => {
    if (message.reply_to?.id !== original.id) return message;
    const reply_to: Quote = {
      ...message.reply_to,
      content: [...original.content].slice(0, 160).join(""),
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
