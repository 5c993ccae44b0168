import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";

/** Nearer to the end than this counts as being there, in pixels. */
const NEAR_END = 80;
/** Nearer to the beginning than this asks for older messages. */
const NEAR_START = 600;

export interface LogScroll {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Whether the newest message is in view. */
  readonly at_end: Signal<boolean>;
  readonly onScroll: () => void;
  toEnd(): void;
}

/**
 * Keeps what one reads where it is, whatever is added above or below, and follows the newest message while
 * one is at the end. The log is a column in reverse: its zero is the end, also without scripts.
 */
export function useLogScroll({ onNearStart }: { onNearStart: () => void }): LogScroll {
  const ref = useRef<HTMLDivElement>(null);
  const at_end = useSignal(true);
  const held = useRef<{ element: Element; top: number } | null>(null);
  const log = ref.current;

  // While rendering the DOM is still as it was: remember where a row in view stands.
  if (log) held.current = at_end.peek() ? null : hold(log);

  useLayoutEffect(() => {
    const log = ref.current;
    if (!log) return;
    if (at_end.peek()) log.scrollTop = 0;
    else if (held.current?.element.isConnected) {
      log.scrollTop += held.current.element.getBoundingClientRect().top - held.current.top;
    }
    held.current = null;
  });

  useEffect(() => {
    const log = ref.current!;
    // The keyboard of a phone or a growing composer takes room: stay with the newest.
    const observer = new ResizeObserver(() => {
      if (at_end.peek()) log.scrollTop = 0;
    });
    observer.observe(log);
    onScroll();
    return () => observer.disconnect();
  }, []);

  function onScroll(): void {
    const log = ref.current;
    if (!log) return;
    const from_end = Math.abs(log.scrollTop);
    at_end.value = from_end < NEAR_END;
    if (log.scrollHeight - log.clientHeight - from_end < NEAR_START) onNearStart();
  }

  return {
    ref,
    at_end,
    onScroll,
    toEnd() {
      at_end.value = true;
      if (ref.current) ref.current.scrollTop = 0;
    },
  };
}

/** A row that is in view, and where it stands. */
function hold(log: HTMLElement): { element: Element; top: number } | null {
  const { left, top, width } = log.getBoundingClientRect();
  for (let down = 8; down < log.clientHeight; down += 40) {
    const row = document.elementFromPoint(left + width / 2, top + down)?.closest("[data-row]");
    if (row) return { element: row, top: row.getBoundingClientRect().top };
  }
  return null;
}
