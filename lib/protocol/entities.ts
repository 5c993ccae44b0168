import { z } from "zod";

/** Integer id below 2^53, growing with time. */
export const Id = z.int().positive();
/** ISO 8601 in UTC. */
const Time = z.iso.datetime();

export const InGameId = z.object({ game: z.string().max(40), id: z.string().max(80) });

/** The short form of a person that the per-conversation socket carries. */
export const UserBrief = z.object({
  id: Id,
  username: z.string(),
  profile_picture: z.string().nullable().describe("A path from the root of the site."),
});

export const Role = z.enum(["owner", "admin", "agent", "member"]);

/**
 * A person as others see them. For guests and bots `role` is null. Visitors of sites are told less of members: see
 * `lib/chat/veil.ts`.
 */
export const User = z.object({
  ...UserBrief.shape,
  first_name: z.string(),
  last_name: z.string(),
  score: z.int().describe("Likes less dislikes received from other members; 0 for visitors of sites to see."),
  rank: z.string().nullable().describe("What the workspace calls that score; null for visitors to see."),
  role: Role.nullable().describe("Visitors see `agent` of agents, admins and the owner alike."),
  in_game_ids: z.array(InGameId).describe("Empty for visitors to see."),
});

export const Attachment = z.object({
  id: Id,
  message: Id,
  file: z.string().describe(
    "A path from the root of the site, fetched with the same proof as everything else.",
  ),
  uploaded_at: Time,
  name: z.string(),
  size: z.int().describe("Bytes."),
  type: z.string().describe("Media type, by its content."),
  width: z.int().nullable(),
  height: z.int().nullable(),
  thumbnail: z.string().nullable()
    .describe("Path of a small WebP; null for videos and for HEIC that could not be decoded."),
});

/**
 * How many set `like`, `dislike` or an emoji. `user_ids` names the first 50 of them; who asks is named besides
 * if they are among the others.
 */
export const Reaction = z.object({
  emoji: z.string(),
  count: z.int(),
  user_ids: z.array(Id).describe("The first 50, and whoever asks if they are among the others."),
});

/** Where a message came in: `app` from members, `site` from a visitor of an external site of that name. */
export const MessageSource = z.object({ kind: z.enum(["app", "site"]), name: z.string().nullable() });

/** What a reply quotes. The text is cut to 160 characters, and empty once the original is deleted. */
export const Quote = z.object({
  id: Id,
  seq: z.int(),
  sender: UserBrief.extend({
    first_name: z.string(),
    last_name: z.string(),
    role: Role.nullable().describe("Visitors see `agent` of agents, admins and the owner alike."),
  }),
  content: z.string(),
  is_deleted: z.boolean(),
  source: MessageSource,
});

/** What somebody is in a conversation that has roles of its own. */
export const RoomRole = z.enum(["owner", "admin", "member"]);

/** What a line of the system tells, by its key in `content`; `sender` did it. */
export const LineKey = z.enum([
  "group_created",
  "members_added",
  "member_removed",
  "member_left",
  "group_renamed",
  "picture_changed",
  "topic_changed",
  "role_changed",
]);

/** The particulars of a line of the system. */
export const LineParams = z.object({
  users: z.array(z.object({
    id: Id,
    username: z.string(),
    first_name: z.string(),
    last_name: z.string(),
  })).optional().describe("Whom it was done to; of many the first 50."),
  count: z.int().optional().describe("How many these are."),
  name: z.string().optional().describe("The new name."),
  topic: z.string().optional().describe("The new topic; empty where it was taken away."),
  role: RoomRole.optional(),
});

export const Message = z.object({
  id: Id,
  conversation: Id,
  seq: z.int().describe("Its place in the conversation, without holes, in order of commit."),
  version: z.int().describe("The conversation’s version at the last change of this message."),
  client_id: z.string().describe("The sender’s own name for it."),
  kind: z.enum(["text", "system"]),
  sender: User,
  content: z.string().describe("The text; of a line of the system its key."),
  params: LineParams.nullable().describe("Null but for lines of the system."),
  timestamp: Time,
  is_read: z.boolean(),
  is_edited: z.boolean(),
  is_deleted: z.boolean(),
  reply_to: Quote.nullable(),
  reactions: z.array(Reaction).describe("Like and dislike first, then by first use."),
  mentions: z.array(Id).describe("Ids of members it calls by name."),
  is_pinned: z.boolean(),
  attachments: z.array(Attachment),
  source: MessageSource,
});

export const ConversationKind = z.enum(["global", "direct", "group", "team", "site", "ticket"]);

/** A ticket as those who answer see it, beside what is said in it. Who asks is never given it, nor anybody else. */
export const TicketHead = z.object({
  number: z.int().describe("Counts within the workspace, from 1."),
  customer: z.object({
    id: Id.describe("Of who asks; they are named among the participants."),
    email: z.string().nullable().describe("Where they want to be answered, if they said."),
    verified: z.boolean().describe("Whether the site’s own server vouches for who they are."),
  }),
  site_name: z.string().nullable().describe("The site they came from; null for who is no visitor."),
});

export const Conversation = z.object({
  id: Id,
  kind: ConversationKind,
  name: z.string().nullable().describe(
    "Null for a direct conversation: it is called after the other person.",
  ),
  topic: z.string().nullable(),
  picture: z.string().nullable().describe("Path of its picture, for who may read it."),
  participants: z.array(User),
  participants_count: z.int(),
  created_at: Time,
  last_message: Message.nullable(),
  unread_count: z.int(),
  mention_count: z.int().describe("Unread messages that call the asker by name."),
  is_muted: z.boolean().describe("Whether the asker wants no notice of it."),
  muted_until: Time.nullable().describe("Null without an end."),
  role: RoomRole.nullable().describe("What the asker is in it; null where they are no participant."),
  is_pinned: z.boolean().describe("Whether the asker keeps it on top of their list."),
  seq: z.int().describe("Of its newest message."),
  version: z.int().describe("Raised by every change in it."),
  read_seq: z.int().describe("How far the asker has read."),
  ticket: TicketHead.nullable().describe(
    "Of kind `ticket`, for agents, admins and the owner; null for everybody else, whose ticket it may be.",
  ),
});

/** How far a participant has read, and when they last read on; null for who never did. */
export const Receipt = z.object({
  user_id: Id,
  seq: z.int().describe("The last message they have read, 0 for none."),
  read_at: Time.nullable().describe("When they last read on."),
});

/** Whether somebody is there: `away` while all their devices are idle. */
export const PresenceStatus = z.enum(["online", "away", "offline"]);

/** A member as a card shows them. */
export const PersonCard = z.object({
  ...User.shape,
  status: PresenceStatus,
  last_seen_at: Time.nullable(),
  created_at: Time,
});

/** One of the people of a group. */
export const RoomMember = z.object({
  user: User,
  role: RoomRole,
  joined_at: Time,
  status: PresenceStatus,
  last_seen_at: Time.nullable(),
});

/** What a message said before an edit or its deletion, for admins. */
export const Replaced = z.object({
  id: Id,
  content: z.string(),
  replaced_at: Time,
  replaced_by: UserBrief.extend({ first_name: z.string(), last_name: z.string() }),
});

export const ReportReason = z.enum(["spam", "abuse", "harassment", "illegal", "other"]);
export const ReportStatus = z.enum(["open", "resolved", "dismissed"]);

/** A report as it stands in the admins' queue. */
export const Report = z.object({
  id: Id,
  reason: ReportReason,
  text: z.string(),
  status: ReportStatus,
  created_at: Time,
  reporter: User,
  message: Message,
  conversation: z.object({ id: Id, kind: ConversationKind, name: z.string().nullable() }),
  handled_by: Id.nullable(),
  handled_at: Time.nullable(),
});

export type InGameId = z.infer<typeof InGameId>;
export type UserBrief = z.infer<typeof UserBrief>;
export type Role = z.infer<typeof Role>;
export type User = z.infer<typeof User>;
export type Attachment = z.infer<typeof Attachment>;
export type Reaction = z.infer<typeof Reaction>;
export type Quote = z.infer<typeof Quote>;
export type RoomRole = z.infer<typeof RoomRole>;
export type LineKey = z.infer<typeof LineKey>;
export type LineParams = z.infer<typeof LineParams>;
export type MessageSource = z.infer<typeof MessageSource>;
export type Message = z.infer<typeof Message>;
export type TicketHead = z.infer<typeof TicketHead>;
export type ConversationKind = z.infer<typeof ConversationKind>;
export type Receipt = z.infer<typeof Receipt>;
export type PresenceStatus = z.infer<typeof PresenceStatus>;
export type RoomMember = z.infer<typeof RoomMember>;
export type PersonCard = z.infer<typeof PersonCard>;
export type Replaced = z.infer<typeof Replaced>;
export type ReportReason = z.infer<typeof ReportReason>;
export type ReportStatus = z.infer<typeof ReportStatus>;
export type Report = z.infer<typeof Report>;
export type Conversation = z.infer<typeof Conversation>;
