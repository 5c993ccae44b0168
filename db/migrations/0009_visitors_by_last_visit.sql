-- Those whom nobody vouches for are forgotten in the order of their last visits. A partial index, which SQLite and
-- PostgreSQL both know: whom a site vouches for is never among them.
create index guests_by_last_visit on guests (last_seen_at, id) where external_id is null;
