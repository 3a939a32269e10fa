-- Local tables: derived or personal, never journalled, never compared. This is how they were born
-- beside migration 0001; later migrations change them.

CREATE TABLE search_document (
  id INTEGER PRIMARY KEY,
  folded TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
  folded,
  content = 'search_document',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 0',
  prefix = '1 2 3',
  detail = none,
  columnsize = 0
);
