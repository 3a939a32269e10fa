"""A list that stays folded until it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.gui.duties.duty_list import DutyList
from bmnn_desktop.services.duties import Duty


class FoldedDuties(QWidget):
    """Its head says how many there are; nothing is shown when there are none."""

    duty_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self._count = 0
        self.head = QPushButton(self)
        self.head.setProperty("role", "fold")
        self.head.setCheckable(True)
        self.head.toggled.connect(self._fold)
        self.list = DutyList(self)
        self.list.duty_wanted.connect(self.duty_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.list)
        self.hide()

    def show_duties(self, duties: Sequence[Duty], count: int, today: date) -> None:
        """Show these, `count` in all; folded as it was."""
        self._count = count
        self.list.show_duties(duties, count - len(duties), today)
        self.setVisible(count > 0)
        self._fold(is_open=self.head.isChecked())

    def _fold(self, is_open: bool) -> None:
        self.head.setText(f"{'▾' if is_open else '▸'}  {self.title} ({self._count})")
        self.list.setVisible(is_open)
