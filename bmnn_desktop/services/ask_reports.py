"""Lập lịch báo cáo: which units owe a report about a year, until when, through whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.domain.unit_report import ASK_FIELDS, UnitReport, window_ending
from bmnn_desktop.errors import FieldsWrong, FieldWrong, PlanMissing
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.report_window import read_report_window
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store import plans

_YEARS = range(2000, 2200)


def ask_reports(
    desk: WritingDesk,
    plan: int,
    *,
    units: Sequence[str],
    year: int | None,
    due_on: date | None = None,
    via: str = "",
) -> tuple[UnitReport, ...]:
    """Enter the reports units owe and return those of the year; one already asked for stays.

    A day of our own ("trước ngày 05/12": the 4th) moves the end of the data with it. Raises
    PlanMissing, FieldsWrong, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    named = list(dict.fromkeys(filter(None, map(tidy, units))))
    if not named:
        _refuse("units", "chưa ghi đơn vị nào.")
    if year not in _YEARS:
        _refuse("year", "chưa ghi hoặc không phải một năm.")
    for name in (*named, via):
        check_length("units", "Đơn vị phải báo cáo", name)
    window = read_report_window(desk) if due_on is None else window_ending(due_on)
    first, last, due = window.of_year(year or 0)
    if due_on is not None:
        due = due_on
    with desk.journal.write("plan.ask_reports") as act:
        if plans.by_id(act.rows, plan, desk.today()) is None:
            raise PlanMissing(plan=plan)
        known = {one.unit for one in plans.reports(act.rows, plan, year)}
        new = [name for name in named if name not in known]
        if not new:
            _refuse("units", "các đơn vị này đã có trong lịch báo cáo của năm.")
        for name in new:
            act.insert(
                "unit_report",
                plan_id=plan,
                unit=name,
                year=year,
                first_on=first.isoformat(),
                last_on=last.isoformat(),
                due_on=due.isoformat(),
                via=tidy(via),
                received_on=None,
                reference="",
            )
        return plans.reports(act.rows, plan, year)


def _refuse(name: str, why: str) -> None:
    label = next(field.label for field in ASK_FIELDS if field.name == name)
    raise FieldsWrong((FieldWrong(field=name, label=label, why=why),))
