"""Reading the leader's directions."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.direction import Direction
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_COLUMNS = "SELECT * FROM direction WHERE in_use = 1"


def of_document(rows: Rows, document: int) -> tuple[Direction, ...]:
    """Return the directions on a document, oldest first."""
    found = rows.all(f"{_COLUMNS} AND document_id = ? ORDER BY id", (document,))
    return tuple(map(_direction, found))


def waiting(rows: Rows, limit: int) -> tuple[Direction, ...]:
    """Return what is not done yet, the earliest due first."""
    found = rows.all(
        f"{_COLUMNS} AND done_on IS NULL ORDER BY due_on IS NULL, due_on, id LIMIT ?", (limit,)
    )
    return tuple(map(_direction, found))


def _direction(row: Row) -> Direction:
    with as_damage():
        return Direction(
            id=row["id"],
            document_id=row["document_id"],
            given_on=date.fromisoformat(row["given_on"]),
            leader=row["leader"],
            assignee=row["assignee"],
            due_on=None if row["due_on"] is None else date.fromisoformat(row["due_on"]),
            words=row["words"],
            done_on=None if row["done_on"] is None else date.fromisoformat(row["done_on"]),
        )
