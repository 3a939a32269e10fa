"""Tờ chốt sổ: from which day to which; then the preview."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.gui.widgets.notice import Tone

if TYPE_CHECKING:
    from bmnn_desktop.services.closing_period import Period


class ClosingDialog(AskDialog):
    """Proposes the days since the last sheet."""

    confirmed = Signal(object, object)  # first and last day

    def __init__(self, parent: QWidget, period: Period, lock: Callable[[], None]) -> None:
        super().__init__(parent, "Tờ chốt sổ", "Xem trước và in", lock)
        self.say("In tờ chốt sổ cho những ngày nào?", "subtitle")
        self.say(
            "Tờ này kê số liệu các sổ, việc đã làm còn chờ xác nhận và việc phải kê; người lập sổ "
            "và lãnh đạo ký. Máy đề nghị từ tờ chốt sổ trước đến nay."
        )
        self.first_edit = self._date(period.last.year, "first_edit", "Từ ngày")
        self.last_edit = self._date(period.last.year, "last_edit", "Đến ngày")
        self.first_edit.set_value(period.first)
        self.last_edit.set_value(period.last)
        row = QHBoxLayout()
        row.setSpacing(10)
        for words, edit in (("Từ ngày", self.first_edit), ("đến ngày", self.last_edit)):
            label = QLabel(words, self)
            label.setBuddy(edit)
            row.addWidget(label)
            row.addWidget(edit)
        row.addStretch(1)
        self.body.addLayout(row)
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)
        self.first_edit.setFocus()

    def act(self) -> None:
        """Give the days."""
        first, last = self.first_edit.value(), self.last_edit.value()
        if first is None or last is None or first > last:
            self.notice.say(Tone.AMBER, "Hãy ghi đủ hai ngày, ngày trước rồi đến ngày sau.")
            return
        self.accept()
        self.confirmed.emit(first, last)

    def _date(self, year: int, name: str, title: str) -> DateEdit:
        edit = DateEdit(year, self)
        edit.setObjectName(name)
        edit.setAccessibleName(title)
        return edit
