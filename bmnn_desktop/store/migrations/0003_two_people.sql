-- Two people: who may do what and until when, an inspector's guest session, quick questions to the
-- journal. Foreign keys are off while a migration runs.

-- revoked_on: key and login are taken away (thu hồi quyền), at once and by one person.
-- released_on: nothing is in the person's hands any more (giải tỏa trách nhiệm giữ).
CREATE TABLE new_person (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  roles TEXT NOT NULL,
  post TEXT NOT NULL DEFAULT '',
  revoked_on TEXT CHECK (revoked_on GLOB '????-??-??'),
  released_on TEXT CHECK (released_on GLOB '????-??-??'),
  -- Nobody confirms what he registered himself.
  CHECK (NOT (instr(roles, 'keeper') AND instr(roles, 'confirmer'))),
  CHECK (released_on IS NULL OR revoked_on IS NOT NULL)
) STRICT;

INSERT INTO new_person SELECT id, login, name, roles, '', NULL, NULL FROM person;

DROP TABLE person;

ALTER TABLE new_person RENAME TO person;

-- is_stick: signs with a key file and a PIN, and cannot open the vault.
ALTER TABLE signer ADD COLUMN is_stick INTEGER NOT NULL DEFAULT 0 CHECK (is_stick IN (0, 1));

-- A guest session (phiên kiểm tra): read only, by somebody who is no user of the vault.
CREATE TABLE inspection (
  id INTEGER PRIMARY KEY,
  inspector TEXT NOT NULL CHECK (inspector <> ''),
  body TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision <> ''),
  decided_on TEXT CHECK (decided_on GLOB '????-??-??'),
  opened_by INTEGER NOT NULL REFERENCES person (id),
  opened_at TEXT NOT NULL,
  closed_at TEXT
) STRICT;

CREATE INDEX inspection_open ON inspection (id) WHERE closed_at IS NULL;

-- What he opened; row: the document, sheet or volume, NULL where the kind says it all.
CREATE TABLE inspection_look (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspection (id),
  kind TEXT NOT NULL CHECK (kind IN ('document', 'sheet', 'volume', 'register', 'journal')),
  what TEXT NOT NULL,
  row INTEGER,
  looked_at TEXT NOT NULL
) STRICT;

CREATE INDEX inspection_look_by_inspection ON inspection_look (inspection_id);

-- The journal's form never changes; these only make its questions quick.
CREATE INDEX entry_by_action ON entry (action, seq);

CREATE INDEX entry_by_kind ON entry (kind, seq) WHERE kind <> 'act';
