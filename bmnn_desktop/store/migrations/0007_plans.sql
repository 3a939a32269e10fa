-- Plans: what was accepted of them, their duties, what was noted, and the days not worked.

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  number TEXT NOT NULL, -- '': left blank in the plan
  place TEXT NOT NULL,
  dated_on TEXT NOT NULL, -- as much of YYYY-MM-DD as is printed
  issuer TEXT NOT NULL,
  title TEXT NOT NULL,
  bases TEXT NOT NULL, -- one a line
  recipients TEXT NOT NULL, -- one a line
  signer TEXT NOT NULL,
  signer_post TEXT NOT NULL,
  funding TEXT NOT NULL,
  own_name TEXT NOT NULL, -- what it calls our unit, one a line
  source TEXT NOT NULL CHECK (source IN ('file', 'paper', 'template')),
  parent_id INTEGER REFERENCES plan (id),
  accepted_on TEXT NOT NULL CHECK (accepted_on GLOB '????-??-??')
) STRICT;

-- due_on is what the time phrase comes to as long as nothing is noted; each act that moves it
-- writes it anew, so that what is due is one look at an index.
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  ref TEXT NOT NULL,
  section TEXT NOT NULL,
  summary TEXT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('ours', 'urged', 'know')),
  timing_text TEXT NOT NULL, -- '': the plan says no time
  timing TEXT NOT NULL, -- its meaning as JSON
  deliverable TEXT NOT NULL,
  report_to TEXT NOT NULL,
  decider TEXT NOT NULL,
  line INTEGER NOT NULL CHECK (line >= 0), -- of the text it was read from; 0: typed
  sure_owner INTEGER NOT NULL CHECK (sure_owner BETWEEN 0 AND 2),
  sure_time INTEGER NOT NULL CHECK (sure_time BETWEEN 0 AND 2),
  sure_sort INTEGER NOT NULL CHECK (sure_sort BETWEEN 0 AND 2),
  target_on TEXT CHECK (target_on GLOB '????-??-??'),
  event_on TEXT CHECK (event_on GLOB '????-??-??'),
  start_on TEXT CHECK (start_on GLOB '????-??-??'),
  due_on TEXT CHECK (due_on GLOB '????-??-??'),
  can_be_late INTEGER NOT NULL CHECK (can_be_late IN (0, 1)),
  is_check_in INTEGER NOT NULL CHECK (is_check_in IN (0, 1)),
  estimate INTEGER CHECK (estimate >= 0), -- đồng
  spent INTEGER CHECK (spent >= 0),
  same_as_id INTEGER REFERENCES task (id), -- followed there
  after_id INTEGER REFERENCES task (id), -- which has to be done before
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  ended_on TEXT CHECK (ended_on GLOB '????-??-??'),
  done_until TEXT CHECK (done_until GLOB '????-??-??'), -- the last turn that was done
  CHECK ((state = 'open') = (ended_on IS NULL)),
  CHECK (same_as_id IS NULL OR same_as_id <> id),
  CHECK (after_id IS NULL OR after_id <> id),
  UNIQUE (plan_id, position)
) STRICT;

CREATE INDEX task_due ON task (due_on)
  WHERE state = 'open' AND sort <> 'know' AND same_as_id IS NULL AND due_on IS NOT NULL;

CREATE INDEX task_late ON task (due_on)
  WHERE state = 'open' AND sort <> 'know' AND same_as_id IS NULL AND can_be_late = 1;

CREATE TABLE task_part (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'coordinate', 'requested')),
  name TEXT NOT NULL CHECK (name <> ''),
  of_group TEXT NOT NULL, -- what the plan wrote, of a unit of a group
  done_on TEXT CHECK (done_on GLOB '????-??-??'),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1))
) STRICT;

CREATE INDEX task_part_by_task ON task_part (task_id);

CREATE TABLE task_note (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  on_day TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
  words TEXT NOT NULL,
  whom TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id),
  reference TEXT NOT NULL, -- of a paper file
  amount INTEGER CHECK (amount >= 0)
) STRICT;

CREATE INDEX task_note_by_task ON task_note (task_id);

CREATE TABLE unit_report (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  unit TEXT NOT NULL CHECK (unit <> ''),
  year INTEGER NOT NULL,
  first_on TEXT NOT NULL CHECK (first_on GLOB '????-??-??'),
  last_on TEXT NOT NULL CHECK (last_on GLOB '????-??-??'),
  due_on TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
  via TEXT NOT NULL,
  received_on TEXT CHECK (received_on GLOB '????-??-??'),
  reference TEXT NOT NULL,
  UNIQUE (plan_id, unit, year),
  CHECK (first_on <= last_on)
) STRICT;

CREATE INDEX unit_report_waiting ON unit_report (due_on) WHERE received_on IS NULL;

CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL UNIQUE CHECK (day GLOB '????-??-??'),
  name TEXT NOT NULL,
  is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)), -- 0: worked
  citation TEXT NOT NULL
) STRICT;
