import assert from "node:assert/strict";
import {
  addMonths,
  columnOf,
  dateOf,
  dayOfIso,
  isoOfDay,
  monthOf,
  monthTitle,
  startOfDay,
  weekdays,
} from "./calendar.ts";
import { dayKey } from "./dates.ts";

const jalali = { locale: "fa", calendar: "persian" } as const;
const gregorian = { locale: "en", calendar: "gregory" } as const;
const day = (iso: string) => dayOfIso(iso)!;

Deno.test("a day has its date in both calendars", () => {
  assert.deepEqual(dateOf("persian", day("2026-11-18")), { year: 1405, month: 8, day: 27 });
  assert.deepEqual(dateOf("gregory", day("2026-11-18")), { year: 2026, month: 11, day: 18 });
  // Nowruz, in a leap year of its calendar the thirtieth of Esfand before it.
  assert.deepEqual(dateOf("persian", day("2025-03-20")), { year: 1403, month: 12, day: 30 });
  assert.deepEqual(dateOf("persian", day("2025-03-21")), { year: 1404, month: 1, day: 1 });
  assert.equal(isoOfDay(day("2026-11-18")), "2026-11-18");
  for (const text of ["", "2026-11", "2026-13-01", "18-11-2026", "2026-11-18T00:00"]) {
    assert.equal(dayOfIso(text), null, text);
  }
});

Deno.test("months follow each other without a hole, each with its days", () => {
  for (const style of [jalali, gregorian]) {
    let month = monthOf(style, day("2019-01-15"));
    const lengths = new Set<number>();
    for (let n = 0; n < 200; n++) {
      lengths.add(month.length);
      for (const inside of [month.first, month.first + 13, month.first + month.length - 1]) {
        assert.deepEqual(monthOf(style, inside), month);
      }
      const next = monthOf(style, month.first + month.length);
      assert.equal(next.first, month.first + month.length);
      assert.equal(next.lead, (month.lead + month.length) % 7);
      month = next;
    }
    assert.deepEqual([...lengths].sort(), style === jalali ? [29, 30, 31] : [28, 29, 30, 31]);
  }
});

Deno.test("weeks begin on Saturday in Persian and in the Persian calendar, else on Monday", () => {
  // 18 November 2026 is a Wednesday.
  assert.equal(columnOf(jalali, day("2026-11-18")), 4);
  assert.equal(columnOf({ ...jalali, calendar: "gregory" }, day("2026-11-18")), 4);
  assert.equal(columnOf({ ...gregorian, calendar: "persian" }, day("2026-11-18")), 4);
  assert.equal(columnOf(gregorian, day("2026-11-18")), 2);
  assert.deepEqual(weekdays(jalali).map(({ short }) => short), ["ش", "ی", "د", "س", "چ", "پ", "ج"]);
  assert.equal(weekdays(jalali)[0]!.full, "شنبه");
  assert.deepEqual(weekdays(gregorian).map(({ short }) => short), ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]);
});

Deno.test("a month has a name and a year in the reader's digits", () => {
  assert.equal(monthTitle(jalali, day("2026-11-18")), "آبان ۱۴۰۵");
  assert.equal(monthTitle(gregorian, day("2026-11-18")), "November 2026");
  assert.equal(monthTitle({ ...jalali, calendar: "gregory" }, day("2026-11-18")), "نوامبر ۲۰۲۶");
});

Deno.test("the same day of another month, or its last", () => {
  const from = (iso: string, months: number) => isoOfDay(addMonths(gregorian, day(iso), months));
  assert.equal(from("2026-11-18", 1), "2026-12-18");
  assert.equal(from("2026-11-18", -12), "2025-11-18");
  assert.equal(from("2026-01-31", 1), "2026-02-28");
  assert.equal(from("2024-03-31", -1), "2024-02-29");
  // 31 Shahrivar and then 30 Mehr.
  assert.deepEqual(dateOf("persian", addMonths(jalali, day("2026-09-22"), 1)), {
    year: 1405,
    month: 7,
    day: 30,
  });
});

Deno.test("a day begins at midnight of the zone, or at one where the clock leaps over midnight", () => {
  const start = (timeZone: string, iso: string) => new Date(startOfDay({ timeZone }, day(iso))).toISOString();
  assert.equal(start("Asia/Tehran", "2026-11-18"), "2026-11-17T20:30:00.000Z");
  assert.equal(start("UTC", "2026-11-18"), "2026-11-18T00:00:00.000Z");
  assert.equal(start("Asia/Kathmandu", "2026-11-18"), "2026-11-17T18:15:00.000Z");
  assert.equal(start("Pacific/Kiritimati", "2026-11-18"), "2026-11-17T10:00:00.000Z");
  // Iran put its clocks forward at midnight until 2022.
  assert.equal(start("Asia/Tehran", "2022-03-22"), "2022-03-21T20:30:00.000Z");
  for (const timeZone of ["Asia/Tehran", "America/New_York", "Africa/Cairo", "Pacific/Apia"]) {
    for (let key = day("2021-01-01"); key < day("2022-12-31"); key += 1) {
      const time = startOfDay({ timeZone }, key);
      assert.equal(dayKey({ timeZone }, time), key, timeZone);
      assert.equal(dayKey({ timeZone }, time - 1), key - 1, timeZone);
    }
  }
});
