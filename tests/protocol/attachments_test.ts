/** Requirements, 4: files in messages, by both calls. */
import assert from "node:assert/strict";
import { FTYP, locatedMp4 } from "../support/mp4.ts";
import { download, pixels, png, upload } from "../support/upload.ts";
import { direct, withTarget } from "./target.ts";

const test = withTarget();

const ATTACHMENT = [
  "id",
  "message",
  "file",
  "uploaded_at",
  "name",
  "size",
  "type",
  "width",
  "height",
  "thumbnail",
];
/** Ten megabytes, as the contract counts them. */
const MOST = 10_485_760;

const picture = { name: "a.png", bytes: await png(16, 16) };
const image = async (format: "jpeg" | "webp" | "gif" | "avif") =>
  new Uint8Array(await pixels().toFormat(format).toBuffer());

/** The nine endings, each on a file that is one. */
const FORMATS: Record<string, [bytes: () => Promise<Uint8Array> | Uint8Array, type: RegExp]> = {
  ".jpg": [() => image("jpeg"), /^image\/jpeg$/],
  ".jpeg": [() => image("jpeg"), /^image\/jpeg$/],
  ".png": [() => png(), /^image\/png$/],
  ".mp4": [locatedMp4, /^video\/mp4$/],
  ".mov": [locatedMp4, /^video\/(mp4|quicktime)$/],
  ".webp": [() => image("webp"), /^image\/webp$/],
  ".gif": [() => image("gif"), /^image\/gif$/],
  ".heic": [
    () => Deno.readFile(new URL("../../lib/uploads/testdata/located.heic", import.meta.url)),
    /^image\/(heic|jpeg)$/,
  ],
  ".avif": [() => image("avif"), /^image\/avif$/],
};

test("each of the nine formats is added to one's own message: 201 and the Attachment", async (target) => {
  const { leila, arash } = target;
  const { id, conversation } = await direct(target);
  const path = `/api/conversations/${conversation}/messages/${id}/attachments/`;
  for (const [ending, [bytes, type]] of Object.entries(FORMATS)) {
    const { status, body } = await upload(leila, path, [{ name: `photo${ending}`, bytes: await bytes() }]);
    assert.equal(status, 201, `${ending}: ${JSON.stringify(body)}`);
    for (const field of ATTACHMENT) assert(field in body, `attachment has ${field}`);
    assert.equal(body.message, id);
    assert.match(body.type, type);
    assert.match(body.uploaded_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    const fetched = await download(arash, body.file);
    assert.deepEqual([fetched.status, fetched.bytes.length], [200, body.size]);
  }
  const { body } = await arash.get(`/api/messages/${id}/`);
  assert.equal(body.attachments.length, 9);
});

test("other formats are 415, whatever they are called", async (target) => {
  const { id, conversation } = await direct(target);
  const path = `/api/conversations/${conversation}/messages/${id}/attachments/`;
  const text = new TextEncoder();
  for (
    const [name, content] of [
      ["a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      ["a.html", "<!doctype html><script>alert(1)</script>"],
      ["a.png", "<!doctype html><script>alert(1)</script>"],
      ["a.txt", "words"],
      ["a.pdf", "%PDF-1.7\n"],
    ] as const
  ) {
    const { status, body } = await upload(target.leila, path, [{ name, bytes: text.encode(content) }]);
    assert.deepEqual([status, typeof body.detail], [415, "string"], name);
  }
  const disguised = await upload(target.leila, path, [{ name: "a.svg", bytes: picture.bytes }]);
  assert.equal(disguised.status, 415, "the name must agree");
  assert.deepEqual((await target.leila.get(`/api/messages/${id}/`)).body.attachments, []);
});

test("10,485,760 bytes are taken, and not one more: 413", async (target) => {
  const { id, conversation } = await direct(target);
  const path = `/api/conversations/${conversation}/messages/${id}/attachments/`;
  const over = await upload(target.leila, path, [{ name: "v.mp4", bytes: videoOf(MOST + 1) }]);
  assert.deepEqual([over.status, typeof over.body.detail], [413, "string"]);
  const exact = await upload(target.leila, path, [{ name: "v.mp4", bytes: videoOf(MOST) }]);
  assert.deepEqual([exact.status, exact.body.size], [201, MOST]);
});

/** A video of so many bytes: a box of free space fills it. */
function videoOf(size: number): Uint8Array {
  const video = locatedMp4();
  const bytes = new Uint8Array(size);
  bytes.set(video);
  new DataView(bytes.buffer).setUint32(video.length, size - video.length);
  bytes.set(new TextEncoder().encode("free"), video.length + 4);
  assert(bytes.length > FTYP.length);
  return bytes;
}

test("an attachment raises the version and is told as message_edited, with text and is_edited as they were", async (target) => {
  const { leila, arash } = target;
  const sent = await direct(target, "look");
  const flat = await arash.socket(`/ws/chat/${sent.conversation}/`);
  const wide = await arash.socket();
  await wide.ask({ type: "chat:join", conversation_id: sent.conversation });
  const path = `/api/conversations/${sent.conversation}/messages/${sent.id}/attachments/`;
  const { body: attachment } = await upload(leila, path, [picture]);
  assert.deepEqual(await flat.next(), { type: "message_edited", message: { id: sent.id, content: "look" } });
  const { message } = await wide.next((frame) => frame.type === "chat:edit");
  const { body } = await arash.get(`/api/messages/${sent.id}/`);
  assert.deepEqual(body, message);
  assert.deepEqual([body.content, body.is_edited, body.attachments], ["look", false, [attachment]]);
  assert(body.version > sent.version);
  assert.equal(body.seq, sent.seq);
  await Promise.all([flat.close(), wide.close()]);
});

test("the same Idempotency-Key adds one file, also when both come at once", async (target) => {
  const { leila } = target;
  const { id, conversation } = await direct(target);
  const path = `/api/conversations/${conversation}/messages/${id}/attachments/`;
  const more = { headers: { "idempotency-key": crypto.randomUUID() } };
  const [first, beside] = await Promise.all([
    upload(leila, path, [picture], {}, more),
    upload(leila, path, [picture], {}, more),
  ]);
  const again = await upload(leila, path, [picture], {}, more);
  for (const { status, body } of [beside, again]) assert.deepEqual([status, body], [201, first.body]);
  assert.equal((await leila.get(`/api/messages/${id}/`)).body.attachments.length, 1);
});

test("only one's own message takes one's file: 403 for a participant, 404 for others and elsewhere", async (target) => {
  const { leila, arash, outsider, anybody } = target;
  const { id, conversation } = await direct(target);
  const path = `/api/conversations/${conversation}/messages/${id}/attachments/`;
  assert.equal((await upload(arash, path, [picture])).status, 403);
  assert.equal((await upload(outsider, path, [picture])).status, 404);
  assert.equal((await upload(anybody(), path, [picture])).status, 401);
  const { body: elsewhere } = await leila.post("/api/messages", { content: "x" });
  const wrong = `/api/conversations/${elsewhere.conversation}/messages/${id}/attachments/`;
  assert.equal((await upload(leila, wrong, [picture])).status, 404);
  await leila.delete(`/api/messages/${id}/`);
  assert.equal((await upload(leila, path, [picture])).status, 404, "what is deleted takes none");
});

test("what is no upload of a file is 400 or 415, in words", async (target) => {
  const { leila } = target;
  const { id, conversation } = await direct(target);
  for (
    const path of [
      `/api/conversations/${conversation}/messages/${id}/attachments/`,
      "/api/messages/upload",
    ]
  ) {
    const none = await upload(leila, path, []);
    assert.deepEqual([none.status, typeof none.body.detail], [400, "string"]);
    const json = await leila.post(path, { file: "x" });
    assert.deepEqual([json.status, typeof json.body.detail], [415, "string"]);
  }
});

test("upload sends an image as one message, with or without text, into the global room unless told otherwise", async (target) => {
  const { leila, arash } = target;
  const { body: square } = await leila.post("/api/messages", { content: "x" });
  const plain = await upload(leila, "/api/messages/upload", [picture]);
  assert.equal(plain.status, 201);
  assert.deepEqual([plain.body.conversation, plain.body.content, plain.body.attachments.length], [
    square.conversation,
    "",
    1,
  ]);
  const { conversation } = await direct(target);
  const flat = await arash.socket(`/ws/chat/${conversation}/`);
  const there = await upload(leila, "/api/messages/upload/", [picture], {
    content: "with a word",
    conversation_id: conversation,
  });
  assert.deepEqual([there.body.conversation, there.body.content], [conversation, "with a word"]);
  const { message } = await flat.next();
  assert.deepEqual(Object.keys(message).sort(), ["content", "id", "sender", "timestamp"], "no attachments");
  const { body: fetched } = await arash.get(`/api/messages/${message.id}/`);
  assert.deepEqual(fetched, there.body, "which the client fetches");
  for (const field of ATTACHMENT) assert(field in fetched.attachments[0], field);
  await flat.close();
  const foreign = await upload(target.outsider, "/api/messages/upload", [picture], {
    conversation_id: conversation,
  });
  assert.equal(foreign.status, 404);
});

test("upload with the same client_id, or Idempotency-Key, gives the first message and creates nothing", async (target) => {
  const { leila } = target;
  const { conversation } = await direct(target);
  const count = async () => (await leila.get(`/api/conversations/${conversation}/messages/`)).body.count;
  const before = await count();
  const fields = { conversation_id: conversation, client_id: crypto.randomUUID() };
  const first = await upload(leila, "/api/messages/upload", [picture], fields);
  const again = await upload(leila, "/api/messages/upload", [picture], fields);
  assert.deepEqual([again.status, again.body.id], [201, first.body.id]);
  const keyed = { headers: { "idempotency-key": crypto.randomUUID() } };
  const place = { conversation_id: conversation };
  const [one, two] = await Promise.all([
    upload(leila, "/api/messages/upload", [picture], place, keyed),
    upload(leila, "/api/messages/upload", [picture], place, keyed),
  ]);
  assert.equal(one.body.id, two.body.id);
  assert.equal(await count(), before + 2);
});
