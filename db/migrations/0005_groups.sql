-- Groups: a picture of their own, the order of their people, and what one keeps on top of one's own list.

-- Path of the picture, as users have one.
alter table conversations add column picture text;

-- The conversation that a picture shows; null where it shows its owner. Who may read the one may fetch the other.
alter table files add column conversation_id bigint references conversations (id);
create index files_of_conversation on files (conversation_id) where conversation_id is not null;

-- On top of one's own list since then.
alter table conversation_settings add column pinned_at bigint;
