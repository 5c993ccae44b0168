import type { Locale } from "./mod.ts";
import { digits } from "./numbers.ts";

/** Jalali or Gregorian, by the person's choice and not by their language. */
export type CalendarName = "persian" | "gregory";

/** How one person reads dates. Serialisable, so that it can be a prop of an island. */
export interface DateStyle {
  locale: Locale;
  calendar: CalendarName;
  /** IANA time zone, such as "Asia/Tehran". */
  timeZone: string;
}

/** A point in time: epoch milliseconds, or ISO 8601 as in the API. */
export type Instant = number | string;

/** The calendar a language implies until a person chooses. */
export function defaultCalendar(locale: Locale): CalendarName {
  return locale === "fa" ? "persian" : "gregory";
}

/** Whether the runtime knows a time zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Time of day on a 24-hour clock: "09:58", «۹:۵۸». */
export function clock(style: DateStyle, time: Instant): string {
  const minutes = mod(Math.floor(local(style.timeZone, epoch(time)) / MINUTE), 1440);
  const hour = Math.floor(minutes / 60);
  const minute = String(minutes % 60).padStart(2, "0");
  if (style.locale === "fa") return digits("fa", `${hour}:${minute}`);
  return `${String(hour).padStart(2, "0")}:${minute}`;
}

/** Numbers the days in the reader's time zone, the same for all instants of one: to group messages by. */
export function dayKey(style: Pick<DateStyle, "timeZone">, time: Instant): number {
  return Math.floor(local(style.timeZone, epoch(time)) / DAY);
}

/** Label of a day separator: "Today, Wednesday 18 November", «دیروز، سه‌شنبه ۲۶ آبان». */
export function dayLabel(style: DateStyle, time: Instant, now: number): string {
  const { weekday, day, month, year } = parts(style, time);
  const date = `${weekday} ${day} ${month}`;
  const words = WORDS[style.locale];
  const ago = dayKey(style, now) - dayKey(style, time);
  if (ago === 0) return `${words.today}${words.comma} ${date}`;
  if (ago === 1) return `${words.yesterday}${words.comma} ${date}`;
  return year === parts(style, now).year ? date : `${date} ${year}`;
}

/** A day with its year, where its weekday says nothing: "13 November 2026", «۲۲ آبان ۱۴۰۵». */
export function dayOf(style: DateStyle, time: Instant): string {
  const { day, month, year } = parts(style, time);
  return `${day} ${month} ${year}`;
}

/** The short time of a list: today the clock, then "Yesterday", "Mon", "13 Nov", «۲۲ آبان», at last the year too. */
export function listTime(style: DateStyle, time: Instant, now: number): string {
  const ago = dayKey(style, now) - dayKey(style, time);
  if (ago <= 0) return clock(style, time);
  if (ago === 1) return WORDS[style.locale].yesterday;
  const { weekday, day, month, year } = parts(style, time, "short");
  if (ago < 7) return weekday;
  return year === parts(style, now).year ? `${day} ${month}` : `${day} ${month} ${year}`;
}

/** When somebody was last here: "20 minutes ago", «دیروز، ۲۳:۱۰», «۲۲ آبان». */
export function lastSeen(style: DateStyle, time: Instant, now: number): string {
  const words = WORDS[style.locale];
  const minutes = Math.floor((now - epoch(time)) / 60_000);
  if (minutes < 1) return words.now;
  if (minutes < 60) return words.minutesAgo(minutes);
  const ago = dayKey(style, now) - dayKey(style, time);
  if (ago <= 0) return words.hoursAgo(Math.floor(minutes / 60));
  if (ago === 1) return `${words.yesterday}${words.comma} ${clock(style, time)}`;
  return listTime(style, time, now);
}

/** The day in full: "Wednesday 18 November 2026", «چهارشنبه ۲۷ آبان ۱۴۰۵». */
export function fullDate(style: DateStyle, time: Instant): string {
  const { weekday, day, month, year } = parts(style, time);
  return `${weekday} ${day} ${month} ${year}`;
}

/** A moment within a sentence: today the clock, then "yesterday, 21:10", "13 November, 21:10", at last the year too. */
export function moment(style: DateStyle, time: Instant, now: number): string {
  const words = WORDS[style.locale];
  const at = clock(style, time);
  const ago = dayKey(style, now) - dayKey(style, time);
  if (ago <= 0) return at;
  if (ago === 1) return `${words.yesterday.toLowerCase()}${words.comma} ${at}`;
  const { day, month, year } = parts(style, time);
  const date = year === parts(style, now).year ? `${day} ${month}` : `${day} ${month} ${year}`;
  return `${date}${words.comma} ${at}`;
}

/** Date and time in full, for titles and screen readers: "Wednesday 18 November 2026, 10:26". */
export function fullTime(style: DateStyle, time: Instant): string {
  return `${fullDate(style, time)}${WORDS[style.locale].comma} ${clock(style, time)}`;
}

/** A time for the `datetime` attribute of `<time>`. */
export function isoTime(time: Instant): string {
  return typeof time === "string" ? time : new Date(time).toISOString();
}

const WORDS = {
  en: {
    comma: ",",
    today: "Today",
    yesterday: "Yesterday",
    now: "just now",
    minutesAgo: (n: number) => n === 1 ? "a minute ago" : `${n} minutes ago`,
    hoursAgo: (n: number) => n === 1 ? "an hour ago" : `${n} hours ago`,
  },
  fa: {
    comma: "،",
    today: "امروز",
    yesterday: "دیروز",
    now: "همین حالا",
    minutesAgo: (n: number) => `${digits("fa", n)} دقیقه پیش`,
    hoursAgo: (n: number) => `${digits("fa", n)} ساعت پیش`,
  },
} as const;

type Parts = { weekday: string; day: string; month: string; year: string };

/**
 * Parts and not a finished string: punctuation and order differ between versions of ICU, and what the
 * server wrote must be what the browser writes.
 */
function parts(style: DateStyle, time: Instant, width: "long" | "short" = "long"): Parts {
  const { locale, calendar, timeZone } = style;
  const tag = `${locale === "fa" ? "fa-IR" : "en-GB"}-u-ca-${calendar}-nu-${
    locale === "fa" ? "arabext" : "latn"
  }`;
  const found: Parts = { weekday: "", day: "", month: "", year: "" };
  const format = formatter(`${width}|${tag}|${timeZone}`, tag, {
    timeZone,
    weekday: width,
    day: "numeric",
    month: width,
    year: "numeric",
  });
  for (const { type, value } of format.formatToParts(epoch(time))) {
    if (type in found) found[type as keyof Parts] = value;
  }
  return found;
}

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 1440 * MINUTE;

/** An instant moved by the zone's offset, so that arithmetic on it is arithmetic on the wall clock. */
function local(timeZone: string, time: number): number {
  return time + offset(timeZone, time);
}

// A page shows a clock beside each message. Intl takes microseconds for one, an addition nothing; offsets
// change at quarters of an hour only, so each quarter asks Intl once.
const offsets = new Map<string, number>();

function offset(timeZone: string, time: number): number {
  const quarter = Math.floor(time / QUARTER);
  const key = `${timeZone}|${quarter}`;
  let found = offsets.get(key);
  if (found === undefined) {
    if (offsets.size > 2000) offsets.clear();
    found = askOffset(timeZone, quarter * QUARTER);
    offsets.set(key, found);
  }
  return found;
}

function askOffset(timeZone: string, time: number): number {
  const format = formatter(`offset|${timeZone}`, "en-US-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const wall: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(time)) wall[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = wall;
  return Date.UTC(year, month - 1, day, hour, minute, second) - time;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function epoch(time: Instant): number {
  return typeof time === "number" ? time : Date.parse(time);
}

// As in numbers.ts: a formatter costs far more to build than to use. But one holds tens of kilobytes, and a
// browser may name a zone in as many spellings as it has letters: more than people need are not kept.
const FORMATTERS_MAX = 300;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(key: string, tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(tag, options);
    if (formatters.size >= FORMATTERS_MAX) formatters.clear();
    formatters.set(key, found);
  }
  return found;
}
