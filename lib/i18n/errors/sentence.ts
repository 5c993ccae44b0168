import type { ErrorCode, ErrorParams } from "@/lib/protocol/errors.ts";
import { defaultCalendar, fullTime } from "../dates.ts";
import type { Locale } from "../mod.ts";
import { en } from "./en.ts";
import { fa } from "./fa.ts";

/**
 * What went wrong, as one would say it to a person. Times (`until`) travel as epoch milliseconds and are
 * said as dates.
 */
export function errorSentence(locale: Locale, code: ErrorCode, params: ErrorParams = {}): string {
  return (locale === "fa" ? fa : en)[code](spoken(locale, params));
}

function spoken(locale: Locale, params: ErrorParams): ErrorParams {
  if (typeof params.until !== "number") return params;
  const style = { locale, calendar: defaultCalendar(locale), timeZone: "Asia/Tehran" };
  return { ...params, until: fullTime(style, params.until) };
}

/** Whether a text is one of our codes: schemas put them where zod has its messages. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(en, text);
}
