import { z } from "zod";
import { isTimeZone } from "@/lib/i18n/dates.ts";
import { Id, Role, User } from "./entities.ts";
import type { ErrorCode } from "./errors.ts";
import { isUsername } from "./username.ts";

/** The message a schema gives when it refuses: a code that every language has a sentence for. */
const code = (value: ErrorCode): string => value;

const utf8 = new TextEncoder();

/** Fewest characters (code points) of a password. */
export const PASSWORD_MIN = 8;
/** bcrypt reads 72 bytes and no more; what it would cut is refused instead. */
export const PASSWORD_MAX_BYTES = 72;

/**
 * The form of a password that is hashed: NFC, so that the same word typed on another system is the same
 * (RFC 8265, OpaqueString).
 */
export function preparePassword(password: string): string {
  return password.normalize("NFC");
}

/** Why a password cannot be taken, or null. */
export function passwordFault(password: string): ErrorCode | null {
  // A code unit has at most three bytes in UTF-8 and composing shortens at most threefold or so: the huge
  // is refused before it is normalised.
  if (password.length > PASSWORD_MAX_BYTES * 10) return "password_too_long";
  const prepared = preparePassword(password);
  if (utf8.encode(prepared).length > PASSWORD_MAX_BYTES) return "password_too_long";
  if ([...prepared].length < PASSWORD_MIN) return "password_too_short";
  // bcrypt repeats the key with a NUL between: "a" and "a\0a" would open the same door.
  return prepared.includes("\0") || !prepared.isWellFormed() ? "invalid_input" : null;
}

/** A password somebody chooses. */
const NewPassword = z.string().superRefine((password, context) => {
  const fault = passwordFault(password);
  if (fault !== null) context.addIssue(fault);
}).meta({
  format: "password",
  minLength: PASSWORD_MIN,
  description: `At least ${PASSWORD_MIN} characters, at most ${PASSWORD_MAX_BYTES} bytes.`,
});

/** A password somebody claims: any text; a wrong one must look like any other wrong one. */
const ClaimedPassword = z.string().meta({ format: "password" });

export const EMAIL_MAX = 254;

const Email = z.string().trim().max(EMAIL_MAX, code("email_invalid")).pipe(z.email(code("email_invalid")))
  .meta({ format: "email" });

export const Username = z.string().max(200, code("username_invalid"))
  .transform((text) => text.trim().normalize("NFC"))
  .refine((text) => isUsername(text), code("username_invalid"))
  .meta({
    minLength: 3,
    maxLength: 32,
    description: "3 to 32 letters, digits, `_ . -` of any script.",
  });

export const NAME_MAX = 80;

/** Control characters and direction overrides, which could rearrange what stands around a name. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A name as it is kept: on one line, with nothing in it that cannot be seen but joins letters. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, " ").replace(/\s+/g, " ").trim().normalize("NFC");

const Name = z.string().max(1000, code("name_too_long")).transform(printable)
  .refine((text) => [...text].length <= NAME_MAX, code("name_too_long"))
  .meta({ maxLength: NAME_MAX });

/** An empty field of a form counts as left out. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => typeof value === "string" && value.trim() === "" ? undefined : value ?? undefined,
    schema.optional(),
  );

export const Language = z.enum(["fa", "en"]);
export const Theme = z.enum(["light", "dark", "system"]);
export const Calendar = z.enum(["persian", "gregory"]);
export const Registration = z.enum(["open", "invite", "closed"]);

const WorkspaceSlug = z.string().max(64).describe("The workspace’s short name; without it the default one.");

/** `POST /api/auth/register`. `name` is split when `first_name` and `last_name` are left out. */
export const Register = z.object({
  email: Email,
  password: NewPassword,
  username: optional(Username),
  first_name: optional(Name),
  last_name: optional(Name),
  name: optional(Name),
  language: optional(Language),
  workspace: optional(WorkspaceSlug),
});

/** `POST /api/auth/login`. Without `workspace` the default one, else the person's first. */
export const Login = z.object({
  email: z.string().max(1000),
  password: ClaimedPassword,
  workspace: optional(WorkspaceSlug),
});

/** `POST /api/auth/refresh`. */
export const Refresh = z.object({ refresh_token: z.string().min(1).max(200) });

/** `POST /api/auth/password`. */
export const ChangePassword = z.object({ current_password: ClaimedPassword, new_password: NewPassword });

/** `POST /api/auth/reset-password` with the token of a reset link. */
export const ResetPassword = z.object({ token: z.string().min(1).max(200), password: NewPassword });

/** `POST /api/auth/setup` with the token of the first-run link: makes the owner. */
export const Setup = z.object({
  token: z.string().min(1).max(200),
  workspace_name: optional(Name),
  email: Email,
  password: NewPassword,
  username: optional(Username),
  first_name: optional(Name),
  last_name: optional(Name),
  name: optional(Name),
  language: optional(Language),
  registration: optional(Registration),
});

/** A line of text that must say something. */
const line = (max: number) =>
  z.string().max(1000).transform(printable).pipe(z.string().min(1).max(max))
    .meta({ minLength: 1, maxLength: max });

/** Most entries of one's own in `in_game_ids`. */
export const IN_GAME_IDS_MAX = 20;
/** Longest name of a game, and longest name that somebody has in it. */
export const GAME_MAX = 40;
export const GAME_ID_MAX = 80;

/** An entry of one's own `in_game_ids`. */
const OwnGame = z.object({ game: line(GAME_MAX), id: line(GAME_ID_MAX) });

/** An IANA name that the runtime knows. */
const TimeZone = z.string().max(64).refine(isTimeZone).describe("An IANA name, such as `Asia/Tehran`.");

/** What a person wants to hear and how Enter works. What a change leaves out stays as it was. */
export const Notifications = z.object({
  sound: z.boolean().describe("A sound with what concerns them."),
  desktop: z.boolean().describe("Notices of the browser or system."),
  all_messages: z.boolean()
    .describe("Of rooms with many people every message concerns them, not only what calls or answers them."),
  enter_sends: z.boolean().describe("Otherwise Enter makes a line and Ctrl+Enter sends."),
});

/** `PATCH /api/auth/me`: one's own profile. */
export const Profile = z.object({
  username: Username.optional(),
  first_name: Name.optional(),
  last_name: Name.optional(),
  language: Language.nullish(),
  calendar: Calendar.nullish(),
  theme: Theme.nullish(),
  time_zone: TimeZone.nullish(),
  in_game_ids: z.array(OwnGame).max(IN_GAME_IDS_MAX).optional(),
  notifications: Notifications.partial().optional(),
});

/** What of a profile nobody else has to do with. */
export const OwnSetting = z.enum(["language", "calendar", "theme", "time_zone", "notifications"]);

/** `GET /api/auth/me/username`: whether one could be called that. */
export const UsernameQuery = z.object({ username: Username });

/** What it answers: what is not available says why. */
export const UsernameAnswer = z.object({
  available: z.boolean(),
  code: z.string().optional().describe("Why not."),
  detail: z.string().optional().describe("The same as a sentence."),
});

/** `PATCH /api/admin/users/{id}`: what an admin may change of somebody. Null times lift. */
export const ManageUser = z.object({
  role: Role.optional(),
  banned: z.boolean().optional(),
  ban_reason: z.string().max(500).nullish(),
  banned_until: z.iso.datetime({ offset: true }).nullish(),
  muted_until: z.iso.datetime({ offset: true }).nullish(),
});

/** Oneself, as `GET /api/auth/me` and every sign-in answer. */
export const Me = z.object({
  ...User.shape,
  email: z.string(),
  role: Role,
  is_staff: z.boolean(),
  language: Language.nullable(),
  calendar: Calendar.nullable(),
  theme: Theme.nullable(),
  /** IANA name. */
  time_zone: z.string().nullable(),
  muted_until: z.iso.datetime().nullable(),
  notifications: Notifications,
  workspace: z.object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    language: Language,
    time_zone: z.string(),
  }),
});

/** What signing in answers. `expires_in` is the access token's, in seconds. */
export const SignedIn = z.object({
  user: Me,
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal("Bearer"),
  expires_in: z.int().describe("Seconds for which the access token is good."),
});

/** What the OAuth 2 grants answer: the tokens alone. */
export const Tokens = SignedIn.omit({ user: true });

/** What opens one socket. */
export const Ticket = z.object({ ticket: z.string(), expires_in: z.int().describe("Seconds.") });

/** A link by which somebody sets a new password. */
export const ResetLink = z.object({ url: z.url(), expires_at: z.iso.datetime() });

/** One's own session in `GET /api/auth/sessions`. */
export const Session = z.object({
  id: Id,
  kind: z.enum(["browser", "api"]),
  user_agent: z.string(),
  ip: z.string(),
  created_at: z.iso.datetime(),
  last_used_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  is_current: z.boolean(),
});

/** A person as admins see them. */
export const ManagedUser = z.object({
  ...User.shape,
  email: z.string(),
  created_at: z.iso.datetime(),
  last_seen_at: z.iso.datetime().nullable(),
  banned: z.boolean(),
  ban_reason: z.string().nullable(),
  banned_until: z.iso.datetime().nullable(),
  muted_until: z.iso.datetime().nullable(),
});

export type OwnSetting = z.infer<typeof OwnSetting>;
export type Language = z.infer<typeof Language>;
export type Theme = z.infer<typeof Theme>;
export type Calendar = z.infer<typeof Calendar>;
export type Notifications = z.infer<typeof Notifications>;
export type Register = z.infer<typeof Register>;
export type Login = z.infer<typeof Login>;
export type ChangePassword = z.infer<typeof ChangePassword>;
export type ResetPassword = z.infer<typeof ResetPassword>;
export type Setup = z.infer<typeof Setup>;
export type Profile = z.infer<typeof Profile>;
export type UsernameAnswer = z.infer<typeof UsernameAnswer>;
export type ManageUser = z.infer<typeof ManageUser>;
export type Me = z.infer<typeof Me>;
export type SignedIn = z.infer<typeof SignedIn>;
export type Session = z.infer<typeof Session>;
export type ManagedUser = z.infer<typeof ManagedUser>;
