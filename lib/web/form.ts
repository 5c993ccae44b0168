import type { Context } from "fresh";
import { z } from "zod";
import { errorSentence, isErrorCode, zodSentence } from "@/lib/i18n/errors/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { reportFault, toRefusal } from "./errors.ts";
import type { State } from "./state.ts";

/** Sentences by field; the empty name holds what belongs to none. */
export type Faults = Readonly<Record<string, string>>;

/** How a form that was refused is answered: its page again, with what is wrong beside the fields. */
export interface RefusedForm {
  readonly faults: Faults;
  readonly init: { readonly status: number; readonly headers: HeadersInit };
}

/** What is wrong with a form that was sent as a page; logs what is our fault. */
export function refuseForm({ state }: Pick<Context<State>, "state">, error: unknown): RefusedForm {
  const { locale, time_zone, request_id, app } = state;
  const refusal = toRefusal(error, locale, time_zone);
  reportFault(error, refusal, { request_id, log: app.log });
  const { status, detail, field = "", retry_after } = refusal;
  const faults = error instanceof z.ZodError ? faultsOf(error, locale) : { [field]: detail };
  return { faults, init: { status, headers: retry_after ? { "retry-after": String(retry_after) } : {} } };
}

/** All that is wrong, not the first alone: nobody likes to be told one thing at a time. */
function faultsOf(error: z.ZodError, locale: Locale): Faults {
  const faults: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    faults[field] ??= isErrorCode(issue.message)
      ? errorSentence(locale, issue.message)
      : zodSentence(locale, issue);
  }
  return faults;
}
