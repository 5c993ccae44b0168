-- What people uploaded. The bytes lie in the folder of uploads under `storage_key`; a row is written only
-- after they are on disk, and taken away before they are.
create table files (
  id bigint primary key,
  workspace_id bigint not null references workspaces (id),
  owner_id bigint not null references actors (id),
  purpose text not null check (purpose in ('attachment', 'picture')),
  -- SHA-256 of what is stored, in hexadecimal.
  hash text not null,
  storage_key text not null unique,
  -- The small WebP that is shown in place of it.
  thumbnail_key text,
  type text not null,
  size bigint not null,
  -- With the thumbnail: what counts against quotas.
  stored_size bigint not null,
  width bigint,
  height bigint,
  -- Milliseconds of a video.
  duration bigint,
  scan_state text not null check (scan_state in ('clean', 'unscanned')),
  created_at bigint not null,
  -- When nothing needed it any more: no longer served, and swept away later.
  released_at bigint
);
create index files_by_owner on files (owner_id, stored_size) where released_at is null;
create index files_released on files (released_at) where released_at is not null;

create table attachments (
  id bigint primary key,
  message_id bigint not null references messages (id),
  conversation_id bigint not null references conversations (id),
  workspace_id bigint not null references workspaces (id),
  file_id bigint not null references files (id),
  -- What its uploader called it.
  name text not null,
  position bigint not null,
  client_id text,
  created_at bigint not null,
  unique (message_id, position),
  unique (message_id, client_id)
);
create index attachments_by_file on attachments (file_id);

-- Spares pages of nothing but text a second query, and bounds how many there may be.
alter table messages add column attachment_count bigint not null default 0;
