"""What the page shows as rows: duties, and the reports that units owe."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.task import KeptTask
from bmnn_desktop.domain.unit_report import ReportState, UnitReport
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns

_Index = QModelIndex | QPersistentModelIndex
Row = KeptTask | UnitReport
SUMMARY = 2


def _task_columns(on: date) -> Columns[Any]:
    return (
        ("Mục", lambda one: one.ref),
        ("Xếp loại", lambda one: one.sort.label),
        ("Nội dung", lambda one: one.summary),
        ("Đơn vị", _who),
        ("Thời hạn", lambda one: _short(one.timing_text, 28)),
        ("Tình trạng", lambda one: one.standing(on)),
    )


def _report_columns(on: date) -> Columns[Any]:
    return (
        ("Năm", lambda one: str(one.year)),
        ("Hạn", lambda one: short_date(one.due_on)),
        ("Đơn vị", lambda one: one.unit),
        ("Kỳ số liệu", lambda one: f"{short_date(one.first)} – {short_date(one.last)}"),
        ("Gửi qua", lambda one: one.via),
        ("Tình trạng", lambda one: _report_words(one, on)),
    )


class TasksModel(ColumnModel[Any]):
    """What is late is told in words and in red."""

    def __init__(self, parent: QObject) -> None:
        self.on = date.min
        super().__init__(parent, _task_columns(self.on))

    def show_tasks(self, tasks: tuple[KeptTask, ...], on: date) -> None:
        """Show duties as they stand on a day."""
        self.on = on
        self.show_columns(_task_columns(on))
        self.show_rows(tasks)

    def show_reports(self, reports: tuple[UnitReport, ...], on: date) -> None:
        """Show reports as they stand on a day."""
        self.on = on
        self.show_columns(_report_columns(on))
        self.show_rows(reports)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a cell, whole in its tip; red for what is late."""
        if role == Qt.ItemDataRole.ForegroundRole and self._is_late(index.row()):
            is_dark = QApplication.palette().color(QPalette.ColorRole.Base).lightness() < 128  # noqa: PLR2004
            return QColor("#ff8a80" if is_dark else "#a8201a")
        return super().data(index, role)

    def _is_late(self, row: int) -> bool:
        found = self.at(row)
        if isinstance(found, KeptTask):
            return found.days_late(self.on) > 0
        return isinstance(found, UnitReport) and found.state(self.on) is ReportState.MISSING


def _who(task: KeptTask) -> str:
    names = task.lead or tuple(f"Đề nghị {name}" for name in task.requested)
    words = _short("; ".join(names) or "chưa ghi", 28)
    return f"{words} ({task.units_done}/{task.units})" if task.units > 1 else words


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _report_words(report: UnitReport, on: date) -> str:
    state = report.state(on).label
    if report.received_on is None:
        return state
    number = f", số {report.reference}" if report.reference else ""
    return f"{state} {short_date(report.received_on)}{number}"
