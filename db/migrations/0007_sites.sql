-- Other people's sites that show a chat, the visitors who write there, and what becomes of it.

create table sites (
  id bigint primary key,
  workspace_id bigint not null references workspaces (id),
  -- In the page that shows it, and in addresses: "st_…".
  public_id text not null unique,
  -- What the page's own calls are known by: "pk_…".
  site_key text not null unique,
  -- SHA-256 of the secret in hexadecimal: a server that calls is known by it.
  secret_hash text not null unique,
  -- The secret itself, encrypted with a key that is not in the database: signatures are checked with it.
  secret_sealed text not null,
  secret_created_at bigint not null,
  name text not null,
  -- JSON array of entries as `lib/widget/domains.ts` reads them.
  domains text not null default '[]',
  mode text not null check (mode in ('global', 'room', 'support')),
  -- The site's own room; made when the mode is first `room`.
  conversation_id bigint references conversations (id),
  -- #rrggbb
  primary_color text not null,
  -- What visitors read and fill in, as JSON: `SiteLook` in `lib/protocol/sites.ts`.
  look text not null default '{}',
  -- How much visitors may send, as JSON: `SiteLimits` in the same file.
  limits text not null default '{}',
  locked bigint not null default 0,
  require_verified bigint not null default 0,
  -- Its pages are refused from then on; may be taken back.
  revoked_at bigint,
  created_by bigint not null references actors (id),
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  deleted_by bigint references actors (id)
);
create index sites_by_workspace on sites (workspace_id, id);

-- Visitors of a site: each is an actor of kind `guest`, whose name stands in `actors`.
create table guests (
  id bigint primary key references actors (id),
  site_id bigint not null references sites (id),
  workspace_id bigint not null references workspaces (id),
  -- SHA-256 of the Guest_ID: whoever holds that is this visitor.
  key_hash text not null unique,
  -- Who the host's server says it is; null for whom nobody vouches.
  external_id text,
  email text,
  verified_at bigint,
  created_at bigint not null,
  last_seen_at bigint not null,
  unique (site_id, external_id)
);
create index guests_by_site on guests (site_id, id);
create index guests_by_visit on guests (site_id, last_seen_at);

-- What a customer asked, with its conversation.
create table tickets (
  id bigint primary key,
  workspace_id bigint not null references workspaces (id),
  -- Counts within the workspace, from 1.
  number bigint not null,
  conversation_id bigint not null unique references conversations (id),
  customer_id bigint not null references actors (id),
  site_id bigint references sites (id),
  subject text not null default '',
  status text not null default 'OPEN' check (status in ('OPEN', 'PENDING', 'RESOLVED', 'CLOSED')),
  created_at bigint not null,
  updated_at bigint not null,
  unique (workspace_id, number)
);
create index tickets_by_customer on tickets (customer_id, id);
create index tickets_by_site on tickets (site_id, conversation_id);
-- A visitor of a site has one open ticket at most: asking twice at the same moment begins it once.
create unique index tickets_of_visitor on tickets (customer_id) where site_id is not null and status <> 'CLOSED';

-- Where limits stand that must hold across a restart: the time at which a key will have used up what it took.
create table rate_limits (
  rule text not null,
  key text not null,
  arrival_at bigint not null,
  primary key (rule, key)
);

-- Who answers visitors: a few among many.
create index memberships_of_agents on memberships (workspace_id, name_order) where role <> 'member';

-- Messages from outside, newest first, for who looks over them: those of one site, and of all.
create index messages_from_outside on messages (workspace_id, id) where source <> 'app';
create index messages_by_source on messages (workspace_id, source, source_id, id) where source <> 'app';
