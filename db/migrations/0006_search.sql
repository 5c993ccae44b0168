-- Which words stand in which message. This file alone speaks to one database: FTS5 is SQLite's, and another
-- backend brings an index of its own under the same name (db/sqlite_search.ts is what asks it).
--
-- Contentless: the texts stand in `messages`, and only there. The row's id is the message's, so that the newest
-- come first without sorting. Texts come normalised, one space between words. `scope` holds whose, where and what
-- kind a message is, as words too, so that rights and filters are met inside the index.
-- Prefixes of one to five letters are indexed: of longer ones there are few enough to be put together.
create virtual table message_words using fts5(
  words,
  file_names,
  scope,
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3 4 5'
);

-- The segments of the index are merged in small steps by whoever writes it, never all at once within a commit.
insert into message_words (message_words, rank) values ('automerge', 0);
insert into message_words (message_words, rank) values ('crisismerge', 1000);
