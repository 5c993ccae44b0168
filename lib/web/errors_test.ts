import assert from "node:assert/strict";
import { HttpError } from "fresh";
import { z } from "zod";
import { ExpectationFailed, StoreUnavailable, UniqueViolation } from "@/db/store.ts";
import { Register } from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { errorResponse, toRefusal } from "./errors.ts";
import { createLog } from "./log.ts";

function answer(error: unknown, locale: "fa" | "en" = "en") {
  const lines: string[] = [];
  const log = createLog({ level: "info", write: (line) => lines.push(line) });
  return { response: errorResponse(error, { locale, request_id: "r-1", log }), lines };
}

Deno.test("a refusal says what, in the language asked for", async () => {
  const { response, lines } = answer(new AppError("email_taken", {}, "email"), "fa");
  assert.equal(response.status, 409);
  const body = await response.json();
  assert.match(body.detail, /\p{Script=Arabic}/u);
  assert.deepEqual({ ...body, detail: "" }, { detail: "", code: "email_taken", field: "email" });
  assert.deepEqual(lines, []);
});

Deno.test("waiting is said in the header too, in whole seconds and at least one", () => {
  assert.equal(
    answer(new AppError("rate_limited", { seconds: 12.2 })).response.headers.get("retry-after"),
    "13",
  );
  assert.equal(answer(new AppError("rate_limited", { seconds: 0 })).response.headers.get("retry-after"), "1");
});

Deno.test("401 says how to prove oneself", () => {
  const header = (code: "unauthenticated" | "token_expired") =>
    answer(new AppError(code)).response.headers.get("www-authenticate");
  assert.equal(header("unauthenticated"), "Bearer");
  assert.equal(header("token_expired"), 'Bearer error="invalid_token"');
});

Deno.test("input at fault: the schema's code where it names one, else the field", () => {
  const refusalOf = (input: unknown) => {
    const { error } = Register.safeParse(input);
    return toRefusal(error, "en");
  };
  const named = refusalOf({ email: "nobody", password: "long enough" });
  assert.deepEqual([named.status, named.code, named.field], [400, "email_invalid", "email"]);
  const missing = refusalOf({ email: "a@example.org" });
  assert.deepEqual([missing.status, missing.code, missing.field], [400, "invalid_input", "password"]);
  assert.equal(missing.detail, "Password is missing.");
  const whole = toRefusal(z.object({}).safeParse(1).error, "en");
  assert.equal("field" in whole, false);
});

Deno.test("a router's refusals keep their status", () => {
  const codes = [404, 405, 413, 415, 400, 418].map((status) => {
    const { status: given, code } = toRefusal(new HttpError(status, "secret words"), "en");
    assert.equal(given, status);
    return code;
  });
  assert.deepEqual(codes.slice(0, 4), [
    "not_found",
    "method_not_allowed",
    "payload_too_large",
    "unsupported_media_type",
  ]);
});

Deno.test("the store's refusals are conflicts, its failures are not ours to hide", () => {
  assert.equal(toRefusal(new ExpectationFailed(0, 1, 0), "en").status, 409);
  assert.equal(toRefusal(new UniqueViolation(["a.b"]), "en").status, 409);
  const { response, lines } = answer(new StoreUnavailable("disk full"));
  assert.deepEqual([response.status, response.headers.get("retry-after")], [503, "5"]);
  assert.equal(lines.length, 1);
});

Deno.test("being busy is no fault; what lies behind it is", () => {
  const busy = answer(new AppError("unavailable", { seconds: 30 }));
  assert.deepEqual([busy.response.status, busy.lines], [503, []]);
  const cause = new StoreUnavailable("the disk is full");
  const { response, lines } = answer(Object.assign(new AppError("unavailable", { seconds: 5 }), { cause }));
  assert.equal(response.status, 503);
  assert.match(lines[0]!, /the disk is full/);
});

Deno.test("a fault tells nothing of itself but where to look", async () => {
  for (
    const fault of [
      new Error("select password_hash from users"),
      "thrown text",
      null,
      new HttpError(500, "inside"),
    ]
  ) {
    const { response, lines } = answer(fault);
    assert.equal(response.status, 500);
    const body = await response.json();
    assert.deepEqual([body.code, body.request_id], ["internal", "r-1"]);
    assert.doesNotMatch(JSON.stringify(body), /password_hash|thrown text|inside/);
    assert.match(lines[0]!, /"request_id":"r-1"/);
  }
});

Deno.test("times in sentences are dates", () => {
  const muted = new AppError("muted", { until: Date.UTC(2026, 10, 18, 22) });
  const said = (zone?: string) => toRefusal(muted, "en", zone).detail;
  assert.match(said(), /19 November 2026, 01:30/, "Tehran, where nothing else is known");
  assert.match(said("America/New_York"), /18 November 2026, 17:00/);
  const banned = new AppError("banned", { until: Date.UTC(2026, 10, 18, 22), time_zone: "Asia/Tokyo" });
  assert.match(
    toRefusal(banned, "en", "UTC").detail,
    /19 November 2026, 07:00/,
    "that of the refusal itself",
  );
});
