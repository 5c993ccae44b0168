import { z } from "zod";
import { isTimeZone } from "@/lib/i18n/dates.ts";
import { Language, printable } from "./accounts.ts";
import { ClientId, Content, isVisible } from "./content.ts";
import { ConversationKind, Id, Message, User } from "./entities.ts";
import type { ErrorCode } from "./errors.ts";

/** The message a schema gives when it refuses: a code that every language has a sentence for. */
const code = (value: ErrorCode): string => value;

/** Entries of the list of domains of one site. */
export const DOMAINS_MAX = 50;
/** Longest title and other texts of a site, in code points. */
export const TITLE_MAX = 60;
export const WELCOME_MAX = 500;

const line = (max: number) =>
  z.string().max(4000, code("invalid_input")).transform(printable)
    .refine((text) => [...text].length <= max, code("invalid_input"));
const prose = (max: number) =>
  z.string().max(8000, code("invalid_input")).transform((text) =>
    text.toWellFormed().replaceAll("\0", "").trim()
  )
    .refine((text) => [...text].length <= max, code("invalid_input"));

export const SiteMode = z.enum(["global", "room", "support"]);
export const SiteLocale = z.enum(["fa", "en", "auto"]);
export const SitePosition = z.enum(["left", "right"]);

/** A colour as `#rrggbb`, lower case. */
export const HexColor = z.string().regex(/^#[0-9a-fA-F]{6}$/, code("color_invalid"))
  .transform((text) => text.toLowerCase());

/** A time of day as `HH:MM`, 24 hours; "24:00" is the end of the day. */
const TimeOfDay = z.string().regex(/^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/, code("invalid_input"));

/** When people answer: per day of the week from Monday (0) to Sunday (6), in that time zone. */
export const BusinessHours = z.object({
  time_zone: z.string().max(64).refine(isTimeZone).describe("An IANA name, such as `Asia/Tehran`."),
  /** Seven lists of spans; an empty one is a day on which nobody is there. */
  days: z.array(
    z.array(
      z.object({ from: TimeOfDay, to: TimeOfDay }).refine(({ from, to }) => from < to, code("invalid_input")),
    )
      .max(4),
  ).length(7),
});

/** What visitors read and fill in. What is null takes the product's own words in the visitor's language. */
export const SiteLook = z.object({
  title: line(TITLE_MAX).default("").describe("Empty: the site’s name."),
  welcome: prose(WELCOME_MAX).default("").describe("The first bubble of an empty chat."),
  locale: SiteLocale.default("auto").describe("`auto` is the language of the page, else of the visitor."),
  position: SitePosition.default("right"),
  teaser: z.boolean().default(true).describe("A new message shows beside the closed launcher."),
  hours: BusinessHours.nullable().default(null).describe("Null: always open."),
  prechat: z.object({
    enabled: z.boolean().default(false),
    name: z.enum(["hidden", "optional", "required"]).default("optional"),
    email: z.enum(["hidden", "optional", "required"]).default("hidden"),
    text: prose(WELCOME_MAX).default(""),
  }).prefault({}).describe("What is asked before the first message."),
  offline: z.object({
    enabled: z.boolean().default(true),
    text: prose(WELCOME_MAX).default(""),
  }).prefault({}).describe("The form outside of business hours: an e-mail address and the message."),
});

/** How many a minute (messages) or an hour (uploads, sessions); bursts of as many are let through. */
const limit = (fallback: number) => z.int().min(1).max(100_000).default(fallback);

/** How much visitors of a site may send. */
export const SiteLimits = z.object({
  messages_guest: limit(20).describe(
    "Messages of one visitor a minute, edits among them; three times as many reactions.",
  ),
  messages_ip: limit(60).describe("The same from one address."),
  messages_site: limit(600).describe("The same of all visitors."),
  uploads_guest: limit(6).describe("Uploads of one visitor an hour."),
  uploads_ip: limit(30).describe("Uploads from one address an hour."),
  uploads_site: limit(300).describe("Uploads of all visitors an hour."),
  sessions_ip: limit(60).describe("New visitors from one address an hour."),
  sessions_site: limit(6000).describe("New visitors an hour."),
});

const Domains = z.array(z.string().trim().min(1, code("domain_invalid")).max(300, code("domain_invalid")))
  .max(DOMAINS_MAX, code("invalid_input"));
const SiteName = line(80).refine(isVisible, code("name_empty"));

/** `POST /api/admin/sites`. Whether each domain is one is decided by `lib/widget/domains.ts`. */
export const CreateSite = z.object({
  name: SiteName,
  domains: Domains.default([]),
  mode: SiteMode.default("support"),
  primary_color: HexColor.default("#0f6f7c"),
  locked: z.boolean().default(false),
  require_verified: z.boolean().default(false),
  title: line(TITLE_MAX).optional().describe("Short for `look.title`."),
  look: SiteLook.prefault({}),
  limits: SiteLimits.prefault({}),
});

/** `PATCH /api/admin/sites/{site_id}`: what is left out stays as it is, also within `look` and `limits`. */
export const ChangeSite = z.object({
  name: SiteName.optional(),
  domains: Domains.optional(),
  mode: SiteMode.optional(),
  primary_color: HexColor.optional(),
  locked: z.boolean().optional(),
  require_verified: z.boolean().optional(),
  revoked: z.boolean().optional(),
  title: line(TITLE_MAX).optional(),
  look: z.record(z.string(), z.unknown()).optional(),
  limits: z.record(z.string(), z.unknown()).optional(),
});

/** A site as its admins see it. */
export const Site = z.object({
  site_id: z.string().describe("“st_…”, as it stands in the page."),
  site_key: z.string().describe("“pk_…”, public."),
  secret_created_at: z.iso.datetime(),
  name: z.string(),
  title: z.string(),
  domains: z.array(z.string()),
  mode: SiteMode,
  primary_color: z.string(),
  locked: z.boolean(),
  require_verified: z.boolean(),
  revoked: z.boolean(),
  look: SiteLook,
  limits: SiteLimits,
  conversation_id: Id.nullable().describe("The site’s own room, once there was one."),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  traffic: z.object({
    messages_day: z.int().describe("Of visitors, in the last 24 hours."),
    messages_total: z.int(),
    guests_day: z.int().describe("Visitors who were there in the last 24 hours."),
    guests_total: z.int(),
    last_message_at: z.iso.datetime().nullable(),
  }),
});

/** A site with its secret key, which is told this once. */
export const SiteWithSecret = z.object({ ...Site.shape, secret_key: z.string().describe("“sk_…”.") });

/** The same where it is told only if it is a new one. */
export const SiteWithKey = z.object({
  ...Site.shape,
  secret_key: z.string().optional().describe("“sk_…”, where it was that which was made anew."),
});

/** How pages call a site. What is none is found nowhere. */
export const SiteId = z.string().max(40).describe("“st_…”.");

/** Somebody who answers visitors, as these see them. */
const AgentFace = z.object({
  id: Id,
  name: z.string(),
  picture: z.string().nullable(),
  is_online: z.boolean(),
});

/** What a loader and a frame have to know of a site. Nothing in it is secret. */
export const WidgetConfig = z.object({
  site_id: z.string(),
  site_key: z.string(),
  name: z.string(),
  title: z.string(),
  welcome: z.string(),
  locale: SiteLocale,
  position: SitePosition,
  mode: SiteMode,
  locked: z.boolean(),
  require_verified: z.boolean(),
  teaser: z.boolean(),
  primary_color: z.string(),
  colors: z.object({
    site: z.string().describe("The colour itself, as areas have it."),
    on: z.string().describe("Text on it: black or white, whichever is read better."),
    light: z.string().describe("As text and icons on a light page: at least 4.5 : 1."),
    dark: z.string().describe("As text and icons on a dark page: at least 4.5 : 1."),
  }),
  prechat: SiteLook.shape.prechat,
  offline: SiteLook.shape.offline,
  hours: BusinessHours.nullable(),
  is_open: z.boolean(),
  opens_at: z.iso.datetime().nullable().describe("When it is closed: the next time it opens."),
  agents: z.array(AgentFace).describe("Who answers, those online first; at most three."),
});

/** The visitor’s own name for who they are: at least 128 random bits, made by the server. */
export const GuestKey = z.string().regex(/^[A-Za-z0-9_-]{22,128}$/);

/** `POST /api/external/guests`. */
export const StartGuest = z.object({
  // What nobody could see is no name.
  name: line(80).transform((text) => isVisible(text) ? text : undefined).optional()
    .describe("Not what agents, admins, the owner or the site are called."),
  email: z.email(code("email_invalid")).max(254, code("email_invalid")).optional(),
  locale: Language.optional().describe("Of the page: somebody without a name is called in it."),
  // A page may have anything where it keeps that.
  guest_id: z.string().nullish().describe("From an earlier visit; an unknown one is replaced."),
  identity: z.string().max(4096, code("identity_invalid")).optional()
    .describe("JWT (HS256, the site’s secret key, `aud` the site_id, `sub`, `exp`; `name`, `email`)."),
});

/** `POST /api/external/tickets`. */
export const OpenTicket = z.object({ subject: line(200).default("") });

/** The ticket of a visitor, and where it is talked about. */
export const OpenedTicket = z.object({
  conversation_id: Id,
  number: z.int().describe("Counts within the workspace, from 1."),
});

/** A visit, until `DELETE /api/external/guests/current` ends it. */
export const GuestSession = z.object({
  guest_id: z.string().nullable().describe(
    "To be kept by the page: whoever has it is this visitor. Null for whom the site’s server vouches: they come " +
      "back by `identity` alone.",
  ),
  token: z.string().describe("For `Authorization: Bearer`, until it expires."),
  files_token: z.string().describe("For `?k=` behind the path of a file, where no header can be sent."),
  expires_in: z.int().describe("Seconds."),
  user: User,
  verified: z.boolean(),
  conversation_id: Id.nullable().describe("Null in mode `support` until the first message."),
});

const pageSize = z.coerce.number().int().positive().default(50).transform((limit) => Math.min(limit, 100));

/** Query of `GET /api/external/messages` of a site's own server, by keyset. */
export const TranscriptQuery = z.object({
  before: z.coerce.number().int().positive().optional(),
  after: z.coerce.number().int().positive().optional(),
  page_size: pageSize,
});

/** `POST /api/external/messages`. */
export const SendExternal = z.object({
  content: Content,
  client_id: ClientId.optional(),
  reply_to: Id.nullish(),
});

/** Query of `GET /api/admin/sites`, by keyset. */
export const SitesQuery = z.object({
  before: z.string().max(40).optional().describe("A site_id: those that were made before it."),
  limit: pageSize,
});

/** The sites of a workspace, the newest first. */
export const SitePage = z.object({ results: z.array(Site), next: z.url().nullable() });

/** `POST /api/admin/sites/{site_id}/keys`. */
export const RotateKey = z.object({
  key: z.enum(["secret", "public"]).describe("The old one is refused from then on."),
});

/** A message with where it stands, for who looks over all of them. */
export const AdminMessage = z.object({
  ...Message.shape,
  conversation: z.object({ id: Id, kind: ConversationKind, name: z.string().nullable() }),
  sender_email: z.string().nullable().describe("Where a visitor wants to be answered, if they said."),
});

export const AdminMessagePage = z.object({ results: z.array(AdminMessage), next: z.url().nullable() });

/** Query of `GET /api/admin/messages`, by keyset. */
export const AdminMessagesQuery = z.object({
  source: z.enum(["external", "app"]).optional(),
  site: z.string().max(40).optional().describe("A site_id."),
  conversation: z.coerce.number().int().positive().optional(),
  sender: z.coerce.number().int().positive().optional(),
  q: z.string().max(200).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: pageSize,
});

export type SiteMode = z.infer<typeof SiteMode>;
export type SiteLook = z.infer<typeof SiteLook>;
export type SiteLimits = z.infer<typeof SiteLimits>;
export type BusinessHours = z.infer<typeof BusinessHours>;
export type CreateSite = z.infer<typeof CreateSite>;
export type ChangeSite = z.infer<typeof ChangeSite>;
export type Site = z.infer<typeof Site>;
export type SitesQuery = z.infer<typeof SitesQuery>;
export type RotateKey = z.infer<typeof RotateKey>;
export type AdminMessage = z.infer<typeof AdminMessage>;
export type SiteWithSecret = z.infer<typeof SiteWithSecret>;
export type WidgetConfig = z.infer<typeof WidgetConfig>;
export type StartGuest = z.infer<typeof StartGuest>;
export type GuestSession = z.infer<typeof GuestSession>;
export type OpenTicket = z.infer<typeof OpenTicket>;
export type OpenedTicket = z.infer<typeof OpenedTicket>;
export type AdminMessagesQuery = z.infer<typeof AdminMessagesQuery>;
