import assert from "node:assert/strict";
import type { SiteDraft } from "./draft.ts";
import { changesOf, put, usualHours, valueAt } from "./draft.ts";

const KEPT = {
  name: "Sofalineh",
  domains: ["sofalineh.example"],
  mode: "support",
  primary_color: "#9a4825",
  locked: false,
  require_verified: false,
  look: { title: "سفالینه", welcome: "سلام", prechat: { enabled: false, name: "optional" } },
  limits: { messages_guest: 20, uploads_guest: 6 },
} as unknown as SiteDraft;

Deno.test("only what differs is sent, also within look and limits", () => {
  assert.deepEqual(changesOf(KEPT, KEPT), {});
  assert.deepEqual(changesOf(KEPT, structuredClone(KEPT)), {});
  const changed = put(put(put(KEPT, "look.title", "کوره"), "limits.uploads_guest", 9), "locked", true);
  assert.deepEqual(changesOf(KEPT, changed), {
    locked: true,
    look: { title: "کوره" },
    limits: { uploads_guest: 9 },
  });
  assert.deepEqual(changesOf(KEPT, put(KEPT, "domains", [])), { domains: [] });
});

Deno.test("a change leaves what it was made from alone", () => {
  const changed = put(KEPT, "look.prechat.enabled", true);
  assert.equal(changed.look.prechat.enabled, true);
  assert.equal(changed.look.prechat.name, "optional");
  assert.equal(KEPT.look.prechat.enabled, false);
});

Deno.test("the usual week has its own free days", () => {
  const open = (locale: "fa" | "en") =>
    usualHours(locale, "Asia/Tehran").days.map((spans) => spans.length).join("");
  assert.equal(open("fa"), "1110011");
  assert.equal(open("en"), "1111100");
});

Deno.test("what was put at a path stands there", () => {
  const draft = { name: "a", look: { title: "b", prechat: { enabled: false } } };
  const changed = put(draft, "look.prechat.enabled", true);
  assert.equal(valueAt(changed, "look.prechat.enabled"), true);
  assert.equal(valueAt(changed, "look.title"), "b");
  assert.equal(valueAt(draft, "look.prechat.enabled"), false);
});
