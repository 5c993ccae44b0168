import assert from "node:assert/strict";
import { outcomeOf } from "./upload_request.ts";

Deno.test("what an answer means: sent, refused with a sentence, or lost", () => {
  assert.deepEqual(outcomeOf(201, '{"id":7}'), { kind: "sent", message: { id: 7 } });
  for (const status of [400, 403, 413, 415, 429, 503]) {
    assert.deepEqual(outcomeOf(status, '{"detail":"Too large.","code":"x"}'), {
      kind: "refused",
      detail: "Too large.",
    });
  }
  // The socket finds out who is signed out; what took too long may go better next time.
  for (const status of [401, 408]) assert.deepEqual(outcomeOf(status, '{"detail":"x"}'), { kind: "lost" });
  // A proxy's page, an answer that was cut, none at all.
  for (
    const [status, text] of [[502, "<html>"], [201, '{"id":'], [413, "too large"], [0, ""], [
      200,
      "{}",
    ]] as const
  ) {
    assert.deepEqual(outcomeOf(status, text), { kind: "lost" });
  }
});
