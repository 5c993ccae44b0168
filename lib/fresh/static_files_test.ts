import assert from "node:assert/strict";
import { App, type Snapshot, staticFiles } from "fresh";
import { pickEncoding } from "./static_files.ts";

const TEXT = "body { color: red }";

async function site(basePath = "") {
  const dir = await Deno.makeTempDir();
  await Deno.writeTextFile(`${dir}/a-1.css`, TEXT);
  await Deno.writeTextFile(`${dir}/a-1.css.br`, "brotli");
  await Deno.writeTextFile(`${dir}/a-1.css.gz`, "gzip");
  const file = {
    file: "a-1.css",
    type: "text/css",
    etag: `"1"`,
    encodings: ["br", "gzip"] as ("br" | "gzip")[],
  };
  const snapshot: Snapshot = {
    staticDir: dir,
    routes: [],
    islands: [],
    manifest: {
      version: "1",
      boot: { url: "", imports: [] },
      reload: null,
      islands: {},
      stylesheets: [],
      assets: {},
      files: {
        "/_fresh/a-1.css": { ...file, immutable: true },
        "/a.css": { ...file, immutable: false },
        "/sound.mp3": { ...file, encodings: [], type: "audio/mpeg", immutable: false },
        "/gone.css": { ...file, file: "gone.css", encodings: [], immutable: true },
      },
    },
  };
  const handler = new App({ snapshot, basePath }).use(staticFiles()).get("/page", (ctx) => ctx.text("page"))
    .handler();
  return {
    get: (path: string, headers: Record<string, string> = {}, method = "GET") =>
      handler(new Request(`http://site.test${path}`, { method, headers })),
    [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }),
  };
}

Deno.test("hashed files may be kept for ever, others must be asked about", async () => {
  await using files = await site();
  const hashed = await files.get("/_fresh/a-1.css");
  assert.equal(await hashed.text(), TEXT);
  assert.equal(hashed.headers.get("content-type"), "text/css");
  assert.equal(hashed.headers.get("cache-control"), "public, max-age=31536000, immutable");
  assert.equal(hashed.headers.get("x-content-type-options"), "nosniff");
  const plain = await files.get("/a.css");
  assert.equal(await plain.text(), TEXT);
  assert.equal(plain.headers.get("cache-control"), "public, no-cache");
});

Deno.test("what lies there compressed is sent compressed to who takes it", async () => {
  await using files = await site();
  const brotli = await files.get("/a.css", { "accept-encoding": "gzip, deflate, br" });
  assert.equal(await brotli.text(), "brotli");
  assert.equal(brotli.headers.get("content-encoding"), "br");
  assert.equal(brotli.headers.get("vary"), "accept-encoding");
  assert.equal(await (await files.get("/a.css", { "accept-encoding": "gzip" })).text(), "gzip");
  const plain = await files.get("/a.css", { "accept-encoding": "identity" });
  assert.equal(await plain.text(), TEXT);
  assert.equal(plain.headers.get("content-encoding"), null);
  assert.equal(plain.headers.get("vary"), "accept-encoding");
  // Different bytes, different validators.
  assert.notEqual(plain.headers.get("etag"), brotli.headers.get("etag"));
});

Deno.test("picks no encoding that is refused or unknown", () => {
  const both: ("br" | "gzip")[] = ["br", "gzip"];
  assert.equal(pickEncoding("br;q=0, gzip;q=0.5", both), "gzip");
  assert.equal(pickEncoding("BR", both), "br");
  assert.equal(pickEncoding("br;q=0.000", ["br"]), null);
  assert.equal(pickEncoding("zstd, brotli", both), null);
  assert.equal(pickEncoding(null, both), null);
  assert.equal(pickEncoding("br", []), null);
});

Deno.test("answers 304 to who has it", async () => {
  await using files = await site();
  const { headers } = await files.get("/a.css");
  for (const value of [headers.get("etag")!, `"x", W/${headers.get("etag")}`]) {
    const again = await files.get("/a.css", { "if-none-match": value });
    assert.deepEqual([again.status, await again.text()], [304, ""]);
  }
  assert.equal((await files.get("/a.css", { "if-none-match": `"x"` })).status, 200);
});

Deno.test("HEAD sends no body, other methods are refused, other paths go on", async () => {
  await using files = await site();
  const head = await files.get("/a.css", {}, "HEAD");
  assert.deepEqual([head.status, await head.text(), head.headers.get("content-length")], [200, "", "19"]);
  assert.equal((await files.get("/a.css", {}, "POST")).status, 405);
  assert.equal(await (await files.get("/page")).text(), "page");
  for (const path of ["/__proto__", "/constructor", "/a-1.css", "/../a-1.css", "/_fresh/../a-1.css"]) {
    assert.equal((await files.get(path)).status, 404, path);
  }
});

Deno.test("a file that has gone with a later build is not found, and asked for again next time", async () => {
  await using files = await site();
  assert.equal((await files.get("/gone.css")).status, 404);
  assert.equal((await files.get("/gone.css")).status, 404);
});

Deno.test("one range of bytes, as players ask for", async () => {
  await using files = await site();
  const cases: [string, number, string, string | null][] = [
    ["bytes=0-3", 206, "body", "bytes 0-3/19"],
    ["bytes=5-", 206, TEXT.slice(5), "bytes 5-18/19"],
    ["bytes=-5", 206, TEXT.slice(-5), "bytes 14-18/19"],
    ["bytes=0-999", 206, TEXT, "bytes 0-18/19"],
    ["bytes=19-", 416, "", "bytes */19"],
    ["bytes=0-1,3-4", 200, TEXT, null],
    ["lines=1-2", 200, TEXT, null],
  ];
  for (const [range, status, body, contentRange] of cases) {
    const response = await files.get("/sound.mp3", { range });
    assert.deepEqual([response.status, await response.text(), response.headers.get("content-range")], [
      status,
      body,
      contentRange,
    ], range);
  }
});

Deno.test("below a base path", async () => {
  await using files = await site("/chat");
  assert.equal(await (await files.get("/chat/a.css")).text(), TEXT);
  assert.equal((await files.get("/a.css")).status, 404);
  assert.equal((await files.get("/zzzz/a.css")).status, 404);
});

Deno.test("a part of what has changed meanwhile is answered by the whole", async () => {
  await using files = await site();
  const { headers } = await files.get("/a.css");
  const part = await files.get("/a.css", { range: "bytes=0-3", "if-range": headers.get("etag")! });
  assert.deepEqual([part.status, (await part.text()).length], [206, 4]);
  for (const stale of [`"x"`, `W/${headers.get("etag")}`, "Fri, 20 Nov 2026 12:00:00 GMT"]) {
    const whole = await files.get("/a.css", { range: "bytes=0-3", "if-range": stale });
    assert.deepEqual([whole.status, await whole.text()], [200, TEXT], stale);
  }
});
