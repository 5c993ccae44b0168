import assert from "node:assert/strict";
import { z } from "zod";
import { AppError } from "@/lib/protocol/errors.ts";
import { BODY_MAX, readForm, readId, readJson } from "./body.ts";

const Schema = z.object({ a: z.number() });
const json = (body: BodyInit, type = "application/json") =>
  readJson(new Request("http://x/", { method: "POST", body, headers: { "content-type": type } }), Schema);
const hasCode = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

const POST = { method: "POST", headers: { "content-type": "application/json" } };

Deno.test("an object is read; fields nobody knows are left out", async () => {
  assert.deepEqual(await json('{"a": 1, "b": 2, "__proto__": {"a": 3}}'), { a: 1 });
  assert.deepEqual(await json('{"a":1}', "application/json; charset=utf-8"), { a: 1 });
  assert.deepEqual(await json('{"a":1}', "application/problem+json"), { a: 1 });
});

Deno.test("another type is refused before it is read", async () => {
  for (
    const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "",
      "application/jsonx",
    ]
  ) {
    await assert.rejects(json('{"a":1}', type), hasCode("unsupported_media_type"), type);
  }
});

Deno.test("what is no JSON, no object, or no Unicode is refused", async () => {
  for (const text of ["", "{", "{a:1}", "undefined", '{"a":1}x', "NaN"]) {
    await assert.rejects(json(text), hasCode("invalid_json"), text);
  }
  for (const text of ["[]", "null", "1", '"a"', "true"]) {
    await assert.rejects(json(text), hasCode("invalid_body"), text);
  }
  const bytes = new Uint8Array([...new TextEncoder().encode('{"a":"'), 0xff, 0xfe, 0x22, 0x7d]);
  await assert.rejects(json(bytes), hasCode("invalid_body"));
});

Deno.test("a field at fault is named", async () => {
  await assert.rejects(
    json('{"a":"1"}'),
    (error) => error instanceof z.ZodError && error.issues[0]?.path[0] === "a",
  );
  await assert.rejects(json("{}"), (error) => error instanceof z.ZodError);
});

Deno.test("deep nesting is refused; brackets in strings are text", async () => {
  await assert.rejects(json('{"a":' + "[".repeat(20) + "]".repeat(20) + "}"), hasCode("invalid_body"));
  await assert.rejects(json("[".repeat(60_000)), hasCode("invalid_body"));
  assert.deepEqual(await json(JSON.stringify({ a: 1, b: "[{".repeat(100) + '\\"' + "[".repeat(100) })), {
    a: 1,
  });
});

Deno.test("too long a body is refused, whatever it claims", async () => {
  const long = `{"a":1,"b":"${"x".repeat(BODY_MAX)}"}`;
  await assert.rejects(json(long), hasCode("payload_too_large"));
  const fits = `{"a":1,"b":"${"x".repeat(BODY_MAX - 14)}"}`;
  assert.equal(fits.length, BODY_MAX);
  assert.deepEqual(await json(fits), { a: 1 });
});

Deno.test("an endless body is given up", async () => {
  let pulled = 0;
  let cancelled = false;
  const endless = new ReadableStream({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(1024).fill(0x20));
    },
    cancel: () => void (cancelled = true),
  });
  await assert.rejects(json(endless), hasCode("payload_too_large"));
  assert.ok(cancelled);
  assert.ok(pulled <= 70, `${pulled} KiB`);
});

Deno.test("a body that trickles is given up in time, and its stream let go", async () => {
  let cancelled = false;
  const trickle = new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (!cancelled) controller.enqueue(new Uint8Array([0x20]));
    },
    cancel: () => void (cancelled = true),
  });
  const request = new Request("http://x/", { ...POST, body: trickle });
  await assert.rejects(readJson(request, z.object({}), { time: 30 }), hasCode("request_timeout"));
  assert.ok(cancelled);
  const stalled = new Request("http://x/", { ...POST, body: new ReadableStream() });
  await assert.rejects(readJson(stalled, z.object({}), { time: 10 }), hasCode("request_timeout"));
});

Deno.test("a body that breaks off is the client's fault", async () => {
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new Error("connection reset")),
  });
  await assert.rejects(json(broken), hasCode("invalid_body"));
});

Deno.test("forms: fields once each", async () => {
  const form = (body: string) =>
    readForm(
      new Request("http://x/", {
        method: "POST",
        body,
        headers: { "content-type": "application/x-www-form-urlencoded" },
      }),
      z.object({ a: z.string() }),
    );
  assert.deepEqual(await form("a=1+2%20%DB%B3&b=4"), { a: "1 2 ۳" });
  await assert.rejects(form("a=1&a=2"), hasCode("invalid_body"));
  await assert.rejects(form("a=" + "x".repeat(BODY_MAX)), hasCode("payload_too_large"));
});

Deno.test("what can be no id is not found", () => {
  assert.equal(readId("7"), 7);
  assert.equal(readId("9007199254740991"), Number.MAX_SAFE_INTEGER);
  for (
    const text of [
      "0",
      "-1",
      "1.5",
      "1e3",
      "0x1",
      "٣",
      " 1",
      "9007199254740993",
      "1".repeat(400),
      "abc",
      "",
      undefined,
    ]
  ) {
    assert.throws(() => readId(text), hasCode("not_found"), text);
  }
});
