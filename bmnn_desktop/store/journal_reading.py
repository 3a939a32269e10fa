"""Reading the journal by pages: which entries, what each says, which rows it wrote."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bmnn_desktop.store import canonical
from bmnn_desktop.store.entry import Kind
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows
from bmnn_desktop.store.times import read_time

# What hangs on a document beside its own row, and the column that says so.
_HANGING = ("recipient", "copy", "comparison", "direction", "correction", "handover", "receipt")
_ON_PAPER = ("sheet_line", "print_run")
_EVENTS = ("copy_order", "provision")
# What happened to its copies: the table, the column of `t` that names its row, and what `t` is.
_OF_COPIES = (
    ("custody", "id", "custody AS t ON t.copy_id = o.id"),
    ("removal", "removal_id", "custody AS t ON t.copy_id = o.id"),
    ("incident_item", "id", "incident_item AS t ON t.copy_id = o.id"),
    ("incident", "incident_id", "incident_item AS t ON t.copy_id = o.id"),
    (
        "incident_step",
        "id",
        "incident_item AS i ON i.copy_id = o.id JOIN incident_step AS t USING (incident_id)",
    ),
)
_TOUCHED = " UNION ".join(
    (
        "SELECT seq FROM change WHERE table_name = 'document' AND row = ?6",
        (
            "SELECT c.seq FROM document AS t JOIN change AS c ON c.table_name = 'envelope'"
            " AND c.row = t.envelope_id WHERE t.id = ?6"
        ),
        *(
            f"SELECT c.seq FROM {table} AS t JOIN change AS c ON c.table_name = '{table}'"  # noqa: S608 (own names)
            " AND c.row = t.id WHERE t.document_id = ?6"
            for table in (*_HANGING, *_ON_PAPER, *_EVENTS)
        ),
        *(
            f"SELECT c.seq FROM copy AS o JOIN {joined}"  # noqa: S608 (own names)
            f" JOIN change AS c ON c.table_name = '{table}' AND c.row = t.{key}"
            " WHERE o.document_id = ?6"
            for table, key, joined in _OF_COPIES
        ),
    )
)
# Who approved, rejected or confirmed one of those: an answer names what it answers by its hash.
_ANSWERS = """
    SELECT a.seq FROM entry AS a JOIN entry AS x ON x.seq IN touched AND x.seq < a.seq
    WHERE a.kind <> 'act' AND instr(a.detail, lower(hex(x.hash)))"""
_OF_DOCUMENT = f"""
    WITH touched AS ({_TOUCHED}) SELECT seq FROM touched UNION {_ANSWERS}"""  # noqa: S608 (own text)
_WRITTEN = """
    SELECT e.seq, e.time, p.name, s.person_id, e.kind, e.action, e.detail, e.reason,
           e.reason IS NULL AND e.reason_digest IS NOT NULL AS is_scrubbed
    FROM entry AS e LEFT JOIN signer AS s ON s.id = e.signer
    LEFT JOIN person AS p ON p.id = s.person_id"""
# A proposal changed nothing unless it was approved before.
_BEFORE = """
    SELECT c.payload, c.text FROM change AS c JOIN entry AS e ON e.seq = c.seq
    WHERE c.table_name = ? AND c.row = ? AND c.seq < ? AND (e.kind <> 'propose' OR EXISTS (
      SELECT 1 FROM entry AS a WHERE a.kind <> 'act' AND a.kind = 'approve' AND a.seq > e.seq
      AND a.seq < ? AND json_extract(a.detail, '$.proposal') = lower(hex(e.hash))))
    ORDER BY c.seq DESC, c.n DESC LIMIT 1"""
_BATCH = 500
_PARTS = (
    "e.seq < ?1",
    "e.signer IN (SELECT id FROM signer WHERE person_id = ?2)",
    "e.action = ?3",
    "e.time >= ?4",
    "e.time < ?5",
    f"e.seq IN ({_OF_DOCUMENT})",
)

RowKey = tuple[str, int]  # table and row


@dataclass(frozen=True, slots=True)
class Question:
    """Which entries are wanted; `begin` and `end` are stamps, the end not counted."""

    person: int | None = None
    action: str | None = None
    document: int | None = None
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it is read; `name` "": signed by the recovery sheet."""

    seq: int
    time: datetime
    name: str
    person: int | None
    kind: Kind
    action: str
    detail: Mapping[str, canonical.Value]
    reason: str
    is_scrubbed: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """One row as a change made it; a scrubbed text is not among its columns."""

    table: str
    row: int
    columns: canonical.Columns
    is_scrubbed: bool = False

    @property
    def key(self) -> RowKey:
        """Return which row it is."""
        return self.table, self.row


def seqs(
    rows: Rows, question: Question, *, before: int | None = None, limit: int = -1
) -> array[int]:
    """Return the numbers of matching entries, newest first; `before`: of those below only."""
    values = (
        before,
        question.person,
        question.action,
        question.begin,
        question.end,
        question.document,
    )
    used = [part for part, value in zip(_PARTS, values, strict=True) if value is not None]
    where = " AND ".join(used) or "1"
    sql = f"SELECT e.seq FROM entry AS e WHERE {where} ORDER BY e.seq DESC LIMIT ?7"  # noqa: S608 (own text)
    return array("q", (row[0] for row in rows.all(sql, (*values, limit))))


def read(rows: Rows, wanted: Sequence[int]) -> dict[int, Written]:
    """Return these entries by their numbers."""
    found = _in_batches(rows, f"{_WRITTEN} WHERE e.seq IN ({{marks}})", wanted)
    return {row["seq"]: _written(row) for row in found}


def images(
    rows: Rows, wanted: Sequence[int], most: int | None = None
) -> dict[int, tuple[Image, ...]]:
    """Return the first `most` rows that each of these entries writes, None: every one."""
    first = "" if most is None else f" AND n <= {most}"
    sql = (
        "SELECT seq, table_name, row, payload, text, text_digest FROM change"  # noqa: S608 (own text)
        f" WHERE seq IN ({{marks}}){first} ORDER BY seq, n"
    )
    told: dict[int, list[Image]] = {seq: [] for seq in wanted}
    for row in _in_batches(rows, sql, wanted):
        told[row["seq"]].append(_image(row))
    return {seq: tuple(each) for seq, each in told.items()}


def count_changes(rows: Rows, seq: int) -> int:
    """Return how many rows an entry writes."""
    return int(rows.value("SELECT count(*) FROM change WHERE seq = ?", (seq,)))


def before(rows: Rows, seq: int, keys: Iterable[RowKey]) -> dict[RowKey, canonical.Columns]:
    """Return what stood in these rows when entry `seq` was written; none: they are new."""
    found = {}
    for table, row in keys:
        image = rows.one(_BEFORE, (table, row, seq, seq))
        if image is not None:
            found[table, row] = {**canonical.load(image[0]), **canonical.load(image[1] or "{}")}
    return found


def answered(rows: Rows, entry: Written) -> tuple[int, ...]:
    """Return the entries that an approval, a rejection or a confirmation names."""
    named = [str(entry.detail["proposal"])] if "proposal" in entry.detail else []
    acts = entry.detail.get("acts")
    named += [str(one) for one in acts] if isinstance(acts, list) else []
    if not named:
        return ()
    marks = ",".join("?" * len(named))
    sql = f"SELECT seq FROM entry WHERE seq < ? AND hash IN ({marks}) ORDER BY seq"  # noqa: S608
    with as_damage():
        hashes = [bytes.fromhex(one) for one in named]
    if entry.kind is not Kind.CONFIRM:  # of proposals there are few
        sql = sql.replace("WHERE", "WHERE kind <> 'act' AND kind = 'propose' AND")
    return tuple(row[0] for row in rows.all(sql, (entry.seq, *hashes)))


def answers_to(rows: Rows, seq: int) -> tuple[int, ...]:
    """Return the entries that approved, rejected or confirmed this one."""
    found = rows.all(
        "SELECT a.seq FROM entry AS a, entry AS x WHERE x.seq = ?1 AND a.kind <> 'act'"
        " AND a.seq > ?1 AND instr(a.detail, lower(hex(x.hash))) ORDER BY a.seq",
        (seq,),
    )
    return tuple(row[0] for row in found)


def _in_batches(rows: Rows, sql: str, wanted: Sequence[int]) -> list[Row]:
    found: list[Row] = []
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        found += rows.all(sql.format(marks=",".join("?" * len(some))), some)
    return found


def _written(row: Row) -> Written:
    with as_damage():
        return Written(
            seq=row["seq"],
            time=read_time(row["time"]),
            name=row["name"] or "",
            person=row["person_id"],
            kind=Kind(row["kind"]),
            action=row["action"],
            detail=canonical.load(row["detail"]),
            reason=row["reason"] or "",
            is_scrubbed=bool(row["is_scrubbed"]),
        )


def _image(row: Row) -> Image:
    with as_damage():
        columns = {**canonical.load(row["payload"]), **canonical.load(row["text"] or "{}")}
    is_scrubbed = row["text"] is None and row["text_digest"] is not None
    return Image(row["table_name"], row["row"], columns, is_scrubbed)
