import type { ErrorCode, ErrorParams } from "@/lib/protocol/errors.ts";
import { defaultCalendar, fullTime } from "../dates.ts";
import type { Locale } from "../mod.ts";
import { en } from "./en.ts";
import { fa } from "./fa.ts";

/** The zone of a workspace that was asked for nothing else. */
const TIME_ZONE = "Asia/Tehran";

/**
 * What went wrong, as one would say it to a person. Times (`until`) travel as epoch milliseconds and are
 * said as dates.
 * @param time_zone the person's or their workspace's, an IANA name; one among the params goes before it
 */
export function errorSentence(
  locale: Locale,
  code: ErrorCode,
  params: ErrorParams = {},
  time_zone: string | null = null,
): string {
  return (locale === "fa" ? fa : en)[code](spoken(locale, params, time_zone));
}

function spoken(locale: Locale, params: ErrorParams, time_zone: string | null): ErrorParams {
  if (typeof params.until !== "number") return params;
  const timeZone = String(params.time_zone ?? time_zone ?? TIME_ZONE);
  const style = { locale, calendar: defaultCalendar(locale), timeZone };
  return { ...params, until: fullTime(style, params.until) };
}

/** Whether a text is one of our codes: schemas put them where zod has its messages. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(en, text);
}
