-- Reactions, votes, mentions, pins, reports, and what a person wants to hear of.

-- One row for what one person set on one message. `slot` is `vote` for like and dislike, which therefore
-- exclude each other, and the emoji itself for all others.
create table reactions (
  id bigint primary key,
  message_id bigint not null references messages (id),
  actor_id bigint not null references actors (id),
  workspace_id bigint not null references workspaces (id),
  slot text not null,
  emoji text not null,
  created_at bigint not null,
  unique (message_id, actor_id, slot)
);
create index reactions_by_emoji on reactions (message_id, emoji, id);

-- How many set each of them: a message that thousands liked is shown without reading thousands of rows.
create table reaction_counts (
  message_id bigint not null references messages (id),
  emoji text not null,
  count bigint not null,
  -- Grows with time: emoji are shown in the order of first use.
  first_id bigint not null,
  primary key (message_id, emoji)
);

-- Whom a message calls by name, with the place it stands at, so that unread ones are counted by index.
create table mentions (
  message_id bigint not null references messages (id),
  actor_id bigint not null references actors (id),
  conversation_id bigint not null references conversations (id),
  workspace_id bigint not null references workspaces (id),
  seq bigint not null,
  primary key (message_id, actor_id)
);
create index mentions_by_actor on mentions (actor_id, conversation_id, seq);

alter table messages add column pinned_at bigint;
alter table messages add column pinned_by bigint references actors (id);
create index messages_pinned on messages (conversation_id, pinned_at) where pinned_at is not null;

create table reports (
  id bigint primary key,
  message_id bigint not null references messages (id),
  conversation_id bigint not null references conversations (id),
  workspace_id bigint not null references workspaces (id),
  reporter_id bigint not null references actors (id),
  reason text not null,
  text text not null default '',
  status text not null default 'open' check (status in ('open', 'resolved', 'dismissed')),
  handled_by bigint references actors (id),
  handled_at bigint,
  created_at bigint not null,
  unique (message_id, reporter_id)
);
create index reports_by_workspace on reports (workspace_id, id);
create index reports_by_status on reports (workspace_id, status, id);

-- What one person wants of one conversation.
create table conversation_settings (
  conversation_id bigint not null references conversations (id),
  actor_id bigint not null references actors (id),
  workspace_id bigint not null references workspaces (id),
  -- Not notified until then.
  muted_until bigint,
  updated_at bigint not null,
  primary key (conversation_id, actor_id)
);

-- JSON object of a person's wishes for sound, notices and the Enter key; what it leaves out is as usual.
alter table users add column notifications text not null default '{}';
