"""Ghi nhận báo cáo: a unit's report came, on a day, under a number."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.domain.unit_report import UnitReport
from bmnn_desktop.errors import FieldsWrong, FieldWrong, ReportMissing
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store import plans


def receive_report(
    desk: WritingDesk, report: int, *, on_day: date | None = None, reference: str = ""
) -> UnitReport:
    """Enter that a report came and return it; once more corrects day and number.

    Raises ReportMissing, FieldsWrong, DayUnknown, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    day = on_day or today
    if day > today:
        raise FieldsWrong(
            (FieldWrong(field="on_day", label="Ngày nhận", why="chưa đến ngày này."),)
        )
    check_length("reference", "Số báo cáo", tidy(reference))
    with desk.journal.write("plan.receive_report") as act:
        if plans.report(act.rows, report) is None:
            raise ReportMissing(report=report)
        act.update("unit_report", report, received_on=day.isoformat(), reference=tidy(reference))
        found = plans.report(act.rows, report)
        if found is None:
            raise ReportMissing(report=report)
        return found


def list_reports(
    desk: Desk, plan: int | None = None, year: int | None = None
) -> tuple[UnitReport, ...]:
    """Return the reports that units owe, those due first before the others."""
    return plans.reports(desk.rows, plan, year)
