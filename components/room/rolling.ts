import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";

/** Rows that are drawn without asking which of them are in view. */
const WHOLE = 120;
/** Rows drawn beyond the edge of what is in view, and steps in which the window moves. */
const BEYOND = 16;
const STEP = 8;

export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * Which rows of a long list are drawn: those in view and some beyond. The space of the others is the list's
 * padding, so that the scroll bar tells the truth. All rows are of one height, and the list stands in an
 * element with `data-rolls`, which scrolls.
 */
export function useRolling(list: RefObject<HTMLElement | null>, count: number): Window {
  const seen = useSignal<Window>({ from: 0, to: WHOLE });
  const row_height = useRef(0);
  const rolls = count > WHOLE;
  const from = rolls ? Math.min(seen.value.from, count - BEYOND) : 0;
  const to = rolls ? Math.min(Math.max(seen.value.to, from + BEYOND), count) : count;

  useEffect(() => {
    const element = list.current, scroller = element?.closest("[data-rolls]");
    if (!rolls || !element || !scroller) return;
    const look = () => {
      const height = heightOf(element);
      if (height === 0) return;
      row_height.current = height;
      const above = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
      const first = above / height - BEYOND, last = (above + scroller.clientHeight) / height + BEYOND;
      const from = Math.max(0, Math.floor(first / STEP) * STEP);
      const to = Math.max(from, Math.ceil(last / STEP) * STEP);
      if (from !== seen.peek().from || to !== seen.peek().to) seen.value = { from, to };
    };
    look();
    scroller.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(scroller);
    return () => {
      scroller.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [rolls]);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    // Once known it is not measured here: with rows gone, and their space not there yet, the list is shorter,
    // and to measure would have the browser scroll back to its end.
    const height = rolls ? row_height.current ||= heightOf(element) : 0;
    element.style.paddingBlock = height ? `${from * height}px ${(count - to) * height}px` : "";
  }, [rolls, from, to, count]);

  return { from, to };
}

/** Of one row; 0 where the list is not shown. */
function heightOf(list: HTMLElement): number {
  return (list.firstElementChild as HTMLElement | null)?.offsetHeight ?? 0;
}
