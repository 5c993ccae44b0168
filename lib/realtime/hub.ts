import { CLOSE } from "@/lib/protocol/events.ts";
import type { ConversationEvent } from "@/lib/protocol/events.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Dialect } from "./dialect.ts";
import { createPace } from "./pace.ts";
import type { Flushed, PaceOptions } from "./pace.ts";
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

/** A topic and those who listen to it. */
interface Room {
  readonly topic: Topic;
  readonly listeners: Map<Subscriber, Dialect>;
}

/** Where somebody is who is nowhere yet. */
const NOWHERE: readonly Room[] = [];

/** Events of one topic in one dialect, encoded once for all who listen. */
interface Segment {
  /** Events as they stand between the brackets of an array; null where frames hold one event each. */
  readonly inner: string | null;
  /** Whole frames where this segment is all that a connection gets. */
  readonly frames: readonly string[];
  readonly events: number;
}

/** What many get alike is a frame of its own from this length on: joined to another part, it is copied for each. */
const MERGED_MAX = 8 * 1024;

/**
 * Fan-out inside this process. What is published in one turn of the event loop goes out together: each
 * event is encoded once a dialect, and each connection is written to once a flush, because the cost of
 * delivery is one system call a write. Nothing here waits, keeps history or decides rights.
 */
export function createHub(options: PaceOptions = {}) {
  const rooms = new Map<Topic, Room>();
  /** Where each one listens: never changed but replaced, since a list just long enough takes half of a set. */
  const subscribers = new Map<Subscriber, readonly Room[]>();
  const pendingEvents = new Map<Topic, ConversationEvent[]>();
  const pendingDirect = new Map<Subscriber, string[]>();
  const stats = { sent_frames: 0, delivered_events: 0, cut_slow: 0 };
  const pace = createPace(flush, options);

  function flush(): Flushed {
    const outgoing = new Map<Subscriber, Segment[]>();
    // Answers to a connection's own commands stand before events: an ack is seen before its broadcast.
    for (const [subscriber, frames] of pendingDirect) outgoing.set(subscriber, [segment(frames)]);
    pendingDirect.clear();
    for (const [topic, events] of pendingEvents) {
      const room = rooms.get(topic);
      if (!room) continue;
      const encoded = new Map<Dialect, Segment | null>();
      for (const [subscriber, dialect] of room.listeners) {
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
    let last: Wire | null = null;
    for (const [subscriber, parts] of outgoing) {
      write(subscriber, parts);
      last = subscriber.wire;
    }
    return { writes: outgoing.size, last };
  }

  function write(subscriber: Subscriber, parts: Segment[]): void {
    const { wire } = subscriber;
    if (wire.isClogged) {
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
    for (const room of subscribers.get(subscriber) ?? NOWHERE) drop(room, subscriber);
    subscribers.delete(subscriber);
    pendingDirect.delete(subscriber);
  }

  function unsubscribe(subscriber: Subscriber, topic: Topic): void {
    const room = rooms.get(topic);
    const own = subscribers.get(subscriber);
    if (!room || !own) return;
    subscribers.set(subscriber, own.filter((one) => one !== room));
    drop(room, subscriber);
  }

  function drop({ topic, listeners }: Room, subscriber: Subscriber): void {
    listeners.delete(subscriber);
    if (listeners.size === 0) rooms.delete(topic);
  }

  return {
    stats,
    get size(): number {
      return subscribers.size;
    },

    attach(subscriber: Subscriber): void {
      subscribers.set(subscriber, NOWHERE);
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
      let room = rooms.get(topic);
      if (!room) rooms.set(topic, room = { topic, listeners: new Map() });
      if (!room.listeners.has(subscriber)) subscribers.set(subscriber, own.concat(room));
      room.listeners.set(subscriber, dialect);
    },

    unsubscribe,

    /** Hands an event to all who listen at the next flush. */
    publish(topic: Topic, event: ConversationEvent): void {
      if (!rooms.has(topic)) return;
      const events = pendingEvents.get(topic);
      if (events) events.push(event);
      else pendingEvents.set(topic, [event]);
      pace.want();
    },

    /** A frame for one connection alone, such as an ack; JSON text of one object. */
    reply(subscriber: Subscriber, frame: string): void {
      if (!subscribers.has(subscriber)) return;
      const frames = pendingDirect.get(subscriber);
      if (frames) frames.push(frame);
      else pendingDirect.set(subscriber, [frame]);
      pace.want();
    },

    /** Cuts a person off a topic on all connections, at once: what is still pending does not reach them. */
    evict(topic: Topic, actor_id: number): void {
      for (const subscriber of [...(rooms.get(topic)?.listeners.keys() ?? [])]) {
        if (subscriber.actor.id !== actor_id) continue;
        unsubscribe(subscriber, topic);
        subscriber.evicted?.(topic);
      }
    },

    /** Cuts everybody off a topic, at once, and says whom. */
    evictAll(topic: Topic): Set<number> {
      const listeners = [...(rooms.get(topic)?.listeners.keys() ?? [])];
      for (const subscriber of listeners) {
        unsubscribe(subscriber, topic);
        subscriber.evicted?.(topic);
      }
      pendingEvents.delete(topic);
      return new Set(listeners.map(({ actor }) => actor.id));
    },

    /** Topics that any connection of a person listens to. */
    topicsOf(actor_id: number): Set<Topic> {
      const found = new Set<Topic>();
      for (const [{ actor }, own] of subscribers) {
        if (actor.id === actor_id) { for (const { topic } of own) found.add(topic); }
      }
      return found;
    },

    /** How many people listen to a topic, of those that match; each once, whatever they listen with. */
    countOn(topic: Topic, matches: (actor: Actor) => boolean): number {
      const found = new Set<number>();
      for (const { actor } of rooms.get(topic)?.listeners.keys() ?? []) {
        if (matches(actor)) found.add(actor.id);
      }
      return found.size;
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

/** One frame for what several topics have for a connection; one each where arrays are not spoken, or it is much. */
function merge(parts: readonly Segment[]): readonly string[] {
  if (parts.some(({ inner }) => inner === null || inner.length > MERGED_MAX)) {
    return parts.flatMap((part) => part.frames);
  }
  return [`[${parts.map((part) => part.inner).join(",")}]`];
}
