import assert from "node:assert/strict";
import { cookie, readCookie } from "./cookies.ts";
import { localeOf, themeOf } from "./locale.ts";

const known = { language: "en", theme: "dark", workspace_language: "en" } as const;
const with_ = (cookie: string, language = "") => new Headers({ cookie, "accept-language": language });

Deno.test("the cookie goes before the person's own, that before the browser's, that before the workspace's", () => {
  assert.equal(localeOf(with_("peyk_lang=fa"), known), "fa");
  assert.equal(localeOf(with_("", "fa"), known), "en");
  assert.equal(localeOf(with_("", "fa"), { ...known, language: null }), "fa");
  assert.equal(localeOf(with_(""), { ...known, language: null }), "en");
  assert.equal(localeOf(new Headers(), null), "fa");
  assert.equal(localeOf(with_("peyk_lang=xx", "en-GB"), null), "en");
});

Deno.test("the theme: cookie, person, system", () => {
  assert.equal(themeOf(with_("peyk_theme=light"), known), "light");
  assert.equal(themeOf(with_("peyk_theme=pink"), known), "dark");
  assert.equal(themeOf(new Headers(), null), "system");
});

Deno.test("cookies are read by their whole name", () => {
  const headers = with_('xpeyk_session=1; peyk_session=a=b; peyk_session=second; q="quoted"');
  assert.equal(readCookie(headers, "peyk_session"), "a=b");
  assert.equal(readCookie(headers, "q"), "quoted");
  assert.equal(readCookie(headers, "session"), null);
  assert.equal(readCookie(new Headers(), "peyk_session"), null);
});

Deno.test("a session cookie is hidden from scripts and other sites, and from plain http where there is https", () => {
  const options = { max_age: 60, secure: true, http_only: true };
  assert.equal(cookie("a", "b", options), "a=b; Path=/; Max-Age=60; SameSite=Lax; HttpOnly; Secure");
  assert.equal(
    cookie("a", "", { max_age: 0, secure: false, http_only: false }),
    "a=; Path=/; Max-Age=0; SameSite=Lax",
  );
});
