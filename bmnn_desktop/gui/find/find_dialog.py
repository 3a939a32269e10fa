"""Tìm, from anywhere: Ctrl+K opens it, Esc leaves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from bmnn_desktop.gui.find.finding import Finding
from bmnn_desktop.gui.find.found_view import FoundView
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_error

if TYPE_CHECKING:
    from bmnn_desktop.services.office import Office

_SHARE = 0.84  # of the window's width
_HEIGHT = 460


class FindDialog(QDialog):
    """Not for Hôm nay: here subjects are shown."""

    opened = Signal(object)  # Document

    def __init__(self, parent: QWidget, office: Office, lock: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tìm")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(int(parent.width() * _SHARE))
        self.setMinimumHeight(min(_HEIGHT, parent.height()))
        # A modal dialog keeps the window's own keys from being heard.
        QShortcut(QKeySequence("Ctrl+L"), self, lock)
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self.find_edit = QLineEdit(self)
        self.find_edit.setObjectName("find_edit")
        self.find_edit.setPlaceholderText(
            "Số, ký hiệu, nơi gửi, nơi nhận… gõ không dấu cũng được; gõ mình số 37 thì tìm số ấy "
            "trước"
        )
        self.told_label = QLabel(self)
        self.told_label.setProperty("role", "quiet")
        self.view = FoundView(self)
        self.view.show_subjects(True)
        self.view.opened.connect(self._opened)
        self.finding = Finding(self.find_edit, self.view, self.told_label, office, self.jobs)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        column.addWidget(self.find_edit)
        column.addWidget(self.told_label)
        column.addWidget(self.view, 1)
        self.find_edit.setFocus()

    def done(self, result: int) -> None:
        """End the work before the dialog goes away."""
        self.finding.stop()
        self.jobs.stop()
        super().done(result)

    def _opened(self, document: object) -> None:
        self.accept()
        self.opened.emit(document)
