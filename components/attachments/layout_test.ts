import assert from "node:assert/strict";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { describe, kindOf, roomFor, summary } from "./layout.ts";

const photo = { type: "image/jpeg", thumbnail: "/files/1/thumbnail" };
const video = { type: "video/mp4", thumbnail: null };

Deno.test("what nothing can show is a file to have", () => {
  assert.equal(kindOf(photo), "photo");
  assert.equal(kindOf({ type: "image/heic", thumbnail: "/files/1/thumbnail" }), "photo");
  assert.equal(kindOf({ type: "image/heic", thumbnail: null }), "file");
  assert.equal(kindOf({ type: "image/svg+xml", thumbnail: null }), "file");
  assert.equal(kindOf(video), "video");
  assert.equal(kindOf({ type: "application/pdf", thumbnail: null }), "file");
});

Deno.test("a picture alone has its own shape, within bounds, and is never made larger", () => {
  assert.deepEqual(roomFor({ width: 4000, height: 3000 }), { width: 400, height: 300 });
  assert.deepEqual(roomFor({ width: 1080, height: 2400 }), { width: 144, height: 320 });
  assert.deepEqual(roomFor({ width: 20, height: 30 }), { width: 20, height: 30 });
  assert.deepEqual(roomFor({ width: 9000, height: 2 }), { width: 400, height: 1 });
  assert.deepEqual(roomFor({ width: null, height: null }), { width: 320, height: 240 });
});

Deno.test("where there is room for words alone, a message without any says what it consists of", () => {
  const [en, fa] = [chatText("en"), chatText("fa")];
  assert.equal(describe(en, [photo]), "1 photo");
  assert.equal(describe(fa, [photo, photo, photo, photo]), "۴ عکس");
  assert.equal(describe(en, [video, video]), "2 videos");
  assert.equal(describe(en, [photo, video]), "2 files");
  assert.equal(summary(en, { content: "", attachments: [photo] }), "1 photo");
  assert.equal(summary(en, { content: "See", attachments: [photo] }), "See");
  assert.equal(summary(en, { content: "", attachments: [] }), "");
});
