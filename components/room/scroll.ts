import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { RefObject } from "preact";

/** Nearer to the end than this counts as being there, in pixels. */
const NEAR_END = 80;
/** Nearer to the beginning than this asks for older messages. */
const NEAR_START = 600;
/** How long a row that was jumped to is lit, as in the stylesheet. */
const LIT = 1600;

export interface LogScroll {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Whether the newest message is in view. */
  readonly at_end: Signal<boolean>;
  onScroll(): void;
  toEnd(): void;
  /** Shows the message with this `seq` in the middle and lights it up; false where it is not loaded. */
  toMessage(seq: number): boolean;
  /** A row in view and how far below the log's upper edge it stands; null at the end. */
  place(): Place | null;
  restore(place: Place): void;
}

/** What one was reading: a message, and where it stood. */
export interface Place {
  readonly seq: number;
  readonly top: number;
}

interface Held {
  readonly row: Element;
  readonly top: number;
}

/**
 * Keeps what one reads where it is, whatever is added above or below, and follows the newest message while
 * one is at the end. The log is a column in reverse: its zero is the end, also without scripts.
 */
export function useLogScroll({ onNearStart }: { onNearStart: () => void }): LogScroll {
  const ref = useRef<HTMLDivElement>(null);
  const at_end = useSignal(true);
  const held = useRef<Held | null>(null);

  // While rendering the DOM is still as it was: remember where a row in view stands.
  if (ref.current) held.current = at_end.peek() ? null : hold(ref.current);

  useLayoutEffect(() => {
    const log = ref.current!;
    if (at_end.peek()) log.scrollTop = 0;
    else if (held.current?.row.isConnected) moveTo(log, held.current.row, held.current.top);
    held.current = null;
  });

  useEffect(() => {
    const log = ref.current!;
    // The keyboard of a phone or a growing composer takes room: stay with the newest.
    const observer = new ResizeObserver(() => {
      if (at_end.peek()) log.scrollTop = 0;
    });
    observer.observe(log);
    scroll.onScroll();
    return () => observer.disconnect();
  }, []);

  const scroll = useMemo((): LogScroll => ({
    ref,
    at_end,
    onScroll() {
      const log = ref.current;
      if (!log) return;
      const from_end = Math.abs(log.scrollTop);
      at_end.value = from_end < NEAR_END;
      if (log.scrollHeight - log.clientHeight - from_end < NEAR_START) onNearStart();
    },
    toEnd() {
      at_end.value = true;
      if (ref.current) ref.current.scrollTop = 0;
    },
    toMessage(seq) {
      const row = document.getElementById(`m${seq}`);
      if (!row) return false;
      row.scrollIntoView({ block: "center" });
      scroll.onScroll();
      row.classList.add("lit");
      setTimeout(() => row.classList.remove("lit"), LIT);
      return true;
    },
    place() {
      const log = ref.current;
      const found = log && !at_end.peek() ? hold(log) : null;
      const seq = Number(found?.row.id.slice(1));
      return found && seq ? { seq, top: found.top - log!.getBoundingClientRect().top } : null;
    },
    restore({ seq, top }) {
      const log = ref.current;
      const row = document.getElementById(`m${seq}`);
      if (!log || !row) return;
      at_end.value = false;
      moveTo(log, row, top + log.getBoundingClientRect().top);
      scroll.onScroll();
    },
  }), []);
  return scroll;
}

/**
 * The row in the middle of the view, and where it stands. Not the first: that one may lose its head when an
 * older page comes in above it.
 */
function hold(log: HTMLElement): Held | null {
  const { left, top, width } = log.getBoundingClientRect();
  for (let down = log.clientHeight / 2; down < log.clientHeight; down += 24) {
    const row = document.elementFromPoint(left + width / 2, top + down)?.closest("article[id]");
    if (row) return { row, top: row.getBoundingClientRect().top };
  }
  return null;
}

function moveTo(log: HTMLElement, row: Element, top: number): void {
  log.scrollTop += row.getBoundingClientRect().top - top;
}
