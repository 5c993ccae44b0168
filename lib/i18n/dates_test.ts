import assert from "node:assert/strict";
import {
  clock,
  type DateStyle,
  dayKey,
  dayLabel,
  defaultCalendar,
  fullTime,
  isTimeZone,
  lastSeen,
  listTime,
  moment,
} from "./dates.ts";

const fa: DateStyle = { locale: "fa", calendar: "persian", timeZone: "Asia/Tehran" };
const en: DateStyle = { locale: "en", calendar: "gregory", timeZone: "Asia/Tehran" };

/** 18 November 2026 is 27 Aban 1405, a Wednesday; Tehran is at +03:30. */
const at = (iso: string): number => Date.parse(`${iso}+03:30`);
const now = at("2026-11-18T10:30:00");
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

Deno.test("day separators say today and yesterday, then the date, then the year too", () => {
  assert.equal(dayLabel(fa, now, now), "امروز، چهارشنبه ۲۷ آبان");
  assert.equal(dayLabel(en, now, now), "Today, Wednesday 18 November");
  assert.equal(dayLabel(fa, now - DAY, now), "دیروز، سه‌شنبه ۲۶ آبان");
  assert.equal(dayLabel(en, now - 3 * DAY, now), "Sunday 15 November");
  assert.equal(dayLabel(fa, now - 400 * DAY, now), "سه‌شنبه ۲۲ مهر ۱۴۰۴");
  assert.equal(dayLabel(en, now - 400 * DAY, now), "Tuesday 14 October 2025");
});

Deno.test("the calendar is a choice apart from the language", () => {
  assert.equal(dayLabel({ ...en, calendar: "persian" }, now, now), "Today, Wednesday 27 Aban");
  assert.equal(dayLabel({ ...fa, calendar: "gregory" }, now, now), "امروز، چهارشنبه ۱۸ نوامبر");
  assert.equal(defaultCalendar("fa"), "persian");
  assert.equal(defaultCalendar("en"), "gregory");
});

Deno.test("clocks have 24 hours; Persian ones have no leading zero", () => {
  assert.equal(clock(en, at("2026-11-18T09:58:00")), "09:58");
  assert.equal(clock(fa, at("2026-11-18T09:58:00")), "۹:۵۸");
  assert.equal(clock(en, at("2026-11-18T00:00:59")), "00:00");
  assert.equal(clock(fa, at("2026-11-18T23:59:00")), "۲۳:۵۹");
  assert.equal(clock(en, "2026-11-18T06:28:00.000Z"), "09:58");
});

Deno.test("clocks follow Intl in every zone, over changes of summer time and before 1970", () => {
  for (
    const timeZone of ["Asia/Tehran", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"]
  ) {
    const intl = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    for (let time = at("2021-03-20T00:00:00"); time < at("2022-04-01T00:00:00"); time += 13 * 37 * MINUTE) {
      assert.equal(
        clock({ ...en, timeZone }, time),
        intl.format(time),
        `${timeZone} ${new Date(time).toISOString()}`,
      );
    }
    assert.equal(clock({ ...en, timeZone }, -10 * DAY), intl.format(-10 * DAY));
  }
});

Deno.test("a day begins at midnight of the reader's zone, not of Greenwich", () => {
  const late = at("2026-11-18T23:59:59.999");
  assert.equal(dayKey(fa, late), dayKey(fa, at("2026-11-18T00:00:00")));
  assert.equal(dayKey(fa, late + 1), dayKey(fa, late) + 1);
  assert.notEqual(
    dayKey({ timeZone: "UTC" }, at("2026-11-18T01:00:00")),
    dayKey(fa, at("2026-11-18T01:00:00")),
  );
});

Deno.test("a moment in a sentence says no more than it must", () => {
  assert.equal(moment(en, now - 4 * MINUTE, now), "10:26");
  assert.equal(moment(en, now - DAY, now), "yesterday, 10:30");
  assert.equal(moment(fa, now - DAY, now), "دیروز، ۱۰:۳۰");
  assert.equal(moment(fa, now - 5 * DAY, now), "۲۲ آبان، ۱۰:۳۰");
  assert.equal(moment(en, now - 400 * DAY, now), "14 October 2025, 10:30");
});

Deno.test("lists say the clock today, then yesterday, the weekday, the date, the year", () => {
  assert.equal(listTime(en, now - 4 * MINUTE, now), "10:26");
  assert.equal(listTime(fa, now - DAY, now), "دیروز");
  assert.equal(listTime(fa, now - 2 * DAY, now), "دوشنبه");
  assert.equal(listTime(en, now - 2 * DAY, now), "Mon");
  assert.equal(listTime(fa, now - 8 * DAY, now), "۱۹ آبان");
  assert.equal(listTime(en, now - 8 * DAY, now), "10 Nov");
  assert.equal(listTime(en, now - 400 * DAY, now), "14 Oct 2025");
  // A clock that runs ahead on another machine must not say tomorrow.
  assert.equal(listTime(en, now + MINUTE, now), "10:31");
});

Deno.test("last seen is said as one would", () => {
  assert.equal(lastSeen(en, now - 5_000, now), "just now");
  assert.equal(lastSeen(en, now - MINUTE, now), "a minute ago");
  assert.equal(lastSeen(fa, now - 20 * MINUTE, now), "۲۰ دقیقه پیش");
  assert.equal(lastSeen(en, now - 90 * MINUTE, now), "an hour ago");
  assert.equal(lastSeen(fa, now - DAY, now), "دیروز، ۱۰:۳۰");
  assert.equal(lastSeen(fa, now - 8 * DAY, now), "۱۹ آبان");
});

Deno.test("the full time names everything", () => {
  assert.equal(fullTime(en, now), "Wednesday 18 November 2026, 10:30");
  assert.equal(fullTime(fa, now), "چهارشنبه ۲۷ آبان ۱۴۰۵، ۱۰:۳۰");
});

Deno.test("names of time zones are checked", () => {
  assert.ok(isTimeZone("Asia/Tehran"));
  assert.ok(!isTimeZone("Asia/Nowhere"));
  assert.ok(!isTimeZone(""));
});

Deno.test("what is kept for a zone is bounded, however many spellings of zones are named", () => {
  const spelled = (n: number) =>
    [..."america/argentina/comodrivadavia"].map((letter, i) => n >> i & 1 ? letter.toUpperCase() : letter)
      .join("");
  const { DateTimeFormat } = Intl;
  let built = 0;
  Intl.DateTimeFormat = new Proxy(DateTimeFormat, {
    construct: (target, args) => (built++, Reflect.construct(target, args)),
  });
  try {
    const say = (n: number) => fullTime({ locale: "en", calendar: "gregory", timeZone: spelled(n) }, 0);
    const [first, again] = [say(0), say(0)];
    assert.equal(first, again);
    assert.equal(built, 2, "one for the words, one for the offset, once");
    for (let n = 1; n < 400; n++) assert.equal(say(n), first);
    built = 0;
    say(0);
    assert.ok(built > 0, "the first was forgotten");
  } finally {
    Intl.DateTimeFormat = DateTimeFormat;
  }
});
