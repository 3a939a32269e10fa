-- Every copy accounted for: who holds it and how it got there; the copying log; what lies in the
-- safe from before. Foreign keys are off while a migration runs.

-- origin: issued by us, received, made by a copying order, or there before the first day (stock).
-- standing, holder, place, due_on, handover_id: as the copy's last custody row left it; since: the
-- day of the last one that moved it.
-- seen_on: of a copy from stock, when it was last compared with the paper; NULL: not yet.
CREATE TABLE new_copy (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  origin TEXT NOT NULL CHECK (origin IN ('issued', 'received', 'made', 'stock')),
  copy_no INTEGER NOT NULL CHECK (copy_no >= 1),
  recipient_id INTEGER REFERENCES recipient (id),
  copy_order_id INTEGER REFERENCES copy_order (id),
  meant_for TEXT NOT NULL, -- of a made copy, who is to get it
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1)),
  pages INTEGER CHECK (pages >= 0), -- where they differ from the document's
  annexes INTEGER CHECK (annexes >= 0),
  standing TEXT NOT NULL CHECK (standing IN (
    'store', 'handed', 'held', 'sent', 'away', 'taken_out', 'not_found',
    'returned', 'archived', 'destroyed', 'lost')),
  holder TEXT NOT NULL,
  place TEXT NOT NULL,
  since TEXT CHECK (since GLOB '????-??-??'),
  due_on TEXT CHECK (due_on GLOB '????-??-??'),
  handover_id INTEGER REFERENCES handover (id),
  seen_on TEXT CHECK (seen_on GLOB '????-??-??'),
  UNIQUE (document_id, origin, copy_no),
  CHECK ((origin = 'made') = (copy_order_id IS NOT NULL)),
  CHECK (standing = 'store' OR in_use = 1),
  CHECK (standing NOT IN ('handed', 'held', 'sent', 'away', 'taken_out') OR holder <> '')
) STRICT;

-- Sổ quản lý sao, chụp: asked for, permitted or refused, made. A number is dealt when it is made.
CREATE TABLE copy_order (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER REFERENCES volume (id),
  year INTEGER,
  seq_no INTEGER CHECK (seq_no >= 1),
  document_id INTEGER NOT NULL REFERENCES document (id),
  requested_on TEXT NOT NULL CHECK (requested_on GLOB '????-??-??'),
  requester TEXT NOT NULL CHECK (requester <> ''),
  purpose TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('sao_y', 'sao_luc', 'trich_sao', 'chup')),
  medium TEXT NOT NULL CHECK (medium IN ('paper', 'electronic')), -- of what is made
  extract TEXT NOT NULL, -- of a trích sao, which part
  wanted INTEGER NOT NULL CHECK (wanted >= 1),
  permitted INTEGER CHECK (permitted >= 1),
  permitter TEXT NOT NULL,
  permitter_post TEXT NOT NULL, -- the post of the law that gives the right, or the unit's own
  delegation TEXT NOT NULL, -- by which paper a deputy decides
  basis TEXT NOT NULL, -- by what the post may permit, with its status, as known on that day
  permitted_on TEXT CHECK (permitted_on GLOB '????-??-??'),
  refused_on TEXT CHECK (refused_on GLOB '????-??-??'),
  refusal TEXT NOT NULL,
  made_on TEXT CHECK (made_on GLOB '????-??-??'),
  entered_on TEXT CHECK (entered_on GLOB '????-??-??'), -- when it was told: may be days later
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL, -- place and machine
  made INTEGER CHECK (made >= 1),
  spare INTEGER NOT NULL CHECK (spare >= 0),
  spoiled INTEGER NOT NULL CHECK (spoiled >= 0),
  destroyed_on TEXT CHECK (destroyed_on GLOB '????-??-??'), -- the spare and the spoiled ones
  destroyed_by TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (year, seq_no),
  CHECK (permitted_on IS NULL OR refused_on IS NULL),
  CHECK ((permitted_on IS NULL) = (permitted IS NULL)),
  CHECK (permitted_on IS NULL OR (permitter <> '' AND permitter_post <> '')),
  CHECK ((made_on IS NULL) = (seq_no IS NULL)),
  CHECK ((made_on IS NULL) = (volume_id IS NULL)),
  CHECK ((made_on IS NULL) = (made IS NULL)),
  CHECK (made IS NULL OR (permitted IS NOT NULL AND made <= permitted)),
  CHECK (spare + spoiled = 0 OR destroyed_on IS NOT NULL)
) STRICT;

CREATE INDEX copy_order_by_document ON copy_order (document_id);

CREATE INDEX copy_order_waiting ON copy_order (requested_on)
  WHERE made_on IS NULL AND refused_on IS NULL;

-- Who may permit copying and providing, beside the posts that the law names.
CREATE TABLE authority (
  id INTEGER PRIMARY KEY,
  post TEXT NOT NULL CHECK (post <> ''),
  level TEXT NOT NULL CHECK (level IN ('TUYET_MAT', 'TOI_MAT', 'MAT')), -- the highest
  citation TEXT NOT NULL CHECK (citation <> ''),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1))
) STRICT;

-- One step of a copy on its way, and how it left the copy: one unbroken chain for each copy.
CREATE TABLE custody (
  id INTEGER PRIMARY KEY,
  copy_id INTEGER NOT NULL REFERENCES copy (id),
  act TEXT NOT NULL CHECK (act IN (
    'place', 'give', 'send', 'sign', 'unsign', 'refuse', 'return', 'recall', 'remind', 'give_back',
    'archive', 'take_out', 'bring_back', 'miss', 'find', 'lose', 'see')),
  on_day TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
  standing TEXT NOT NULL,
  holder TEXT NOT NULL,
  place TEXT NOT NULL,
  due_on TEXT CHECK (due_on GLOB '????-??-??'),
  handover_id INTEGER REFERENCES handover (id),
  removal_id INTEGER REFERENCES removal (id),
  incident_id INTEGER REFERENCES incident (id),
  provision_id INTEGER REFERENCES provision (id),
  pages INTEGER CHECK (pages >= 0), -- counted
  annexes INTEGER CHECK (annexes >= 0),
  remark TEXT NOT NULL
) STRICT;

CREATE INDEX custody_by_copy ON custody (copy_id);

-- Bảng kê bì: what one carrier took with one signature.
CREATE TABLE dispatch (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  sent_on TEXT NOT NULL CHECK (sent_on GLOB '????-??-??'),
  channel TEXT NOT NULL CHECK (channel IN ('direct', 'liaison', 'post', 'cipher')),
  carrier TEXT NOT NULL CHECK (carrier <> ''),
  protection TEXT NOT NULL, -- packing, vehicle, guards
  UNIQUE (year, number)
) STRICT;

-- Bì gửi đi, with its phiếu gửi; received_on: the tear-off came back signed.
CREATE TABLE parcel (
  id INTEGER PRIMARY KEY,
  dispatch_id INTEGER NOT NULL REFERENCES dispatch (id),
  number INTEGER NOT NULL CHECK (number >= 1), -- số bì
  receiver TEXT NOT NULL CHECK (receiver <> ''),
  addressee TEXT NOT NULL, -- "Chỉ người có tên mới được bóc bì"
  received_on TEXT CHECK (received_on GLOB '????-??-??'),
  received_by TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('', 'signed', 'refused', 'never')),
  UNIQUE (dispatch_id, number)
) STRICT;

CREATE INDEX parcel_waiting ON parcel (dispatch_id) WHERE outcome = '';

-- A line of the transfer log; ended_on: everything on it has come back (ngày trả).
ALTER TABLE handover ADD COLUMN due_on TEXT CHECK (due_on GLOB '????-??-??');

ALTER TABLE handover ADD COLUMN occasion TEXT NOT NULL DEFAULT ''; -- a meeting

ALTER TABLE handover ADD COLUMN parcel_id INTEGER REFERENCES parcel (id);

ALTER TABLE handover ADD COLUMN ended_on TEXT CHECK (ended_on GLOB '????-??-??');

ALTER TABLE handover ADD COLUMN ending TEXT NOT NULL DEFAULT ''
  CHECK (ending IN ('', 'returned', 'refused'));

CREATE INDEX handover_by_parcel ON handover (parcel_id) WHERE parcel_id IS NOT NULL;

-- A receiver's signature in ink: on a sheet, or on a slip that came back (sheet_id NULL). Of a line
-- of the transfer log it signs that line; else (handover_id NULL) the register's own.
CREATE TABLE new_receipt (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  recipient_id INTEGER REFERENCES recipient (id),
  handover_id INTEGER REFERENCES handover (id),
  sheet_id INTEGER REFERENCES sheet (id),
  signed_on TEXT NOT NULL CHECK (signed_on GLOB '????-??-??'),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1)),
  CHECK (sheet_id IS NOT NULL OR handover_id IS NOT NULL)
) STRICT;

INSERT INTO new_receipt (id, document_id, recipient_id, handover_id, sheet_id, signed_on, in_use)
SELECT r.id, r.document_id, r.recipient_id,
       (SELECT h.id FROM handover AS h JOIN sheet_line AS l ON l.handover_id = h.id
        WHERE h.document_id = r.document_id AND h.recipient_id IS r.recipient_id
          AND l.sheet_id = r.sheet_id ORDER BY h.id DESC LIMIT 1),
       r.sheet_id, r.signed_on, r.in_use
FROM receipt AS r;

DROP TABLE receipt;

ALTER TABLE new_receipt RENAME TO receipt;

CREATE INDEX receipt_by_document ON receipt (document_id);

CREATE INDEX receipt_by_handover ON receipt (handover_id) WHERE handover_id IS NOT NULL;

-- Mang ra khỏi nơi lưu giữ (Điều 14): within the country for a task; abroad upon a written request.
CREATE TABLE removal (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('country', 'abroad')),
  taker TEXT NOT NULL CHECK (taker <> ''),
  post TEXT NOT NULL,
  unit TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  destination TEXT NOT NULL,
  protection TEXT NOT NULL,
  request TEXT NOT NULL, -- number and day of the written request
  permitter TEXT NOT NULL,
  permitter_post TEXT NOT NULL,
  permitted_on TEXT CHECK (permitted_on GLOB '????-??-??'),
  taken_on TEXT NOT NULL CHECK (taken_on GLOB '????-??-??'),
  due_on TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
  returned_on TEXT CHECK (returned_on GLOB '????-??-??'), -- the last copy
  CHECK (due_on >= taken_on),
  CHECK (kind = 'country' OR (request <> '' AND permitter <> '' AND permitted_on IS NOT NULL
    AND post <> '' AND unit <> '' AND destination <> '' AND protection <> ''))
) STRICT;

CREATE INDEX removal_open ON removal (due_on) WHERE returned_on IS NULL;

-- Cung cấp, chuyển giao bí mật nhà nước (Điều 15): the request, who decided, what was given.
CREATE TABLE provision (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  requested_on TEXT NOT NULL CHECK (requested_on GLOB '????-??-??'),
  request TEXT NOT NULL CHECK (request <> ''), -- number of the written request
  asker_kind TEXT NOT NULL CHECK (asker_kind IN ('body', 'person')),
  asker TEXT NOT NULL CHECK (asker <> ''),
  representative TEXT NOT NULL, -- of a body
  identity TEXT NOT NULL, -- of a person: papers, address, post
  what TEXT NOT NULL CHECK (what <> ''),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  commitment INTEGER NOT NULL CHECK (commitment IN (0, 1)),
  decider TEXT NOT NULL,
  decider_post TEXT NOT NULL,
  decided_on TEXT CHECK (decided_on GLOB '????-??-??'),
  outcome TEXT NOT NULL CHECK (outcome IN ('', 'granted', 'refused')),
  reasons TEXT NOT NULL, -- of a refusal
  given_on TEXT CHECK (given_on GLOB '????-??-??'),
  given TEXT NOT NULL,
  CHECK ((outcome = '') = (decided_on IS NULL)),
  CHECK (outcome = '' OR (decider <> '' AND decider_post <> '')),
  CHECK (outcome <> 'refused' OR reasons <> ''),
  CHECK (outcome <> 'granted' OR commitment = 1),
  CHECK (given_on IS NULL OR outcome = 'granted')
) STRICT;

CREATE INDEX provision_waiting ON provision (requested_on) WHERE outcome = '';

CREATE INDEX provision_by_document ON provision (document_id);

-- Chưa tìm thấy, and what it turns out to be (vụ việc lộ, mất).
CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('missing', 'leaked')),
  discovered_on TEXT NOT NULL CHECK (discovered_on GLOB '????-??-??'),
  discovered_at TEXT NOT NULL CHECK (discovered_at GLOB '??:??'),
  discoverer TEXT NOT NULL CHECK (discoverer <> ''),
  last_seen TEXT NOT NULL, -- when, where, by whom
  persons TEXT NOT NULL, -- concerned
  circumstances TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('', 'found', 'lost', 'leaked', 'no_case')),
  conclusion TEXT NOT NULL,
  closed_on TEXT CHECK (closed_on GLOB '????-??-??'),
  UNIQUE (year, number),
  CHECK ((outcome = '') = (closed_on IS NULL)),
  CHECK (outcome = '' OR conclusion <> '')
) STRICT;

CREATE INDEX incident_open ON incident (discovered_on) WHERE closed_on IS NULL;

-- Which copies it is about. A leaked one may lie in its place: its chain alone could not tell.
CREATE TABLE incident_item (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  copy_id INTEGER NOT NULL REFERENCES copy (id),
  UNIQUE (incident_id, copy_id)
) STRICT;

CREATE INDEX incident_item_by_copy ON incident_item (copy_id);

-- What was done about it; a report or a notice is due the same day until it has a day.
CREATE TABLE incident_step (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  kind TEXT NOT NULL CHECK (kind IN ('report', 'notice', 'measure')),
  words TEXT NOT NULL,
  whom TEXT NOT NULL,
  due_on TEXT CHECK (due_on GLOB '????-??-??'),
  done_on TEXT CHECK (done_on GLOB '????-??-??'),
  CHECK (done_on IS NULL OR words <> '')
) STRICT;

CREATE INDEX incident_step_by_incident ON incident_step (incident_id);

CREATE INDEX incident_step_waiting ON incident_step (due_on) WHERE done_on IS NULL;

-- The copies as they were: signed for where there is a receipt, on their way where there is a line
-- of the transfer log, else still here.
INSERT INTO new_copy (
  id, document_id, origin, copy_no, recipient_id, meant_for, in_use, pages, annexes,
  standing, holder, place, since, handover_id)
SELECT c.id, c.document_id, iif(d.book = 'incoming', 'received', 'issued'), c.copy_no,
       c.recipient_id, '', c.in_use, c.pages, c.annexes, 'store', '', '', NULL, NULL
FROM copy AS c JOIN document AS d ON d.id = c.document_id;

-- A closed envelope is a thing in somebody's hands too.
INSERT INTO new_copy (
  id, document_id, origin, copy_no, meant_for, in_use, standing, holder, place)
SELECT (SELECT coalesce(max(id), 0) FROM new_copy) + row_number() OVER (ORDER BY d.id), d.id,
       'received', 1, '', 1, 'store', '', ''
FROM document AS d WHERE d.book = 'incoming'
  AND NOT EXISTS (SELECT 1 FROM new_copy AS c WHERE c.document_id = d.id);

DROP TABLE copy;

ALTER TABLE new_copy RENAME TO copy;

UPDATE copy SET
  handover_id = (
    SELECT max(h.id) FROM handover AS h
    WHERE h.document_id = copy.document_id AND h.recipient_id IS copy.recipient_id)
WHERE in_use = 1 AND document_id IN (SELECT id FROM document WHERE annulled_on IS NULL)
  AND (origin = 'received' OR recipient_id IS NOT NULL);

UPDATE copy SET
  standing = iif(origin = 'received', 'handed', 'sent'),
  holder = (SELECT h.receiver FROM handover AS h WHERE h.id = copy.handover_id),
  since = (SELECT h.handed_on FROM handover AS h WHERE h.id = copy.handover_id)
WHERE handover_id IS NOT NULL;

INSERT INTO custody (
  id, copy_id, act, on_day, standing, holder, place, handover_id, remark)
SELECT row_number() OVER (ORDER BY id), id, iif(origin = 'received', 'give', 'send'), since,
       standing, holder, '', handover_id, ''
FROM copy WHERE handover_id IS NOT NULL;

UPDATE copy SET
  holder = iif(handover_id IS NOT NULL, holder, iif(origin = 'received',
    (SELECT d.receiving_unit FROM document AS d WHERE d.id = copy.document_id),
    (SELECT r.name FROM recipient AS r WHERE r.id = copy.recipient_id))),
  standing = iif(origin = 'received', 'held', 'away'),
  since = (
    SELECT max(s.signed_on, coalesce(copy.since, '')) FROM receipt AS s
    WHERE s.document_id = copy.document_id AND s.recipient_id IS copy.recipient_id AND s.in_use = 1
    ORDER BY s.id DESC LIMIT 1)
WHERE in_use = 1 AND document_id IN (SELECT id FROM document WHERE annulled_on IS NULL)
  AND (origin = 'issued' OR (SELECT d.receiving_unit FROM document AS d WHERE d.id = document_id) <> '')
  AND (origin = 'received' OR recipient_id IS NOT NULL)
  AND EXISTS (
    SELECT 1 FROM receipt AS s
    WHERE s.document_id = copy.document_id AND s.recipient_id IS copy.recipient_id
      AND s.in_use = 1);

-- Who signed in the register's own line was handed it there.
INSERT INTO custody (
  id, copy_id, act, on_day, standing, holder, place, handover_id, remark)
SELECT (SELECT coalesce(max(id), 0) FROM custody) + row_number() OVER (ORDER BY id), id,
       iif(origin = 'received', 'give', 'send'), since, iif(origin = 'received', 'handed', 'sent'),
       holder, '', NULL, ''
FROM copy WHERE standing IN ('held', 'away') AND handover_id IS NULL;

INSERT INTO custody (
  id, copy_id, act, on_day, standing, holder, place, handover_id, remark)
SELECT (SELECT coalesce(max(id), 0) FROM custody) + row_number() OVER (ORDER BY id), id, 'sign',
       since, standing, holder, '', handover_id, ''
FROM copy WHERE standing IN ('held', 'away');

CREATE INDEX copy_by_holder ON copy (holder, standing)
  WHERE standing IN ('handed', 'held', 'taken_out', 'sent', 'away');

CREATE INDEX copy_due ON copy (due_on) WHERE due_on IS NOT NULL;

CREATE INDEX copy_waiting ON copy (since) WHERE standing IN ('handed', 'sent');

CREATE INDEX copy_not_found ON copy (id) WHERE standing = 'not_found';

CREATE INDEX copy_not_seen ON copy (id) WHERE origin = 'stock' AND seen_on IS NULL;

CREATE INDEX copy_by_handover ON copy (handover_id) WHERE handover_id IS NOT NULL;

CREATE INDEX copy_by_order ON copy (copy_order_id) WHERE copy_order_id IS NOT NULL;

CREATE INDEX custody_by_handover ON custody (handover_id) WHERE handover_id IS NOT NULL;

CREATE INDEX custody_by_removal ON custody (removal_id) WHERE removal_id IS NOT NULL;

CREATE INDEX custody_by_incident ON custody (incident_id) WHERE incident_id IS NOT NULL;

-- Kinds of papers come with every release: the program knows them, not the table. The closing
-- sheet, which had none, gets its own.
CREATE TABLE new_print_run (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER REFERENCES volume (id), -- NULL: a paper about no volume
  document_id INTEGER REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  printed_at TEXT NOT NULL,
  reprint_no INTEGER NOT NULL CHECK (reprint_no >= 0),
  state TEXT NOT NULL CHECK (state IN ('asked', 'good', 'spoiled', 'nothing'))
) STRICT;

INSERT INTO new_print_run (id, volume_id, document_id, kind, printed_at, reprint_no, state)
SELECT id, volume_id, document_id,
       iif(kind = 'closing' AND volume_id IS NULL, 'closing_sheet', kind),
       printed_at, reprint_no, state
FROM print_run;

DROP TABLE print_run;

ALTER TABLE new_print_run RENAME TO print_run;

CREATE INDEX print_run_waiting ON print_run (id) WHERE state = 'asked';

-- A line of the copying log stands on a sheet like the others.
CREATE TABLE new_sheet_line (
  id INTEGER PRIMARY KEY,
  sheet_id INTEGER NOT NULL REFERENCES sheet (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  document_id INTEGER REFERENCES document (id),
  correction_id INTEGER REFERENCES correction (id),
  handover_id INTEGER REFERENCES handover (id),
  copy_order_id INTEGER REFERENCES copy_order (id),
  part INTEGER NOT NULL CHECK (part >= 1), -- a line taller than a sheet goes on as part 2, 3, …
  print_run_id INTEGER REFERENCES print_run (id), -- NULL: written by hand
  top INTEGER CHECK (top >= 0),
  height INTEGER CHECK (height > 0),
  cells TEXT NOT NULL, -- a JSON list, as printed
  struck INTEGER NOT NULL CHECK (struck IN (0, 1)),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1)), -- 0: that sheet was spoiled, or nothing came out
  CHECK ((document_id IS NOT NULL) + (correction_id IS NOT NULL) + (handover_id IS NOT NULL)
    + (copy_order_id IS NOT NULL) = 1)
) STRICT;

INSERT INTO new_sheet_line (
  id, sheet_id, position, document_id, correction_id, handover_id, part, print_run_id, top, height,
  cells, struck, in_use)
SELECT id, sheet_id, position, document_id, correction_id, handover_id, part, print_run_id, top,
       height, cells, struck, in_use
FROM sheet_line;

DROP TABLE sheet_line;

ALTER TABLE new_sheet_line RENAME TO sheet_line;

CREATE INDEX sheet_line_by_sheet ON sheet_line (sheet_id, position);

CREATE INDEX sheet_line_by_document ON sheet_line (document_id, in_use, print_run_id)
  WHERE document_id IS NOT NULL;

CREATE INDEX sheet_line_by_correction ON sheet_line (correction_id) WHERE correction_id IS NOT NULL;

CREATE INDEX sheet_line_by_handover ON sheet_line (handover_id, in_use, print_run_id)
  WHERE handover_id IS NOT NULL;

CREATE INDEX sheet_line_by_copy_order ON sheet_line (copy_order_id, in_use, print_run_id)
  WHERE copy_order_id IS NOT NULL;

CREATE INDEX sheet_line_by_run ON sheet_line (print_run_id) WHERE print_run_id IS NOT NULL;
