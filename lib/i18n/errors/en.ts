import type { ErrorCode, ErrorParams } from "@/lib/protocol/errors.ts";
import { number } from "../numbers.ts";

/** A sentence for every refusal; a code without one does not compile. */
export const en: Record<ErrorCode, (params: ErrorParams) => string> = {
  invalid_json: () => "The request’s body isn’t valid JSON.",
  invalid_body: () => "The request’s body can’t be read.",
  invalid_input: () => "Something in the request isn’t as it should be.",
  invalid_cursor: () => "That page of the list doesn’t exist any more. Please start from its first page.",
  content_empty: () => "An empty message can’t be sent.",
  content_too_long: (p) => `A message may have up to ${n(p.max ?? 4000)} characters.`,
  client_id_invalid: () =>
    "A client_id or Idempotency-Key has 1 to 100 Latin letters, digits or signs, and no spaces.",
  emoji_invalid: () => "A reaction is a like, a dislike, or one emoji.",
  search_empty: () => "Say what to look for: a word, a person, or what a message should have.",
  search_too_long: (p) =>
    p.words
      ? `Please look for up to ${n(p.words)} words at once.`
      : `Please look for up to ${n(p.max ?? 200)} characters.`,
  email_invalid: () => "This address isn’t complete.",
  password_too_short: (p) => `The password needs at least ${n(p.min ?? 8)} characters.`,
  password_too_long: (p) =>
    `The password may take up to ${n(p.max ?? 72)} bytes. Please choose a shorter one.`,
  username_invalid: () => "A username has 3 to 32 letters, digits, or _ . - and no spaces.",
  name_too_long: (p) => `The name may have up to ${n(p.max ?? 80)} characters.`,
  name_empty: () => "Please give it a name.",
  topic_too_long: (p) => `The topic may have up to ${n(p.max ?? 250)} characters.`,
  reset_link_invalid: () => "This link was used before or is too old. Please ask for a new one.",
  file_missing: () => "There is no file in the request.",
  file_broken: () => "This file is damaged and can’t be read.",
  file_infected: () => "This file was found to be harmful and was refused.",
  too_many_files: (p) => `A message may have up to ${n(p.max ?? 10)} files.`,
  upload_incomplete: () => "The upload broke off before its end. Please try again.",
  domain_invalid: (p) =>
    p.domain
      ? `“${p.domain}” isn’t a domain. Write it like shop.example, *.shop.example or localhost:5000.`
      : "This isn’t a domain. Write it like shop.example, *.shop.example or localhost:5000.",
  domains_too_long: () =>
    "So many domains don’t fit together: all of them are sent with each page of the chat. Write subdomains as one, like *.shop.example, or make another site.",
  color_invalid: () => "A colour is written like #9a4825.",
  unknown_command: () => "The server doesn’t know this command.",
  not_joined: () => "Join the conversation first.",
  unauthenticated: () => "Please sign in first.",
  invalid_credentials: () => "E-mail and password don’t match.",
  token_invalid: () => "This token isn’t valid.",
  token_expired: () => "This token has expired.",
  site_key_invalid: () => "The site’s key is missing, or not in use any more.",
  identity_invalid: () => "What the site says about you isn’t signed as it should be.",
  forbidden: () => "You aren’t allowed to do this.",
  origin_refused: () => "This request came from another site and was refused.",
  banned: (p) => p.until ? `Your account is closed until ${p.until}.` : "Your account is closed.",
  muted: (p) => p.until ? `You can’t write until ${p.until}.` : "You can’t write here at the moment.",
  domain_refused: () => "This chat isn’t open to this site.",
  site_locked: () => "This chat can be read at the moment, but not written in.",
  identity_required: () => "Please sign in on the site first, then write here.",
  registration_closed: () => "New accounts can’t be made here at the moment. Please ask an admin.",
  not_found: () => "There is nothing here, or nothing you may see.",
  method_not_allowed: () => "This can’t be done at this address.",
  request_timeout: () => "The request took too long to arrive. Please try again.",
  conflict: () => "This was changed by somebody else meanwhile. Please look again.",
  reactions_full: (p) => `A message has room for ${n(p.max ?? 20)} different reactions.`,
  pins_full: (p) => `Up to ${n(p.max ?? 50)} messages can be pinned here. Please unpin one first.`,
  last_owner: () => "Somebody must remain who owns this workspace.",
  group_full: (p) => `A group has room for ${n(p.max ?? 1000)} people.`,
  owner_needed: () => "A group needs an owner. Please hand it to somebody else first.",
  email_taken: () => "There is an account with this e-mail already.",
  username_taken: () => "Somebody has this username already.",
  name_taken: () => "That’s what those who answer here are called. Please choose another name for yourself.",
  payload_too_large: (p) => p.max_mb ? `A file may have up to ${n(p.max_mb)} MB.` : "This is too large.",
  image_too_large: (p) =>
    `A picture may have up to ${n(p.max_mp ?? 50)} megapixels, all its frames together.`,
  quota_exceeded: (p) =>
    p.whose === "server"
      ? "This server has no room for more files. Please tell an admin."
      : `All your files together may take up to ${n(p.max_mb ?? 0)} MB. Please delete some first.`,
  unsupported_media_type: () => "This type isn’t accepted.",
  file_type_unsupported: (p) =>
    p.real
      ? `The file’s name doesn’t fit what is inside it (${p.real}).`
      : "Files of this type aren’t accepted. Accepted are JPEG, PNG, WebP, GIF, HEIC, AVIF, MP4 and MOV.",
  rate_limited: (p) =>
    p.seconds
      ? `That was quick. Please try again in ${wait(p.seconds)}.`
      : "That was quick. Please wait a little.",
  internal: () => "Something broke on our side. What was sent before is safe.",
  unavailable: (p) =>
    p.reason === "disk_full"
      ? "The server’s disk is full, so nothing was kept. Please try again later."
      : p.reason === "scanner"
      ? "Files can’t be checked for viruses at the moment, so none are accepted. Please try again later."
      : "The server is busy. Please try again in a moment.",
};

function n(value: string | number): string {
  return number("en", Number(value));
}

function wait(value: string | number): string {
  const seconds = Number(value);
  if (seconds < 90) return seconds === 1 ? "a second" : `${n(seconds)} seconds`;
  return `${n(Math.ceil(seconds / 60))} minutes`;
}
