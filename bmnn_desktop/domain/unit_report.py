"""Báo cáo của đơn vị: which unit owes a report for which period, and whether it came."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, timedelta

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.form import Status
from bmnn_desktop.domain.legal_basis import LegalBasis

WINDOW_BASIS = LegalBasis(
    "Kỳ số liệu báo cáo năm: từ 15/12 năm trước đến 14/12 năm báo cáo; gửi trước ngày 20/12",
    "Điều 8 Nghị định số 26/2020/NĐ-CP, đã hết hiệu lực; nơi nào quy định khác thì đặt lại",
    Status.DEFAULT,
)


class ReportState(enum.Enum):
    """How a report stands; the value is what the command line prints."""

    RECEIVED = "received"
    RECEIVED_LATE = "received_late"
    WAITING = "waiting"
    MISSING = "missing"  # its day is over

    @property
    def label(self) -> str:
        """Return the state as the screen names it."""
        return _LABELS[self]


_LABELS = {
    ReportState.RECEIVED: "Đã nhận",
    ReportState.RECEIVED_LATE: "Nhận chậm",
    ReportState.WAITING: "Chưa đến hạn",
    ReportState.MISSING: "Chưa nhận, quá hạn",
}


@dataclass(frozen=True, slots=True)
class ReportWindow:
    """When the data of a yearly report begins and ends, and its last day, each as month and day."""

    begins: tuple[int, int] = (12, 15)
    ends: tuple[int, int] = (12, 14)
    due: tuple[int, int] = (12, 20)

    def of_year(self, year: int) -> tuple[date, date, date]:
        """Return first day, last day and due day of a report about `year`.

        A window that begins after it ends began in the year before.
        """
        last = date(year, *self.ends)
        begins = date(year, *self.begins)
        if begins > last:
            begins = date(year - 1, *self.begins)
        return begins, last, date(year, *self.due)


def window_ending(due: date) -> ReportWindow:
    """Return the window of a report due earlier than usual: its data ends six days before."""
    last = due - timedelta(days=6)
    first = last + timedelta(days=1)
    return ReportWindow((first.month, first.day), (last.month, last.day), (due.month, due.day))


@dataclass(frozen=True, slots=True)
class UnitReport:
    """One report one unit owes."""

    id: int
    plan: int
    unit: str
    year: int
    first: date
    last: date
    due_on: date
    received_on: date | None
    via: str
    reference: str

    def state(self, on: date) -> ReportState:
        """Return how it stands on a day."""
        if self.received_on is not None:
            is_late = self.received_on > self.due_on
            return ReportState.RECEIVED_LATE if is_late else ReportState.RECEIVED
        return ReportState.MISSING if on > self.due_on else ReportState.WAITING


ASK_FIELDS = (
    Field("units", "Đơn vị phải báo cáo", None, FieldKind.NAMES, hint="Mỗi dòng một đơn vị"),
    Field("year", "Năm báo cáo", None, FieldKind.COUNT),
    Field(
        "due_on",
        "Hạn nhận",
        None,
        FieldKind.DATE,
        required=False,
        hint="Để trống: theo kỳ báo cáo đã đặt. “trước ngày 05/12” thì ghi 04/12",
    ),
    Field("via", "Gửi qua", None, FieldKind.TEXT, required=False, hint="Ví dụ: Công an xã"),
)
RECEIVED_FIELDS = (
    Field("on_day", "Ngày nhận", None, FieldKind.DATE, required=False, hint="Để trống: hôm nay"),
    Field("reference", "Số báo cáo", None, FieldKind.TEXT, required=False),
)
