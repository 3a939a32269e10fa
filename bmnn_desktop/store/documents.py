"""Reading documents: one line, pages of lines, all lines of a volume."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.comparison import Comparison, Finding
from bmnn_desktop.domain.document import Annulment, Copy, Document, EntryKind
from bmnn_desktop.domain.envelope import Envelope, Urgency
from bmnn_desktop.domain.level import Level
from bmnn_desktop.store import search
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_LINE = """
    SELECT d.*, p.name AS annulled_name, v.number AS volume_no,
           e.arrived_on, e.sender, e.cover_number, e.addressee_only, e.addressee, e.urgency,
           e.condition, e.opened_on, e.opened_by,
           c.compared_on, c.finding, c.remark, c.awaiting, c.settled_on, c.settlement
    FROM document AS d LEFT JOIN volume AS v ON v.id = d.volume_id
    LEFT JOIN person AS p ON p.id = d.annulled_by
    LEFT JOIN envelope AS e ON e.id = d.envelope_id
    LEFT JOIN comparison AS c ON c.document_id = d.id"""
# On paper: on a good print, or written there by hand.
_PRINTED = """
    SELECT DISTINCT l.document_id FROM sheet_line AS l
    LEFT JOIN print_run AS r ON r.id = l.print_run_id
    WHERE l.document_id IN ({}) AND l.in_use = 1 AND (r.id IS NULL OR r.state = 'good')"""
# Where a year's lines lie in the index, so that a search reads no other year's.
_SPAN = " AND f.rowid {} (SELECT {}(id) FROM document WHERE book = ? AND year = ?)"
# What lies below a document, by (in a search, in one year): as the index can seek it.
_BEFORE = {
    (False, False): " AND (d.year, d.seq_no) < (SELECT year, seq_no FROM document WHERE id = ?)",
    (False, True): " AND d.seq_no < (SELECT seq_no FROM document WHERE id = ?)",
    (True, False): " AND f.rowid < ?",
    (True, True): " AND f.rowid < ?",
}
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Query:
    """Which lines of a book are wanted; `before` is the document above the first one."""

    book: str
    year: int | None = None
    search: str = ""
    before: int | None = None


def page(rows: Rows, query: Query, limit: int) -> tuple[Document, ...]:
    """Return at most `limit` lines, newest first."""
    source, where, order, values = _conditions(query)
    sql = f"{_LINE}{source} WHERE {where} ORDER BY {order} LIMIT ?"
    return _documents(rows, rows.all(sql, (*values, limit)))


def ids(rows: Rows, query: Query, limit: int) -> array[int]:
    """Return at most `limit` ids of lines (-1: all), newest first."""
    source, where, order, values = _conditions(query)
    lines = f"SELECT d.id FROM document AS d{source} WHERE {where} ORDER BY {order} LIMIT ?"  # noqa: S608 (own text)
    # One text instead of a Row for each of a million lines, while the window waits for Python.
    listed = rows.value(f"SELECT group_concat(id) FROM ({lines})", (*values, limit))  # noqa: S608
    return array("q", map(int, listed.split(","))) if listed else array("q")


def by_ids(rows: Rows, wanted: Sequence[int]) -> tuple[Document, ...]:
    """Return these lines in the order they are asked for."""
    marks = ",".join("?" * len(wanted))
    found = {row["id"]: row for row in rows.all(f"{_LINE} WHERE d.id IN ({marks})", wanted)}
    return _documents(rows, [found[document] for document in wanted])


def by_id(rows: Rows, document: int) -> Document | None:
    """Return the line with this id."""
    found = _documents(rows, rows.all(f"{_LINE} WHERE d.id = ?", (document,)))
    return found[0] if found else None


def by_number(rows: Rows, book: str, year: int, seq_no: int) -> Document | None:
    """Return the line with this number."""
    where = "d.book = ? AND d.year = ? AND d.seq_no = ?"
    found = _documents(rows, rows.all(f"{_LINE} WHERE {where}", (book, year, seq_no)))
    return found[0] if found else None


def waits_for_answer(rows: Rows, document: int) -> bool:
    """Tell whether the line stands on a sheet that may be good or spoiled."""
    sql = (
        "SELECT 1 FROM sheet_line AS l JOIN print_run AS r ON r.id = l.print_run_id"
        " WHERE l.document_id = ? AND l.in_use = 1 AND r.state = 'asked' LIMIT 1"
    )
    return rows.one(sql, (document,)) is not None


def of_volume(rows: Rows, volume: int) -> Iterator[Document]:
    """Yield every line of a volume in the order of the book, a batch at a time."""
    last = 0
    while True:
        where = "d.volume_id = ? AND d.seq_no > ? ORDER BY d.seq_no LIMIT ?"
        found = rows.all(f"{_LINE} WHERE {where}", (volume, last, _BATCH))
        if not found:
            return
        yield from _documents(rows, found)
        last = int(found[-1]["seq_no"])


def copies(rows: Rows, document: int) -> tuple[Copy, ...]:
    """Return the numbered copies of a document."""
    found = rows.all(
        "SELECT c.copy_no,"
        " coalesce(r.name, iif(d.book = 'incoming', d.receiving_unit, d.holding_unit)),"
        " r.id IS NULL AND d.book = 'outgoing' FROM copy AS c"
        " JOIN document AS d ON d.id = c.document_id LEFT JOIN recipient AS r"
        " ON r.id = c.recipient_id WHERE c.document_id = ? AND c.in_use = 1 ORDER BY c.copy_no",
        (document,),
    )
    return tuple(Copy(row[0], row[1], bool(row[2])) for row in found)


def _conditions(query: Query) -> tuple[str, str, str, tuple[object, ...]]:
    """Return the extra source, the condition, the order and the condition's values."""
    source, where, order = "", "d.book = ?", "d.year DESC, d.seq_no DESC"
    values: tuple[object, ...] = (query.book,)
    if query.year is not None:
        where += " AND d.year = ?"
        values += (query.year,)
    match = search.match(query.search)
    if match is not None:
        source = " JOIN search_index AS f ON f.rowid = d.id"
        where += " AND search_index MATCH ?"
        # The index yields documents in order of entry; sorting every hit would cost the typist.
        order = "f.rowid DESC"
        values += (match,)
        if query.year is not None:
            where += _SPAN.format(">=", "min") + _SPAN.format("<=", "max")
            values += (query.book, query.year) * 2
    if query.before is not None:
        where += _BEFORE[match is not None, query.year is not None]
        values += (query.before,)
    return source, where, order, values


def _documents(rows: Rows, found: Sequence[Row]) -> tuple[Document, ...]:
    ids = tuple(row["id"] for row in found)
    names: dict[int, list[tuple[str, str]]] = {document: [] for document in ids}
    marks = ",".join("?" * len(ids))
    sql = (
        f"SELECT document_id, name, channel FROM recipient WHERE document_id IN ({marks})"  # noqa: S608 (marks only)
        " AND in_use = 1 ORDER BY document_id, position"
    )
    for recipient in rows.all(sql, ids):
        names[recipient[0]].append((recipient[1], recipient[2]))
    printed = {row[0] for row in rows.all(_PRINTED.format(marks), ids)}
    with as_damage():
        return tuple(_document(row, names[row["id"]], row["id"] in printed) for row in found)


def _document(row: Row, recipients: Sequence[tuple[str, str]], printed: bool) -> Document:
    annulment = None
    if row["annulled_on"] is not None:
        annulment = Annulment(
            row["annul_reason"], date.fromisoformat(row["annulled_on"]), row["annulled_name"]
        )
    allowed = row["copying_allowed"]
    return Document(
        id=row["id"],
        book=row["book"],
        year=row["year"],
        volume_no=row["volume_no"],
        seq_no=row["seq_no"],
        registered_on=date.fromisoformat(row["registered_on"]),
        doc_number=row["doc_number"],
        doc_date=_day(row["doc_date"]),
        doc_type=row["doc_type"],
        subject=row["subject"],
        level=None if row["level"] is None else Level(row["level"]),
        signer=row["signer"],
        recipients=tuple(name for name, _channel in recipients),
        channels=tuple(Channel(channel) if channel else None for _name, channel in recipients),
        holding_unit=row["holding_unit"],
        receiving_unit=row["receiving_unit"],
        copies_issued=row["copies_issued"],
        copies_announced=row["copies_announced"],
        pages=row["pages"],
        annexes=row["annexes"],
        note=row["note"],
        drafter=row["drafter"],
        basis=row["basis"],
        copying_allowed=None if allowed is None else bool(allowed),
        arrival_date=_day(row["arrival_date"]),
        arrival_no=row["arrival_no"],
        issuer=row["issuer"],
        envelope=_envelope(row),
        comparison=_comparison(row),
        entry_kind=EntryKind(row["entry_kind"]),
        paper_reference=row["paper_reference"],
        annulment=annulment,
        printed=printed,
    )


def _envelope(row: Row) -> Envelope | None:
    if row["envelope_id"] is None:
        return None
    return Envelope(
        id=row["envelope_id"],
        arrived_on=date.fromisoformat(row["arrived_on"]),
        sender=row["sender"],
        cover_number=row["cover_number"],
        addressee_only=bool(row["addressee_only"]),
        addressee=row["addressee"],
        urgency=Urgency(row["urgency"]),
        condition=row["condition"],
        opened_on=_day(row["opened_on"]),
        opened_by=row["opened_by"],
    )


def _comparison(row: Row) -> Comparison | None:
    if row["compared_on"] is None:
        return None
    return Comparison(
        compared_on=date.fromisoformat(row["compared_on"]),
        finding=Finding(row["finding"]),
        remark=row["remark"],
        awaiting=bool(row["awaiting"]),
        settled_on=_day(row["settled_on"]),
        settlement=row["settlement"],
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
