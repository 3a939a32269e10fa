-- The nouns of the registers. Rows are never deleted; dates ISO 8601, times UTC, text NFC.

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  effective_from TEXT NOT NULL CHECK (effective_from GLOB '????-??-??'),
  name TEXT NOT NULL CHECK (name <> ''),
  parent_name TEXT NOT NULL,
  place TEXT NOT NULL,
  symbol TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  roles TEXT NOT NULL
) STRICT;

-- A key that may sign entries: a person's, or the recovery sheet's (person_id NULL).
CREATE TABLE signer (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person (id),
  public_key TEXT NOT NULL UNIQUE CHECK (length(public_key) = 64),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE volume (
  id INTEGER PRIMARY KEY,
  book TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2199),
  number INTEGER NOT NULL CHECK (number >= 1),
  first_no INTEGER NOT NULL CHECK (first_no >= 1),
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '????-??-??'),
  paper_reference TEXT NOT NULL,
  UNIQUE (book, year, number)
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER NOT NULL REFERENCES volume (id),
  book TEXT NOT NULL,
  year INTEGER NOT NULL,
  seq_no INTEGER NOT NULL CHECK (seq_no >= 1),
  registered_on TEXT NOT NULL CHECK (registered_on GLOB '????-??-??'),
  doc_number TEXT NOT NULL,
  doc_date TEXT NOT NULL CHECK (doc_date GLOB '????-??-??'),
  doc_type TEXT NOT NULL,
  subject TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('TUYET_MAT', 'TOI_MAT', 'MAT')),
  signer TEXT NOT NULL,
  holding_unit TEXT NOT NULL,
  copies_issued INTEGER NOT NULL CHECK (copies_issued >= 1),
  note TEXT NOT NULL,
  annulled_on TEXT CHECK (annulled_on GLOB '????-??-??'),
  annulled_by INTEGER REFERENCES person (id),
  annul_reason TEXT,
  UNIQUE (book, year, seq_no),
  -- NĐ 63/2026, Điều 6: a Tuyệt mật item has no subject in the books.
  CHECK (level <> 'TUYET_MAT' OR subject = ''),
  CHECK ((annulled_on IS NULL) = (annulled_by IS NULL)),
  CHECK ((annulled_on IS NULL) = (annul_reason IS NULL))
) STRICT;

CREATE INDEX document_by_volume ON document (volume_id, seq_no);

-- in_use 0: taken back by a correction before printing; the row stays.
CREATE TABLE recipient (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1)),
  UNIQUE (document_id, position)
) STRICT;

-- recipient_id NULL: the file copy.
CREATE TABLE copy (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  copy_no INTEGER NOT NULL CHECK (copy_no >= 1),
  recipient_id INTEGER REFERENCES recipient (id),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1)),
  UNIQUE (document_id, copy_no)
) STRICT;

CREATE TABLE print_run (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER NOT NULL REFERENCES volume (id),
  printed_at TEXT NOT NULL,
  reprint_no INTEGER NOT NULL CHECK (reprint_no >= 0),
  state TEXT NOT NULL CHECK (state IN ('asked', 'good', 'spoiled'))
) STRICT;

CREATE TABLE sheet (
  id INTEGER PRIMARY KEY,
  print_run_id INTEGER NOT NULL REFERENCES print_run (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  first_seq_no INTEGER NOT NULL,
  last_seq_no INTEGER NOT NULL CHECK (last_seq_no >= first_seq_no),
  line_count INTEGER NOT NULL CHECK (line_count >= 1),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  UNIQUE (print_run_id, number)
) STRICT;

CREATE TABLE backup (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
  file_name TEXT NOT NULL,
  medium TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  head_seq INTEGER NOT NULL,
  verified_at TEXT NOT NULL
) STRICT;

-- Who can open a backup besides the one-time key: the recovery sheet always.
CREATE TABLE backup_recipient (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  recipient TEXT NOT NULL UNIQUE CHECK (recipient GLOB 'age1*'),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;
