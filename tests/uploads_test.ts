/** Files on the real server: sent, made safe to show, seen by those who may, gone when they should be. */
import assert from "node:assert/strict";
import sharp from "sharp";
import { startServer } from "./support/server.ts";
import { locatedMp4 } from "./support/mp4.ts";
import { download, holds, locatedJpeg, pixels, png, upload } from "./support/upload.ts";

const server = await startServer();
const leila = await server.person("leila");
const arash = await server.person("arash");
const global_id = await server.app.chat.conversations.globalId({
  ...{
    id: leila.me.id,
    kind: "member",
    workspace_id: leila.me.workspace.id,
    role: "member",
    session_id: null,
  },
});

const TEST_DATA = new URL("../lib/uploads/testdata/", import.meta.url);

Deno.test("a located picture comes out upright and says nothing of its maker, by both doors", async (t) => {
  const bytes = await locatedJpeg();
  for (const secret of ["Exif", "SecretMaker", "SecretModel", "SecretCreator"]) {
    assert(holds(bytes, secret), `the test's own picture has ${secret}`);
  }
  const sent = await upload(leila, "/api/messages/upload", [{ name: "IMG_1.JPG", bytes }], {
    content: "سلام",
  });
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  const plain = await arash.post("/api/messages/", { content: "later a picture" });
  const added = await upload(
    arash,
    `/api/conversations/${plain.body.conversation}/messages/${plain.body.id}/attachments/`,
    [{ name: "IMG_1.jpeg", bytes }],
  );
  assert.equal(added.status, 201, JSON.stringify(added.body));
  assert.equal(sent.body.content, "سلام");
  assert.equal(sent.body.attachments.length, 1);
  for (const attachment of [sent.body.attachments[0], added.body]) {
    await t.step(attachment.name, async () => {
      assert.deepEqual([attachment.width, attachment.height], [48, 64], "turned by a quarter");
      assert.equal(attachment.type, "image/jpeg");
      const { status, bytes: got, headers } = await download(arash, attachment.file);
      assert.equal(status, 200);
      assert.equal(got.length, attachment.size);
      for (const secret of ["Exif", "SecretMaker", "SecretModel", "SecretCreator", "http://ns.adobe.com"]) {
        assert(!holds(got, secret), secret);
      }
      const meta = await sharp(got).metadata();
      assert.equal(meta.exif, undefined);
      assert.equal(meta.xmp, undefined);
      assert.equal(meta.orientation, undefined);
      assert.deepEqual([meta.width, meta.height], [48, 64]);
      // The upper left quarter, red and green, came to the upper right.
      const { data } = await sharp(got).extract({ left: 40, top: 5, width: 1, height: 1 }).raw()
        .toBuffer({ resolveWithObject: true });
      assert(data[0]! > 180 && data[1]! > 180, `turned the right way: ${[...data]}`);
      const small = await download(arash, attachment.thumbnail);
      assert.equal(small.headers.get("content-type"), "image/webp");
      assert(!holds(small.bytes, "Secret"));
      assert.equal(headers.get("content-type"), "image/jpeg");
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.equal(headers.get("content-security-policy"), "default-src 'none'; sandbox");
      assert.equal(headers.get("cross-origin-resource-policy"), "same-origin");
      assert.equal(headers.get("cache-control"), "private, no-cache");
      assert.match(headers.get("content-disposition")!, /^inline; filename="IMG_1/);
    });
  }
});

Deno.test("several files are one message, told once and complete, whatever they are called", async () => {
  const socket = await arash.socket();
  await socket.ask({ type: "chat:join", conversation_id: global_id });
  const flat = await arash.socket(`/ws/chat/${global_id}/`);
  const bytes = await png();
  const name = "عکس «من» و گربه.png";
  const sent = await upload(leila, "/api/messages/upload", [
    { name, bytes },
    { name: "../../etc/passwd\u202egnp.png", bytes },
    { name: "c.png", bytes, field: "files" },
  ], { client_id: "album-1", conversation_id: global_id });
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  assert.equal(sent.body.content, "", "a picture needs no words");
  const names = sent.body.attachments.map((one: { name: string }) => one.name);
  assert.deepEqual(names, [name, "passwd gnp.png", "c.png"]);
  const told = await socket.next((frame) => frame.type === "chat:message");
  assert.deepEqual(told.message, sent.body);
  assert.deepEqual(await flat.next((frame) => frame.type === "new_message"), {
    type: "new_message",
    message: {
      ...{ id: sent.body.id, content: "", timestamp: sent.body.timestamp },
      sender: { id: leila.me.id, username: "leila", profile_picture: null },
    },
  });
  const got = await download(arash, sent.body.attachments[0].file);
  assert.equal(got.status, 200);
  assert.match(got.headers.get("content-disposition")!, /filename\*=UTF-8''%D8%B9%DA%A9%D8%B3/);
  assert.deepEqual((await arash.get(`/api/messages/${sent.body.id}/`)).body, sent.body);
  const history = await arash.get("/api/messages");
  assert.deepEqual(history.body.results[0], sent.body);

  const again = await upload(leila, "/api/messages/upload", [{ name: "d.png", bytes }], {
    client_id: "album-1",
  });
  assert.equal(again.status, 201);
  assert.deepEqual(again.body, sent.body, "the same client_id again is the same message");
  assert.equal(await filesKept(), await rowsKept(), "the file of the repetition is gone");
  await socket.close();
  await flat.close();
});

Deno.test("a file added later raises the version and is told as an edit that changed no word", async () => {
  const socket = await arash.socket();
  await socket.ask({ type: "chat:join", conversation_id: global_id });
  const flat = await arash.socket(`/ws/chat/${global_id}/`);
  const { body: message } = await leila.post("/api/messages/", { content: "look" });
  const path = `/api/conversations/${global_id}/messages/${message.id}/attachments/`;
  const key = { headers: { "idempotency-key": "first" } };
  const added = await upload(leila, path, [{ name: "a.png", bytes: await png() }], {}, key);
  assert.equal(added.status, 201, JSON.stringify(added.body));
  assert.deepEqual(Object.keys(added.body).sort(), [
    ...["file", "height", "id", "message", "name", "size", "thumbnail", "type", "uploaded_at", "width"],
  ]);
  assert.equal(added.body.message, message.id);
  const told = await socket.next((frame) => frame.type === "chat:edit");
  assert.equal(told.message.content, "look");
  assert.equal(told.message.is_edited, false);
  assert(told.message.version > message.version);
  assert.deepEqual(told.message.attachments, [added.body]);
  assert.deepEqual(await flat.next((frame) => frame.type === "message_edited"), {
    ...{ type: "message_edited", message: { id: message.id, content: "look" } },
  });
  const joined = await socket.ask({
    ...{ type: "chat:join", conversation_id: global_id, after_version: message.version },
  });
  assert.deepEqual(joined.changes.at(-1).attachments, [added.body], "who was away gets it");

  const again = await upload(leila, path, [{ name: "b.png", bytes: await png() }], {}, key);
  assert.equal(again.status, 201);
  assert.deepEqual(again.body, added.body, "the same key again adds nothing");
  const edited = await leila.put(`/api/messages/${message.id}/`, { content: "" });
  assert.equal(edited.status, 200, "beside a file the words may go");
  assert.equal(edited.body.attachments.length, 1);
  const { body: bare } = await leila.post("/api/messages/", { content: "words alone" });
  assert.equal((await leila.put(`/api/messages/${bare.id}/`, { content: " " })).body.code, "content_empty");
  await socket.close();
  await flat.close();
});

Deno.test("ten files a message, and no more", async () => {
  const bytes = await png(8, 8);
  const files = Array.from({ length: 11 }, (_, i) => ({ name: `${i}.png`, bytes }));
  const eleven = await upload(leila, "/api/messages/upload", files);
  assert.deepEqual([eleven.status, eleven.body.code], [400, "too_many_files"]);
  const ten = await upload(leila, "/api/messages/upload", files.slice(0, 10));
  assert.equal(ten.body.attachments.length, 10);
  const path = `/api/conversations/${global_id}/messages/${ten.body.id}/attachments/`;
  const more = await upload(leila, path, files.slice(0, 1));
  assert.deepEqual([more.status, more.body.code], [400, "too_many_files"]);
});

Deno.test("what is no picture or video is refused, whatever it is called", async (t) => {
  const text = new TextEncoder();
  const jpeg = new Uint8Array(await pixels().jpeg().toBuffer());
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const cases: [what: string, name: string, bytes: Uint8Array, status: number, code: string][] = [
    ["text called .png", "a.png", text.encode("just text"), 415, "file_type_unsupported"],
    [
      "a page called .jpg",
      "a.jpg",
      text.encode("<!doctype html><script>1</script>"),
      415,
      "file_type_unsupported",
    ],
    ["an SVG called .png", "a.png", text.encode(svg), 415, "file_type_unsupported"],
    ["an SVG", "a.svg", text.encode(svg), 415, "file_type_unsupported"],
    ["a PDF", "a.pdf", text.encode("%PDF-1.7\n1 0 obj"), 415, "file_type_unsupported"],
    ["a JPEG called .png", "a.png", jpeg, 415, "file_type_unsupported"],
    ["a JPEG called .html", "a.html", jpeg, 415, "file_type_unsupported"],
    ["a JPEG called nothing", "a", jpeg, 415, "file_type_unsupported"],
    ["an empty file", "a.png", new Uint8Array(), 415, "file_type_unsupported"],
    ["a JPEG that breaks off", "a.jpg", (await locatedJpeg()).subarray(0, 400), 400, "file_broken"],
    ["a PNG that breaks off", "a.png", (await png(300, 300)).subarray(0, 300), 400, "file_broken"],
    [
      "an MP4 of nothing but its first box",
      "a.mp4",
      text.encode("\0\0\0\x18ftypisom\0\0\0\0isommp41"),
      400,
      "file_broken",
    ],
  ];
  for (const [what, name, bytes, status, code] of cases) {
    await t.step(what, async () => {
      const answer = await upload(leila, "/api/messages/upload", [{ name, bytes, type: "image/png" }]);
      assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(answer.body));
      assert(answer.body.detail.length > 20);
    });
  }
  assert.equal(await temporaryFiles(), 0);
  assert.equal(await filesKept(), await rowsKept());
});

Deno.test("a polyglot loses what it hid", async () => {
  const gif = new Uint8Array(await pixels().gif().toBuffer());
  const bytes = new Uint8Array([...gif, ...new TextEncoder().encode("<script>alert(1)</script>")]);
  const { body } = await upload(leila, "/api/messages/upload", [{ name: "a.gif", bytes }]);
  const got = await download(arash, body.attachments[0].file);
  assert.equal(got.status, 200);
  assert(!holds(got.bytes, "<script>"));
});

Deno.test("an animation stays one, and its thumbnail stands still", async () => {
  const frames = await Promise.all(
    [0, 1, 2].map((n) =>
      sharp({ create: { width: 20, height: 10, channels: 3, background: { r: n * 100, g: 0, b: 0 } } }).png()
        .toBuffer()
    ),
  );
  for (const format of ["gif", "webp"] as const) {
    const joined = sharp(frames, { join: { animated: true } });
    const bytes = new Uint8Array(
      await (format === "gif" ? joined.gif({ delay: [70, 80, 90] }) : joined.webp({ delay: [70, 80, 90] }))
        .toBuffer(),
    );
    const { body } = await upload(leila, "/api/messages/upload", [{ name: `a.${format}`, bytes }]);
    const [attachment] = body.attachments;
    assert.deepEqual([attachment.width, attachment.height], [20, 10]);
    const meta = await sharp((await download(arash, attachment.file)).bytes, { pages: -1 }).metadata();
    assert.equal(meta.pages, 3);
    assert.deepEqual(meta.delay, [70, 80, 90]);
    const small = await sharp((await download(arash, attachment.thumbnail)).bytes, { pages: -1 }).metadata();
    assert.equal(small.pages ?? 1, 1);
  }
});

Deno.test("AVIF, WebP and PNG are kept in their own format", async () => {
  for (const format of ["avif", "webp", "png"] as const) {
    const bytes = new Uint8Array(await pixels().toFormat(format).toBuffer());
    const { body, status } = await upload(leila, "/api/messages/upload", [{ name: `a.${format}`, bytes }]);
    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body.attachments[0].type, `image/${format}`);
    assert.deepEqual([body.attachments[0].width, body.attachments[0].height], [64, 48]);
  }
});

Deno.test("HEIC comes with a preview, and without its place", async () => {
  const bytes = await Deno.readFile(new URL("located.heic", TEST_DATA));
  assert(holds(bytes, "Secret camera"), "the test's own picture tells of its maker");
  const { body, status } = await upload(leila, "/api/messages/upload", [{ name: "IMG_2.HEIC", bytes }]);
  assert.equal(status, 201, JSON.stringify(body));
  const [attachment] = body.attachments;
  assert.equal(attachment.type, "image/heic");
  assert.deepEqual([attachment.width, attachment.height], [64, 48]);
  const got = await download(arash, attachment.file);
  assert.equal(got.bytes.length, bytes.length, "nothing was moved");
  assert(!holds(got.bytes, "Secret camera"));
  assert(!holds(got.bytes, "Peyk"));
  assert.match(got.headers.get("content-disposition")!, /^attachment;/);
  const small = await download(arash, attachment.thumbnail);
  const { data, info } = await sharp(small.bytes).raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [64, 48]);
  assert(data[0]! > 180 && data[1]! > 160, "the picture itself is whole");
});

Deno.test("a video plays from any place in it, and does not say where it was made", async (t) => {
  const bytes = locatedMp4();
  const secrets = ["+35.6892", "+48.8584", "Tehran", "SecretCreator", "SecretMaker", "LEFTOVER"];
  for (const secret of secrets) assert(holds(bytes, secret), `the test's own video has ${secret}`);
  const { body, status } = await upload(leila, "/api/messages/upload", [{ name: "v.mp4", bytes }]);
  assert.equal(status, 201, JSON.stringify(body));
  const [{ file, width, height, thumbnail, type }] = body.attachments;
  assert.deepEqual([width, height, thumbnail, type], [360, 640, null, "video/mp4"]);
  const whole = await download(arash, file);
  const { size } = body.attachments[0];
  assert.equal(whole.bytes.length, size);
  for (const secret of secrets) assert(!holds(whole.bytes, secret), secret);
  assert(holds(whole.bytes, "PICTURE-SAMPLES-OF-THE-VIDEO"), "what is shown is untouched");
  assert.equal(whole.headers.get("accept-ranges"), "bytes");
  const etag = whole.headers.get("etag")!;
  const ranges: [range: string, more: Record<string, string>, status: number, from: number, to: number][] = [
    ["bytes=0-9", {}, 206, 0, 10],
    ["bytes=10-", {}, 206, 10, size],
    ["bytes=-5", {}, 206, size - 5, size],
    ["bytes=-999999", {}, 206, 0, size],
    ["bytes=5-999999", {}, 206, 5, size],
    ["bytes=0-9", { "if-range": etag }, 206, 0, 10],
    ["bytes=0-9", { "if-range": '"another"' }, 200, 0, size],
    ["bytes=0-1,4-5", {}, 200, 0, size],
    ["bytes=9-3", {}, 200, 0, size],
    ["lines=0-9", {}, 200, 0, size],
  ];
  for (const [range, more, status, from, to] of ranges) {
    await t.step(`${range} ${JSON.stringify(more)}`, async () => {
      const part = await download(arash, file, { range, ...more });
      assert.equal(part.status, status);
      assert.deepEqual(part.bytes, whole.bytes.slice(from, to));
      assert.equal(part.headers.get("content-length"), String(to - from));
      assert.equal(
        part.headers.get("content-range"),
        status === 206 ? `bytes ${from}-${to - 1}/${size}` : null,
      );
    });
  }
  for (const range of [`bytes=${size}-`, "bytes=-0"]) {
    const beyond = await download(arash, file, { range });
    assert.deepEqual([beyond.status, beyond.headers.get("content-range")], [416, `bytes */${size}`]);
    assert.equal(beyond.bytes.length, 0);
  }
  const head = await download(arash, file, {}, "HEAD");
  assert.deepEqual([head.status, head.bytes.length], [200, 0]);
  assert.equal((await download(arash, file, { "if-none-match": etag })).status, 304);
  const saved = await download(arash, `${file}?download`);
  assert.match(saved.headers.get("content-disposition")!, /^attachment;/);
});

Deno.test("ten megabytes and not a byte more are added; a huge one is refused long before its end", async () => {
  const { body: message } = await leila.post("/api/messages/", { content: "large" });
  const path = `/api/conversations/${global_id}/messages/${message.id}/attachments/`;
  const mp4 = locatedMp4();
  const sized = (size: number) => {
    const bytes = new Uint8Array(size);
    bytes.set(mp4);
    // One box of free space fills the rest.
    new DataView(bytes.buffer).setUint32(mp4.length, size - mp4.length);
    bytes.set(new TextEncoder().encode("free"), mp4.length + 4);
    return bytes;
  };
  const over = await upload(leila, path, [{ name: "v.mp4", bytes: sized(10_485_761) }]);
  assert.deepEqual([over.status, over.body.code], [413, "payload_too_large"]);
  const exact = await upload(leila, path, [{ name: "v.mp4", bytes: sized(10_485_760) }]);
  assert.equal(exact.status, 201, JSON.stringify(exact.body));
  assert.equal(exact.body.size, 10_485_760);

  let sent = 0;
  const boundary = "x".repeat(30);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === 0) {
        controller.enqueue(new TextEncoder().encode(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="v.mp4"\r\n\r\n`,
        ));
      }
      sent += 65_536;
      if (sent > 200 * 1024 * 1024) controller.close();
      else controller.enqueue(new Uint8Array(65_536));
    },
  });
  const response = await fetch(server.url + path, {
    method: "POST",
    headers: {
      authorization: `Bearer ${leila.token}`,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    body,
  });
  assert.equal(response.status, 413);
  assert.match((await response.json()).detail, /۱۰|10/);
  assert(sent < 30 * 1024 * 1024, `${sent} bytes were taken`);
  assert.equal(await temporaryFiles(), 0);
});

Deno.test("what is no upload is told what it is missing", async () => {
  const json = await leila.post("/api/messages/upload", { content: "x" });
  assert.deepEqual([json.status, json.body.code], [415, "unsupported_media_type"]);
  const none = await upload(leila, "/api/messages/upload", [], { content: "x" });
  assert.deepEqual([none.status, none.body.code], [400, "file_missing"]);
  const other = await upload(leila, "/api/messages/upload", [{
    name: "a.png",
    bytes: await png(),
    field: "other",
  }]);
  assert.equal(other.body.code, "file_missing");
  const long = await upload(leila, "/api/messages/upload", [{ name: "a.png", bytes: await png() }], {
    content: "x".repeat(4001),
  });
  assert.deepEqual([long.status, long.body.code], [400, "content_too_long"]);
  const nobody = await fetch(`${server.url}/api/messages/upload`, { method: "POST", body: new FormData() });
  assert.equal(nobody.status, 401);
  await nobody.body?.cancel();
  assert.equal(await temporaryFiles(), 0);
});

Deno.test("a deleted message's files are out of reach at once, and swept away later", async () => {
  const { body } = await upload(leila, "/api/messages/upload", [{ name: "a.png", bytes: await png() }], {
    content: "soon gone",
  });
  const [{ file, thumbnail }] = body.attachments;
  assert.equal((await download(arash, file)).status, 200);
  assert.equal((await leila.delete(`/api/messages/${body.id}/`)).status, 204);
  for (const path of [file, thumbnail]) assert.equal((await download(leila, path)).status, 404);
  assert.deepEqual((await arash.get(`/api/messages/${body.id}/`)).body.attachments, []);
  const before = await filesKept();
  await server.app.uploads.sweep();
  assert.equal(await filesKept(), before - 2, "the picture and its thumbnail");
  assert.equal(await filesKept(), await rowsKept());
});

Deno.test("a profile picture is a small square that members of the workspace see", async () => {
  const bytes = new Uint8Array(await pixels(300, 200).jpeg().toBuffer());
  const set = await upload(leila, "/api/auth/me/picture", [{ name: "me.jpg", bytes }], {}, { method: "PUT" });
  assert.equal(set.status, 200, JSON.stringify(set.body));
  const first = set.body.profile_picture;
  const got = await download(arash, first);
  assert.equal(got.status, 200);
  const meta = await sharp(got.bytes).metadata();
  assert.deepEqual([meta.format, meta.width, meta.height], ["webp", 256, 256]);
  const next = await upload(leila, "/api/auth/me/picture", [{ name: "me.jpg", bytes }], {}, {
    method: "PUT",
  });
  assert.equal((await download(arash, first)).status, 404, "the old one is gone");
  assert.equal((await download(arash, next.body.profile_picture)).status, 200);
  const { body: message } = await leila.post("/api/messages/", { content: "with my face" });
  assert.equal(message.sender.profile_picture, next.body.profile_picture);
  const taken = await leila.delete("/api/auth/me/picture");
  assert.deepEqual([taken.status, taken.body.profile_picture], [200, null]);
  assert.equal((await download(arash, next.body.profile_picture)).status, 404);
  const video = await upload(leila, "/api/auth/me/picture", [{ name: "v.mp4", bytes: locatedMp4() }], {}, {
    method: "PUT",
  });
  assert.deepEqual([video.status, video.body.code], [415, "file_type_unsupported"]);
});

Deno.test("the server stops", () => server.stop());

async function temporaryFiles(): Promise<number> {
  return (await Array.fromAsync(Deno.readDir(`${server.data_dir}/uploads/temp`))).length;
}

async function filesKept(): Promise<number> {
  let count = 0;
  for await (const folder of Deno.readDir(`${server.data_dir}/uploads/files`)) {
    count += (await Array.fromAsync(Deno.readDir(`${server.data_dir}/uploads/files/${folder.name}`))).length;
  }
  return count;
}

/** Files that rows name, thumbnails counted. */
async function rowsKept(): Promise<number> {
  const row = await server.app.store.get<{ count: number }>({
    sql: "select count(*) + count(thumbnail_key) as count from files",
    parameters: [],
  });
  return row!.count;
}
