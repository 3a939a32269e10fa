"""Asks why before something is changed that stays in the journal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.widgets.notice import Tone


class ReasonDialog(AskDialog):
    """The common ground of correcting, annulling and moving: a body above a reason."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget, title: str, act: str, lock: Callable[[], None]) -> None:
        super().__init__(parent, title, act, lock)
        label = QLabel("Lý do", self)
        label.setProperty("role", "field")
        self.reason_edit = QLineEdit(self)
        self.reason_edit.setObjectName("reason_edit")
        self.reason_edit.setPlaceholderText("Ghi ngắn gọn; lý do được giữ trong nhật ký thao tác")
        label.setBuddy(self.reason_edit)
        above_notice = self._column.indexOf(self.notice)
        self._column.insertWidget(above_notice, label)
        self._column.insertWidget(above_notice + 1, self.reason_edit)
        self.reason_edit.setFocus()

    def act(self) -> None:
        """Ask for the reason first."""
        if not tidy(self.reason_edit.text()):
            self.notice.say(Tone.AMBER, "Cần ghi lý do.")
            self.reason_edit.setFocus()
            return
        self.notice.hush()
        self.act_button.setEnabled(False)
        self.confirmed.emit(self.reason_edit.text())
