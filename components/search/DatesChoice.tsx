import { useSignal } from "@preact/signals";
import { Button } from "@/components/Button.tsx";
import { MonthGrid } from "@/components/MonthGrid.tsx";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import { startOfDay } from "@/lib/i18n/calendar.ts";
import { dayKey, dayOf } from "@/lib/i18n/dates.ts";
import type { ChoiceProps } from "./choice.ts";

/** Between which days one looks: a calendar for the first and the last of them. */
export function DatesChoice({ t, dates, now, filters, onNarrow, onDone }: ChoiceProps) {
  const end = useSignal<"since" | "until">("since");
  const today = dayKey(dates, now);
  const chosen = filters[end.value];
  const none = { since: t.dates.beginning, until: t.dates.today };

  function nameOf(day: number | null): string | null {
    return day === null ? null : dayOf(dates, startOfDay(dates, day));
  }

  function choose(day: number): void {
    const since = end.peek() === "since" ? day : filters.since;
    const until = end.peek() === "until" ? day : filters.until;
    // Whoever chooses a first day behind the last one means to begin anew.
    if (since !== null && until !== null && since > until) onNarrow({ since: day, until: day });
    else onNarrow({ since, until });
    if (end.peek() === "since") end.value = "until";
  }

  return (
    <div class="grid justify-items-center gap-3 py-1">
      <div role="group" aria-label={t.dates.label} class="segments">
        {(["since", "until"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={end.value === one}
            onClick={() => void (end.value = one)}
          >
            {t.dates[one]} <bdi>{nameOf(filters[one]) ?? none[one]}</bdi>
          </button>
        ))}
      </div>
      <div class="finder-month">
        <MonthGrid
          key={end.value}
          t={actsText(dates.locale).calendar}
          dates={dates}
          shown={chosen ?? filters.since ?? today}
          today={today}
          first={-Infinity}
          onChoose={choose}
        />
      </div>
      <div class="flex flex-wrap justify-center gap-2">
        <Button tone="quiet" size="sm" onClick={() => onNarrow({ since: null, until: null })}>
          {t.dates.clear}
        </Button>
        <Button size="sm" onClick={onDone}>{t.dates.done}</Button>
      </div>
    </div>
  );
}
