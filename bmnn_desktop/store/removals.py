"""Reading what was taken out of the place of storage, and what of it is still out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace
from bmnn_desktop.domain.removal import Removal, RemovalKind
from bmnn_desktop.store import copies
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_TAKEN = "SELECT copy_id FROM custody WHERE removal_id = ? AND act = 'take_out' ORDER BY id"
# Reminding and missing leave a copy out; every other step ends its absence.
_OUT = """
    SELECT t.copy_id FROM custody AS t
    WHERE t.removal_id = ? AND t.act = 'take_out' AND NOT EXISTS (
      SELECT 1 FROM custody AS l WHERE l.copy_id = t.copy_id AND l.id > t.id
        AND l.act NOT IN ('remind', 'miss'))
    ORDER BY t.id"""
_BACK = "SELECT * FROM custody WHERE removal_id = ? AND act = 'bring_back' ORDER BY id"
_WITH = """
    SELECT DISTINCT t.removal_id FROM custody AS t JOIN removal AS r ON r.id = t.removal_id
    WHERE t.copy_id = ? AND t.act = 'take_out' AND r.returned_on IS NULL"""
_DUE = """
    SELECT id, due_on, taker FROM removal
    WHERE returned_on IS NULL AND due_on BETWEEN ? AND ? ORDER BY due_on, id"""


def by_id(rows: Rows, removal: int) -> Removal | None:
    """Return a removal."""
    found = rows.one("SELECT * FROM removal WHERE id = ?", (removal,))
    return None if found is None else _removal(rows, found)


def listed(rows: Rows, *, is_open_only: bool) -> tuple[Removal, ...]:
    """Return the removals, those due first before the others."""
    some = "WHERE returned_on IS NULL" if is_open_only else ""
    sql = f"SELECT * FROM removal {some} ORDER BY returned_on IS NOT NULL, due_on, id"  # noqa: S608
    return tuple(_removal(rows, row) for row in rows.all(sql))


def due(rows: Rows, first: date, last: date) -> tuple[tuple[int, date, str], ...]:
    """Return what is out and due back between two days: removal, day, taker; the earliest first."""
    with as_damage():
        return tuple(
            (row["id"], date.fromisoformat(row["due_on"]), row["taker"])
            for row in rows.all(_DUE, (first.isoformat(), last.isoformat()))
        )


def still_out(rows: Rows, removal: int) -> tuple[int, ...]:
    """Return the copies of a removal that have not come back."""
    return tuple(row[0] for row in rows.all(_OUT, (removal,)))


@dataclass(frozen=True, slots=True)
class Return:
    """How a copy came back with a removal."""

    on: date
    pages: int | None
    annexes: int | None
    remark: str


def returns(rows: Rows, removal: int) -> dict[int, Return]:
    """Return what came back of a removal, by copy."""
    found = rows.all(_BACK, (removal,))
    with as_damage():
        return {
            row["copy_id"]: Return(
                date.fromisoformat(row["on_day"]), row["pages"], row["annexes"], row["remark"]
            )
            for row in found
        }


def open_with(rows: Rows, some: Iterable[int]) -> tuple[int, ...]:
    """Return the removals not ended yet that any of these copies went out with."""
    found = {row[0] for copy in some for row in rows.all(_WITH, (copy,))}
    return tuple(sorted(found))


def _removal(rows: Rows, row: Row) -> Removal:
    taken = [found[0] for found in rows.all(_TAKEN, (row["id"],))]
    return_day, permitted = row["returned_on"], row["permitted_on"]
    with as_damage():
        return Removal(
            id=row["id"],
            kind=RemovalKind(row["kind"]),
            taker=row["taker"],
            post=row["post"],
            unit=row["unit"],
            purpose=row["purpose"],
            destination=row["destination"],
            protection=row["protection"],
            request=row["request"],
            permitter=row["permitter"],
            permitter_post=row["permitter_post"],
            permitted_on=None if permitted is None else date.fromisoformat(permitted),
            taken_on=date.fromisoformat(row["taken_on"]),
            due_on=date.fromisoformat(row["due_on"]),
            returned_on=None if return_day is None else date.fromisoformat(return_day),
            taken=_places(rows, taken),
            still_out=_places(rows, still_out(rows, row["id"])),
        )


def _places(rows: Rows, ids: Iterable[int]) -> tuple[CopyPlace, ...]:
    return tuple(copies.by_ids(rows, list(ids)).values())
