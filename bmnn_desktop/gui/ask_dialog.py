"""A small dialog over the window: a body, a notice, the act and the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.gui.show_error import show_beside, show_error
from bmnn_desktop.gui.widgets.notice import Notice

_WIDTH = 560


class AskDialog(QDialog):
    """Leaving is the default; what was typed stays when the act is refused.

    Left while the act is under way it is only hidden: the answer still finds it, and a refusal is
    shown over the window.
    """

    must_not_be_lost = False  # what it shows exists nowhere else: no lock closes it

    def __init__(
        self, parent: QWidget | None, title: str, act: str, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._is_forbidden = False
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(_WIDTH)
        # A modal dialog keeps the window's own keys from being heard.
        QShortcut(QKeySequence("Ctrl+L"), self, lock)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.notice = Notice(self)
        self.act_button = QPushButton(act, self)
        self.act_button.setObjectName("act_button")
        self.act_button.setAutoDefault(False)
        self.leave_button = QPushButton("Thôi", self)
        self.leave_button.setObjectName("leave_button")
        self.leave_button.setDefault(True)
        self.act_button.clicked.connect(self.act)
        self.leave_button.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.act_button)
        self.buttons.addWidget(self.leave_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addLayout(self.body)
        column.addWidget(self.notice)
        column.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that wrapped words need at this width, no more."""
        self._fit()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Make room for a notice that appears, and take it back."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return is_done

    def done(self, result: int) -> None:
        """Go, for good when no answer is to come any more."""
        super().done(result)
        is_idle = self._is_forbidden or self.act_button.isEnabled()
        if result == QDialog.DialogCode.Accepted or is_idle:
            self.deleteLater()

    def act(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def forbid(self) -> None:
        """Let only leaving be done: nothing is under way, and nothing will be."""
        self._is_forbidden = True
        self.act_button.setEnabled(False)

    def refuse(self, error: BaseException) -> None:
        """Say why it was refused; what was typed stays, unless the dialog was left meanwhile."""
        self.act_button.setEnabled(True)
        if self.isHidden():
            self.deleteLater()
            show_error(self.parentWidget() or self, error)
            return
        show_beside(self.notice, error)

    def _fit(self) -> None:
        width = max(self.width(), _WIDTH)
        self.resize(width, self._column.totalHeightForWidth(width))

    def say(self, words: str, role: str = "") -> QLabel:
        """Add words to the body that can neither be read as markup nor copied from."""
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        self.body.addWidget(label)
        return label
