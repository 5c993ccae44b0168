import type { ErrorCode, ErrorParams } from "@/lib/protocol/errors.ts";
import type { Locale } from "../mod.ts";
import { en } from "./en.ts";
import { fa } from "./fa.ts";

/** What went wrong, as one would say it to a person. */
export function errorSentence(locale: Locale, code: ErrorCode, params: ErrorParams = {}): string {
  return (locale === "fa" ? fa : en)[code](params);
}

/** Whether a text is one of our codes: schemas put them where zod has its messages. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(en, text);
}
