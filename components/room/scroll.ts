import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { RefObject } from "preact";
import { rowAt, seqOf } from "./rows.ts";

/** Nearer to the end than this counts as being there, in pixels. */
const NEAR_END = 80;
/** Nearer than this to what is not loaded asks for it. */
const NEAR_EDGE = 1200;
/** How long a row that was jumped to is lit, as in the stylesheet. */
const LIT = 1600;

export interface LogScroll {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Whether the newest message is in view. */
  readonly at_end: Signal<boolean>;
  onScroll(): void;
  /** Shows the newest message, as soon as it is loaded. */
  toEnd(): void;
  /** Shows the message with this `seq` in the middle and lights it up; false where it is not loaded. */
  toMessage(seq: number): boolean;
  /** Goes there as soon as the message is loaded and drawn, before anything else of its page is seen. */
  aim(target: Aim | null): void;
  /** A row in view and how far below the log's upper edge it stands; null at the end. */
  place(): Place | null;
}

/** What one was reading: a message, and where it stood. */
export interface Place {
  readonly seq: number;
  readonly top: number;
}

/** Where to go: to a message that is lit up in the middle (without `top`), or back to a place. */
export type Aim = { readonly seq: number; readonly top?: number };

export interface LogScrollOptions {
  /** The window ends with the newest message there is. */
  isLive(): boolean;
  /** Older, or newer messages than the loaded ones come into reach. */
  onNearStart(): void;
  onNearEnd(): void;
  /** What is in view has changed. */
  onMove(place: Place | null): void;
}

interface Held {
  readonly row: HTMLElement;
  readonly top: number;
  /** How far the log was scrolled then: what one has scrolled since is not to be undone. */
  readonly scrolled: number;
}

/**
 * Keeps what one reads where it is, whatever is added, taken away or grows above or below, and follows the
 * newest message while one is at the end. The log is a column in reverse: its zero is the end, also without
 * scripts.
 */
export function useLogScroll(options: LogScrollOptions): LogScroll {
  const ref = useRef<HTMLDivElement>(null);
  const at_end = useSignal(true);
  const held = useRef<Held | null>(null);
  const aim = useRef<Aim | "end" | null>(null);
  const given = useRef(options);
  given.current = options;

  // While rendering the DOM is still as it was: remember where a row in view stands.
  if (ref.current) held.current = at_end.peek() ? null : hold(ref.current);

  useLayoutEffect(() => settle(true));

  useEffect(() => {
    const log = ref.current!;
    // The keyboard of a phone or a growing composer takes room; pictures and fonts come late.
    const observer = new ResizeObserver(() => settle(false));
    observer.observe(log);
    const inner = log.firstElementChild;
    if (inner) observer.observe(inner);
    scroll.onScroll();
    return () => observer.disconnect();
  }, [ref.current?.firstElementChild]);

  /**
   * Puts what one looks at back to where it stood, or goes where one wanted to go. Right after drawing nobody
   * can have scrolled: there another distance from the end is the browser's, which ran out of height.
   */
  function settle(has_drawn: boolean): void {
    const log = ref.current;
    if (!log) return;
    const wanted = aim.current;
    if (wanted === "end" ? given.current.isLive() : wanted && rowOf(wanted.seq)) {
      aim.current = null;
      if (wanted === "end") scroll.toEnd();
      else arrive(wanted!);
    } else if (at_end.peek() && given.current.isLive()) toZero(log);
    else {
      if (held.current?.row.isConnected) {
        moveTo(log, held.current.row, held.current.top - (has_drawn ? 0 : scrolledSince(log, held.current)));
      }
      held.current = hold(log);
    }
  }

  function arrive({ seq, top }: Aim): void {
    const log = ref.current!;
    const row = rowOf(seq)!;
    at_end.value = false;
    if (top === undefined) {
      row.scrollIntoView({ block: "center" });
      row.classList.add("lit");
      setTimeout(() => row.classList.remove("lit"), LIT);
    } else moveTo(log, row, top + log.getBoundingClientRect().top);
    scroll.onScroll();
  }

  const scroll = useMemo((): LogScroll => ({
    ref,
    at_end,
    onScroll() {
      const log = ref.current;
      if (!log) return;
      const { isLive, onNearStart, onNearEnd, onMove } = given.current;
      const from_end = Math.abs(log.scrollTop);
      at_end.value = from_end < NEAR_END && isLive();
      held.current = at_end.peek() ? null : hold(log);
      if (log.scrollHeight - log.clientHeight - from_end < NEAR_EDGE) onNearStart();
      if (from_end < NEAR_EDGE) onNearEnd();
      onMove(placeIn(log, held.current));
    },
    toEnd() {
      const { isLive, onMove } = given.current;
      aim.current = isLive() ? null : "end";
      if (!ref.current || aim.current) return;
      at_end.value = true;
      held.current = null;
      toZero(ref.current);
      onMove(null);
    },
    toMessage(seq) {
      if (!ref.current || !rowOf(seq)) return false;
      aim.current = null;
      arrive({ seq });
      return true;
    },
    aim(target) {
      aim.current = target;
      settle(false);
    },
    place: () => ref.current && !at_end.peek() ? placeIn(ref.current, hold(ref.current)) : null,
  }), []);
  return scroll;
}

function rowOf(seq: number): HTMLElement | null {
  return document.getElementById(`m${seq}`);
}

/**
 * The row in the middle of the view, and where it stands. Not the first: that one may lose its head when an
 * older page comes in above it.
 */
function hold(log: HTMLElement): Held | null {
  const { top } = log.getBoundingClientRect();
  const row = rowAt(log, top + log.clientHeight / 2);
  return row && { row, top: row.getBoundingClientRect().top, scrolled: log.scrollTop };
}

function scrolledSince(log: HTMLElement, { scrolled }: Held): number {
  return log.scrollTop - scrolled;
}

function placeIn(log: HTMLElement, held: Held | null): Place | null {
  return held && { seq: seqOf(held.row), top: held.top - log.getBoundingClientRect().top };
}

// A place that is right already is left alone: to set it would end a movement of the finger.
function moveTo(log: HTMLElement, row: Element, top: number): void {
  const off = row.getBoundingClientRect().top - top;
  if (Math.abs(off) >= 0.5) log.scrollTop += off;
}

function toZero(log: HTMLElement): void {
  if (log.scrollTop !== 0) log.scrollTop = 0;
}
