-- The journal (JOURNAL.md). Its form never changes; migrations never touch it.

CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  generation INTEGER NOT NULL,
  time TEXT NOT NULL,
  signer INTEGER NOT NULL,
  kind TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  reason TEXT,
  reason_salt BLOB,
  reason_digest BLOB,
  previous BLOB NOT NULL,
  hash BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;

CREATE TABLE change (
  seq INTEGER NOT NULL REFERENCES entry (seq),
  n INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row INTEGER NOT NULL,
  payload TEXT NOT NULL,
  text TEXT,
  salt BLOB,
  payload_digest BLOB NOT NULL,
  text_digest BLOB,
  replaces BLOB,
  PRIMARY KEY (seq, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_by_row ON change (table_name, row, seq);

-- Append only. BEFORE INSERT also stops INSERT OR REPLACE.
CREATE TRIGGER entry_in_order BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'entry out of order'); END;

CREATE TRIGGER entry_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;

-- The one UPDATE allowed is the scrub: free text and its salt become NULL, digests stay.
CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
WHEN NEW.reason IS NOT NULL OR NEW.reason_salt IS NOT NULL
  OR NEW.seq IS NOT OLD.seq OR NEW.generation IS NOT OLD.generation OR NEW.time IS NOT OLD.time
  OR NEW.signer IS NOT OLD.signer OR NEW.kind IS NOT OLD.kind OR NEW.action IS NOT OLD.action
  OR NEW.detail IS NOT OLD.detail OR NEW.reason_digest IS NOT OLD.reason_digest
  OR NEW.previous IS NOT OLD.previous OR NEW.hash IS NOT OLD.hash
  OR NEW.signature IS NOT OLD.signature
BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;

CREATE TRIGGER change_in_order BEFORE INSERT ON change
WHEN NEW.seq IS NOT (SELECT max(seq) FROM entry)
  OR NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM change WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'change out of order'); END;

CREATE TRIGGER change_kept BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

CREATE TRIGGER change_unchanged BEFORE UPDATE ON change
WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL
  OR NEW.seq IS NOT OLD.seq OR NEW.n IS NOT OLD.n OR NEW.table_name IS NOT OLD.table_name
  OR NEW.row IS NOT OLD.row OR NEW.payload IS NOT OLD.payload
  OR NEW.payload_digest IS NOT OLD.payload_digest OR NEW.text_digest IS NOT OLD.text_digest
  OR NEW.replaces IS NOT OLD.replaces
BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
