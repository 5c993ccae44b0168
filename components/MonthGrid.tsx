import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import {
  addMonths,
  columnOf,
  dateOf,
  monthOf,
  monthTitle,
  startOfDay,
  weekdays,
} from "@/lib/i18n/calendar.ts";
import type { ActsText } from "@/lib/i18n/acts/mod.ts";
import { fullDate } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { digits } from "@/lib/i18n/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { IconButton } from "./Button.tsx";
import { chevronLeft } from "./chat_icons.ts";
import { useFocusNext } from "./focus.ts";
import { chevronRight } from "./late_icons.ts";

export interface MonthGridProps {
  readonly t: ActsText["calendar"];
  readonly dates: DateStyle;
  /** The day one comes from: it is marked, and its month is shown first. All days are day numbers. */
  readonly shown: number;
  readonly today: number;
  /** No day before this one, and none after today, can be chosen. */
  readonly first: number;
  onChoose(day: number): void;
}

/** A month of days to choose from, after the pattern of a date grid: arrows, Page Up and Down, Home, End. */
export function MonthGrid({ t, dates, shown, today, first, onChoose }: MonthGridProps) {
  const focused = useSignal(shown);
  const grid = useRef<HTMLTableElement>(null);
  const focusNext = useFocusNext(grid);
  const month = monthOf(dates, focused.value);
  const weeks = Math.ceil((month.lead + month.length) / 7);
  const last = month.first + month.length - 1;
  const isOff = (day: number) => day < first || day > today;

  /** Days out of reach cannot be gone to. */
  function clamp(day: number): number {
    return Math.min(today, Math.max(first, day));
  }

  function move(day: number): void {
    focused.value = clamp(day);
    // Another month takes the focused button away, and a key that is held down goes on at once.
    focusNext("[tabindex='0']");
  }

  function onKeyDown(event: KeyboardEvent): void {
    const from = focused.peek();
    const forwards = getComputedStyle(grid.current!).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const months = (event.key === "PageDown" ? 1 : -1) * (event.shiftKey ? 12 : 1);
    const to = {
      ArrowLeft: from + (forwards === "ArrowLeft" ? 1 : -1),
      ArrowRight: from + (forwards === "ArrowRight" ? 1 : -1),
      ArrowUp: from - 7,
      ArrowDown: from + 7,
      Home: from - columnOf(dates, from),
      End: from - columnOf(dates, from) + 6,
      PageUp: addMonths(dates, from, months),
      PageDown: addMonths(dates, from, months),
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  }

  function cell(day: number) {
    const inside = day >= month.first && day <= last;
    if (!inside) return <td key={day} class="p-0" />;
    const at = startOfDay(dates, day);
    return (
      <td key={day} class="p-0 text-center">
        <button
          type="button"
          tabIndex={day === focused.value ? 0 : -1}
          autoFocus={day === shown}
          disabled={isOff(day)}
          aria-label={fullDate(dates, at)}
          aria-current={day === today ? "date" : undefined}
          aria-pressed={day === shown}
          onClick={() => onChoose(day)}
          class={cx(
            "num w-full max-w-9 coarse:max-w-11 h-9 coarse:h-11 rounded-full text-14 disabled:opacity-45",
            day === shown ? "bg-accent text-accent-contrast font-600" : "text-ink",
            day !== shown && !isOff(day) && "hover:bg-surface-3",
            day === today && day !== shown && "text-accent font-650 ring-line",
          )}
        >
          {digits(dates.locale, dateOf(dates.calendar, day).day)}
        </button>
      </td>
    );
  }

  return (
    <div>
      <div class="flex items-center justify-between">
        <IconButton
          icon={chevronLeft}
          label={t.previousMonth}
          disabled={month.first <= first}
          onClick={() => void (focused.value = clamp(addMonths(dates, focused.peek(), -1)))}
        />
        <h3 class="text-14 font-600 text-ink" aria-live="polite">{monthTitle(dates, focused.value)}</h3>
        <IconButton
          icon={chevronRight}
          label={t.nextMonth}
          disabled={last >= today}
          onClick={() => void (focused.value = clamp(addMonths(dates, focused.peek(), 1)))}
        />
      </div>
      <table
        ref={grid}
        onKeyDown={onKeyDown}
        class="w-full mt-1"
        aria-label={monthTitle(dates, focused.value)}
      >
        <thead>
          <tr>
            {weekdays(dates).map(({ short, full }) => (
              <th key={full} scope="col" abbr={full} class="p-0 h-8 text-12 font-550 text-muted text-center">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => (
            <tr key={week}>
              {Array.from({ length: 7 }, (_, index) => cell(month.first - month.lead + week * 7 + index))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
