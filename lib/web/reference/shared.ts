/** What several routes say alike. */
import type { ErrorCode } from "@/lib/protocol/errors.ts";

/** Refusals of what a new account is made of. */
export const ACCOUNT_ERRORS = [
  "email_invalid",
  "password_too_short",
  "password_too_long",
  "username_invalid",
  "name_too_long",
] as const satisfies ErrorCode[];

/** Why a visitor who may read may not write. */
export const VISITOR_VOICE_ERRORS = ["site_locked", "identity_required"] as const satisfies ErrorCode[];

/** Why whoever may read may not write. */
export const VOICE_ERRORS = ["muted", ...VISITOR_VOICE_ERRORS] as const satisfies ErrorCode[];

/** Refusals of a file. */
export const UPLOAD_ERRORS = [
  "file_missing",
  "too_many_files",
  "file_broken",
  "file_infected",
  "upload_incomplete",
  "image_too_large",
  "quota_exceeded",
  "file_type_unsupported",
  "rate_limited",
  "unavailable",
] as const satisfies ErrorCode[];

/** How history is paged. */
export const HISTORY_PAGES =
  "Counted pages with `page` and `page_size`, or by message id with `before` and `after`. " +
  "`around` a message id, `seq` a message’s `seq` or `at` a moment gives the page around that message, or around the " +
  "first one written at that moment or after it, itself among them; a place that is not there is the next one that is. " +
  "`next` leads to older messages, `previous` to newer ones. Lines of the system are not among them.";
