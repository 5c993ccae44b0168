import type { BusinessHours } from "@/lib/protocol/sites.ts";

const MINUTE = 60_000;
const HALF_DAY = 12 * 60 * MINUTE;
/** How far ahead an opening is looked for: every day of the week once, and a bit. */
const AHEAD = 8 * 24 * 60 * MINUTE;

/**
 * Whether somebody answers at a moment, and if not, when they next do; null where they never do. What counts is the
 * clock on the wall in that zone: an hour that a clock put forward leaves out is nobody's, one that it goes through
 * twice counts twice.
 * @param at epoch milliseconds
 */
export function openAt(
  hours: BusinessHours | null,
  at: number,
): { is_open: boolean; opens_at: number | null } {
  if (hours === null || isOpenAt(hours, at)) return { is_open: true, opens_at: null };
  return { is_open: false, opens_at: nextOpening(hours, at) };
}

/** Whether the clock on the wall shows a time within a span at that moment. */
export function isOpenAt(hours: BusinessHours, at: number): boolean {
  return isWithin(hours, at + offsetAt(hours.time_zone, at));
}

/** @param wall what the clock shows, as if it were UTC */
function isWithin({ days }: BusinessHours, wall: number): boolean {
  const minute = Math.floor(wall / MINUTE) % 1440;
  return days[weekdayOf(wall)]!.some(({ from, to }) => minutesOf(from) <= minute && minute < minutesOf(to));
}

/** Stretch by stretch between which the clock is put forward or back: within one it runs evenly. */
function nextOpening(hours: BusinessHours, at: number): number | null {
  for (let from = at; from < at + AHEAD;) {
    const offset = offsetAt(hours.time_zone, from);
    const until = endOfStretch(hours.time_zone, from);
    const opening = openingIn(hours, { from: from + offset, until: until + offset });
    if (opening !== null) return opening - offset;
    from = until;
  }
  return null;
}

/** The next moment at which the clock jumps, to the minute, or the end of half a day without one. */
function endOfStretch(time_zone: string, from: number): number {
  const offset = offsetAt(time_zone, from);
  let [same, other] = [from, from + HALF_DAY];
  if (offsetAt(time_zone, other) === offset) return other;
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(time_zone, middle) === offset) same = middle;
    else other = middle;
  }
  return other;
}

/** The first time within a span from one on, before another: times of the wall, as if they were UTC. */
function openingIn(hours: BusinessHours, { from, until }: { from: number; until: number }): number | null {
  if (isWithin(hours, from)) return from;
  const midnight = from - modulo(from, 1440 * MINUTE);
  const openings = [midnight, midnight + 1440 * MINUTE].flatMap((day) =>
    hours.days[weekdayOf(day)]!.map((span) => day + minutesOf(span.from) * MINUTE)
  );
  const next = Math.min(...openings.filter((opening) => from < opening && opening < until));
  return next === Infinity ? null : next;
}

/** Monday is 0. The first of January 1970 was a Thursday. */
function weekdayOf(wall: number): number {
  return modulo(Math.floor(wall / (1440 * MINUTE)) + 3, 7);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall is ahead of UTC, in milliseconds. */
function offsetAt(time_zone: string, at: number): number {
  let clock = clocks.get(time_zone);
  if (!clock) {
    const two = "2-digit";
    const parts = { year: "numeric", month: two, day: two, hour: two, minute: two, second: two } as const;
    clock = new Intl.DateTimeFormat("en-US", { ...parts, timeZone: time_zone, hourCycle: "h23" });
    clocks.set(time_zone, clock);
  }
  const shown = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(
    shown.year!,
    shown.month! - 1,
    shown.day!,
    shown.hour!,
    shown.minute!,
    shown.second!,
  );
  return wall - (at - modulo(at, 1000));
}
