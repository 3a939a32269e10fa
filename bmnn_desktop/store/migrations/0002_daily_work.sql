-- A day's work: incoming mail in two steps, sheets that are filled over several prints, volumes that
-- close, corrections after printing. Foreign keys are off while a migration runs.

-- The envelope (bì): registered as it came, perhaps opened later by the person it names.
CREATE TABLE envelope (
  id INTEGER PRIMARY KEY,
  arrived_on TEXT NOT NULL CHECK (arrived_on GLOB '????-??-??'),
  sender TEXT NOT NULL,
  cover_number TEXT NOT NULL,
  addressee_only INTEGER NOT NULL CHECK (addressee_only IN (0, 1)),
  addressee TEXT NOT NULL,
  urgency TEXT NOT NULL CHECK (urgency IN ('', 'khan', 'thuong_khan', 'hoa_toc')),
  condition TEXT NOT NULL CHECK (condition IN ('whole', 'torn', 'suspect')),
  opened_on TEXT CHECK (opened_on GLOB '????-??-??'),
  opened_by TEXT NOT NULL,
  CHECK (addressee_only = 1 OR opened_on IS NOT NULL),
  CHECK (addressee_only = 0 OR addressee <> '')
) STRICT;

CREATE INDEX envelope_sealed ON envelope (arrived_on) WHERE opened_on IS NULL;

CREATE TABLE new_document (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER NOT NULL REFERENCES volume (id),
  book TEXT NOT NULL,
  year INTEGER NOT NULL,
  seq_no INTEGER NOT NULL CHECK (seq_no >= 1),
  registered_on TEXT NOT NULL CHECK (registered_on GLOB '????-??-??'),
  -- late: into the year before, until it closes; back: from paper, under the paper's number.
  entry_kind TEXT NOT NULL CHECK (entry_kind IN ('on_time', 'late', 'back')),
  paper_reference TEXT NOT NULL,
  envelope_id INTEGER REFERENCES envelope (id),
  arrival_date TEXT CHECK (arrival_date GLOB '????-??-??'),
  arrival_no INTEGER CHECK (arrival_no >= 1),
  issuer TEXT NOT NULL,
  doc_number TEXT NOT NULL,
  doc_date TEXT CHECK (doc_date GLOB '????-??-??'),
  doc_type TEXT NOT NULL,
  subject TEXT NOT NULL,
  level TEXT CHECK (level IN ('TUYET_MAT', 'TOI_MAT', 'MAT')),
  signer TEXT NOT NULL,
  holding_unit TEXT NOT NULL,
  receiving_unit TEXT NOT NULL,
  copies_announced INTEGER CHECK (copies_announced >= 0),
  copies_issued INTEGER CHECK (copies_issued >= 0), -- of an incoming document: received
  pages INTEGER CHECK (pages >= 0), -- of each copy
  annexes INTEGER CHECK (annexes >= 0), -- of each copy
  drafter TEXT NOT NULL,
  basis TEXT NOT NULL, -- decision and entry of the list of state secrets
  copying_allowed INTEGER CHECK (copying_allowed IN (0, 1)),
  note TEXT NOT NULL,
  moved_from_id INTEGER REFERENCES document (id), -- struck there: it was in the wrong book
  annulled_on TEXT CHECK (annulled_on GLOB '????-??-??'),
  annulled_by INTEGER REFERENCES person (id),
  annul_reason TEXT,
  UNIQUE (book, year, seq_no),
  -- NĐ 63/2026, Điều 6: a Tuyệt mật item has no subject in the books; of a closed envelope none is known.
  CHECK (subject = '' OR coalesce(level, 'TUYET_MAT') <> 'TUYET_MAT'),
  CHECK (book <> 'outgoing' OR (doc_date IS NOT NULL AND level IS NOT NULL AND copies_issued >= 1)),
  CHECK (book <> 'incoming' OR (arrival_date IS NOT NULL AND arrival_no IS NOT NULL AND envelope_id IS NOT NULL)),
  CHECK ((annulled_on IS NULL) = (annulled_by IS NULL)),
  CHECK ((annulled_on IS NULL) = (annul_reason IS NULL))
) STRICT;

INSERT INTO new_document (
  id, volume_id, book, year, seq_no, registered_on, entry_kind, paper_reference, issuer, doc_number,
  doc_date, doc_type, subject, level, signer, holding_unit, receiving_unit, copies_issued, drafter,
  basis, note, annulled_on, annulled_by, annul_reason)
SELECT
  id, volume_id, book, year, seq_no, registered_on, 'on_time', '', '', doc_number,
  doc_date, doc_type, subject, level, signer, holding_unit, '', copies_issued, '',
  '', note, annulled_on, annulled_by, annul_reason
FROM document;

DROP TABLE document;

ALTER TABLE new_document RENAME TO document;

CREATE INDEX document_by_volume ON document (volume_id, seq_no);

CREATE INDEX document_by_envelope ON document (envelope_id) WHERE envelope_id IS NOT NULL;

CREATE UNIQUE INDEX document_by_arrival ON document (year, arrival_no) WHERE book = 'incoming';

ALTER TABLE recipient ADD COLUMN channel TEXT NOT NULL DEFAULT ''
  CHECK (channel IN ('', 'direct', 'liaison', 'post', 'cipher'));

ALTER TABLE copy ADD COLUMN pages INTEGER CHECK (pages >= 0); -- where they differ from the document's

ALTER TABLE copy ADD COLUMN annexes INTEGER CHECK (annexes >= 0);

-- The comparison at receipt (kiểm tra, đối chiếu); awaiting: received short, the rest is to come.
CREATE TABLE comparison (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
  compared_on TEXT NOT NULL CHECK (compared_on GLOB '????-??-??'),
  finding TEXT NOT NULL CHECK (finding IN ('complete', 'short', 'surplus', 'wrong', 'damaged', 'suspect')),
  remark TEXT NOT NULL,
  awaiting INTEGER NOT NULL CHECK (awaiting IN (0, 1)),
  settled_on TEXT CHECK (settled_on GLOB '????-??-??'),
  settlement TEXT NOT NULL
) STRICT;

CREATE INDEX comparison_awaiting ON comparison (compared_on) WHERE awaiting = 1;

-- The leader's direction on an incoming document: who deals with it, by when.
CREATE TABLE direction (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  given_on TEXT NOT NULL CHECK (given_on GLOB '????-??-??'),
  leader TEXT NOT NULL CHECK (leader <> ''),
  assignee TEXT NOT NULL CHECK (assignee <> ''),
  due_on TEXT CHECK (due_on GLOB '????-??-??'),
  words TEXT NOT NULL,
  done_on TEXT CHECK (done_on GLOB '????-??-??'),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1))
) STRICT;

CREATE INDEX direction_by_document ON direction (document_id);

CREATE INDEX direction_waiting ON direction (due_on) WHERE done_on IS NULL AND in_use = 1;

-- What a printed line got wrong, said in a line of its own (dòng đính chính).
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  volume_id INTEGER NOT NULL REFERENCES volume (id),
  kind TEXT NOT NULL CHECK (kind IN ('correct', 'annul', 'complete')),
  made_on TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  made_by INTEGER NOT NULL REFERENCES person (id),
  columns TEXT NOT NULL, -- the fields that changed, one space between
  words TEXT NOT NULL
) STRICT;

CREATE INDEX correction_by_volume ON correction (volume_id);

CREATE INDEX correction_by_document ON correction (document_id);

ALTER TABLE volume ADD COLUMN closed_on TEXT CHECK (closed_on GLOB '????-??-??');

ALTER TABLE volume ADD COLUMN closed_by INTEGER REFERENCES person (id);

ALTER TABLE volume ADD COLUMN last_no INTEGER; -- once closed; NULL when nothing was registered

ALTER TABLE volume ADD COLUMN discrepancy TEXT NOT NULL DEFAULT '';

-- in_line: receivers sign in the book's own lines; receipt_sheet: on sheets of the transfer log.
ALTER TABLE volume ADD COLUMN signing TEXT NOT NULL DEFAULT 'in_line'
  CHECK (signing IN ('in_line', 'receipt_sheet'));

CREATE TABLE new_print_run (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER REFERENCES volume (id), -- NULL: a paper about one document
  document_id INTEGER REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN (
    'book', 'new_lines', 'reprint', 'blank', 'crossing', 'opening', 'closing', 'minutes', 'letter', 'direction')),
  printed_at TEXT NOT NULL,
  reprint_no INTEGER NOT NULL CHECK (reprint_no >= 0),
  state TEXT NOT NULL CHECK (state IN ('asked', 'good', 'spoiled', 'nothing'))
) STRICT;

INSERT INTO new_print_run (id, volume_id, kind, printed_at, reprint_no, state)
SELECT id, volume_id, 'book', printed_at, reprint_no, state FROM print_run;

-- The sheet as it came out of one print run.
CREATE TABLE printed_sheet (
  id INTEGER PRIMARY KEY,
  print_run_id INTEGER NOT NULL REFERENCES print_run (id),
  sheet_id INTEGER REFERENCES sheet (id), -- NULL: a page of its own
  number INTEGER NOT NULL CHECK (number >= 1),
  line_count INTEGER NOT NULL CHECK (line_count >= 0),
  slot INTEGER NOT NULL CHECK (slot >= 0), -- which place of the foot carries this run's code
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;

CREATE INDEX printed_sheet_by_run ON printed_sheet (print_run_id);

CREATE INDEX printed_sheet_by_sheet ON printed_sheet (sheet_id) WHERE sheet_id IS NOT NULL;

-- The sheet of paper (tờ). planned: numbered, not on paper yet; unused: a blank one left over.
CREATE TABLE new_sheet (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER NOT NULL REFERENCES volume (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  is_blank INTEGER NOT NULL CHECK (is_blank IN (0, 1)), -- ruled, to be written by hand
  state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'full', 'signed', 'spoiled', 'unused')),
  state_on TEXT NOT NULL CHECK (state_on GLOB '????-??-??'),
  spoil_reason TEXT NOT NULL,
  UNIQUE (volume_id, number)
) STRICT;

-- A line of the transfer log: one document handed to one receiver, to be signed for.
CREATE TABLE handover (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER NOT NULL REFERENCES volume (id),
  year INTEGER NOT NULL,
  seq_no INTEGER NOT NULL CHECK (seq_no >= 1),
  document_id INTEGER NOT NULL REFERENCES document (id),
  recipient_id INTEGER REFERENCES recipient (id), -- NULL: the receiving unit of an incoming document
  receiver TEXT NOT NULL CHECK (receiver <> ''),
  copies INTEGER NOT NULL CHECK (copies >= 1),
  handed_on TEXT NOT NULL CHECK (handed_on GLOB '????-??-??'),
  UNIQUE (year, seq_no)
) STRICT;

CREATE INDEX handover_by_document ON handover (document_id);

-- A line where it stands on its sheet; what is printed there never moves. Lengths in hundredths of
-- a point below the column heads; unknown (NULL) when written by hand or printed before 0002.
CREATE TABLE sheet_line (
  id INTEGER PRIMARY KEY,
  sheet_id INTEGER NOT NULL REFERENCES sheet (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  document_id INTEGER REFERENCES document (id),
  correction_id INTEGER REFERENCES correction (id),
  handover_id INTEGER REFERENCES handover (id),
  part INTEGER NOT NULL CHECK (part >= 1), -- a line taller than a sheet goes on as part 2, 3, …
  print_run_id INTEGER REFERENCES print_run (id), -- NULL: written by hand
  top INTEGER CHECK (top >= 0),
  height INTEGER CHECK (height > 0),
  cells TEXT NOT NULL, -- a JSON list, as printed
  struck INTEGER NOT NULL CHECK (struck IN (0, 1)),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1)), -- 0: that sheet was spoiled, or nothing came out
  CHECK ((document_id IS NOT NULL) + (correction_id IS NOT NULL) + (handover_id IS NOT NULL) = 1)
) STRICT;

-- What was printed before: the sheets of each volume's last good run, full, their lines without places.
INSERT INTO new_sheet (id, volume_id, number, is_blank, state, state_on, spoil_reason)
SELECT row_number() OVER (ORDER BY r.volume_id, s.number), r.volume_id, s.number, 0, 'full',
       substr(r.printed_at, 1, 10), ''
FROM sheet AS s JOIN print_run AS r ON r.id = s.print_run_id
WHERE r.id = (SELECT max(g.id) FROM print_run AS g WHERE g.volume_id = r.volume_id AND g.state = 'good');

INSERT INTO sheet_line (
  id, sheet_id, position, document_id, part, print_run_id, cells, struck, in_use)
SELECT row_number() OVER (ORDER BY n.id, d.seq_no), n.id,
       row_number() OVER (PARTITION BY n.id ORDER BY d.seq_no), d.id,
       row_number() OVER (PARTITION BY d.id ORDER BY n.number), r.id, '[]', d.annulled_on IS NOT NULL, 1
FROM new_sheet AS n
JOIN print_run AS r ON r.id =
  (SELECT max(g.id) FROM print_run AS g WHERE g.volume_id = n.volume_id AND g.state = 'good')
JOIN sheet AS s ON s.print_run_id = r.id AND s.number = n.number
JOIN document AS d ON d.volume_id = n.volume_id AND d.seq_no BETWEEN s.first_seq_no AND s.last_seq_no;

INSERT INTO printed_sheet (id, print_run_id, sheet_id, number, line_count, slot, digest)
SELECT s.id, s.print_run_id,
       (SELECT n.id FROM new_sheet AS n JOIN print_run AS r ON r.id = s.print_run_id
        WHERE n.volume_id = r.volume_id AND n.number = s.number),
       s.number, s.line_count, 0, s.digest
FROM sheet AS s;

DROP TABLE sheet;

ALTER TABLE new_sheet RENAME TO sheet;

DROP TABLE print_run;

ALTER TABLE new_print_run RENAME TO print_run;

CREATE INDEX sheet_line_by_sheet ON sheet_line (sheet_id, position);

-- Whether a line is on paper is asked of every line of a book: the index alone answers.
CREATE INDEX sheet_line_by_document ON sheet_line (document_id, in_use, print_run_id)
  WHERE document_id IS NOT NULL;

CREATE INDEX sheet_line_by_correction ON sheet_line (correction_id) WHERE correction_id IS NOT NULL;

CREATE INDEX sheet_line_by_handover ON sheet_line (handover_id, in_use, print_run_id)
  WHERE handover_id IS NOT NULL;

CREATE INDEX sheet_line_by_run ON sheet_line (print_run_id) WHERE print_run_id IS NOT NULL;

CREATE INDEX print_run_waiting ON print_run (id) WHERE state = 'asked';

-- A receiver's signature in ink, as the clerk has seen it on the sheet.
CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  recipient_id INTEGER REFERENCES recipient (id),
  sheet_id INTEGER NOT NULL REFERENCES sheet (id),
  signed_on TEXT NOT NULL CHECK (signed_on GLOB '????-??-??'),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1))
) STRICT;

CREATE INDEX receipt_by_document ON receipt (document_id);

CREATE TABLE distribution_list (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  channel TEXT NOT NULL CHECK (channel IN ('', 'direct', 'liaison', 'post', 'cipher')),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1))
) STRICT;

CREATE TABLE distribution_member (
  id INTEGER PRIMARY KEY,
  list_id INTEGER NOT NULL REFERENCES distribution_list (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1)),
  UNIQUE (list_id, position)
) STRICT;

-- The clock said one day, the keeper another.
CREATE TABLE stated_day (
  id INTEGER PRIMARY KEY,
  clock_on TEXT NOT NULL CHECK (clock_on GLOB '????-??-??'),
  stated_on TEXT NOT NULL CHECK (stated_on GLOB '????-??-??'),
  person_id INTEGER NOT NULL REFERENCES person (id)
) STRICT;

-- Chuyển năm: the steps that no other row can tell are done.
CREATE TABLE year_step (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  step TEXT NOT NULL CHECK (step <> ''),
  done_on TEXT CHECK (done_on GLOB '????-??-??'),
  person_id INTEGER NOT NULL REFERENCES person (id),
  UNIQUE (year, step)
) STRICT;

-- Local tables from here on: never journalled, never compared.

-- What was typed before, by field; suggested while typing.
CREATE TABLE remembered (
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (field, value)
) STRICT, WITHOUT ROWID;

INSERT INTO remembered (field, value, uses)
SELECT 'doc_type', doc_type, count(*) FROM document WHERE doc_type <> '' GROUP BY doc_type
UNION ALL SELECT 'signer', signer, count(*) FROM document WHERE signer <> '' GROUP BY signer
UNION ALL SELECT 'holding_unit', holding_unit, count(*) FROM document WHERE holding_unit <> '' GROUP BY holding_unit
UNION ALL SELECT 'recipients', name, count(*) FROM recipient GROUP BY name;

-- A form that was being typed when the vault was closed, or the program died.
CREATE TABLE draft (
  form TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (form, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every beginning of a word is looked up, not gathered from the words: no syllable has more letters.
-- IF EXISTS: a replay makes no local tables before.
DROP TABLE IF EXISTS search_index;

DROP TABLE IF EXISTS search_document;

CREATE TABLE search_document (
  id INTEGER PRIMARY KEY,
  folded TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
  folded,
  content = 'search_document',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 0',
  prefix = '1 2 3 4 5 6 7',
  detail = none,
  columnsize = 0
);
