"""What rows are called that entries name by their ids."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from bmnn_desktop.store.rows import Row, Rows

_DOCUMENTS = "SELECT id, book, year, seq_no FROM document WHERE id IN ({marks})"
_VOLUMES = "SELECT id, book, year, number FROM volume WHERE id IN ({marks})"
_SHEETS = (
    "SELECT s.id, v.book, v.year, s.number FROM sheet AS s JOIN volume AS v ON v.id = s.volume_id"
    " WHERE s.id IN ({marks})"
)
_PEOPLE = "SELECT id, name FROM person WHERE id IN ({marks})"
_HIDDEN = "SELECT id FROM document WHERE level = 'TUYET_MAT' AND id IN ({marks})"
_BATCH = 500


class Numbered(NamedTuple):
    """A line, a volume or a sheet as people name it: book, year, number."""

    book: str
    year: int
    number: int


def documents(rows: Rows, ids: Collection[int]) -> dict[int, Numbered]:
    """Return the lines by the ids of their documents."""
    return {row[0]: Numbered(*tuple(row)[1:]) for row in _all(rows, _DOCUMENTS, ids)}


def volumes(rows: Rows, ids: Collection[int]) -> dict[int, Numbered]:
    """Return volumes by their ids."""
    return {row[0]: Numbered(*tuple(row)[1:]) for row in _all(rows, _VOLUMES, ids)}


def sheets(rows: Rows, ids: Collection[int]) -> dict[int, Numbered]:
    """Return sheets by their ids, each with its volume's book and year."""
    return {row[0]: Numbered(*tuple(row)[1:]) for row in _all(rows, _SHEETS, ids)}


def people(rows: Rows, ids: Collection[int]) -> dict[int, str]:
    """Return names by the ids of their persons."""
    return {row[0]: row[1] for row in _all(rows, _PEOPLE, ids)}


def top_secret(rows: Rows, ids: Collection[int]) -> frozenset[int]:
    """Return which of these documents are Tuyệt mật now: no subject of theirs is shown."""
    return frozenset(row[0] for row in _all(rows, _HIDDEN, ids))


def _all(rows: Rows, sql: str, ids: Collection[int]) -> list[Row]:
    found: list[Row] = []
    wanted = sorted(ids)
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        found += rows.all(sql.format(marks=",".join("?" * len(some))), some)
    return found
