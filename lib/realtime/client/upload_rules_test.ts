import assert from "node:assert/strict";
import { ATTACHMENTS_MAX } from "@/lib/protocol/uploads.ts";
import { ACCEPT } from "./accept.ts";
import { admit, FILES_MAX, nameFor, shares, TYPES } from "./upload_rules.ts";

const MB = 1024 * 1024;
const file = (name: string, size = 1000, type = "image/jpeg") => ({ name, size, type });
const reasons = (refused: readonly { name: string; reason: string }[]) =>
  refused.map(({ name, reason }) => `${name}: ${reason}`);

Deno.test("what is taken keeps its order; what is not is named with the reason", () => {
  const given = [
    ...[file("b.jpg"), file("notes.txt", 10, "text/plain"), file("a.PNG")],
    ...[file("none.jpg", 0), file("big.mp4", 51 * MB, "video/mp4"), file("folder", 4096, "")],
  ];
  const { taken, refused } = admit([], given, 50 * MB);
  assert.deepEqual(taken.map(({ name }) => name), ["b.jpg", "a.PNG"]);
  assert.deepEqual(reasons(refused), [
    ...["notes.txt: type", "none.jpg: empty", "big.mp4: size", "folder: type"],
  ]);
});

Deno.test("ten in one message, those that were chosen before among them", () => {
  const nine = Array.from({ length: 9 }, (_, n) => file(`${n}.jpg`));
  const { taken, refused } = admit(nine, [file("x.jpg"), file("y.jpg"), file("z.txt", 1, "")], 50 * MB);
  assert.deepEqual(taken.map(({ name }) => name), ["x.jpg"]);
  assert.deepEqual(reasons(refused), ["y.jpg: count", "z.txt: type"]);
});

Deno.test("together no more than two of the largest", () => {
  const { taken, refused } = admit(
    [file("a.jpg", 40 * MB)],
    [file("b.jpg", 50 * MB), file("c.jpg", 11 * MB)],
    50 * MB,
  );
  assert.deepEqual(taken.map(({ name }) => name), ["b.jpg"]);
  assert.deepEqual(reasons(refused), ["c.jpg: total"]);
});

Deno.test("a name without an ending gets that of its type; one that lies gets none", () => {
  assert.equal(nameFor({ name: "1000012345", type: "image/jpeg" }), "1000012345.jpg");
  assert.equal(nameFor({ name: "", type: "image/png" }), "file.png");
  assert.equal(nameFor({ name: "cv.pdf", type: "image/png" }), null);
  assert.equal(nameFor({ name: "vector.svg", type: "image/svg+xml" }), null);
  assert.equal(nameFor({ name: "Photo.JPEG", type: "" }), "Photo.JPEG");
});

Deno.test("files go one by one: the first is there before the second begins", () => {
  assert.deepEqual(shares([100, 300], 0), [0, 0]);
  assert.deepEqual(shares([100, 300], 0.125), [0.5, 0]);
  assert.deepEqual(shares([100, 300], 0.625), [1, 0.5]);
  assert.deepEqual(shares([100, 300], 1), [1, 1]);
  assert.deepEqual(shares([0], 0), [1]);
});

Deno.test("the rules are the server's", () => {
  assert.equal(FILES_MAX, ATTACHMENTS_MAX);
  for (const type of Object.values(TYPES)) assert(ACCEPT.split(",").includes(type));
});
