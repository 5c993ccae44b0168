import type { Locale } from "@/lib/i18n/mod.ts";
import type { BusinessHours } from "@/lib/protocol/sites.ts";

/** Minutes of a day, from its midnight; beyond 1440 on the next one, below 0 on the one before. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Days that follow each other and have the same hours; Monday is 0. */
export interface HoursRow {
  readonly first: number;
  readonly last: number;
  readonly spans: readonly Span[];
}

/** The week as a table, beginning where the language has it begin, days alike put together. */
export function hoursRows({ days }: Pick<BusinessHours, "days">, locale: Locale): HoursRow[] {
  const begin = locale === "fa" ? 5 : 0;
  const rows: HoursRow[] = [];
  for (let n = 0; n < 7; n++) {
    const day = (begin + n) % 7;
    const spans = days[day]!.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }));
    const last = rows.at(-1);
    if (last && JSON.stringify(last.spans) === JSON.stringify(spans)) {
      rows[rows.length - 1] = { ...last, last: day };
    } else rows.push({ first: day, last: day, spans });
  }
  return rows;
}

/** "09:30" as minutes of the day. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Minutes of a day as a clock shows them: "09:30"; the end of the day is "24:00". */
export function clockOf(minutes: number): string {
  const within = minutes === 1440 ? 1440 : ((minutes % 1440) + 1440) % 1440;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** How much later a clock in one zone is than one in another at that moment, in minutes. */
export function zonesApart(zone: string, other: string, at: number): number {
  return (wallOf(zone, at) - wallOf(other, at)) / 60_000;
}

function wallOf(timeZone: string, at: number): number {
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric" },
  });
  const wall = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(wall.year!, wall.month! - 1, wall.day!, wall.hour!, wall.minute!);
}
