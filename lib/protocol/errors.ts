/**
 * Every refusal of the program has a code, and every code has one HTTP status here and one sentence in
 * each language in `lib/i18n` (a missing one does not compile). REST answers `{detail, code}` with the
 * status; sockets answer an error frame with the same code and sentence.
 */
export const STATUS = {
  invalid_json: 400,
  invalid_body: 400,
  invalid_input: 400,
  invalid_cursor: 400,
  content_empty: 400,
  content_too_long: 400,
  client_id_invalid: 400,
  emoji_invalid: 400,
  search_empty: 400,
  search_too_long: 400,
  email_invalid: 400,
  password_too_short: 400,
  password_too_long: 400,
  username_invalid: 400,
  name_too_long: 400,
  name_empty: 400,
  topic_too_long: 400,
  reset_link_invalid: 400,
  file_missing: 400,
  file_broken: 400,
  file_infected: 400,
  too_many_files: 400,
  upload_incomplete: 400,
  domain_invalid: 400,
  domains_too_long: 400,
  color_invalid: 400,
  unknown_command: 400,
  not_joined: 400,
  unauthenticated: 401,
  invalid_credentials: 401,
  token_invalid: 401,
  token_expired: 401,
  identity_invalid: 401,
  site_key_invalid: 401,
  forbidden: 403,
  origin_refused: 403,
  banned: 403,
  muted: 403,
  domain_refused: 403,
  site_locked: 403,
  identity_required: 403,
  registration_closed: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  conflict: 409,
  reactions_full: 409,
  pins_full: 409,
  last_owner: 409,
  group_full: 409,
  owner_needed: 409,
  email_taken: 409,
  username_taken: 409,
  name_taken: 409,
  payload_too_large: 413,
  image_too_large: 413,
  quota_exceeded: 413,
  unsupported_media_type: 415,
  file_type_unsupported: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** Numbers and names that a sentence may need, such as `seconds` to wait or `max` characters. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** A refusal a person may be told of. Anything else that is thrown is a fault of ours and answers 500. */
export class AppError extends Error {
  override name = "AppError";
  readonly status: number;
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    /** The input field at fault, for forms. */
    readonly field: string | undefined = undefined,
  ) {
    super(code);
    this.status = STATUS[code];
  }
}
