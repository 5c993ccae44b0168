import { z } from "zod";
import { Notifications, OwnSetting } from "./accounts.ts";
import { ErrorName } from "./answers.ts";
import { Product, Ref } from "./commands.ts";
import { Id, Message, PresenceStatus, User, UserBrief } from "./entities.ts";

/** Raised when a client must reload to understand the server. */
export const PROTOCOL = 1;

const conversation_id = Id;
const Person = UserBrief.extend({ first_name: z.string(), last_name: z.string() });
const Changed = z.object({ conversation_id, message: Message });

/** What the server says on `/ws` of a conversation, by verb: `<product>:<verb>` with full objects. */
export const EVENTS = {
  message: Changed.describe("A new message."),
  edit: Changed.describe("A message has another text, or another file."),
  delete: Changed.describe("A message was deleted; its text is empty."),
  pin: Changed.describe("A message was pinned or unpinned."),
  react: Changed.extend({ user_id: Id.describe("Whose reaction it was: of many, not all are named.") })
    .describe("Somebody reacted to a message, or took it back."),
  typing: z.object({ conversation_id, user: Person, is_typing: z.boolean() }).describe("Somebody writes."),
  read: z.object({ conversation_id, user_id: Id, seq: z.int() }).describe("Somebody has read that far."),
  left: z.object({ conversation_id, user_id: Id }).describe("Somebody is no longer in the conversation."),
  conversation: z.object({ conversation_id })
    .describe(
      "To oneself: one is in a new conversation, or changed its settings; fetch it, and join it. To all in it: it has " +
        "another name, picture or topic, or other people or roles; fetch it.",
    ),
  user: z.object({ user: User }).describe("Somebody of the workspace has another name or picture."),
  me: z.object({
    changed: z.array(OwnSetting).readonly().describe("What one set, on whatever device."),
    notifications: Notifications,
  }).describe("To oneself: one’s settings changed; all of them are in `GET /api/auth/me`."),
  "user-status": z.object({ user: User, status: PresenceStatus, last_seen_at: z.iso.datetime().nullable() })
    .describe("Somebody came, went, or is idle."),
} as const;

type EventVerb = keyof typeof EVENTS;

export type ConversationEvent = { [V in EventVerb]: { verb: V } & z.infer<(typeof EVENTS)[V]> }[EventVerb];

/** The same event as it stands in a frame. */
export type ConversationFrame = {
  [V in EventVerb]: { type: `${Product}:${V}` } & z.infer<(typeof EVENTS)[V]>;
}[EventVerb];

/** The type of a frame about a verb, for each product. */
export function typeOf<Verb extends string>(verb: Verb) {
  return z.enum(Product.options.map((product) => `${product}:${verb}` as const) as [`${Product}:${Verb}`]);
}

/** The first frame of a connection. */
export const HelloFrame = z.object({
  type: z.literal("hello"),
  protocol: z.int(),
  build: z.string().describe("Identity of the build: another one means “reload at a quiet moment”."),
  user: User,
  server_time: z.iso.datetime(),
}).describe("The first frame of a connection, by itself.");

export const JoinedFrame = z.object({
  type: typeOf("joined"),
  ref: Ref.optional(),
  conversation_id,
  version: z.int().describe("The conversation’s version when the changes were read."),
  changes: z.array(Message).describe("Messages stamped above `after_version`, oldest change first."),
  more: z.boolean().describe("Whether more changes wait: join again from the last one’s version."),
}).describe("Answers `:join`. From now on the conversation’s events come.");

export const PresenceFrame = z.object({
  type: typeOf("presence"),
  ref: Ref.optional(),
  conversation_id,
  members_count: z.int(),
  online_count: z.int(),
  online_ids: z.array(Id).describe("At most a few hundred of those online, the idle ones with them."),
  away_ids: z.array(Id).describe("Those of `online_ids` who are idle."),
}).describe("Answers `:presence`.");

export const AckFrame = z.object({
  type: z.literal("ack"),
  ref: Ref.optional(),
  message: Message.optional()
    .describe("For `:message`, `:edit`, `:delete` and `:react`: the message as committed."),
}).describe("A command with a `ref` was done; a message is on disk.");

export const ErrorFrame = z.object({
  type: z.literal("error"),
  ref: Ref.optional(),
  code: ErrorName,
  detail: z.string().describe("A sentence for people."),
  retry_after: z.number().optional().describe("Seconds to wait, with `rate_limited` and `unavailable`."),
}).describe("A command was refused, or a frame could not be read.");

export const PongFrame = z.object({ type: z.literal("pong"), ref: Ref.optional() }).describe(
  "Answers `:ping`.",
);

export type HelloFrame = z.infer<typeof HelloFrame>;
export type JoinedFrame = z.infer<typeof JoinedFrame>;
export type PresenceFrame = z.infer<typeof PresenceFrame>;
export type AckFrame = z.infer<typeof AckFrame>;
export type ErrorFrame = z.infer<typeof ErrorFrame>;

export type ServerFrame =
  | HelloFrame
  | JoinedFrame
  | PresenceFrame
  | AckFrame
  | ErrorFrame
  | z.infer<typeof PongFrame>
  | ConversationFrame;

/** What the server says on `/ws/chat/{conversation_id}/`, one a frame. */
export const FLAT_EVENTS = {
  new_message: z.object({
    type: z.literal("new_message"),
    message: z.object({ id: Id, sender: UserBrief, content: z.string(), timestamp: z.iso.datetime() }),
  }).describe("A new message; its files are in `GET /api/messages/{id}/`."),
  message_edited: z.object({
    type: z.literal("message_edited"),
    message: z.object({ id: Id, content: z.string() }),
  }).describe("A message has another text, or another file."),
  message_deleted: z.object({ type: z.literal("message_deleted"), message_id: Id })
    .describe("A message was deleted."),
  user_typing: z.object({ type: z.literal("user_typing"), user: UserBrief, is_typing: z.boolean() })
    .describe("Somebody writes."),
} as const;

type FlatEvents = typeof FLAT_EVENTS;
export type FlatFrame = { [T in keyof FlatEvents]: z.infer<FlatEvents[T]> }[keyof FlatEvents];

/** Close codes of both sockets. 1012 and 1013 mean "come back"; 44xx mean "do not". */
export const CLOSE = {
  /** The server restarts: reconnect after a moment. */
  restart: 1012,
  /** Read too slowly: reconnect and resume. */
  slow: 1013,
  /** A frame above 64 KiB. */
  too_big: 1009,
  /** The session ended: signed out, password changed, banned. */
  session_ended: 4401,
  /** No longer in this conversation (per-conversation socket). */
  removed: 4404,
  /** Too many sockets or commands. */
  too_many: 4429,
} as const;
