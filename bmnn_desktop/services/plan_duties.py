"""What plans ask of Hôm nay: duties that are late or due, reports that did not come.

Reference and plan only, never what the duty is about.
"""

from __future__ import annotations

from datetime import date, timedelta

from bmnn_desktop.domain.task import TaskSort
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.duties import SOON, Duty, DutyKind
from bmnn_desktop.store import plans, tasks
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row

MOST = 7
_LATE_DAYS = 7  # what is due within a week is a thing of today


def pressing_plans(desk: Desk) -> tuple[Duty, ...]:
    """Return what is late or due within a week; more than a few as one line with their count."""
    today = desk.today()
    found, count = tasks.due(
        desk.rows, date.min, today + timedelta(days=_LATE_DAYS), MOST, only_hard=True
    )
    duties = [_duty(row, today) for row in found[: MOST - 2 if count > MOST else MOST]]
    if count > MOST:
        duties.append(Duty(DutyKind.TASKS, day=duties[0].day, count=count - len(duties)))
    late, since = plans.reports_waiting(desk.rows, today - timedelta(days=1))
    if late:
        duties.append(Duty(DutyKind.UNIT_REPORTS, day=since, count=late, is_red=True))
    return tuple(duties)


def coming_plans(desk: Desk) -> tuple[Duty, ...]:
    """Return what is due within a month, tentative days and yearly check-ins included."""
    today = desk.today()
    later, _count = tasks.due(
        desk.rows, today + timedelta(days=_LATE_DAYS + 1), today + SOON, MOST, only_hard=True
    )
    soft, _count = tasks.due(desk.rows, today - SOON, today + SOON, MOST, only_hard=False)
    found = [*later, *(row for row in soft if not row["can_be_late"])]
    return tuple(_duty(row, today) for row in sorted(found, key=lambda row: row["due_on"]))


def _duty(row: Row, today: date) -> Duty:
    with as_damage():
        day = date.fromisoformat(row["due_on"])
    number = f" {row['number']}" if row["number"] else ""
    issuer = f" của {row['issuer']}" if row["issuer"] else ""
    return Duty(
        DutyKind.TASK if row["can_be_late"] else DutyKind.TASK_CHECK,
        day=day,
        number=row["id"],
        who=row["ref"],
        about=f"{row['type']}{number}{issuer}",
        is_red=bool(row["can_be_late"]) and day < today,
        count=int(row["sort"] == TaskSort.URGED.value),
    )
