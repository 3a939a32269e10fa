"""Reading what lines about to be printed must cite: other sheets, and who signed there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bmnn_desktop.store.receivers import Signed
from bmnn_desktop.store.rows import Rows

# On paper, though not in use: the place is known, or a hand wrote it or an old program printed it.
_LEFT_BEHIND = """
    SELECT l.{table}_id, s.number, s.state = 'spoiled' FROM sheet_line AS l
    JOIN sheet AS s ON s.id = l.sheet_id
    WHERE l.{table}_id IN ({marks}) AND l.in_use = 0 AND (l.top IS NOT NULL OR l.cells = '[]')
    ORDER BY l.id"""
_SIGNED = """
    SELECT r.document_id, r.recipient_id, r.handover_id, s.number FROM receipt AS r
    JOIN sheet AS s ON s.id = r.sheet_id JOIN volume AS v ON v.id = s.volume_id
    WHERE r.document_id IN ({}) AND r.in_use = 1 AND s.state = 'spoiled' AND v.book = ?"""


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Where a line stood before; `is_spoiled`: with its whole sheet."""

    sheet: int
    is_spoiled: bool


def left_behind(rows: Rows, table: str, ids: Sequence[int]) -> dict[int, LeftBehind]:
    """Return where documents, corrections or handovers stand on paper that no longer counts."""
    marks = ",".join("?" * len(ids))
    found = rows.all(_LEFT_BEHIND.format(table=table, marks=marks), ids)
    return {row[0]: LeftBehind(row[1], bool(row[2])) for row in found}


def signed_on_spoiled(rows: Rows, book: str, documents: Sequence[int]) -> dict[Signed, int]:
    """Return the spoiled sheets of a book that carry a signature, by what is signed for."""
    marks = ",".join("?" * len(documents))
    found = rows.all(_SIGNED.format(marks), (*documents, book))
    return {Signed(row[0], row[1], row[2]): row[3] for row in found}


def recipients(rows: Rows, documents: Sequence[int]) -> dict[int, tuple[tuple[int, str], ...]]:
    """Return the recipients in use of documents, ids and names in order."""
    marks = ",".join("?" * len(documents))
    found = rows.all(
        f"SELECT document_id, id, name FROM recipient WHERE document_id IN ({marks})"  # noqa: S608 (marks only)
        " AND in_use = 1 ORDER BY document_id, position",
        documents,
    )
    named: dict[int, tuple[tuple[int, str], ...]] = dict.fromkeys(documents, ())
    for row in found:
        named[row[0]] += ((row[1], row[2]),)
    return named
