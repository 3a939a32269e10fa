"""Asks why before something is changed that stays in the journal; leaving is the default."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.notice import Notice, Tone

_WIDTH = 560


class ReasonDialog(QDialog):
    """The common ground of correcting and annulling: a body, a reason, two buttons."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget, title: str, act: str, lock: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        # A modal dialog keeps the window's own keys from being heard.
        QShortcut(QKeySequence("Ctrl+L"), self, lock)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        label = QLabel("Lý do", self)
        label.setProperty("role", "field")
        self.reason_edit = QLineEdit(self)
        self.reason_edit.setObjectName("reason_edit")
        self.reason_edit.setPlaceholderText("Ghi ngắn gọn; lý do được giữ trong nhật ký thao tác")
        label.setBuddy(self.reason_edit)
        self.notice = Notice(self)
        self.act_button = QPushButton(act, self)
        self.act_button.setObjectName("act_button")
        self.act_button.setAutoDefault(False)
        self.leave_button = QPushButton("Thôi", self)
        self.leave_button.setObjectName("leave_button")
        self.leave_button.setDefault(True)
        self.act_button.clicked.connect(self._act)
        self.leave_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.act_button)
        buttons.addWidget(self.leave_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addLayout(self.body)
        column.addWidget(label)
        column.addWidget(self.reason_edit)
        column.addWidget(self.notice)
        column.addLayout(buttons)
        self.reason_edit.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that wrapped words need at this width, no more."""
        width = max(self.width(), _WIDTH)
        self.resize(width, self._column.totalHeightForWidth(width))
        super().showEvent(event)

    def refuse(self, error: BaseException) -> None:
        """Say why it was refused; what was typed stays."""
        self.act_button.setEnabled(True)
        show_beside(self.notice, error)

    def _act(self) -> None:
        if not tidy(self.reason_edit.text()):
            self.notice.say(Tone.AMBER, "Cần ghi lý do.")
            self.reason_edit.setFocus()
            return
        self.notice.hush()
        self.act_button.setEnabled(False)
        self.confirmed.emit(self.reason_edit.text())
