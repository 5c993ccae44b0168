import assert from "node:assert/strict";
import fc from "fast-check";
import type { BusinessHours } from "@/lib/protocol/sites.ts";
import { isOpenAt, openAt } from "./hours.ts";

const none = (): BusinessHours["days"] => Array.from({ length: 7 }, () => []);
const on = (time_zone: string, spans: Record<number, [from: string, to: string][]>): BusinessHours => {
  const days = none();
  for (const [day, list] of Object.entries(spans)) {
    days[Number(day)] = list.map(([from, to]) => ({ from, to }));
  }
  return { time_zone, days };
};
const opens = (hours: BusinessHours | null, at: string) => {
  const { is_open, opens_at } = openAt(hours, Date.parse(at));
  return is_open ? "open" : opens_at === null ? "never" : new Date(opens_at).toISOString();
};

Deno.test("without hours it is always open, with none on any day never", () => {
  assert.equal(opens(null, "2026-11-21T10:00:00Z"), "open");
  assert.equal(opens({ time_zone: "Asia/Tehran", days: none() }, "2026-11-21T10:00:00Z"), "never");
});

Deno.test("hours are those of the zone: Saturday to Wednesday in Tehran", () => {
  const day: [string, string][] = [["09:00", "13:00"], ["14:00", "18:00"]];
  const hours = on("Asia/Tehran", { 5: day, 6: day, 0: day, 1: day, 2: day });
  // Saturday, 21 November 2026; 3:30 ahead of UTC.
  assert.equal(opens(hours, "2026-11-21T05:29:59.999Z"), "2026-11-21T05:30:00.000Z");
  assert.equal(opens(hours, "2026-11-21T05:30:00Z"), "open");
  assert.equal(opens(hours, "2026-11-21T09:29:59.999Z"), "open");
  assert.equal(opens(hours, "2026-11-21T09:30:00Z"), "2026-11-21T10:30:00.000Z");
  // Wednesday evening: Saturday morning.
  assert.equal(opens(hours, "2026-11-25T14:30:00Z"), "2026-11-28T05:30:00.000Z");
});

Deno.test("a night that goes on over midnight is open in the middle", () => {
  const hours = on("UTC", { 4: [["22:00", "24:00"]], 5: [["00:00", "02:00"]] });
  assert.equal(opens(hours, "2026-11-20T23:59:59.999Z"), "open");
  assert.equal(opens(hours, "2026-11-21T00:00:00Z"), "open");
  assert.equal(opens(hours, "2026-11-21T02:00:00Z"), "2026-11-27T22:00:00.000Z");
});

Deno.test("an hour that the clock leaves out opens when the clock has jumped", () => {
  // Berlin, Sunday 29 March 2026: 02:00 becomes 03:00, at 01:00 UTC.
  const hours = on("Europe/Berlin", { 6: [["02:30", "04:00"]] });
  assert.equal(opens(hours, "2026-03-29T00:00:00Z"), "2026-03-29T01:00:00.000Z");
  const left_out = on("Europe/Berlin", { 6: [["02:15", "02:45"]] });
  assert.equal(opens(left_out, "2026-03-29T00:00:00Z"), "2026-04-05T00:15:00.000Z");
});

Deno.test("an hour that the clock goes through twice is open twice", () => {
  // Berlin, Sunday 25 October 2026: 03:00 becomes 02:00, at 01:00 UTC.
  const hours = on("Europe/Berlin", { 6: [["02:30", "03:00"]] });
  assert.equal(opens(hours, "2026-10-25T00:00:00Z"), "2026-10-25T00:30:00.000Z");
  assert.equal(opens(hours, "2026-10-25T00:45:00Z"), "open");
  assert.equal(opens(hours, "2026-10-25T01:10:00Z"), "2026-10-25T01:30:00.000Z");
  assert.equal(opens(hours, "2026-10-25T01:30:00Z"), "open");
});

const time = fc.integer({ min: 0, max: 1440 }).map((minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`
);
const span = fc.tuple(time, time).filter(([from, to]) => from < to).map(([from, to]) => ({ from, to }));
const hours = fc.record({
  time_zone: fc.constantFrom(
    ...[
      "Asia/Tehran",
      "Europe/Berlin",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
      "UTC",
    ],
  ),
  days: fc.array(fc.array(span, { maxLength: 2 }), { minLength: 7, maxLength: 7 }),
});

Deno.test("the next opening is the first minute at which it is open, as one finds by looking at each", () => {
  const from = Date.UTC(2026, 0, 1), to = Date.UTC(2027, 0, 1);
  // Half of them beside a jump of the clock.
  const jumps = [
    Date.UTC(2026, 2, 29, 1),
    Date.UTC(2026, 9, 25, 1),
    Date.UTC(2026, 2, 8, 6),
    Date.UTC(2026, 3, 4, 15),
  ];
  const at = fc.oneof(
    fc.integer({ min: from, max: to }),
    fc.tuple(fc.constantFrom(...jumps), fc.integer({ min: -9e6, max: 9e6 })).map(([jump, by]) => jump + by),
  );
  fc.assert(
    fc.property(hours, at, (hours, at) => {
      const { is_open, opens_at } = openAt(hours, at);
      if (is_open) return;
      const first = Math.ceil(at / 60_000) * 60_000;
      for (let minute = 0; minute <= 7 * 1440; minute++) {
        const then = first + minute * 60_000;
        if (opens_at !== null && then >= opens_at) return assert.equal(then, opens_at);
        assert(!isOpenAt(hours, then), new Date(then).toISOString());
      }
    }),
    { numRuns: 30 },
  );
});
