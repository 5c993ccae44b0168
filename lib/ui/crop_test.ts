import assert from "node:assert/strict";
import fc from "fast-check";
import { type Crop, moved, scaleOf, startCrop, turned, ZOOM_MAX, zoomed } from "./crop.ts";

/** Where a point of the picture (pixels from its middle) lies, from the middle of the mask. */
function placeOf(crop: Crop, px: number, py: number): [number, number] {
  const angle = crop.turn * Math.PI / 2;
  const scale = scaleOf(crop);
  return [
    crop.x + scale * (px * Math.cos(angle) - py * Math.sin(angle)),
    crop.y + scale * (px * Math.sin(angle) + py * Math.cos(angle)),
  ];
}

Deno.test("at first the whole of the shorter side is seen, and only the longer can be moved", () => {
  const crop = startCrop(400, 200);
  assert.equal(scaleOf(crop) * 200, 1);
  assert.deepEqual(moved(crop, 9, 9), { ...crop, x: 0.5, y: 0 });
  assert.deepEqual(moved(crop, -0.2, -9), { ...crop, x: -0.2, y: 0 });
});

Deno.test("zooming keeps what lies under the finger, and has an end in both directions", () => {
  const crop = startCrop(300, 300);
  const near = zoomed(crop, 3, 0.2, -0.1);
  // The point of the picture that was at (0.2, -0.1).
  const [x, y] = placeOf(near, 60, -30);
  assert.ok(Math.abs(x - 0.2) < 1e-9 && Math.abs(y + 0.1) < 1e-9, `${x}, ${y}`);
  assert.equal(zoomed(near, 99).zoom, ZOOM_MAX);
  assert.deepEqual(zoomed(near, 0), crop, "wholly out again there is nothing to be beside");
});

Deno.test("turning goes around the middle of the mask, and four quarters are none", () => {
  const crop = moved(zoomed(startCrop(400, 300), 2), 0.3, -0.2);
  const right = turned(crop, "right");
  // What lay at the right lies below.
  assert.deepEqual(placeOf(right, 0, 0).map((each) => each.toFixed(6)), ["0.200000", "0.300000"]);
  assert.deepEqual(turned(right, "left"), crop);
  let whole = crop;
  for (let quarter = 0; quarter < 4; quarter++) whole = turned(whole, "right");
  assert.deepEqual(whole, crop);
});

Deno.test("whatever one does, the mask is full", () => {
  const step = fc.oneof(
    fc.tuple(
      fc.constant("move"),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
    ),
    fc.tuple(
      fc.constant("zoom"),
      fc.double({ min: 0, max: 9, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    ),
    fc.tuple(fc.constant("turn"), fc.constant(0), fc.constant(0)),
  );
  const side = fc.integer({ min: 1, max: 9000 });
  fc.assert(fc.property(side, side, fc.array(step, { maxLength: 20 }), (width, height, steps) => {
    let crop = startCrop(width, height);
    for (const [kind, a, b] of steps) {
      if (kind === "move") crop = moved(crop, a, b);
      else if (kind === "zoom") crop = zoomed(crop, a, b, -b);
      else crop = turned(crop, "right");
    }
    const corners = [[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([x, y]) =>
      placeOf(crop, x! * width / 2, y! * height / 2)
    );
    const near = 1e-6;
    assert.ok(
      Math.min(...corners.map(([x]) => x)) <= -0.5 + near &&
        Math.max(...corners.map(([x]) => x)) >= 0.5 - near,
    );
    assert.ok(
      Math.min(...corners.map(([, y]) => y)) <= -0.5 + near &&
        Math.max(...corners.map(([, y]) => y)) >= 0.5 - near,
    );
  }));
});
