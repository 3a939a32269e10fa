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
from bmnn_desktop.store.times import read_day

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
_AMENDED = """
    SELECT DISTINCT document_id FROM correction
    WHERE document_id IN ({}) AND kind = 'correct'"""
# By number: the index is asked for every year. CROSS JOIN keeps that order; left free, SQLite looks
# at every line instead.
_NUMBERED = """
    SELECT d.id FROM volume AS v CROSS JOIN document AS d
    ON d.book = v.book AND d.year = v.year AND d.seq_no = ?1 WHERE v.number = 1
    UNION SELECT d.id FROM volume AS v CROSS JOIN document AS d
    ON d.book = 'incoming' AND d.year = v.year AND d.arrival_no = ?1
    WHERE v.book = 'incoming' AND v.number = 1"""
_ABOVE_ALL = 2**63 - 1  # no row has this id
_BATCH = 500
_DIGITS = 7  # no number of a book has more


@dataclass(frozen=True, slots=True)
class Query:
    """Which lines of a book are wanted; `before` is the document above the first one."""

    book: str
    year: int | None = None
    search: str = ""
    before: int | None = None


def ids(rows: Rows, query: Query, limit: int) -> array[int]:
    """Return at most `limit` ids of lines (-1: all), newest first; in a search last entered first.

    The index yields documents in order of entry; sorting every hit would cost the typist.
    """
    match = search.match(query.search, query.book, query.year)
    lines, values = _of_book(query) if match is None else _hits(match, query.before)
    # One text instead of a Row for each of a million lines, while the window waits for Python.
    sql = f"SELECT group_concat(id) FROM ({lines} LIMIT ?)"  # noqa: S608 (own text)
    listed = rows.value(sql, (*values, limit))
    return array("q", map(int, listed.split(",")) if listed else ())


def anywhere(rows: Rows, text: str, limit: int) -> tuple[Document, ...]:
    """Return at most `limit` lines of all books that match; a number's own lines stand first."""
    match = search.match(text)
    if match is None:
        return ()
    word = text.strip()
    numbered = word.isascii() and word.isdigit() and len(word) < _DIGITS
    found = []
    if numbered:
        where = f"d.id IN ({_NUMBERED}) ORDER BY d.year DESC, d.id DESC LIMIT ?2"
        found = rows.all(f"{_LINE} WHERE {where}", (int(word), limit))
    if len(found) < limit:
        seen = {row["id"] for row in found}
        source = " JOIN search_index AS f ON f.rowid = d.id WHERE search_index MATCH ?"
        more = rows.all(f"{_LINE}{source} ORDER BY f.rowid DESC LIMIT ?", (match, limit))
        found += [row for row in more if row["id"] not in seen]
    return _documents(rows, found[:limit])


def by_id(rows: Rows, document: int) -> Document | None:
    """Return the line with this id."""
    found = _documents(rows, rows.all(f"{_LINE} WHERE d.id = ?", (document,)))
    return found[0] if found else None


def by_ids(rows: Rows, ids: Sequence[int]) -> dict[int, Document]:
    """Return lines by their ids."""
    marks = ",".join("?" * len(ids))
    found = rows.all(f"{_LINE} WHERE d.id IN ({marks})", ids)
    return {document.id: document for document in _documents(rows, found)}


def by_number(rows: Rows, book: str, year: int, seq_no: int) -> Document | None:
    """Return the line with this number."""
    where = "d.book = ? AND d.year = ? AND d.seq_no = ?"
    found = _documents(rows, rows.all(f"{_LINE} WHERE {where}", (book, year, seq_no)))
    return found[0] if found else None


def sheet_of(rows: Rows, document: int) -> int | None:
    """Return the number of the sheet that the line stands on, None while on none."""
    sql = (
        "SELECT min(s.number) FROM sheet_line AS l JOIN sheet AS s ON s.id = l.sheet_id"
        " LEFT JOIN print_run AS r ON r.id = l.print_run_id"
        " WHERE l.document_id = ? AND l.in_use = 1 AND (r.id IS NULL OR r.state = 'good')"
    )
    number = rows.value(sql, (document,))
    return None if number is None else int(number)


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
    """Return the numbered copies of a document that its register knows, not those made of them."""
    found = rows.all(
        "SELECT c.copy_no,"
        " coalesce(r.name, iif(d.book = 'incoming', d.receiving_unit, d.holding_unit)),"
        " r.id IS NULL AND d.book = 'outgoing' FROM copy AS c"
        " JOIN document AS d ON d.id = c.document_id LEFT JOIN recipient AS r"
        " ON r.id = c.recipient_id WHERE c.document_id = ? AND c.in_use = 1"
        " AND c.origin <> 'made' ORDER BY c.copy_no",
        (document,),
    )
    return tuple(Copy(row[0], row[1], bool(row[2])) for row in found)


def _of_book(query: Query) -> tuple[str, tuple[object, ...]]:
    """Return the statement for the lines of a book or of its year."""
    where, key = "book = ?", "year, seq_no"
    values: tuple[object, ...] = (query.book,)
    if query.year is not None:
        where, key, values = f"{where} AND year = ?", "seq_no", (*values, query.year)
    if query.before is not None:
        where += f" AND ({key}) < (SELECT {key} FROM document WHERE id = ?)"  # noqa: S608
        values = (*values, query.before)
    return f"SELECT id FROM document WHERE {where} ORDER BY year DESC, seq_no DESC", values  # noqa: S608


def _hits(match: str, before: int | None) -> tuple[str, tuple[object, ...]]:
    """Return the statement for the lines that are found: the index alone tells them."""
    lines = "SELECT rowid AS id FROM search_index WHERE search_index MATCH ? AND rowid < ?"
    return f"{lines} ORDER BY rowid DESC", (match, _ABOVE_ALL if before is None else before)


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
    amended = {row[0] for row in rows.all(_AMENDED.format(marks), ids)}
    with as_damage():
        return tuple(
            _document(
                row,
                names[row["id"]],
                printed=row["id"] in printed,
                is_amended=row["id"] in amended,
            )
            for row in found
        )


def _document(
    row: Row, recipients: Sequence[tuple[str, str]], *, printed: bool, is_amended: bool
) -> Document:
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
        doc_date=read_day(row["doc_date"]),
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
        arrival_date=read_day(row["arrival_date"]),
        arrival_no=row["arrival_no"],
        issuer=row["issuer"],
        envelope=_envelope(row),
        comparison=_comparison(row),
        entry_kind=EntryKind(row["entry_kind"]),
        paper_reference=row["paper_reference"],
        annulment=annulment,
        printed=printed,
        is_amended=is_amended,
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
        opened_on=read_day(row["opened_on"]),
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
        settled_on=read_day(row["settled_on"]),
        settlement=row["settlement"],
    )
