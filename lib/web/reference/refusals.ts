import { errorSentence } from "@/lib/i18n/errors/mod.ts";
import { type ErrorCode, STATUS } from "@/lib/protocol/errors.ts";
import type { Placed } from "./operations.ts";

/** Codes that a request may be refused with, by status, the lowest first. */
export function refusalsOf({ method, params, operation }: Placed): Map<number, ErrorCode[]> {
  const { access, query, body, form, files, errors = [] } = operation!;
  const codes = new Set<ErrorCode>();
  const add = (...more: ErrorCode[]) => more.forEach((code) => codes.add(code));
  if (query) add("invalid_input");
  if (body || form || files) add("invalid_body", "invalid_input", "request_timeout", "payload_too_large");
  if (body || form || files) add("unsupported_media_type");
  if (body) add("invalid_json");
  if (method === "POST") add("client_id_invalid");
  if (params.length > 0) add("not_found");
  if (access !== "anyone" && access !== "site") add("unauthenticated");
  // From a page that is not on the list of a visitor's site.
  if (access === "somebody") add("domain_refused");
  if (access === "site" || access === "guest") add("site_key_invalid", "domain_refused");
  // A token that is there must be right, whoever may ask.
  add("token_invalid", "token_expired");
  if (access === "staff") add("forbidden");
  if (method !== "GET") add("origin_refused");
  add(...errors);
  const by_status = Map.groupBy(codes, (code) => STATUS[code]);
  return new Map([...by_status].sort(([a], [b]) => a - b));
}

export interface RefusalExample {
  /** Its status. */
  readonly summary: string;
  readonly value: { readonly detail: string; readonly code: ErrorCode };
}

/** What each refusal says. */
export function refusalExamples(): Record<string, RefusalExample> {
  return Object.fromEntries(
    (Object.keys(STATUS) as ErrorCode[]).map((code) => [code, {
      summary: String(STATUS[code]),
      value: { detail: errorSentence("en", code), code },
    }]),
  );
}
