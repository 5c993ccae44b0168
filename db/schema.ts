/**
 * The rows of every table, as `db/migrations` makes them. `schema_test.ts` compares the two.
 *
 * Times are epoch milliseconds, truth is 0 or 1, JSON is text. `Generated` marks a column that may be
 * left out of an insert because the database has a default for it.
 */
import type { Generated, Insertable, Selectable } from "kysely";

export interface Schema {
  instance: InstanceTable;
  workspaces: WorkspacesTable;
  actors: ActorsTable;
  users: UsersTable;
  memberships: MembershipsTable;
  sessions: SessionsTable;
  refresh_tokens: RefreshTokensTable;
  one_time_tokens: OneTimeTokensTable;
  conversations: ConversationsTable;
  participants: ParticipantsTable;
  reads: ReadsTable;
  messages: MessagesTable;
  message_history: MessageHistoryTable;
  reactions: ReactionsTable;
  reaction_counts: ReactionCountsTable;
  mentions: MentionsTable;
  reports: ReportsTable;
  conversation_settings: ConversationSettingsTable;
  files: FilesTable;
  attachments: AttachmentsTable;
  sites: SitesTable;
  guests: GuestsTable;
  tickets: TicketsTable;
  rate_limits: RateLimitsTable;
  changes: ChangesTable;
  audit: AuditTable;
}

/** A row of a table as it is read. */
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>;

/** A row of a table as it is inserted: columns with a default and nullable ones may be left out. */
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>;

export interface InstanceTable {
  name: string;
  value: string;
  updated_at: number;
}

export interface WorkspacesTable {
  id: number;
  slug: string;
  name: string;
  language: Generated<string>;
  time_zone: Generated<string>;
  registration: Generated<"open" | "invite" | "closed">;
  /** JSON object. */
  settings: Generated<string>;
  created_at: number;
  deleted_at: number | null;
  deleted_by: number | null;
}

export interface ActorsTable {
  id: number;
  kind: "member" | "guest" | "bot" | "system";
  workspace_id: number | null;
  name: string | null;
  created_at: number;
}

export interface UsersTable {
  id: number;
  email: string;
  email_key: string;
  password_hash: string;
  password_changed_at: number;
  username: string;
  username_key: string;
  first_name: Generated<string>;
  last_name: Generated<string>;
  /** What names are searched by: one spelling for the many that people write. */
  first_name_key: Generated<string>;
  last_name_key: Generated<string>;
  picture: string | null;
  language: string | null;
  calendar: string | null;
  theme: string | null;
  time_zone: string | null;
  /** JSON array of `{game, id}`. */
  in_game_ids: Generated<string>;
  /** JSON object: see `Notifications` in the protocol; what it leaves out is as usual. */
  notifications: Generated<string>;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  deleted_by: number | null;
}

export interface MembershipsTable {
  workspace_id: number;
  user_id: number;
  role: "owner" | "admin" | "agent" | "member";
  score: Generated<number>;
  muted_until: number | null;
  banned_at: number | null;
  banned_until: number | null;
  ban_reason: string | null;
  last_seen_at: number | null;
  created_at: number;
  name_order: Generated<string>;
}

export interface SessionsTable {
  id: number;
  user_id: number;
  workspace_id: number;
  kind: "browser" | "api";
  token_hash: string | null;
  user_agent: Generated<string>;
  ip: Generated<string>;
  created_at: number;
  last_used_at: number;
  expires_at: number;
  revoked_at: number | null;
  revoked_reason: string | null;
}

export interface RefreshTokensTable {
  hash: string;
  session_id: number;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

export interface OneTimeTokensTable {
  hash: string;
  purpose: "socket" | "password_reset";
  actor_id: number;
  workspace_id: number;
  session_id: number | null;
  created_by: number | null;
  created_at: number;
  expires_at: number;
}

export interface ConversationsTable {
  id: number;
  workspace_id: number;
  kind: "global" | "direct" | "group" | "team" | "site" | "ticket";
  name: string | null;
  topic: string | null;
  /**
   * `global`, `a:b` (smaller id first) for a pair, `room:a:k` for what a person made under a name of their own;
   * null where there may be many.
   */
  unique_key: string | null;
  seq: Generated<number>;
  version: Generated<number>;
  /** System lines among `seq`: `seq - system_count` messages are counted for clients without a scan. */
  system_count: Generated<number>;
  last_message_id: number | null;
  last_activity_at: number;
  created_by: number | null;
  created_at: number;
  deleted_at: number | null;
  deleted_by: number | null;
  /** Path of the picture. */
  picture: string | null;
}

export interface ParticipantsTable {
  conversation_id: number;
  actor_id: number;
  workspace_id: number;
  role: Generated<"owner" | "admin" | "member">;
  joined_at: number;
  left_at: number | null;
}

export interface ReadsTable {
  conversation_id: number;
  actor_id: number;
  workspace_id: number;
  seq: number;
  updated_at: number;
}

export interface MessagesTable {
  id: number;
  conversation_id: number;
  workspace_id: number;
  author_id: number;
  client_id: string;
  kind: Generated<"text" | "system">;
  content: string;
  /** JSON object of a system line, whose key is `content`. */
  params: string | null;
  seq: number;
  version: number;
  reply_to: number | null;
  source: Generated<"app" | "site">;
  source_id: number | null;
  created_at: number;
  edited_at: number | null;
  deleted_at: number | null;
  deleted_by: number | null;
  pinned_at: number | null;
  pinned_by: number | null;
  attachment_count: Generated<number>;
}

export interface MessageHistoryTable {
  id: number;
  message_id: number;
  workspace_id: number;
  content: string;
  replaced_at: number;
  replaced_by: number;
}

export interface ReactionsTable {
  id: number;
  message_id: number;
  actor_id: number;
  workspace_id: number;
  /** `vote` for like and dislike, of which one has one; else the emoji. */
  slot: string;
  /** `like`, `dislike` or an emoji. */
  emoji: string;
  created_at: number;
}

export interface ReactionCountsTable {
  message_id: number;
  emoji: string;
  count: number;
  /** The reaction that was the first of its kind. */
  first_id: number;
}

export interface MentionsTable {
  message_id: number;
  actor_id: number;
  conversation_id: number;
  workspace_id: number;
  /** The message's. */
  seq: number;
}

export interface ReportsTable {
  id: number;
  message_id: number;
  conversation_id: number;
  workspace_id: number;
  reporter_id: number;
  reason: string;
  text: Generated<string>;
  status: Generated<"open" | "resolved" | "dismissed">;
  handled_by: number | null;
  handled_at: number | null;
  created_at: number;
}

export interface ConversationSettingsTable {
  conversation_id: number;
  actor_id: number;
  workspace_id: number;
  muted_until: number | null;
  updated_at: number;
  /** On top of one's own list since then. */
  pinned_at: number | null;
}

export interface FilesTable {
  id: number;
  workspace_id: number;
  owner_id: number;
  purpose: "attachment" | "picture";
  /** SHA-256 of what is stored, in hexadecimal. */
  hash: string;
  storage_key: string;
  thumbnail_key: string | null;
  type: string;
  size: number;
  /** With the thumbnail, in bytes. */
  stored_size: number;
  width: number | null;
  height: number | null;
  /** Milliseconds of a video. */
  duration: number | null;
  scan_state: "clean" | "unscanned";
  created_at: number;
  released_at: number | null;
  /** The conversation that a picture shows; null where it shows its owner. */
  conversation_id: number | null;
}

export interface AttachmentsTable {
  id: number;
  message_id: number;
  conversation_id: number;
  workspace_id: number;
  file_id: number;
  name: string;
  position: number;
  client_id: string | null;
  created_at: number;
}

export interface SitesTable {
  id: number;
  workspace_id: number;
  public_id: string;
  site_key: string;
  secret_hash: string;
  secret_sealed: string;
  secret_created_at: number;
  name: string;
  /** JSON array. */
  domains: Generated<string>;
  mode: "global" | "room" | "support";
  conversation_id: number | null;
  primary_color: string;
  /** JSON object. */
  look: Generated<string>;
  /** JSON object. */
  limits: Generated<string>;
  locked: Generated<0 | 1>;
  require_verified: Generated<0 | 1>;
  revoked_at: number | null;
  created_by: number;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  deleted_by: number | null;
}

export interface GuestsTable {
  id: number;
  site_id: number;
  workspace_id: number;
  key_hash: string;
  external_id: string | null;
  email: string | null;
  verified_at: number | null;
  created_at: number;
  last_seen_at: number;
}

export interface TicketsTable {
  id: number;
  workspace_id: number;
  number: number;
  conversation_id: number;
  customer_id: number;
  site_id: number | null;
  subject: Generated<string>;
  status: Generated<"OPEN" | "PENDING" | "RESOLVED" | "CLOSED">;
  created_at: number;
  updated_at: number;
}

export interface RateLimitsTable {
  rule: string;
  key: string;
  arrival_at: number;
}

export interface ChangesTable {
  cursor: Generated<number>;
  workspace_id: number;
  conversation_id: number | null;
  entity: string;
  entity_id: number;
  verb: string;
  actor_id: number | null;
  created_at: number;
}

export interface AuditTable {
  id: number;
  workspace_id: number;
  actor_id: number;
  action: string;
  entity: string;
  entity_id: number;
  /** JSON object. */
  details: Generated<string>;
  ip: Generated<string>;
  created_at: number;
}
