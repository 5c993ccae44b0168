import { dayKey } from "./dates.ts";
import type { CalendarName, DateStyle } from "./dates.ts";
import { digits } from "./numbers.ts";

/**
 * Months as a calendar on the wall shows them, Jalali or Gregorian. Days are numbers as in {@link dayKey}:
 * days since 1 January 1970 on the wall, whatever the zone.
 */

const DAY = 86_400_000;
/** 1 January 1970 was a Thursday; Sunday is 0. */
const WEEKDAY_OF_ZERO = 4;
const SATURDAY = 6, MONDAY = 1;

export interface CalendarDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** A month: its first day, how many it has, and on which column of the week it begins. */
export interface Month {
  readonly first: number;
  readonly length: number;
  /** Days of the first week that belong to the month before. */
  readonly lead: number;
}

type Style = Pick<DateStyle, "locale" | "calendar">;

/** The date of a day number in a calendar. */
export function dateOf(calendar: CalendarName, day: number): CalendarDate {
  const found = { year: 0, month: 0, day: 0 };
  const options = { year: "numeric", month: "numeric", day: "numeric" } as const;
  for (
    const { type, value } of formatter(`en-US-u-ca-${calendar}-nu-latn`, options).formatToParts(day * DAY)
  ) {
    if (type in found) found[type as keyof typeof found] = Number(value);
  }
  return found;
}

/** The month that a day is in. */
export function monthOf(style: Style, day: number): Month {
  const first = day - dateOf(style.calendar, day).day + 1;
  // No month has more than 31 days, none less than 28.
  const length = 32 - dateOf(style.calendar, first + 31).day;
  return { first, length, lead: columnOf(style, first) };
}

/** The column of the week, from 0, in which a day stands: weeks begin on Saturday in Iran, else on Monday. */
export function columnOf({ locale, calendar }: Style, day: number): number {
  const start = locale === "fa" || calendar === "persian" ? SATURDAY : MONDAY;
  return (((day + WEEKDAY_OF_ZERO - start) % 7) + 7) % 7;
}

/** The same day some months later or earlier; the last of a month that has not so many. */
export function addMonths(style: Style, day: number, months: number): number {
  const { day: wanted } = dateOf(style.calendar, day);
  let { first, length } = monthOf(style, day);
  for (let n = 0; n < Math.abs(months); n++) {
    ({ first, length } = monthOf(style, months > 0 ? first + length : first - 1));
  }
  return first + Math.min(wanted, length) - 1;
}

/** "November 2026", «آبان ۱۴۰۵». */
export function monthTitle(style: Style, day: number): string {
  const { year } = dateOf(style.calendar, day);
  const month = formatter(tagOf(style), { month: "long" }).format(day * DAY);
  return `${month} ${digits(style.locale, year)}`;
}

/** The seven days of the week in order: short for a column, in full for those who hear it. */
export function weekdays(style: Style): { short: string; full: string }[] {
  // Any week does: the one that begins on or before the second week of 1970.
  const start = 14 - columnOf(style, 14);
  const name = (weekday: "narrow" | "short" | "long", day: number) =>
    formatter(tagOf(style), { weekday }).format(day * DAY);
  const short = style.locale === "fa" ? "narrow" : "short";
  return Array.from({ length: 7 }, (_, index) => ({
    short: name(short, start + index).slice(0, style.locale === "fa" ? 1 : 2),
    full: name("long", start + index),
  }));
}

/** The day number that a date of a form means, such as "2026-11-18" (ISO 8601, Gregorian); null where it is none. */
export function dayOfIso(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / DAY;
}

/** A day number as forms and addresses spell it: "2026-11-18". */
export function isoOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The first moment of a day in a zone, in epoch milliseconds: midnight, or later where a summer begins then. */
export function startOfDay(style: Pick<DateStyle, "timeZone">, day: number): number {
  const QUARTER = 15 * 60_000;
  // No zone is farther from Greenwich than 15 hours.
  let time = day * DAY - 15 * 60 * 60_000;
  while (dayKey(style, time) < day) time += QUARTER;
  return time;
}

function tagOf({ locale, calendar }: Style): string {
  return locale === "fa" ? `fa-IR-u-ca-${calendar}-nu-arabext` : `en-GB-u-ca-${calendar}-nu-latn`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** On the wall: a day number has no zone. There are few: two languages, two calendars. */
function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${Object.entries(options)}`;
  let found = formatters.get(key);
  if (!found) formatters.set(key, found = new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }));
  return found;
}
