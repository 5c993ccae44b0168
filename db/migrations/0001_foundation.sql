-- Portable DDL: bigint, text, epoch milliseconds, 0/1 for truth, JSON as text.
-- A backend translates only `bigint primary key` and `generated always as identity`.

-- Facts about this installation: first-run token, keys, schema marks.
create table instance (
  name text primary key not null,
  value text not null,
  updated_at bigint not null
);

create table workspaces (
  id bigint primary key,
  slug text not null unique,
  name text not null,
  language text not null default 'fa',
  time_zone text not null default 'Asia/Tehran',
  registration text not null default 'open' check (registration in ('open', 'invite', 'closed')),
  settings text not null default '{}',
  created_at bigint not null,
  deleted_at bigint,
  deleted_by bigint
);

-- Everyone who can write: kept when a person is erased, so that what was said keeps an author.
-- A member's actor has the id of the user; guests, bots and system actors belong to one workspace.
create table actors (
  id bigint primary key,
  kind text not null check (kind in ('member', 'guest', 'bot', 'system')),
  workspace_id bigint references workspaces (id),
  name text,
  created_at bigint not null
);

create table users (
  id bigint primary key references actors (id),
  email text not null,
  email_key text not null unique,
  password_hash text not null,
  password_changed_at bigint not null,
  username text not null,
  username_key text not null unique,
  first_name text not null default '',
  last_name text not null default '',
  -- What names are searched by: one spelling for the many that people write.
  first_name_key text not null default '',
  last_name_key text not null default '',
  picture text,
  language text,
  calendar text,
  theme text,
  time_zone text,
  in_game_ids text not null default '[]',
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  deleted_by bigint
);

create table memberships (
  workspace_id bigint not null references workspaces (id),
  user_id bigint not null references users (id),
  role text not null check (role in ('owner', 'admin', 'agent', 'member')),
  score bigint not null default 0,
  muted_until bigint,
  banned_at bigint,
  banned_until bigint,
  ban_reason text,
  last_seen_at bigint,
  created_at bigint not null,
  primary key (workspace_id, user_id)
);
create index memberships_by_user on memberships (user_id);

-- A signed-in browser or API client. Tokens carry its id; revoking the row ends them and their sockets.
create table sessions (
  id bigint primary key,
  user_id bigint not null references users (id),
  workspace_id bigint not null references workspaces (id),
  kind text not null check (kind in ('browser', 'api')),
  token_hash text unique,
  user_agent text not null default '',
  ip text not null default '',
  created_at bigint not null,
  last_used_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint,
  revoked_reason text
);
create index sessions_by_user on sessions (user_id, revoked_at);

-- Refresh tokens rotate; using one twice revokes its session, which is its family.
create table refresh_tokens (
  hash text primary key not null,
  session_id bigint not null references sessions (id),
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index refresh_tokens_by_session on refresh_tokens (session_id);

-- One-use secrets that open something once: socket tickets, password reset links.
create table one_time_tokens (
  hash text primary key not null,
  purpose text not null check (purpose in ('socket', 'password_reset')),
  actor_id bigint not null references actors (id),
  workspace_id bigint not null references workspaces (id),
  session_id bigint references sessions (id),
  created_by bigint references actors (id),
  created_at bigint not null,
  expires_at bigint not null
);
create index one_time_tokens_by_expiry on one_time_tokens (expires_at);

create table conversations (
  id bigint primary key,
  workspace_id bigint not null references workspaces (id),
  kind text not null check (kind in ('global', 'direct', 'group', 'team', 'site', 'ticket')),
  name text,
  topic text,
  -- Makes the two conversations that must exist once unique: the global room ("global") and a pair ("a:b").
  unique_key text,
  seq bigint not null default 0,
  version bigint not null default 0,
  -- System lines among `seq`: seq - system_count messages are counted for clients without a scan.
  system_count bigint not null default 0,
  last_message_id bigint,
  last_activity_at bigint not null,
  created_by bigint references actors (id),
  created_at bigint not null,
  deleted_at bigint,
  deleted_by bigint,
  unique (workspace_id, unique_key)
);
create index conversations_by_activity on conversations (workspace_id, last_activity_at);

create table participants (
  conversation_id bigint not null references conversations (id),
  actor_id bigint not null references actors (id),
  workspace_id bigint not null references workspaces (id),
  role text not null default 'member' check (role in ('owner', 'admin', 'member')),
  joined_at bigint not null,
  left_at bigint,
  primary key (conversation_id, actor_id)
);
create index participants_by_actor on participants (actor_id, left_at);

-- How far a person has read: one row a person and conversation, also where nobody is a participant.
create table reads (
  conversation_id bigint not null references conversations (id),
  actor_id bigint not null references actors (id),
  workspace_id bigint not null references workspaces (id),
  seq bigint not null,
  updated_at bigint not null,
  primary key (conversation_id, actor_id)
);

create table messages (
  id bigint primary key,
  conversation_id bigint not null references conversations (id),
  workspace_id bigint not null references workspaces (id),
  author_id bigint not null references actors (id),
  client_id text not null,
  kind text not null default 'text' check (kind in ('text', 'system')),
  content text not null,
  -- Parameters of a system line as JSON; its key stands in `content`. Never prose.
  params text,
  seq bigint not null,
  version bigint not null,
  reply_to bigint references messages (id),
  source text not null default 'app',
  source_id bigint,
  created_at bigint not null,
  edited_at bigint,
  deleted_at bigint,
  deleted_by bigint references actors (id),
  unique (author_id, client_id),
  unique (conversation_id, seq)
);
create index messages_by_version on messages (conversation_id, version);
-- Small, since few lines are the system's: finds numbered pages without them, and without skipping over rows.
create index messages_of_system on messages (conversation_id, seq) where kind = 'system';

-- What a message said before each edit and before its deletion, for admins.
create table message_history (
  id bigint primary key,
  message_id bigint not null references messages (id),
  workspace_id bigint not null references workspaces (id),
  content text not null,
  replaced_at bigint not null,
  replaced_by bigint not null references actors (id)
);
create index message_history_by_message on message_history (message_id);

-- The global log of changes in commit order. Search, push and webhooks follow it with a cursor.
create table changes (
  cursor bigint generated always as identity primary key,
  workspace_id bigint not null,
  conversation_id bigint,
  entity text not null,
  entity_id bigint not null,
  verb text not null,
  actor_id bigint,
  created_at bigint not null
);

-- Append-only: every act of an admin.
create table audit (
  id bigint primary key,
  workspace_id bigint not null references workspaces (id),
  actor_id bigint not null references actors (id),
  action text not null,
  entity text not null,
  entity_id bigint not null,
  details text not null default '{}',
  ip text not null default '',
  created_at bigint not null
);
create index audit_by_workspace on audit (workspace_id, id);
