import assert from "node:assert/strict";
import { z } from "zod";
import { type ErrorCode, STATUS } from "@/lib/protocol/errors.ts";
import { en as actsEn } from "./acts/en.ts";
import { fa as actsFa } from "./acts/fa.ts";
import { en as adminEn } from "./admin/en.ts";
import { fa as adminFa } from "./admin/fa.ts";
import { en as chatEn } from "./chat/en.ts";
import { fa as chatFa } from "./chat/fa.ts";
import { en as docsEn } from "./docs/en.ts";
import { fa as docsFa } from "./docs/fa.ts";
import { errorSentence, isErrorCode, zodSentence } from "./errors/mod.ts";
import { en as groupsEn } from "./groups/en.ts";
import { fa as groupsFa } from "./groups/fa.ts";
import { en as loaderEn, enPanel } from "./loader/en.ts";
import { fa as loaderFa, faPanel } from "./loader/fa.ts";
import { en as membersEn } from "./members/en.ts";
import { fa as membersFa } from "./members/fa.ts";
import { en as pagesEn } from "./pages/en.ts";
import { fa as pagesFa } from "./pages/fa.ts";
import { en as searchEn } from "./search/en.ts";
import { fa as searchFa } from "./search/fa.ts";
import { en as settingsEn } from "./settings/en.ts";
import { fa as settingsFa } from "./settings/fa.ts";

/** A count where one is counted with it, a name where it is written as it is. */
const ANY = {
  by: "سارا",
  whom: ["آرش", null],
  more: 3,
  name: "لعاب",
  topic: "",
  valueOf: () => 3,
  toString: () => "سارا",
};

/** Every text of a dictionary, the functions called with a count or a name. */
function* texts(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "function") yield String(value(ANY, ANY));
  else if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) yield* texts(inner);
  }
}

/** Code stands in backticks, or is known by its look: an address with a port, a colour. It is the same in every language. */
const withoutCode = (text: string) => text.replace(/`[^`]*`|\blocalhost:\d+|#[0-9a-f]{6}/g, "code");

const codes = Object.keys(STATUS) as ErrorCode[];
const persian = [
  ...texts(actsFa),
  ...texts(adminFa),
  ...texts(chatFa),
  ...texts(groupsFa),
  ...texts([loaderFa, faPanel]),
  ...texts(membersFa),
  ...texts(pagesFa),
  ...texts(searchFa),
  ...texts(settingsFa),
  ...texts(docsFa),
  ...codes.map((code) => errorSentence("fa", code)),
  ...codes.map((code) => errorSentence("fa", code, { seconds: 30, max: 12, min: 3, until: "فردا" })),
].map(withoutCode);
const english = [
  ...texts(actsEn),
  ...texts(adminEn),
  ...texts(chatEn),
  ...texts(groupsEn),
  ...texts([loaderEn, enPanel]),
  ...texts(membersEn),
  ...texts(pagesEn),
  ...texts(searchEn),
  ...texts(settingsEn),
  ...[...texts(docsEn)].map(withoutCode),
  ...codes.map((code) => errorSentence("en", code)),
];

Deno.test("nobody is shouted at", () => {
  for (const text of [...persian, ...english]) assert.doesNotMatch(text, /!|！/, text);
});

Deno.test("Persian is typed with Persian letters, digits and punctuation", () => {
  for (const text of persian) {
    assert.doesNotMatch(text, /[يىكةأإؤ]/, text);
    assert.doesNotMatch(text, /[،؛؟]\S/, text);
    // Commas, questions and digits of the other script stand within Latin words only.
    assert.doesNotMatch(text, /[\u0600-\u06ff]\s*[,;?]/, text);
    // An address has the digits of addresses.
    assert.doesNotMatch(text.replace(/localhost:\d+/g, ""), /[0-9٠-٩]/, text);
    // «می فروشم» and «کتاب ها» want a half-space.
    assert.doesNotMatch(text, /(^|\s)ن?می\s|\sها($|\s|ی)/, text);
  }
});

Deno.test("English has typographic apostrophes and no doubled space", () => {
  for (const text of english) assert.doesNotMatch(text, /\w'\w| {2}/, text);
});

Deno.test("every refusal has a sentence in both languages, and they differ", () => {
  for (const code of codes) {
    assert.match(errorSentence("en", code), /^[A-Z].*\.$/, code);
    assert.match(errorSentence("fa", code), /[\u0600-\u06ff].*\.$/, code);
  }
  assert.equal(isErrorCode("not_found"), true);
  assert.equal(isErrorCode("toString"), false);
});

Deno.test("sentences carry their numbers in the language's digits", () => {
  assert.equal(
    errorSentence("en", "rate_limited", { seconds: 30 }),
    "That was quick. Please try again in 30 seconds.",
  );
  assert.match(errorSentence("fa", "rate_limited", { seconds: 30 }), /۳۰ ثانیهٔ/);
  assert.match(errorSentence("en", "rate_limited", { seconds: 600 }), /10 minutes/);
  assert.match(errorSentence("fa", "content_too_long", { max: 4000 }), /۴٬۰۰۰/);
});

/** The sentence that a schema's first issue gives. */
function sentence(schema: z.ZodType, input: unknown, locale: "en" | "fa" = "en"): string {
  const { error } = schema.safeParse(input);
  assert.ok(error);
  return zodSentence(locale, error.issues[0]!);
}

Deno.test("an issue that names a code gets that code's sentence, with its limits", () => {
  const schema = z.object({ content: z.string().max(5, "content_too_long") });
  assert.equal(sentence(schema, { content: "123456" }), "A message may have up to 5 characters.");
});

Deno.test("other issues name the field and what it wants", () => {
  const schema = z.object({
    email: z.string(),
    seq: z.int().min(1),
    kind: z.enum(["direct", "team"]).optional(),
    members: z.array(z.int()).max(2).optional(),
  });
  const rest = { email: "a@b.c", seq: 1 };
  assert.equal(sentence(schema, { seq: 1 }), "E-mail is missing.");
  assert.equal(sentence(schema, { seq: 1 }, "fa"), "ایمیل نیامده است.");
  assert.equal(sentence(schema, { ...rest, email: 7 }), "E-mail must be text.");
  assert.equal(sentence(schema, { ...rest, seq: 0 }), "\u2068seq\u2069 must be at least 1.");
  const page = z.coerce.number().int().positive().lt(100);
  assert.equal(sentence(z.object({ page }), { page: "0" }), "\u2068page\u2069 must be above 0.");
  assert.equal(sentence(z.object({ page }), { page: "100" }), "\u2068page\u2069 must be below 100.");
  assert.equal(sentence(z.object({ page }), { page: "0" }, "fa"), "\u2068page\u2069 باید بیش از ۰ باشد.");
  assert.equal(sentence(schema, { ...rest, kind: "x" }), "\u2068kind\u2069 must be one of: direct, team.");
  assert.equal(
    sentence(schema, { ...rest, members: [1, 2, 3] }),
    "\u2068members\u2069 may have up to 2 items.",
  );
  assert.equal(sentence(schema, { ...rest, members: ["x"] }), "\u2068members.0\u2069 must be a number.");
  assert.equal(sentence(schema, []), "The request must be an object.");
  assert.match(sentence(z.string().regex(/x/), "y"), /isn’t as it should be/);
});

Deno.test("sentences for unknown fields hold no markup of the input", () => {
  const text = sentence(z.object({ "<b>": z.string() }), { "<b>": 1 });
  assert.ok(text.includes("\u2068<b>\u2069"), "the name stays a name, isolated");
});
