import assert from "node:assert/strict";
import { temporaryDirectory } from "@/db/testing/database.ts";
import { createHeicDecoder } from "./heic.ts";

const LOCATED = new URL("./testdata/located.heic", import.meta.url);

Deno.test("a HEIC is decoded, upright and whole", async () => {
  const pixels = await createHeicDecoder().decode(LOCATED.pathname);
  assert(pixels);
  assert.deepEqual([pixels.width, pixels.height, pixels.data.length], [64, 48, 64 * 48 * 4]);
  assert(pixels.data[0]! > 180 && pixels.data[1]! > 160);
});

Deno.test("what cannot be decoded, is too large or takes too long gives no picture, and nothing else happens", async () => {
  using directory = temporaryDirectory();
  const path = `${directory.path}/file`;
  const bytes = await Deno.readFile(LOCATED);
  const decoder = createHeicDecoder();
  await Deno.writeFile(path, bytes.subarray(0, 600));
  assert.equal(await decoder.decode(path), null);
  await Deno.writeTextFile(path, "no picture at all");
  assert.equal(await decoder.decode(path), null);
  const huge = bytes.slice();
  const at = new TextDecoder("latin1").decode(huge).indexOf("ispe");
  new DataView(huge.buffer).setUint32(at + 8, 30_000);
  new DataView(huge.buffer).setUint32(at + 12, 30_000);
  await Deno.writeFile(path, huge);
  assert.equal(await decoder.decode(path), null);
  assert.equal(await createHeicDecoder({ timeout: 0 }).decode(LOCATED.pathname), null);
  assert(await decoder.decode(LOCATED.pathname), "the next one is decoded");
});
