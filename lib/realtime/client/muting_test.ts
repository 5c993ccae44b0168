import assert from "node:assert/strict";
import { createMuting } from "./muting.ts";

Deno.test("a mute ends by the clock, also one that ended while nobody looked", async () => {
  const soon = new Date(Date.now() + 30).toISOString();
  const muting = createMuting({ conversation_id: 1, start: { is_muted: true, muted_until: soon } });
  muting.start();
  assert.deepEqual(muting.mute.value, { is_muted: true, muted_until: soon });
  await new Promise<void>((done) => {
    const stop = muting.mute.subscribe(({ is_muted }) =>
      void (is_muted || (queueMicrotask(() => stop()), done()))
    );
  });
  const mute = () => muting.mute.value;
  assert.deepEqual(mute(), { is_muted: false, muted_until: null });

  muting.take({ is_muted: true, muted_until: new Date(Date.now() - 1000).toISOString() });
  assert.equal(mute().is_muted, false);
  muting.stop();
});

Deno.test("a mute without an end, or with a far one, waits for no timer that is out of range", () => {
  const muting = createMuting({ conversation_id: 1, start: { is_muted: false, muted_until: null } });
  muting.take({ is_muted: true, muted_until: null });
  assert.equal(muting.mute.value.is_muted, true);
  muting.take({ is_muted: true, muted_until: new Date(Date.now() + 90 * 86_400_000).toISOString() });
  assert.equal(muting.mute.value.is_muted, true);
  muting.stop();
});

Deno.test("what the server refuses is said in its words, and what was stays", async () => {
  const muting = createMuting({ conversation_id: 7, start: { is_muted: false, muted_until: null } });
  const asked: [string, RequestInit][] = [];
  const fetched = globalThis.fetch;
  try {
    globalThis.fetch = (url, init) => {
      asked.push([String(url), init!]);
      return Promise.resolve(Response.json({ detail: "نشد" }, { status: 403 }));
    };
    await assert.rejects(muting.silence(1000), { message: "نشد" });
    assert.equal(asked[0]![0], "/api/conversations/7/mute");
    assert.equal(asked[0]![1].method, "PUT");
    globalThis.fetch = () => Promise.reject(new TypeError("no network"));
    await assert.rejects(muting.unmute(), { message: "" });
    assert.equal(muting.mute.value.is_muted, false);
    globalThis.fetch = () => Promise.resolve(Response.json({ is_muted: true, muted_until: null }));
    await muting.silence(null);
    assert.equal(muting.mute.value.is_muted, true);
  } finally {
    globalThis.fetch = fetched;
    muting.stop();
  }
});
