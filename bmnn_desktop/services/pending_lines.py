"""Which lines of a volume are not on paper yet, in the order in which they are printed."""

from __future__ import annotations

from typing import NamedTuple

from bmnn_desktop.registers import DERIVED
from bmnn_desktop.store.rows import Rows

_DOCUMENTS = """
    SELECT d.id, d.registered_on FROM document AS d WHERE d.volume_id = ? AND NOT EXISTS
        (SELECT 1 FROM sheet_line AS l WHERE l.document_id = d.id AND l.in_use = 1)
    ORDER BY d.seq_no"""
_CORRECTIONS = """
    SELECT c.id, c.made_on FROM correction AS c WHERE c.volume_id = ? AND NOT EXISTS
        (SELECT 1 FROM sheet_line AS l WHERE l.correction_id = c.id AND l.in_use = 1)
    ORDER BY c.made_on, c.id"""
_DERIVED = """
    SELECT x.id FROM {table} AS x WHERE x.volume_id = ? AND NOT EXISTS
        (SELECT 1 FROM sheet_line AS l WHERE l.{table}_id = x.id AND l.in_use = 1)
    ORDER BY x.seq_no"""
_COUNT = " + ".join(
    f"(SELECT count(*) FROM {table} WHERE volume_id = ?1)"  # noqa: S608 (own names)
    for table in ("document", *(book.table for book in DERIVED))
)


class Source(NamedTuple):
    """The row a printed line shows; `table` is document, correction, handover or copy_order."""

    table: str
    row: int


def pending_lines(rows: Rows, volume: int) -> tuple[Source, ...]:
    """Return what is to be printed: a correction after all documents registered up to its day.

    What stands on a print that is not answered is not pending.
    """
    documents = rows.all(_DOCUMENTS, (volume,))
    last_of_day = {row[1]: place for place, row in enumerate(documents, 1)}
    corrections: dict[int, list[Source]] = {}
    for correction, made_on in rows.all(_CORRECTIONS, (volume,)):
        after = max((place for day, place in last_of_day.items() if day <= made_on), default=0)
        corrections.setdefault(after, []).append(Source("correction", correction))
    found = corrections.get(0, [])
    for place, row in enumerate(documents, 1):
        found += [Source("document", row[0]), *corrections.get(place, ())]
    for book in DERIVED:
        lines = rows.all(_DERIVED.format(table=book.table), (volume,))
        found += [Source(book.table, row[0]) for row in lines]
    return tuple(found)


def count_lines(rows: Rows, volume: int) -> int:
    """Return how many numbers stand in a volume, on paper or not."""
    return int(rows.value(f"SELECT {_COUNT}", (volume,)))
