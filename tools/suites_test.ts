import assert from "node:assert/strict";
import { suiteOf } from "./suites.ts";

Deno.test("every test file belongs to one suite", () => {
  assert.equal(suiteOf("lib/chat/access_test.ts"), "unit");
  assert.equal(suiteOf("components/Avatar_test.tsx"), "unit");
  assert.equal(suiteOf("tests/protocol/messages_test.ts"), "flow");
  assert.equal(suiteOf("tests/browser/register_test.ts"), "browser");
  assert.equal(suiteOf("tests/support/browser_test.ts"), "browser");
  assert.equal(suiteOf("lib/fresh/hydrate_browser_test.ts"), "browser");
  assert.equal(suiteOf("tests/nightly/soak_test.ts"), "nightly");
  assert.equal(suiteOf("tests/support/server.ts"), undefined);
});
