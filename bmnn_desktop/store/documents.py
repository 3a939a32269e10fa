"""Reading documents: one line, pages of lines, all lines of a volume."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.document import Annulment, Copy, Document
from bmnn_desktop.domain.level import Level
from bmnn_desktop.store import search
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_LINE = """
    SELECT d.*, p.name AS annulled_name
    FROM document AS d LEFT JOIN person AS p ON p.id = d.annulled_by"""
# The last line of each good run stands on its last sheet: one look-up a run, not one a sheet.
_PRINTED = """
    SELECT coalesce(max((SELECT s.last_seq_no FROM sheet AS s WHERE s.print_run_id = r.id
                         ORDER BY s.number DESC LIMIT 1)), 0)
    FROM print_run AS r WHERE r.volume_id = ? AND r.state = 'good'"""
# Where a year's lines lie in the index, so that a search reads no other year's.
_SPAN = " AND f.rowid {} (SELECT {}(id) FROM document WHERE book = ? AND year = ?)"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Query:
    """Which lines of a book are wanted; `before` is (year, number) of the last line seen."""

    book: str
    year: int | None = None
    search: str = ""
    before: tuple[int, int] | None = None


def page(rows: Rows, query: Query, limit: int) -> tuple[Document, ...]:
    """Return at most `limit` lines, newest first."""
    source, where, values = _conditions(query)
    # The index yields documents in order of entry; sorting every hit would cost the typist.
    order = "f.rowid DESC" if source else "d.year DESC, d.seq_no DESC"
    if query.before is not None and source:
        where += " AND f.rowid < (SELECT id FROM document WHERE (book, year, seq_no) = (?,?,?))"
        values += (query.book, *query.before)
    elif query.before is not None:
        where += " AND (d.year, d.seq_no) < (?, ?)"
        values += query.before
    sql = f"{_LINE}{source} WHERE {where} ORDER BY {order} LIMIT ?"
    found = rows.all(sql, (*values, limit))
    return _documents(rows, found)


def count(rows: Rows, query: Query) -> int:
    """Return how many lines match."""
    source, where, values = _conditions(query)
    sql = f"SELECT count(*) FROM document AS d{source} WHERE {where}"  # noqa: S608 (own text)
    return int(rows.value(sql, values))


def by_id(rows: Rows, document: int) -> Document | None:
    """Return the line with this id."""
    found = _documents(rows, rows.all(f"{_LINE} WHERE d.id = ?", (document,)))
    return found[0] if found else None


def by_number(rows: Rows, book: str, year: int, seq_no: int) -> Document | None:
    """Return the line with this number."""
    where = "d.book = ? AND d.year = ? AND d.seq_no = ?"
    found = _documents(rows, rows.all(f"{_LINE} WHERE {where}", (book, year, seq_no)))
    return found[0] if found else None


def waits_for_answer(rows: Rows, document: Document) -> bool:
    """Tell whether the line stands on a sheet that may be good or spoiled."""
    sql = (
        "SELECT 1 FROM sheet AS s JOIN print_run AS r ON r.id = s.print_run_id JOIN document AS d"
        " ON d.volume_id = r.volume_id WHERE d.id = ? AND r.state = 'asked'"
        " AND d.seq_no BETWEEN s.first_seq_no AND s.last_seq_no LIMIT 1"
    )
    return rows.one(sql, (document.id,)) is not None


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
        "SELECT c.copy_no, coalesce(r.name, d.holding_unit), r.id IS NULL FROM copy AS c"
        " JOIN document AS d ON d.id = c.document_id LEFT JOIN recipient AS r"
        " ON r.id = c.recipient_id WHERE c.document_id = ? AND c.in_use = 1 ORDER BY c.copy_no",
        (document,),
    )
    return tuple(Copy(row[0], row[1], bool(row[2])) for row in found)


def _conditions(query: Query) -> tuple[str, str, tuple[object, ...]]:
    """Return the extra source, the condition and its values."""
    source, where = "", "d.book = ?"
    values: tuple[object, ...] = (query.book,)
    if query.year is not None:
        where += " AND d.year = ?"
        values += (query.year,)
    match = search.match(query.search)
    if match is not None:
        source = " JOIN search_index AS f ON f.rowid = d.id"
        where += " AND search_index MATCH ?"
        values += (match,)
        if query.year is not None:
            where += _SPAN.format(">=", "min") + _SPAN.format("<=", "max")
            values += (query.book, query.year) * 2
    return source, where, values


def _documents(rows: Rows, found: Sequence[Row]) -> tuple[Document, ...]:
    names: dict[int, list[str]] = {row["id"]: [] for row in found}
    marks = ",".join("?" * len(names))
    sql = (
        f"SELECT document_id, name FROM recipient WHERE document_id IN ({marks}) AND in_use = 1"  # noqa: S608 (marks only)
        " ORDER BY document_id, position"
    )
    for recipient in rows.all(sql, tuple(names)):
        names[recipient[0]].append(recipient[1])
    printed = {
        volume: int(rows.value(_PRINTED, (volume,)))
        for volume in {row["volume_id"] for row in found}
    }
    with as_damage():
        return tuple(
            _document(row, tuple(names[row["id"]]), row["seq_no"] <= printed[row["volume_id"]])
            for row in found
        )


def _document(row: Row, recipients: tuple[str, ...], printed: bool) -> Document:
    annulment = None
    if row["annulled_on"] is not None:
        annulment = Annulment(
            row["annul_reason"], date.fromisoformat(row["annulled_on"]), row["annulled_name"]
        )
    return Document(
        id=row["id"],
        book=row["book"],
        year=row["year"],
        seq_no=row["seq_no"],
        registered_on=date.fromisoformat(row["registered_on"]),
        doc_number=row["doc_number"],
        doc_date=date.fromisoformat(row["doc_date"]),
        doc_type=row["doc_type"],
        subject=row["subject"],
        level=Level(row["level"]),
        signer=row["signer"],
        recipients=recipients,
        holding_unit=row["holding_unit"],
        copies_issued=row["copies_issued"],
        note=row["note"],
        annulment=annulment,
        printed=printed,
    )
