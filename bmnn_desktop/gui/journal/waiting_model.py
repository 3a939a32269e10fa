"""What waits for a second person as a table: one sentence each, red when it waits too long."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from bmnn_desktop.domain.action import RED_AFTER
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.gui.appearance import colours
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.services.waiting_acts import WaitingAct

_Index = QModelIndex | QPersistentModelIndex


def _waited(act: WaitingAct) -> str:
    days = f"{act.days} ngày" if act.days else "từ hôm nay"
    return f"{days}, quá {RED_AFTER.days}" if act.is_red else days


_COLUMNS: Columns[WaitingAct] = (
    ("Mục", lambda act: str(act.seq)),
    ("Từ ngày", lambda act: short_date(act.since)),
    ("Việc", lambda act: act.sentence),
    ("Người làm", lambda act: act.name),
    ("Đã chờ", _waited),
)
WIDTHS = ((76, 0), (92, 0), (240, 6), (120, 2), (116, 0))


class WaitingModel(ColumnModel[WaitingAct]):
    """What the service told, oldest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _COLUMNS)
        self._bold = QFont()
        self._bold.setBold(True)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a cell; the last one of a red act is red and bold."""
        act = self.at(index.row())
        if act is not None and act.is_red and index.column() == len(_COLUMNS) - 1:
            if role == Qt.ItemDataRole.ForegroundRole:
                return QColor(colours(QApplication.palette())["bad"])
            if role == Qt.ItemDataRole.FontRole:
                return self._bold
        return super().data(index, role)
