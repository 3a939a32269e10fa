-- Enrolled media: a stick is itself a carrier in the books (inventory number, level, custodian).
-- purpose: backup (USB sao lưu) is written to; inward (USB nhập) is only read from.
-- token: the random name in its token file; counter: how often the journal knows it was written to.
CREATE TABLE medium (
  id INTEGER PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('backup', 'inward')),
  inventory_no TEXT NOT NULL CHECK (inventory_no <> ''),
  level TEXT NOT NULL CHECK (level IN ('TUYET_MAT', 'TOI_MAT', 'MAT')),
  custodian TEXT NOT NULL CHECK (custodian <> ''),
  place TEXT NOT NULL, -- where it is kept
  serial TEXT NOT NULL CHECK (serial <> ''),
  model TEXT NOT NULL, -- vendor and model, as the device tells them
  size INTEGER NOT NULL CHECK (size >= 0), -- bytes
  token TEXT NOT NULL UNIQUE CHECK (length(token) = 32),
  counter INTEGER NOT NULL CHECK (counter >= 0),
  enrolled_on TEXT NOT NULL CHECK (enrolled_on GLOB '????-??-??'),
  withdrawn_on TEXT CHECK (withdrawn_on GLOB '????-??-??'),
  withdrawal TEXT NOT NULL CHECK (withdrawal IN ('', 'lost', 'damaged', 'retired')),
  CHECK ((withdrawn_on IS NULL) = (withdrawal = ''))
) STRICT;

CREATE UNIQUE INDEX medium_by_number ON medium (inventory_no) WHERE withdrawn_on IS NULL;

CREATE UNIQUE INDEX medium_by_serial ON medium (serial) WHERE withdrawn_on IS NULL;

-- NULL: a folder that played a medium in a training vault, or before media were enrolled.
ALTER TABLE backup ADD COLUMN medium_id INTEGER REFERENCES medium (id);

CREATE INDEX backup_by_medium ON backup (medium_id) WHERE medium_id IS NOT NULL;

-- A backup that was read once more, long after it was written.
CREATE TABLE backup_recheck (
  id INTEGER PRIMARY KEY,
  backup_id INTEGER NOT NULL REFERENCES backup (id),
  checked_at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('sound', 'damaged', 'gone'))
) STRICT;

CREATE INDEX backup_recheck_by_backup ON backup_recheck (backup_id);

-- A file that came in by an inward stick; never its name, which may carry a subject.
CREATE TABLE inward_file (
  id INTEGER PRIMARY KEY,
  medium_id INTEGER REFERENCES medium (id), -- NULL: a folder, in a training vault
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  read_at TEXT NOT NULL
) STRICT;
