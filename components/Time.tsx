import {
  clock,
  type DateStyle,
  dayLabel,
  type Instant,
  isoTime,
  lastSeen,
  listTime,
} from "@/lib/i18n/dates.ts";
import { cx } from "@/lib/ui/cx.ts";

export interface TimeProps {
  /** How the reader reads dates. */
  dates: DateStyle;
  at: Instant;
  show?: "clock" | "list" | "day" | "last-seen";
  /** Epoch milliseconds; needed for all but the clock, and the same on server and browser to hydrate. */
  now?: number;
  class?: string;
}

/** A point in time as a person says it, with the machine's form in `datetime`. */
export function Time({ dates, at, show = "clock", now, class: more }: TimeProps) {
  return <time class={cx("num", more)} dateTime={isoTime(at)}>{words(dates, at, show, now)}</time>;
}

function words(dates: DateStyle, at: Instant, show: TimeProps["show"], now = Date.now()): string {
  switch (show) {
    case "list":
      return listTime(dates, at, now);
    case "day":
      return dayLabel(dates, at, now);
    case "last-seen":
      return lastSeen(dates, at, now);
    default:
      return clock(dates, at);
  }
}
