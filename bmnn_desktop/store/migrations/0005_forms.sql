-- Forms and papers: the form packs a unit installs, and the form each volume was opened with.

CREATE TABLE form (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  book TEXT NOT NULL CHECK (book <> ''),
  effective_from TEXT NOT NULL CHECK (effective_from GLOB '????-??-??'),
  status TEXT NOT NULL CHECK (status IN ('confirmed', 'reported', 'default')),
  citation TEXT NOT NULL CHECK (citation <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  content TEXT NOT NULL CHECK (content <> '') -- the file as it was read, TOML
) STRICT;

-- '': opened before this migration, with the form of the program that was in force on that day.
ALTER TABLE volume ADD COLUMN form TEXT NOT NULL DEFAULT '';
