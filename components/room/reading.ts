import { useComputed, useSignal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Message } from "@/lib/protocol/entities.ts";
import type { Room } from "@/lib/realtime/client/room.ts";
import { seqsInView } from "./rows.ts";
import type { LogScroll } from "./scroll.ts";

export interface Reading {
  /**
   * Above it stands the line of new messages: it comes with what arrived while one looked away, and stays
   * until one looked away again, wrote, or said that all is read.
   */
  readonly line_seq: number;
  /** Unread messages begin above what is in view, and their first has not been seen. */
  readonly skipped: ReadonlySignal<boolean>;
  /** What is in view has changed. */
  look(): void;
  readAll(): void;
}

/**
 * Marks as read what is in view of somebody who looks, without a leap over what they have not seen: whoever
 * opens a room at its end keeps what is unread above until they go there, write, or say that all is read.
 *
 * @param away whether nobody looks, where something else than the window knows it
 */
export function useReading(
  room: Room,
  scroll: Pick<LogScroll, "ref">,
  at_end: boolean,
  away?: ReadonlySignal<boolean>,
): Reading {
  const hidden = useSignal(false);
  const skipped = useSignal(false);
  const newest_seq = room.newest_seq.value;
  const last = room.messages.value.at(-1);
  const line = useRef(room.read_seq.peek());
  const shown = useRef(newest_seq);
  const ended = useRef(at_end);
  ended.current = at_end;

  // While rendering, not after: a line that is there for one frame would make the log jump.
  if (newest_seq > shown.current) {
    const watching = at_end && !hidden.value && !skipped.peek() && line.current >= shown.current;
    const is_own = last?.seq === newest_seq && last.sender.id === room.me.id;
    if (watching || is_own) line.current = newest_seq;
    if (is_own) skipped.value = false;
    shown.current = newest_seq;
  }

  const reading = useMemo(() => ({
    look() {
      const log = scroll.ref.current;
      if (isAway(away) || !log?.clientHeight) return room.watch(false);
      const view = seqsInView(log);
      const first = room.unread.peek() > 0 ? firstUnread(room) : null;
      skipped.value = first !== null && view !== null && view.first > first;
      if (!skipped.peek() && view && !ended.current) room.read(view.last);
      room.watch(ended.current && !skipped.peek());
    },
    readAll() {
      skipped.value = false;
      line.current = room.newest_seq.peek();
      room.readAll();
    },
  }), []);

  useEffect(() => {
    const look = () => {
      hidden.value = isAway(away);
      if (hidden.value) line.current = Math.max(line.current, room.read_seq.peek());
      reading.look();
    };
    // Whoever leaves has read what was there: it is told while there is time.
    const leave = () => {
      room.watch(false);
      room.tellRead();
    };
    look();
    // Behind the list on a phone it is there, and nobody sees it.
    const sizes = new ResizeObserver(look);
    if (scroll.ref.current) sizes.observe(scroll.ref.current);
    const stopAway = away?.subscribe(look);
    document.addEventListener("visibilitychange", look);
    addEventListener("focus", look);
    addEventListener("blur", look);
    addEventListener("pageshow", look);
    addEventListener("pagehide", leave);
    return () => {
      sizes.disconnect();
      stopAway?.();
      document.removeEventListener("visibilitychange", look);
      removeEventListener("focus", look);
      removeEventListener("blur", look);
      removeEventListener("pageshow", look);
      removeEventListener("pagehide", leave);
    };
  }, [at_end]);
  // Another room is gone to.
  useEffect(() => () => {
    room.watch(false);
    room.tellRead();
  }, []);
  return {
    line_seq: line.current,
    skipped: useComputed(() => skipped.value && room.unread.value > 0),
    ...reading,
  };
}

/** A window beside the one that is written in is not being read. */
function isAway(away: ReadonlySignal<boolean> | undefined): boolean {
  return document.hidden || (away ? away.peek() : !document.hasFocus());
}

/** The `seq` of the first unread message, at least: one that is not loaded may be one's own. */
function firstUnread(room: Room): number {
  const messages: readonly Message[] = room.messages.peek();
  const read_seq = room.read_seq.peek();
  const is_loaded = !room.has_older.peek() || (messages[0]?.seq ?? Infinity) <= read_seq + 1;
  if (!is_loaded) return read_seq + 1;
  const found = messages.find(({ seq, sender }) => seq > read_seq && sender.id !== room.me.id);
  return found?.seq ?? read_seq + 1;
}
