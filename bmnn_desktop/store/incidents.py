"""Reading incidents: their copies, what is still to be done, what was done."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.incident import (
    Incident,
    IncidentKind,
    IncidentOutcome,
    IncidentStep,
    IncidentStepKind,
)
from bmnn_desktop.store import copies
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_ITEMS = "SELECT copy_id FROM incident_item WHERE incident_id = ? ORDER BY id"
_STEPS = "SELECT * FROM incident_step WHERE incident_id = ? ORDER BY id"
_OF_COPY = """
    SELECT i.* FROM incident AS i JOIN incident_item AS t ON t.incident_id = i.id
    WHERE t.copy_id = ? AND i.closed_on IS NULL"""
_LOST_IN = """
    SELECT i.number, i.year FROM custody AS k JOIN incident AS i ON i.id = k.incident_id
    WHERE k.copy_id = ? AND k.act = 'lose' ORDER BY k.id DESC"""
_DUE = """
    SELECT i.year, i.number, s.kind, s.due_on
    FROM incident_step AS s JOIN incident AS i ON i.id = s.incident_id
    WHERE s.done_on IS NULL AND s.due_on IS NOT NULL AND i.closed_on IS NULL
    ORDER BY s.due_on, s.id"""
_WITHOUT_STEP = """
    SELECT year, number, discovered_on FROM incident AS i
    WHERE closed_on IS NULL AND NOT EXISTS (
      SELECT 1 FROM incident_step AS s
      WHERE s.incident_id = i.id AND s.done_on IS NULL AND s.due_on IS NOT NULL)
    ORDER BY id"""


def find(rows: Rows, year: int, number: int) -> Incident | None:
    """Return an incident by its number."""
    found = rows.one("SELECT * FROM incident WHERE year = ? AND number = ?", (year, number))
    return None if found is None else _incident(rows, found)


def listed(rows: Rows, *, is_open_only: bool) -> tuple[Incident, ...]:
    """Return the incidents, those under way first, then the newest."""
    some = "WHERE closed_on IS NULL" if is_open_only else ""
    sql = f"SELECT * FROM incident {some} ORDER BY closed_on IS NOT NULL, id DESC"  # noqa: S608
    return tuple(_incident(rows, row) for row in rows.all(sql))


def of_copy(rows: Rows, copy: int) -> Incident | None:
    """Return the incident under way that a copy belongs to."""
    found = rows.one(_OF_COPY, (copy,))
    return None if found is None else _incident(rows, found)


def lost_in(rows: Rows, copy: int) -> str:
    """Return the case by which a copy is lost: "vụ việc số 1 năm 2026"."""
    found = rows.one(_LOST_IN, (copy,))
    return "" if found is None else f"vụ việc số {found[0]} năm {found[1]}"


def last_number(rows: Rows, year: int) -> int:
    """Return the newest number of a year, 0 without one."""
    return int(rows.value("SELECT coalesce(max(number), 0) FROM incident WHERE year = ?", (year,)))


def steps_due(rows: Rows) -> tuple[tuple[int, int, IncidentStepKind, date], ...]:
    """Return the steps that wait: year and number of the case, kind, day; the earliest first."""
    with as_damage():
        return tuple(
            (
                row["year"],
                row["number"],
                IncidentStepKind(row["kind"]),
                date.fromisoformat(row["due_on"]),
            )
            for row in rows.all(_DUE)
        )


def without_step(rows: Rows) -> tuple[tuple[int, int, date], ...]:
    """Return the cases under way of which no step waits: year, number, day of discovery."""
    with as_damage():
        return tuple(
            (row["year"], row["number"], date.fromisoformat(row["discovered_on"]))
            for row in rows.all(_WITHOUT_STEP)
        )


def _incident(rows: Rows, row: Row) -> Incident:
    ids = [item[0] for item in rows.all(_ITEMS, (row["id"],))]
    found = copies.by_ids(rows, ids)
    closed = row["closed_on"]
    with as_damage():
        return Incident(
            id=row["id"],
            year=row["year"],
            number=row["number"],
            kind=IncidentKind(row["kind"]),
            discovered_on=date.fromisoformat(row["discovered_on"]),
            discovered_at=row["discovered_at"],
            discoverer=row["discoverer"],
            last_seen=row["last_seen"],
            persons=row["persons"],
            circumstances=row["circumstances"],
            outcome=IncidentOutcome(row["outcome"]),
            conclusion=row["conclusion"],
            closed_on=None if closed is None else date.fromisoformat(closed),
            copies=tuple(found[one] for one in ids if one in found),
            steps=tuple(_step(step) for step in rows.all(_STEPS, (row["id"],))),
        )


def _step(row: Row) -> IncidentStep:
    due, done = row["due_on"], row["done_on"]
    return IncidentStep(
        id=row["id"],
        kind=IncidentStepKind(row["kind"]),
        words=row["words"],
        whom=row["whom"],
        due_on=None if due is None else date.fromisoformat(due),
        done_on=None if done is None else date.fromisoformat(done),
    )
