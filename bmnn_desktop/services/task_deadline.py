"""The day that counts for a kept duty, found anew whenever something moves it."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.deadline import Deadline, Facts, deadline
from bmnn_desktop.domain.task import PartRole
from bmnn_desktop.domain.timing import Timing
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.report_window import read_report_window
from bmnn_desktop.store import plans, tasks, timings
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.canonical import Value
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_WHOLE_DAY = 10  # characters of YYYY-MM-DD


def columns_of(found: Deadline) -> dict[str, Value]:
    """Return the columns that hold a deadline."""
    return {
        "start_on": None if found.start is None else found.start.isoformat(),
        "due_on": None if found.due is None else found.due.isoformat(),
        "can_be_late": int(found.can_be_late),
        "is_check_in": int(found.is_check_in),
    }


def first_deadline(
    desk: Desk, timing: Timing, *, begins_on: date, target_on: date | None, requested: bool
) -> Deadline:
    """Return the day that counts for a duty about which nothing is noted yet."""
    facts = Facts(begins_on, target_on=target_on, is_requested=requested)
    return deadline(timing, facts, plans.days(desk.rows), check_in(desk))


def deadline_of(desk: Desk, rows: Rows, row: Row) -> Deadline:
    """Return the day that counts for a row of `task` joined with its plan's days."""
    roles = {part.role for part in tasks.parts(rows, row["id"])}
    with as_damage():
        facts = Facts(
            begins_on=begins_on(row["dated_on"], date.fromisoformat(row["accepted_on"])),
            event_on=_day(row["event_on"]),
            target_on=_day(row["target_on"]),
            done_until=_day(row["done_until"]),
            is_requested=roles == {PartRole.REQUESTED},
        )
    return deadline(timings.read(row["timing"]), facts, plans.days(rows), check_in(desk))


def find_again(desk: Desk, act: Act, task: int) -> None:
    """Write the deadline of a duty anew after something moved it."""
    row = tasks.raw(act.rows, task)
    if row is None:
        raise KeyError(task)
    columns = columns_of(deadline_of(desk, act.rows, row))
    if any(row[name] != value for name, value in columns.items()):
        act.update("task", task, **columns)


def begins_on(dated_on: str, accepted_on: date) -> date:
    """Return the plan's own day where it is printed in full, else the day it was accepted."""
    return date.fromisoformat(dated_on) if len(dated_on) == _WHOLE_DAY else accepted_on


def check_in(desk: Desk) -> tuple[int, int]:
    """Return month and day of the yearly check-in: where the data of the report end."""
    return read_report_window(desk).ends


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
