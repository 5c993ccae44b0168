import assert from "node:assert/strict";
import type { ErrorCode } from "@/lib/protocol/errors.ts";
import { assertRefused } from "@/tests/support/world.ts";
import { type Patience, readMultipart } from "./multipart.ts";

interface Taken {
  readonly fields: Record<string, string>;
  readonly files: { field: string; name: string; size: number }[];
  /** Bytes of files that ended before their end. */
  broken: number;
}

/** Reads a request, keeping sizes alone. */
function reader({ maxFiles = 3, maxTotal = 1_000_000, patience, refuse }: {
  maxFiles?: number;
  maxTotal?: number;
  patience?: Patience;
  /** Thrown once a file is longer than so many bytes. */
  refuse?: { after: number; error: Error };
} = {}) {
  const taken: Taken = { fields: {}, files: [], broken: 0 };
  const read = (request: Request) =>
    readMultipart(request, {
      ...{ maxFiles, maxTotal, max_mb: 1, patience },
      onField: (name, value) => void (taken.fields[name] = value),
      async onFile({ field, name, chunks }) {
        let size = 0;
        try {
          for await (const chunk of chunks) {
            size += chunk.length;
            if (refuse && size > refuse.after) throw refuse.error;
          }
        } catch (error) {
          taken.broken++;
          throw error;
        }
        taken.files.push({ field, name, size });
      },
    });
  return { taken, read };
}

const BOUNDARY = "a-boundary";
const part = (head: string, body = "") =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
const END = `--${BOUNDARY}--\r\n`;

function post(body: BodyInit, type = `multipart/form-data; boundary=${BOUNDARY}`, headers = {}): Request {
  return new Request("http://peyk.test/", {
    method: "POST",
    body,
    headers: { "content-type": type, ...headers },
  });
}

Deno.test("fields and files come as they stand, whatever script their names are in", async () => {
  const form = new FormData();
  form.append("content", "سلام");
  form.append("file", new File([new Uint8Array(200_000)], "عکس من.png"));
  form.append("file", new File(["x"], "b.png"));
  const { taken, read } = reader();
  await read(new Request("http://peyk.test/", { method: "POST", body: form }));
  assert.deepEqual(taken.fields, { content: "سلام" });
  assert.deepEqual(taken.files, [
    { field: "file", name: "عکس من.png", size: 200_000 },
    { field: "file", name: "b.png", size: 1 },
  ]);
});

const file = (name: string, body = "x") => part(`name="file"; filename="${name}"`, body);

const REFUSED: [what: string, request: () => Request, code: ErrorCode][] = [
  ["JSON", () => post("{}", "application/json"), "unsupported_media_type"],
  ["no boundary", () => post("x", "multipart/form-data; charset=utf-8"), "invalid_body"],
  ["no body", () => new Request("http://peyk.test/", { method: "POST" }), "unsupported_media_type"],
  ["what is no multipart", () => post("hello"), "upload_incomplete"],
  [
    "a body without its end",
    () => post(file("a.png") + part(`name="file"; filename="b.png"`, "half")),
    "upload_incomplete",
  ],
  ["too many files", () => post(["a", "b", "c", "d"].map((n) => file(n)).join("") + END), "too_many_files"],
  ["a field of megabytes", () => post(part('name="content"', "x".repeat(100_000)) + END), "invalid_body"],
  ["a thousand fields", () => post(part('name="a"', "x").repeat(1000) + END), "invalid_body"],
  ["more than it may have", () => post(file("a.png", "x".repeat(1_100_000)) + END), "payload_too_large"],
  [
    "a claim of more",
    () => post(file("a.png") + END, undefined, { "content-length": "5000000" }),
    "payload_too_large",
  ],
];

for (const [what, request, code] of REFUSED) {
  Deno.test(`refused: ${what}`, async () => {
    await assertRefused(reader().read(request()), code);
  });
}

Deno.test("who takes a file can end it, and the rest is left unread", async () => {
  let pulled = 0;
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      const head = pulled++ === 0 ? part('name="file"; filename="a.png"').slice(0, -2) : "";
      controller.enqueue(new TextEncoder().encode(head + "x".repeat(10_000)));
    },
    cancel: () => void (cancelled = true),
  });
  const error = new TypeError("enough");
  const { taken, read } = reader({ maxTotal: Infinity, refuse: { after: 50_000, error } });
  await assertRefused(read(post(endless)), "upload_incomplete");
  assert(pulled < 60, `${pulled} pieces were asked for`);
  assert(cancelled);
  assert.equal(taken.broken, 1);
});

Deno.test("a client that sends nothing more, or too slowly, is not waited for", async () => {
  const silent = () => {
    let begun = false;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (begun) return new Promise(() => {});
        begun = true;
        controller.enqueue(new TextEncoder().encode(part('name="file"; filename="a.png"', "some")));
      },
    });
  };
  const first = reader({ patience: { stall: 30, total: 10_000 } });
  await assertRefused(first.read(post(silent())), "request_timeout");
  assert.equal(first.taken.broken, 1, "who took the file was told");

  let timer: ReturnType<typeof setTimeout> | undefined;
  const dripping = new ReadableStream<Uint8Array>({
    pull(controller) {
      return new Promise((resolve) => {
        timer = setTimeout(() => {
          controller.enqueue(new TextEncoder().encode(part('name="a"', "x")));
          resolve();
        }, 10);
      });
    },
  });
  await assertRefused(
    reader({ patience: { stall: 5000, total: 60 } }).read(post(dripping)),
    "request_timeout",
  );
  clearTimeout(timer);
});
