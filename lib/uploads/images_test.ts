import assert from "node:assert/strict";
import sharp from "sharp";
import { temporaryDirectory } from "@/db/testing/database.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { bombs } from "@/tests/support/bombs.ts";
import { assertRefused } from "@/tests/support/world.ts";
import { createImages } from "./images.ts";
import { detect, HEAD_BYTES } from "./media_types.ts";

const MB = 1_000_000;

Deno.test("bombs in every format are refused, or defused, in little memory", async (t) => {
  using directory = temporaryDirectory();
  const [input, output] = [`${directory.path}/in`, `${directory.path}/out`];
  const images = createImages();
  for (const { name, bytes } of await bombs()) {
    await t.step(name, async () => {
      await Deno.writeFile(input, bytes);
      const { type } = await detect(bytes.subarray(0, HEAD_BYTES), name);
      const { grown, outcome } = await watched(() => images.reencode(input, type, output));
      assert(grown < 150 * MB, `${Math.round(grown / MB)} MB`);
      if (outcome instanceof Error) {
        assert(outcome instanceof AppError, outcome.stack);
        assert(["image_too_large", "file_broken"].includes(outcome.code), outcome.code);
        assert(outcome.status < 500);
      } else assert.deepEqual(outcome, { width: 100, height: 100 }, "more data than pixels is passed over");
    });
  }
});

Deno.test("SVG is not even opened", async () => {
  using directory = temporaryDirectory();
  const path = `${directory.path}/a.svg`;
  await Deno.writeTextFile(path, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await assertRefused(createImages().reencode(path, "image/png", `${path}.png`), "file_broken");
});

Deno.test("a colour profile is applied and dropped", async () => {
  using directory = temporaryDirectory();
  const [input, output] = [`${directory.path}/in`, `${directory.path}/out`];
  const red = sharp({ create: { width: 32, height: 32, channels: 3, background: { r: 200, g: 30, b: 30 } } });
  await red.withIccProfile("p3").jpeg({ quality: 100 }).toFile(input);
  assert((await sharp(input).metadata()).icc);
  await createImages().reencode(input, "image/jpeg", output);
  const meta = await sharp(output).metadata();
  assert.equal(meta.icc, undefined);
  const [r, g] = await sharp(output).extract({ left: 16, top: 16, width: 1, height: 1 }).raw().toBuffer();
  assert(Math.abs(r! - 200) < 12 && Math.abs(g! - 30) < 16, `${r} ${g}: it looks the same`);
});

Deno.test("beyond the line of waiting pictures the next is refused", async () => {
  using directory = temporaryDirectory();
  const path = `${directory.path}/in`;
  await sharp({ create: { width: 600, height: 600, channels: 3, background: "red" } }).png().toFile(path);
  const images = createImages({ running: 1, waiting: 2 });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, (_, i) => images.reencode(path, "image/png", `${path}${i}`)),
  );
  const refused = outcomes.filter((one) => one.status === "rejected");
  assert(refused.length >= 1 && refused.length <= 3);
  for (const { reason } of refused) assert.equal(reason.code, "unavailable");
});

/** Runs something and watches how far memory grows meanwhile. */
async function watched(work: () => Promise<unknown>): Promise<{ grown: number; outcome: unknown }> {
  const before = Deno.memoryUsage().rss;
  let peak = before;
  const look = () => void (peak = Math.max(peak, Deno.memoryUsage().rss));
  const timer = setInterval(look, 2);
  const outcome = await work().catch((error) => error);
  clearInterval(timer);
  look();
  return { grown: peak - before, outcome };
}
