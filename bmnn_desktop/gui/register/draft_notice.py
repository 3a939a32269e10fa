"""Says that what stands in the form was typed earlier, and offers to throw it away."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bmnn_desktop.domain.clock import VIETNAM


class DraftNotice(QFrame):
    """Hidden until a draft was taken back."""

    drop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._sentence = QLabel(self)
        self._sentence.setObjectName("draft_label")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self.drop_button = QPushButton("Bỏ phần này", self)
        self.drop_button.setObjectName("drop_draft_button")
        self.drop_button.setProperty("role", "quiet")
        self.drop_button.clicked.connect(self.drop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.drop_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def sentence(self) -> str:
        """Return what is said."""
        return self._sentence.text()

    def tell(self, saved_at: datetime) -> None:
        """Say when the draft was kept."""
        when = saved_at.astimezone(VIETNAM)
        self._sentence.setText(f"Đã lấy lại phần đang gõ lúc {when:%H:%M}, {when:%d/%m}.")
        self.show()
