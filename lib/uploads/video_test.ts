import assert from "node:assert/strict";
import fc from "fast-check";
import { box, bytes, FTYP, full, locatedMp4, MVHD, track, u32 } from "@/tests/support/mp4.ts";
import { BoxError } from "./boxes.ts";
import { edited, memorySource } from "./testing.ts";
import { inspectVideo } from "./video.ts";

const VIDEO = track({ handler: "vide", width: 320, height: 240 });
const inspect = (file: Uint8Array) => inspectVideo(memorySource(file));
const latin1 = (file: Uint8Array) => new TextDecoder("latin1").decode(file);

Deno.test("places are taken out of a video, and nothing moves", async () => {
  const file = locatedMp4();
  const report = await inspect(file);
  assert.deepEqual([report.width, report.height, report.duration, report.end], [360, 640, 3000, file.length]);
  const text = latin1(edited(file, report.edits));
  assert.equal(text.length, file.length);
  for (const secret of ["+35.6892", "+48.8584", "Tehran", "Secret", "LEFTOVER", "udta", "uuid", "meta"]) {
    assert(!text.includes(secret), secret);
  }
  assert(text.includes("PICTURE-SAMPLES-OF-THE-VIDEO"));
  assert(!text.includes("\xd0\0\0"), "when it was made");
  const again = await inspect(edited(file, report.edits));
  assert.deepEqual([again.width, again.height], [360, 640], "it is a video still");
});

Deno.test("what a camera appends behind the last box is cut off", async () => {
  const video = bytes(FTYP, box("moov", MVHD, VIDEO), box("mdat", "samples"));
  const report = await inspect(bytes(video, "\xff\xff\xff\xffTRAILING LOCATION"));
  assert.equal(report.end, video.length);
});

Deno.test("large sizes and boxes to the end are read", async () => {
  const moov = box("moov", MVHD, VIDEO);
  const wide = bytes(u32(1), "mdat", u32(0), u32(16 + 4), "abcd");
  assert.equal((await inspect(bytes(FTYP, moov, wide))).width, 320);
  assert.equal((await inspect(bytes(FTYP, moov, u32(0), "mdat", "to the end"))).width, 320);
});

const BROKEN: [what: string, file: Uint8Array][] = [
  ["nothing", new Uint8Array()],
  ["no header", bytes(FTYP, box("mdat", "x"))],
  ["sound alone", bytes(FTYP, box("moov", MVHD, track({ handler: "soun" })), box("mdat"))],
  ["two headers", bytes(FTYP, box("moov", MVHD, VIDEO), box("mdat"), box("moov", MVHD, VIDEO))],
  ["a header that is cut", bytes(FTYP, box("mdat"), box("moov", MVHD, VIDEO)).subarray(0, 200)],
  ["a box shorter than its head", bytes(FTYP, box("moov", MVHD, VIDEO, u32(4), "abcd"), box("mdat"))],
  ["a box longer than its parent", bytes(FTYP, box("mdat"), box("moov", MVHD, VIDEO, u32(5000), "udta"))],
  ["a size beyond all numbers", bytes(FTYP, box("moov", u32(1), "mvhd", u32(0xffffffff), u32(0xffffffff)))],
  ["fields beyond their box", bytes(FTYP, box("mdat"), box("moov", full("mvhd"), VIDEO))],
  [
    "places in fragments",
    bytes(
      FTYP,
      box("moov", MVHD, VIDEO, track({ handler: "meta", at: 9, length: 1 })),
      box("moof", full("mfhd", u32(1))),
      box("mdat"),
    ),
  ],
];

for (const [what, file] of BROKEN) {
  Deno.test(`no video: ${what}`, async () => {
    await assert.rejects(inspect(file), BoxError);
  });
}

Deno.test("a file of a million empty boxes costs no more than a few thousand of them", async () => {
  const one = box("free");
  const file = new Uint8Array(one.length * 1_000_000);
  for (let at = 0; at < file.length; at += one.length) file.set(one, at);
  const source = memorySource(file);
  await assert.rejects(inspectVideo(source), BoxError);
  assert(source.reads.count <= 25_000);
});

Deno.test("made-up tables have no more written than the file has bytes", async () => {
  const many = 1000;
  const stbl = box(
    "stbl",
    full("stsc", u32(1), u32(1), u32(0xffffffff), u32(1)),
    full("stsz", u32(0xffffffff), u32(0)),
    full("stco", u32(many), Array.from({ length: many }, () => u32(8)).flat()),
  );
  const hdlr = full("hdlr", u32(0), "meta", u32(0), u32(0), u32(0));
  const file = bytes(
    FTYP,
    box("moov", MVHD, VIDEO, box("trak", box("mdia", hdlr, box("minf", stbl)))),
    box("mdat", new Uint8Array(5000)),
  );
  await assert.rejects(inspect(file), BoxError);
});

Deno.test("whatever is changed in a video, reading it ends: with a report that stays inside, or a BoxError", async () => {
  const original = locatedMp4();
  const change = fc.record({
    at: fc.nat(original.length - 1),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      fc.constantFrom(
        Uint8Array.of(0, 0, 0, 0),
        Uint8Array.of(0, 0, 0, 1),
        Uint8Array.of(255, 255, 255, 255),
        Uint8Array.of(0x7f, 255, 255, 255),
        new TextEncoder().encode("moov"),
        new TextEncoder().encode("trak"),
      ),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), fc.nat(original.length), async (changes, cut) => {
      const file = original.slice(0, cut === 0 ? undefined : original.length - cut % 50);
      for (const { at, bytes } of changes) if (at + bytes.length <= file.length) file.set(bytes, at);
      const source = memorySource(file);
      const report = await inspectVideo(source).catch((error) => {
        if (!(error instanceof BoxError)) throw error;
        return null;
      });
      assert(source.reads.count < 30_000);
      if (!report) return;
      assert(report.end <= file.length);
      for (const edit of report.edits) {
        const [from, to] = edit.kind === "free"
          ? [edit.box.at, edit.box.end]
          : [edit.at, edit.at + (edit.kind === "zero" ? edit.length : edit.bytes.length)];
        assert(from >= 0 && from <= to && Number.isSafeInteger(to));
      }
    }),
    { numRuns: 1500 },
  );
});
