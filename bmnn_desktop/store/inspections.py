"""Reading guest sessions and what was looked at in them."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.clock import read_stamp
from bmnn_desktop.domain.inspection import Inspection, Look, Looked, LookKind
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_INSPECTION = """
    SELECT i.id, i.inspector, i.body, i.decision, i.decided_on, p.name AS opened_by, i.opened_at,
           i.closed_at,
           (SELECT json_extract(e.detail, '$.by_command')
            FROM change AS c JOIN entry AS e ON e.seq = c.seq
            WHERE c.table_name = 'inspection' AND c.row = i.id ORDER BY c.seq LIMIT 1) AS by_command
    FROM inspection AS i JOIN person AS p ON p.id = i.opened_by"""
_OPEN = f"{_INSPECTION} WHERE i.closed_at IS NULL ORDER BY i.id LIMIT 1"
_BY_ID = f"{_INSPECTION} WHERE i.id = ?"
_ALL = f"{_INSPECTION} ORDER BY i.id DESC"
_LOOKS = (
    "SELECT kind, what, row, looked_at FROM inspection_look WHERE inspection_id = ? ORDER BY id"
)


def open_one(rows: Rows) -> Inspection | None:
    """Return the session that is open; there is one at most."""
    return _one(rows.one(_OPEN))


def by_id(rows: Rows, inspection: int) -> Inspection | None:
    """Return a session."""
    return _one(rows.one(_BY_ID, (inspection,)))


def every(rows: Rows) -> tuple[Inspection, ...]:
    """Return every session, the newest first."""
    return tuple(_inspection(row) for row in rows.all(_ALL))


def looks(rows: Rows, inspection: int) -> tuple[Looked, ...]:
    """Return what was looked at in a session, in the order of the first time."""
    with as_damage():
        return tuple(
            Looked(
                Look(LookKind(row["kind"]), row["what"], row["row"]), read_stamp(row["looked_at"])
            )
            for row in rows.all(_LOOKS, (inspection,))
        )


def last_moment(rows: Rows, inspection: int) -> str:
    """Return the time of the last look as stored, or of the opening where there was none."""
    return str(
        rows.value(
            "SELECT coalesce((SELECT max(looked_at) FROM inspection_look WHERE inspection_id = i.id"
            "), i.opened_at) FROM inspection AS i WHERE i.id = ?",
            (inspection,),
        )
    )


def _one(row: Row | None) -> Inspection | None:
    return None if row is None else _inspection(row)


def _inspection(row: Row) -> Inspection:
    with as_damage():
        return Inspection(
            id=row["id"],
            inspector=row["inspector"],
            body=row["body"],
            decision=row["decision"],
            decided_on=None if row["decided_on"] is None else date.fromisoformat(row["decided_on"]),
            opened_by=row["opened_by"],
            opened_at=read_stamp(row["opened_at"]),
            closed_at=None if row["closed_at"] is None else read_stamp(row["closed_at"]),
            by_command=bool(row["by_command"]),
        )
