import type { ErrorParams } from "@/lib/protocol/errors.ts";
import type { Locale } from "../mod.ts";
import { number } from "../numbers.ts";
import { errorSentence, isErrorCode } from "./sentence.ts";

/** What is needed of a zod 4 issue. Written out, since zod itself must not reach the browser. */
export interface InputIssue {
  readonly code?: string;
  readonly message: string;
  readonly path?: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  /** False where the bound itself is too small or too big already. */
  readonly inclusive?: boolean;
  readonly origin?: string;
  readonly format?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly input?: unknown;
}

/**
 * A sentence for a refused field. Where the schema names one of our codes as its message that sentence is
 * used; otherwise one is made that names the field and what it wants.
 */
export function zodSentence(locale: Locale, issue: InputIssue): string {
  const [text, ...params] = issue.message.split("|");
  if (text && isErrorCode(text)) return errorSentence(locale, text, limits(issue, params));
  const field = fieldName(locale, issue.path ?? []);
  return (locale === "fa" ? persian : english)(field, issue);
}

function limits(issue: InputIssue, rest: readonly string[]): ErrorParams {
  const params: Record<string, string | number> = {};
  if (issue.minimum !== undefined) params.min = Number(issue.minimum);
  if (issue.maximum !== undefined) params.max = Number(issue.maximum);
  for (const pair of rest) {
    const [key, value] = pair.split("=");
    if (key && value) params[key] = value;
  }
  return params;
}

function english(field: string, issue: InputIssue): string {
  const n = (value: unknown) => number("en", Number(value));
  switch (issue.code) {
    case "invalid_type":
      if (isMissing(issue)) return `${capital(field)} is missing.`;
      return `${capital(field)} must be ${EXPECTED.en[String(issue.expected)] ?? "something else"}.`;
    case "too_small":
      if (issue.origin === "string") {
        return Number(issue.minimum) <= 1
          ? `${capital(field)} can’t be empty.`
          : `${capital(field)} needs at least ${n(issue.minimum)} characters.`;
      }
      if (issue.origin === "array") return `${capital(field)} needs at least ${n(issue.minimum)} items.`;
      return `${capital(field)} must be ${issue.inclusive === false ? "above" : "at least"} ${
        n(issue.minimum)
      }.`;
    case "too_big":
      if (issue.origin === "string") {
        return `${capital(field)} may have up to ${n(issue.maximum)} characters.`;
      }
      if (issue.origin === "array") return `${capital(field)} may have up to ${n(issue.maximum)} items.`;
      return `${capital(field)} must be ${issue.inclusive === false ? "below" : "at most"} ${
        n(issue.maximum)
      }.`;
    case "invalid_value":
      return issue.values?.length
        ? `${capital(field)} must be one of: ${issue.values.join(", ")}.`
        : `${capital(field)} can’t be that.`;
    default:
      return `${capital(field)} isn’t as it should be.`;
  }
}

function persian(field: string, issue: InputIssue): string {
  const n = (value: unknown) => number("fa", Number(value));
  switch (issue.code) {
    case "invalid_type":
      if (isMissing(issue)) return `${field} نیامده است.`;
      return `${field} باید ${EXPECTED.fa[String(issue.expected)] ?? "چیز دیگری"} باشد.`;
    case "too_small":
      if (issue.origin === "string") {
        return Number(issue.minimum) <= 1
          ? `${field} خالی است.`
          : `${field} دست‌کم ${n(issue.minimum)} نویسه می‌خواهد.`;
      }
      if (issue.origin === "array") return `${field} دست‌کم ${n(issue.minimum)} مورد می‌خواهد.`;
      return `${field} باید ${issue.inclusive === false ? "بیش از" : "دست‌کم"} ${n(issue.minimum)} باشد.`;
    case "too_big":
      if (issue.origin === "string") return `${field} تا ${n(issue.maximum)} نویسه جا دارد.`;
      if (issue.origin === "array") return `${field} تا ${n(issue.maximum)} مورد جا دارد.`;
      return `${field} باید ${issue.inclusive === false ? "کمتر از" : "دست‌بالا"} ${n(issue.maximum)} باشد.`;
    case "invalid_value":
      return issue.values?.length
        ? `${field} باید یکی از این‌ها باشد: ${issue.values.join("، ")}.`
        : `${field} این نمی‌شود.`;
    default:
      return `${field} درست نیست.`;
  }
}

/** zod says "expected string, received undefined" in its message when there was no value at all. */
function isMissing(issue: InputIssue): boolean {
  return issue.message.endsWith("received undefined") || ("input" in issue && issue.input === undefined);
}

const EXPECTED: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "an object",
    date: "a date",
    null: "null",
  },
  fa: {
    string: "متن",
    number: "عدد",
    int: "عدد درست",
    boolean: "true یا false",
    array: "فهرست",
    object: "شیء",
    date: "تاریخ",
    null: "null",
  },
};

const FIELDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    email: "e-mail",
    password: "password",
    username: "username",
    name: "name",
    first_name: "first name",
    last_name: "last name",
    content: "message",
    workspace_name: "workspace name",
    language: "language",
    token: "token",
    reason: "reason",
    text: "text",
    until: "time",
  },
  fa: {
    email: "ایمیل",
    password: "رمز عبور",
    username: "نام کاربری",
    name: "نام",
    first_name: "نام",
    last_name: "نام خانوادگی",
    content: "متن پیام",
    workspace_name: "نام فضای کار",
    language: "زبان",
    token: "توکن",
    reason: "دلیل",
    text: "متن",
    until: "زمان",
  },
};

/** A field a person knows has a name; of others the path is quoted, isolated from the sentence around it. */
function fieldName(locale: Locale, path: readonly PropertyKey[]): string {
  const key = path.map(String).join(".");
  if (!key) return locale === "fa" ? "درخواست" : "the request";
  return FIELDS[locale][key] ?? `\u2068${key}\u2069`;
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
