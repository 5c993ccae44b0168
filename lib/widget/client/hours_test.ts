import assert from "node:assert/strict";
import { clockOf, hoursRows, zonesApart } from "./hours.ts";
import { weekday } from "./weekday.ts";

const office = [{ from: "09:00", to: "18:00" }];
const days = [office, office, office, office, office, [{ from: "10:00", to: "16:00" }], []];

Deno.test("days alike that follow each other are one row", () => {
  assert.deepEqual(hoursRows({ days }, "en"), [
    { first: 0, last: 4, spans: [{ from: 540, to: 1080 }] },
    { first: 5, last: 5, spans: [{ from: 600, to: 960 }] },
    { first: 6, last: 6, spans: [] },
  ]);
});

Deno.test("a Persian week begins with Saturday", () => {
  const rows = hoursRows({ days }, "fa");
  assert.deepEqual(rows.map(({ first, last }) => [first, last]), [[5, 5], [6, 6], [0, 4]]);
  assert.equal(weekday(5, "fa"), "شنبه");
});

Deno.test("clocks show minutes of a day, of its neighbours too", () => {
  assert.deepEqual([540, 0, 1440, -90, 1500].map(clockOf), ["09:00", "00:00", "24:00", "22:30", "01:00"]);
});

Deno.test("zones are told apart as they stand at the moment", () => {
  const winter = Date.UTC(2026, 0, 15, 12), summer = Date.UTC(2026, 6, 15, 12);
  assert.equal(zonesApart("Asia/Tehran", "UTC", winter), 210);
  assert.equal(zonesApart("Europe/London", "Asia/Tehran", winter), -210);
  assert.equal(zonesApart("Europe/London", "Asia/Tehran", summer), -150);
});
