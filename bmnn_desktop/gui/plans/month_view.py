"""Lịch tháng: a month as seven columns, each day with the references of what is due."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from bmnn_desktop.domain.task import KeptTask

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_MOST = 3  # references in a cell


class MonthModel(QAbstractTableModel):
    """Weeks as rows; the days of other months are empty."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._weeks: list[list[date]] = []
        self._month = 0
        self._tasks: dict[date, list[KeptTask]] = {}
        self._on = date.min

    def show_month(self, year: int, month: int, tasks: tuple[KeptTask, ...], on: date) -> None:
        """Show a month with what is due in it."""
        self.beginResetModel()
        self._weeks = calendar.Calendar().monthdatescalendar(year, month)
        self._month, self._on = month, on
        self._tasks = {}
        for task in tasks:
            if task.due_on is not None:
                self._tasks.setdefault(task.due_on, []).append(task)
        self.endResetModel()

    def tasks_at(self, index: _Index) -> tuple[KeptTask, ...]:
        """Return what is due on the day of a cell."""
        day = self._day(index)
        return tuple(self._tasks.get(day, ())) if day is not None else ()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of weeks."""
        return 0 if parent.isValid() else len(self._weeks)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the days of a week."""
        return 0 if parent.isValid() else len(_DAYS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the name of a day."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _DAYS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the day and the references of what is due, at the top of the cell."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        day = self._day(index)
        if role != Qt.ItemDataRole.DisplayRole or day is None:
            return None
        found = self._tasks.get(day, [])
        lines = [f"{day.day}{' · hôm nay' if day == self._on else ''}"]
        lines += [self._words(one) for one in found[:_MOST]]
        if len(found) > _MOST:
            lines.append(f"còn {len(found) - _MOST} việc")
        return "\n".join(lines)

    def _words(self, task: KeptTask) -> str:
        mark = "quá hạn " if task.days_late(self._on) else "" if task.can_be_late else "dự kiến "
        return f"{mark}{task.ref}"

    def _day(self, index: _Index) -> date | None:
        if not index.isValid():
            return None
        day = self._weeks[index.row()][index.column()]
        return day if day.month == self._month else None


class MonthView(QTableView):
    """All weeks at once."""

    def __init__(self, model: MonthModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setObjectName("month_view")
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
