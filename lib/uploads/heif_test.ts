import assert from "node:assert/strict";
import fc from "fast-check";
import { box, bytes, full, u16, u32 } from "@/tests/support/mp4.ts";
import { BoxError } from "./boxes.ts";
import { inspectHeif } from "./heif.ts";
import { edited, memorySource } from "./testing.ts";

const FTYP = box("ftyp", "heic", u32(0), "mif1heic");
const EXIF = "EXIF-WITH-THE-PLACE-OF-IT";
const XMP = "<x:xmpmeta>SecretCreator</x:xmpmeta>";
const PICTURE = "PICTURE";

function infe(id: number, type: string): Uint8Array {
  return box("infe", [2, 0, 0, 0], u16(id), u16(0), type, "\0");
}

function heic(
  { type = "Exif", construction = 0, length = EXIF.length, items = 3, more = [] as Uint8Array[] } = {},
): Uint8Array {
  const head = (base: number) => {
    const places = [[1, 0, base, PICTURE.length], [
      2,
      construction,
      construction === 1 ? 0 : base + PICTURE.length,
      length,
    ], [
      3,
      0,
      base + PICTURE.length + EXIF.length,
      XMP.length,
    ]] as const;
    const iloc = box(
      "iloc",
      [1, 0, 0, 0],
      u16(0x4400),
      u16(items),
      places.slice(0, items).flatMap(([id, method, at, size]) =>
        [u16(id), u16(method), u16(0), u16(1), u32(at), u32(size)].flat()
      ),
    );
    const iinf = full("iinf", u16(3), infe(1, "hvc1"), infe(2, type), infe(3, "mime"));
    return bytes(FTYP, full("meta", full("pitm", u16(1)), iinf, iloc, box("idat", EXIF), ...more));
  };
  const base = head(0).length + 8;
  return bytes(head(base), box("mdat", PICTURE, EXIF, XMP));
}

Deno.test("Exif and XMP are taken out of a HEIC, and the picture stays where it was", async () => {
  const file = heic();
  const text = new TextDecoder("latin1").decode(edited(file, await inspectHeif(memorySource(file))));
  assert.equal(text.length, file.length);
  assert(text.includes(PICTURE));
  assert(!text.slice(text.indexOf("mdat")).includes("PLACE"));
  assert(!text.includes("SecretCreator"));
});

Deno.test("what lies in the list of items itself is taken out as well", async () => {
  const file = heic({ construction: 1, more: [box("xml ", "SecretXml"), box("udta", "SecretData")] });
  const text = new TextDecoder("latin1").decode(edited(file, await inspectHeif(memorySource(file))));
  assert(!text.slice(0, text.indexOf("mdat")).includes("PLACE"));
  assert(!text.includes("SecretXml") && !text.includes("SecretData"));
});

const UNCERTAIN: [what: string, file: Uint8Array][] = [
  ["an item made of others", heic({ construction: 2 })],
  ["an item beyond the end", heic({ length: 1_000_000 })],
  ["an item of the rest of the file", heic({ length: 0 })],
  ["an item without a place", heic({ items: 2 })],
  ["no items", bytes(FTYP, full("meta"), box("mdat"))],
  ["no list of items", bytes(FTYP, box("mdat"))],
  ["nothing", new Uint8Array()],
];

for (const [what, file] of UNCERTAIN) {
  Deno.test(`not certain to be clean: ${what}`, async () => {
    await assert.rejects(inspectHeif(memorySource(file)), BoxError);
  });
}

Deno.test("whatever is changed in a HEIC, reading it ends with edits or a BoxError", async () => {
  const original = heic();
  const change = fc.record({
    at: fc.nat(original.length - 1),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
      fc.constant(Uint8Array.of(255, 255, 255, 255)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
      const file = original.slice();
      for (const { at, bytes } of changes) if (at + bytes.length <= file.length) file.set(bytes, at);
      const edits = await inspectHeif(memorySource(file)).catch((error) => {
        if (!(error instanceof BoxError)) throw error;
        return [];
      });
      edited(file, edits);
    }),
    { numRuns: 1500 },
  );
});
