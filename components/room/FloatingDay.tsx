import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Time } from "@/components/Time.tsx";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { cx } from "@/lib/ui/cx.ts";
import { rowAt, seqOf } from "./rows.ts";
import type { RoomView } from "./view.ts";

/** How long it stays once nothing moves any more, in milliseconds. */
const STAYS = 1400;
/** A day whose own line stands this near to the upper edge needs no second one, in pixels. */
const OWN_LINE = 120;

export interface FloatingDayProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  readonly log: RefObject<HTMLElement | null>;
  /** Something else stands in its place. */
  readonly covered: boolean;
  /** Set here: called while the log moves. */
  readonly passing: { current: (() => void) | null };
  onOpen(at: string): void;
}

/** The day of what goes by, over the log's upper edge, while one scrolls in the past. */
export function FloatingDay({ view, dates, now, log, covered, passing, onOpen }: FloatingDayProps) {
  const { room } = view;
  const at = useSignal<string | null>(null);
  const shown = useSignal(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    passing.current = () => {
      const element = log.current!;
      const { top } = element.getBoundingClientRect();
      const row = rowAt(element, top);
      const message = row && room.messages.peek().find(({ seq }) => seq === seqOf(row));
      const line = row?.previousElementSibling;
      const has_own = line?.querySelector("time") && !line.matches("article") &&
        Math.abs(line.getBoundingClientRect().top - top) < OWN_LINE;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void (shown.value = false), STAYS);
      if (message) at.value = message.timestamp;
      shown.value = Boolean(message) && !has_own;
    };
    return () => {
      passing.current = null;
      clearTimeout(timer.current);
    };
  }, []);

  if (at.value === null || covered) return null;
  return (
    // For the eye and the pointer alone: the days' own lines say the same.
    <div
      data-day="floating"
      aria-hidden="true"
      class={cx(
        "absolute top-2 transition inset-x-0 z-2 flex justify-center pointer-events-none",
        shown.value ? "opacity-100" : "opacity-0",
      )}
    >
      <button
        type="button"
        tabIndex={-1}
        onClick={() => onOpen(at.peek()!)}
        class={cx(
          "px-3 py-1 rounded-full bg-float shadow-float text-12 leading-5 font-550 text-ink-2",
          shown.value && "pointer-events-auto",
        )}
      >
        <Time dates={dates} at={at.value} show="day" now={now} />
      </button>
    </div>
  );
}
