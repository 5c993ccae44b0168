import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { LOCALES } from "@/lib/i18n/mod.ts";
import type { LineParams } from "@/lib/protocol/entities.ts";
import { lineText, SystemLine } from "./lines.tsx";

const person = (id: number, first_name: string) => ({ id, username: `u${id}`, first_name, last_name: "" });
const leila = person(1, "لیلا"), arash = person(2, "آرش"), mina = person(3, "مینا");
const STRANGER = 9;

const said = (
  locale: "fa" | "en",
  content: string,
  params: LineParams | null = null,
  { me = STRANGER, by = leila } = {},
) => lineText(chatText(locale), { content, params, sender: by }, me).replace(/[\u2068\u2069]/g, "");

Deno.test("a line is a sentence of its language, said of others and of oneself", () => {
  const both = { users: [arash, mina], count: 2 };
  assert.equal(said("fa", "members_added", both), "لیلا آرش و مینا را افزود");
  assert.equal(said("fa", "members_added", both, { me: leila.id }), "شما آرش و مینا را افزودید");
  assert.equal(said("fa", "members_added", both, { me: arash.id }), "لیلا شما و مینا را افزود");
  assert.equal(said("en", "members_added", both, { me: leila.id }), "You added آرش and مینا");
  assert.equal(said("en", "member_removed", { users: [arash] }, { me: arash.id }), "لیلا removed you");
  assert.equal(said("fa", "group_renamed", { name: "کوزه‌گرها" }), "لیلا نام گروه را «کوزه‌گرها» گذاشت");
  assert.equal(said("en", "group_created", { name: "Potters" }), "لیلا created the group “Potters”");
  assert.equal(said("fa", "member_left", null, { me: leila.id }), "شما از گروه رفتید");
});

Deno.test("of many people some are named", () => {
  const many = { users: [arash, mina], count: 12 };
  assert.equal(said("fa", "members_added", many), "لیلا آرش، مینا و ۱۰ نفر دیگر را افزود");
  assert.equal(said("en", "members_added", { ...many, count: 3 }), "لیلا added آرش, مینا and 1 other");
});

Deno.test("who leads whom", () => {
  const of = (role: LineParams["role"]) => ({ users: [arash], role });
  assert.equal(said("en", "role_changed", of("admin")), "لیلا made آرش an admin");
  assert.equal(said("en", "role_changed", of("member"), { me: arash.id }), "لیلا removed you as an admin");
  assert.equal(said("fa", "role_changed", of("admin"), { me: arash.id }), "لیلا شما را مدیر گروه کرد");
  assert.equal(said("fa", "role_changed", of("member")), "لیلا آرش را از مدیریت گروه برداشت");
  assert.equal(said("fa", "role_changed", of("owner"), { me: leila.id }), "شما گروه را به آرش سپردید");
});

Deno.test("a line that a newer server knows is a line, whatever its key is called", () => {
  for (const locale of LOCALES) {
    for (const key of ["something_new", "toString", "constructor", ""]) {
      assert.equal(said(locale, key), said(locale, "unknown"), key);
    }
  }
});

Deno.test("names are bold and isolated, and cannot break out of that", () => {
  const sender = person(1, "\u2069<b>\u2068 evil");
  const message = { content: "group_created", params: { name: "\u2069x\u2066<i>" }, sender };
  const html = renderToString(<SystemLine t={chatText("en")} message={message} me_id={STRANGER} />);
  const names = [...html.matchAll(/<bdi>(.*?)<\/bdi>/g)].map(([, name]) => name);
  assert.deepEqual(names, ["&lt;b> evil", "x&lt;i>"]);
  assert.match(html.replace(/<[^>]*>/g, ""), /^&lt;b> evil created the group “x&lt;i>”$/);
});
