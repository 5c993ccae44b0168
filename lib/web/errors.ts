import { HttpError } from "fresh";
import { z } from "zod";
import { ExpectationFailed, StoreUnavailable, UniqueViolation } from "@/db/store.ts";
import { errorSentence, isErrorCode, zodSentence } from "@/lib/i18n/errors/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { AppError, type ErrorCode, type ErrorParams, STATUS } from "@/lib/protocol/errors.ts";
import type { Log } from "./log.ts";

/** What whoever asked is told of a failure. */
export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  /** A sentence in their language. */
  readonly detail: string;
  /** The input field at fault. */
  readonly field?: string;
  /** Seconds to wait. */
  readonly retry_after?: number;
}

/**
 * The refusal that a failure means; a fault of ours gives `internal` and says nothing of itself.
 * @param time_zone in which times are said, see `errorSentence`
 */
export function toRefusal(error: unknown, locale: Locale, time_zone: string | null = null): Refusal {
  if (error instanceof AppError) return ofCode(error.code, locale, error, time_zone);
  if (error instanceof z.ZodError) return ofInput(error, locale);
  if (error instanceof HttpError && error.status < 500) {
    return { ...ofCode(CODES[error.status] ?? "invalid_input", locale), status: error.status };
  }
  if (error instanceof StoreUnavailable) return { ...ofCode("unavailable", locale), retry_after: 5 };
  if (error instanceof ExpectationFailed || error instanceof UniqueViolation) {
    return ofCode("conflict", locale);
  }
  return ofCode("internal", locale);
}

const CODES: Readonly<Record<number, ErrorCode>> = {
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  408: "request_timeout",
  409: "conflict",
  413: "payload_too_large",
  415: "unsupported_media_type",
  429: "rate_limited",
};

function ofCode(
  code: ErrorCode,
  locale: Locale,
  { params = {}, field }: { params?: ErrorParams; field?: string } = {},
  time_zone: string | null = null,
): Refusal {
  const { seconds } = params;
  return {
    status: STATUS[code],
    code,
    detail: errorSentence(locale, code, params, time_zone),
    ...(field !== undefined && { field }),
    ...(typeof seconds === "number" && { retry_after: Math.max(1, Math.ceil(seconds)) }),
  };
}

/** The first fault of the input; schemas put our codes where zod has its messages. */
function ofInput({ issues: [issue] }: z.ZodError, locale: Locale): Refusal {
  const named = issue?.message.split("|")[0];
  const code = named !== undefined && isErrorCode(named) ? named : "invalid_input";
  const detail = issue ? zodSentence(locale, issue) : errorSentence(locale, code);
  const field = issue?.path.map(String).join(".");
  return { status: STATUS[code], code, detail, ...(field && { field }) };
}

export interface Failure {
  readonly locale: Locale;
  readonly time_zone?: string | null;
  readonly request_id: string;
  readonly log: Log;
}

/** Answers a failure as JSON `{detail, code, field?}`, and logs what is our fault. */
export function errorResponse(error: unknown, { locale, time_zone, request_id, log }: Failure): Response {
  const refusal = toRefusal(error, locale, time_zone);
  reportFault(error, refusal, { request_id, log });
  return refusalResponse(refusal, request_id);
}

/** Logs what is our fault; refusals are no faults, but for one that stands for a failure of ours. */
export function reportFault(
  error: unknown,
  { status }: Refusal,
  { request_id, log }: Pick<Failure, "request_id" | "log">,
): void {
  if (status < 500) return;
  const refusal = error instanceof AppError;
  if (refusal && error.cause === undefined) return;
  log.error("request_failed", { request_id, error: refusal ? error.cause : error });
}

export function refusalResponse(
  { status, code, detail, field, retry_after }: Refusal,
  request_id: string,
): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (retry_after !== undefined) headers.set("retry-after", String(retry_after));
  // RFC 6750, 3: what kind of proof is wanted, and whether one was there.
  if (status === 401) {
    headers.set("www-authenticate", code.startsWith("token_") ? 'Bearer error="invalid_token"' : "Bearer");
  }
  const id = status === 500 ? { request_id } : {};
  return Response.json({ detail, code, ...(field !== undefined && { field }), ...id }, { status, headers });
}
