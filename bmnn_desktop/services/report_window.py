"""When the yearly report's data begin and end and when it is due: a setting of this unit."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.unit_report import ReportWindow
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settings import read_setting, write_setting

_NAME = "plan.report_window"  # "12-15 12-14 12-20"


def read_report_window(desk: Desk) -> ReportWindow:
    """Return the window; the proposed one while nobody has set another."""
    stored = read_setting(desk, _NAME)
    if stored is None:
        return ReportWindow()
    begins, ends, due = (tuple(map(int, part.split("-"))) for part in stored.split())
    return ReportWindow((begins[0], begins[1]), (ends[0], ends[1]), (due[0], due[1]))


def set_report_window(desk: WritingDesk, first: date, last: date, due: date) -> ReportWindow:
    """Set the window by three days of any year; raise NotAllowed."""
    desk.session.require(Role.KEEPER)
    write_setting(desk, _NAME, " ".join(f"{day:%m-%d}" for day in (first, last, due)))
    return read_report_window(desk)
