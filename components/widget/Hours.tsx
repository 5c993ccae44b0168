import { useContext } from "preact/hooks";
import { digits } from "@/lib/i18n/mod.ts";
import type { BusinessHours } from "@/lib/protocol/sites.ts";
import { clockOf, hoursRows, zonesApart } from "@/lib/widget/client/hours.ts";
import type { HoursRow, Span } from "@/lib/widget/client/hours.ts";
import { weekday } from "@/lib/widget/client/weekday.ts";
import { WidgetContext } from "./context.ts";

/** When people answer: by the clocks of the site, and where they differ, by the visitor's below. */
export function Hours({ hours }: { hours: BusinessHours }) {
  const { t, dates, now } = useContext(WidgetContext);
  const { locale } = dates;
  const apart = zonesApart(dates.timeZone, hours.time_zone, now);

  const clock = (minutes: number) => digits(locale, clockOf(minutes));
  const spans = (all: readonly Span[], by: number) =>
    all.map(({ from, to }) => t.closed.span(clock(from + by), clock(to + by))).join(t.closed.and);
  const days = ({ first, last }: HoursRow) =>
    first === last ? weekday(first, locale) : t.closed.range(weekday(first, locale), weekday(last, locale));

  return (
    <table class="hours">
      <caption class="sr-only">{t.closed.hours}</caption>
      <tbody>
        {hoursRows(hours, locale).map((row) => (
          <tr key={row.first}>
            <th scope="row">{days(row)}</th>
            <td>
              {row.spans.length === 0 ? t.closed.none : <bdi>{spans(row.spans, 0)}</bdi>}
              {row.spans.length > 0 && apart !== 0 && (
                <small>{t.closed.yourTime(spans(row.spans, apart))}</small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
