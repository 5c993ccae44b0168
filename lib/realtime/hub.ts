import { setImmediate } from "node:timers";
import { CLOSE } from "@/lib/protocol/events.ts";
import type { ConversationEvent } from "@/lib/protocol/events.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Dialect } from "./dialect.ts";
import { BACKLOG_MAX } from "./transport.ts";
import type { Wire } from "./transport.ts";

/** Someone who listens: one socket. */
export interface Subscriber {
  readonly wire: Wire;
  readonly actor: Actor;
  readonly ip: string;
  /** Told when its person was evicted from a topic it listened to. */
  evicted?(topic: Topic): void;
}

/** What one subscribes to: a conversation, a workspace's presence, a person's own devices. */
export type Topic = `conversation:${number}` | `workspace:${number}` | `actor:${number}`;

/** The conversation a topic is about, if it is about one. */
export function conversationOf(topic: Topic): number | null {
  return topic.startsWith("conversation:") ? Number(topic.slice("conversation:".length)) : null;
}

/** Events of one topic in one dialect, encoded once for all who listen. */
interface Segment {
  /** Events as they stand between the brackets of an array; null where frames hold one event each. */
  readonly inner: string | null;
  /** Whole frames where this segment is all that a connection gets. */
  readonly frames: readonly string[];
  readonly events: number;
}

/**
 * Fan-out inside this process. What is published in one turn of the event loop goes out together: each
 * event is encoded once a dialect, and each connection is written to once a flush, because the cost of
 * delivery is one system call a write. Nothing here waits, keeps history or decides rights.
 */
export function createHub({ defer = setImmediate as (run: () => void) => unknown } = {}) {
  const topics = new Map<Topic, Map<Subscriber, Dialect>>();
  const subscribers = new Map<Subscriber, Set<Topic>>();
  const pendingEvents = new Map<Topic, ConversationEvent[]>();
  const pendingDirect = new Map<Subscriber, string[]>();
  const stats = { sent_frames: 0, delivered_events: 0, cut_slow: 0 };
  let scheduled = false;

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    defer(flush);
  }

  function flush(): void {
    scheduled = false;
    const outgoing = new Map<Subscriber, Segment[]>();
    // Answers to a connection's own commands stand before events: an ack is seen before its broadcast.
    for (const [subscriber, frames] of pendingDirect) outgoing.set(subscriber, [segment(frames)]);
    pendingDirect.clear();
    for (const [topic, events] of pendingEvents) {
      const listeners = topics.get(topic);
      if (!listeners) continue;
      const encoded = new Map<Dialect, Segment | null>();
      for (const [subscriber, dialect] of listeners) {
        let ready = encoded.get(dialect);
        if (ready === undefined) encoded.set(dialect, ready = encode(dialect, events));
        if (ready === null) continue;
        stats.delivered_events += ready.events;
        const parts = outgoing.get(subscriber);
        if (parts) parts.push(ready);
        else outgoing.set(subscriber, [ready]);
      }
    }
    pendingEvents.clear();
    for (const [subscriber, parts] of outgoing) write(subscriber, parts);
  }

  function write(subscriber: Subscriber, parts: Segment[]): void {
    const { wire } = subscriber;
    if (wire.bufferedAmount > BACKLOG_MAX) {
      // It would cost memory without bound; it comes back and resumes from its version.
      stats.cut_slow++;
      return cut(subscriber, CLOSE.slow, "reads too slowly");
    }
    const frames = parts.length === 1 ? parts[0]!.frames : merge(parts);
    try {
      for (const frame of frames) wire.send(frame);
      stats.sent_frames += frames.length;
    } catch {
      // The socket closed between two turns; its close event detaches it.
      detach(subscriber);
    }
  }

  function cut(subscriber: Subscriber, code: number, reason: string): void {
    detach(subscriber);
    try {
      subscriber.wire.close(code, reason);
    } catch {
      // It is closed already; nobody else is to suffer for it.
    }
  }

  function detach(subscriber: Subscriber): void {
    for (const topic of subscribers.get(subscriber) ?? []) drop(topic, subscriber);
    subscribers.delete(subscriber);
    pendingDirect.delete(subscriber);
  }

  function drop(topic: Topic, subscriber: Subscriber): void {
    const listeners = topics.get(topic);
    listeners?.delete(subscriber);
    if (listeners?.size === 0) topics.delete(topic);
  }

  return {
    stats,
    get size(): number {
      return subscribers.size;
    },

    attach(subscriber: Subscriber): void {
      subscribers.set(subscriber, new Set());
    },

    detach,

    /** Detaches it and closes its socket. */
    cut,

    /** Whether it still counts: what was cut off is not to be obeyed any more either. */
    has(subscriber: Subscriber): boolean {
      return subscribers.has(subscriber);
    },

    /** Writes what waits now, without waiting for the end of the turn. */
    flush,

    /** From now on it gets what is published there. A second call changes the dialect. */
    subscribe(subscriber: Subscriber, topic: Topic, dialect: Dialect): void {
      const own = subscribers.get(subscriber);
      if (!own) return;
      own.add(topic);
      const listeners = topics.get(topic);
      if (listeners) listeners.set(subscriber, dialect);
      else topics.set(topic, new Map([[subscriber, dialect]]));
    },

    unsubscribe(subscriber: Subscriber, topic: Topic): void {
      subscribers.get(subscriber)?.delete(topic);
      drop(topic, subscriber);
    },

    /** Hands an event to all who listen at the next flush. */
    publish(topic: Topic, event: ConversationEvent): void {
      if (!topics.has(topic)) return;
      const events = pendingEvents.get(topic);
      if (events) events.push(event);
      else pendingEvents.set(topic, [event]);
      schedule();
    },

    /** A frame for one connection alone, such as an ack; JSON text of one object. */
    reply(subscriber: Subscriber, frame: string): void {
      if (!subscribers.has(subscriber)) return;
      const frames = pendingDirect.get(subscriber);
      if (frames) frames.push(frame);
      else pendingDirect.set(subscriber, [frame]);
      schedule();
    },

    /** Cuts a person off a topic on all connections, at once: what is still pending does not reach them. */
    evict(topic: Topic, actor_id: number): void {
      for (const subscriber of [...(topics.get(topic)?.keys() ?? [])]) {
        if (subscriber.actor.id !== actor_id) continue;
        subscribers.get(subscriber)?.delete(topic);
        drop(topic, subscriber);
        subscriber.evicted?.(topic);
      }
    },

    /** Topics that any connection of a person listens to. */
    topicsOf(actor_id: number): Set<Topic> {
      const found = new Set<Topic>();
      for (const [{ actor }, own] of subscribers) {
        if (actor.id === actor_id) { for (const topic of own) found.add(topic); }
      }
      return found;
    },

    /** Closes every socket that matches, at once. */
    closeWhere(matches: (subscriber: Subscriber) => boolean, code: number, reason: string): number {
      const found = [...subscribers.keys()].filter(matches);
      for (const subscriber of found) cut(subscriber, code, reason);
      return found.length;
    },
  };
}

export type Hub = ReturnType<typeof createHub>;

function encode(dialect: Dialect, events: readonly ConversationEvent[]): Segment | null {
  const encoded = events.map((event) => dialect.encode(event)).filter((text) => text !== null);
  if (encoded.length === 0) return null;
  return dialect.arrays ? segment(encoded) : { inner: null, frames: encoded, events: encoded.length };
}

function segment(encoded: readonly string[]): Segment {
  const inner = encoded.join(",");
  return { inner, frames: [encoded.length === 1 ? inner : `[${inner}]`], events: encoded.length };
}

/** One frame for what several topics have for a connection; one each where arrays are not spoken. */
function merge(parts: readonly Segment[]): readonly string[] {
  if (parts.some((part) => part.inner === null)) return parts.flatMap((part) => part.frames);
  return [`[${parts.map((part) => part.inner).join(",")}]`];
}
