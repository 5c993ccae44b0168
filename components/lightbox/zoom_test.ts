import assert from "node:assert/strict";
import fc from "fast-check";
import { CLOSER, fit, panBy, swipeOf, WHOLE, zoomTo } from "./zoom.ts";
import type { Bounds, Zoom } from "./zoom.ts";

const bounds: Bounds = { box: { width: 1000, height: 600 }, picture: { width: 800, height: 600 } };

Deno.test("a picture fits its box, keeps its shape, and is never made larger", () => {
  assert.deepEqual(fit({ width: 4000, height: 3000 }, bounds.box), { width: 800, height: 600 });
  assert.deepEqual(fit({ width: 2000, height: 100 }, bounds.box), { width: 1000, height: 50 });
  assert.deepEqual(fit({ width: 20, height: 30 }, bounds.box), { width: 20, height: 30 });
});

Deno.test("what lies under the pointer stays there, as long as edges allow it", () => {
  const point = { x: 100, y: -50 };
  const zoom = zoomTo(WHOLE, CLOSER, point, bounds);
  assert.deepEqual(zoom, { scale: CLOSER, x: 100 - 100 * CLOSER, y: -50 + 50 * CLOSER });
  assert.deepEqual(zoomTo(zoom, 1, point, bounds), WHOLE);
});

Deno.test("whatever one does, the picture neither leaves the box nor gets smaller than whole", () => {
  const number = fc.double({ min: -5000, max: 5000, noNaN: true });
  const act = fc.tuple(fc.double({ min: 0.01, max: 20, noNaN: true }), number, number);
  fc.assert(fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
    let zoom: Zoom = WHOLE;
    for (const [scale, x, y] of acts) {
      zoom = panBy(zoomTo(zoom, scale, { x: x / 10, y: y / 10 }, bounds), x, y, bounds);
      assert(zoom.scale >= 1 && zoom.scale <= 8);
      assert(Math.abs(zoom.x) <= Math.max(0, (800 * zoom.scale - 1000) / 2) + 1e-6);
      assert(Math.abs(zoom.y) <= (600 * zoom.scale - 600) / 2 + 1e-6);
    }
  }));
});

Deno.test("far or fast is a swipe, short and slow is none, and up means nothing", () => {
  assert.equal(swipeOf({ x: -120, y: 10 }, 900), "left");
  assert.equal(swipeOf({ x: 40, y: 5 }, 60), "right");
  assert.equal(swipeOf({ x: 40, y: 5 }, 600), null);
  assert.equal(swipeOf({ x: 3, y: 140 }, 400), "down");
  assert.equal(swipeOf({ x: 3, y: -140 }, 100), null);
  assert.equal(swipeOf({ x: 4, y: 3 }, 1), null);
});
