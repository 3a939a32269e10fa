"""Ghi ngày nghỉ, ngày làm bù: the table that working days are counted by."""

from __future__ import annotations

from bmnn_desktop.domain.holiday import HOLIDAY_FIELDS, Holiday
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.task_deadline import find_again
from bmnn_desktop.services.told_fields import Told
from bmnn_desktop.store import plans, tasks
from bmnn_desktop.store.canonical import Value


def save_holiday(desk: WritingDesk, holiday: Holiday) -> tuple[Holiday, ...]:
    """Enter a day, or what it now is, and return the table; what is counted by it moves.

    Raises FieldsWrong, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    told = Told(HOLIDAY_FIELDS)
    holiday = told.tidied(holiday)
    told.refuse()
    with desk.journal.write("plan.holiday") as act:
        columns: dict[str, Value] = {
            "day": holiday.day.isoformat(),
            "name": holiday.name,
            "is_off": int(holiday.is_off),
            "citation": holiday.citation,
        }
        row = act.rows.value("SELECT id FROM holiday WHERE day = ?", (columns["day"],))
        if row is None:
            act.insert("holiday", **columns)
        else:
            act.update("holiday", row, **columns)
        for task in tasks.waiting_for_event(act.rows):
            find_again(desk, act, task["id"])
        return plans.holidays(act.rows)


def list_holidays(desk: Desk) -> tuple[Holiday, ...]:
    """Return the days that were entered, the earliest first."""
    return plans.holidays(desk.rows)
