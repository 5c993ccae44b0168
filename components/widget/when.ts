import { clock, dayKey } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { WidgetText } from "@/lib/i18n/widget/mod.ts";
import { weekday } from "@/lib/widget/client/weekday.ts";

/** When somebody is there again, as one says it: "at 14:00", "tomorrow, 09:00", "Saturday, 10:00". */
export function whenBack({ closed }: WidgetText, dates: DateStyle, at: string, now: number): string {
  const days = dayKey(dates, at) - dayKey(dates, now);
  const time = clock(dates, at);
  if (days <= 0) return closed.today(time);
  if (days === 1) return closed.tomorrow(time);
  // The first of January 1970 was a Thursday.
  const day = (dayKey(dates, at) + 3) % 7;
  return closed.on(weekday(day, dates.locale), time);
}
