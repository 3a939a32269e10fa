"""Reading accepted plans, the days not worked, and the reports that units owe."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.holiday import Calendar, Holiday
from bmnn_desktop.domain.task import KeptPlan
from bmnn_desktop.domain.unit_report import UnitReport
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_PLANS = """
    SELECT p.*, count(t.id) AS tasks, coalesce(sum(t.state = 'open'), 0) AS open,
      coalesce(sum(t.sort = 'ours'), 0) AS ours,
      coalesce(sum(t.state = 'open' AND t.sort <> 'know' AND t.same_as_id IS NULL
        AND t.can_be_late = 1 AND t.due_on < ?), 0) AS overdue
    FROM plan AS p LEFT JOIN task AS t ON t.plan_id = p.id
    {where} GROUP BY p.id ORDER BY p.id DESC"""
_REPORTS = "SELECT * FROM unit_report {where} ORDER BY due_on, unit, id"


def listed(rows: Rows, on: date) -> tuple[KeptPlan, ...]:
    """Return every plan, the newest first, with what is late on a day."""
    return tuple(_plan(row) for row in rows.all(_PLANS.format(where=""), (on.isoformat(),)))


def by_id(rows: Rows, plan: int, on: date) -> KeptPlan | None:
    """Return one plan."""
    row = rows.one(_PLANS.format(where="WHERE p.id = ?"), (on.isoformat(), plan))
    return None if row is None else _plan(row)


def holidays(rows: Rows) -> tuple[Holiday, ...]:
    """Return the days that were entered, the earliest first."""
    with as_damage():
        return tuple(
            Holiday(
                date.fromisoformat(row["day"]), row["name"], bool(row["is_off"]), row["citation"]
            )
            for row in rows.all("SELECT * FROM holiday ORDER BY day")
        )


def days(rows: Rows) -> Calendar:
    """Return the calendar of working days."""
    return Calendar(holidays(rows))


def reports(rows: Rows, plan: int | None = None, year: int | None = None) -> tuple[UnitReport, ...]:
    """Return the reports of units, those due first before the others."""
    wanted = {"plan_id": plan, "year": year}
    named = {name: value for name, value in wanted.items() if value is not None}
    where = f"WHERE {' AND '.join(f'{name} = ?' for name in named)}" if named else ""
    found = rows.all(_REPORTS.format(where=where), list(named.values()))
    return tuple(map(_report, found))


def report(rows: Rows, row: int) -> UnitReport | None:
    """Return one."""
    found = rows.one("SELECT * FROM unit_report WHERE id = ?", (row,))
    return None if found is None else _report(found)


def reports_waiting(rows: Rows, until: date) -> tuple[int, date | None]:
    """Return how many reports did not come that were due up to a day, and the first such day."""
    count, first = rows.all(
        "SELECT count(*), min(due_on) FROM unit_report WHERE received_on IS NULL AND due_on <= ?",
        (until.isoformat(),),
    )[0]
    with as_damage():
        return count, None if first is None else date.fromisoformat(first)


def _plan(row: Row) -> KeptPlan:
    with as_damage():
        return KeptPlan(
            id=row["id"],
            type=row["type"],
            number=row["number"],
            dated_on=row["dated_on"],
            issuer=row["issuer"],
            title=row["title"],
            accepted_on=date.fromisoformat(row["accepted_on"]),
            own_name=row["own_name"],
            parent=row["parent_id"],
            tasks=row["tasks"],
            open=row["open"],
            ours=row["ours"],
            overdue=row["overdue"],
        )


def _report(row: Row) -> UnitReport:
    received = row["received_on"]
    with as_damage():
        return UnitReport(
            id=row["id"],
            plan=row["plan_id"],
            unit=row["unit"],
            year=row["year"],
            first=date.fromisoformat(row["first_on"]),
            last=date.fromisoformat(row["last_on"]),
            due_on=date.fromisoformat(row["due_on"]),
            received_on=None if received is None else date.fromisoformat(received),
            via=row["via"],
            reference=row["reference"],
        )
