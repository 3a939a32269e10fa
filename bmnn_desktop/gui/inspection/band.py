"""The band over every page of a guest session: who looks, by which decision, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.inspection import Inspection

_QUIET = "Chỉ xem: không ghi, không sửa được gì. Những gì mở xem được ghi vào nhật ký thao tác."
_STOPPED = (
    "Việc này ghi vào sổ nên không làm trong phiên kiểm tra. Kết thúc phiên, kho sổ khóa; "
    "mở lại bằng mật khẩu rồi làm."
)


class GuestBand(QFrame):
    """Stays until the window closes."""

    sheet_wanted = Signal()
    sample_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, inspection: Inspection, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guest_band")
        self.setProperty("role", "guest")
        self.title_label = _label(
            f"Phiên kiểm tra – chỉ xem – {inspection.inspector}, {inspection.decision_words}", self
        )
        self.title_label.setProperty("role", "guest_title")
        self.words_label = _label(_QUIET, self)
        self.sheet_button = self._button("Phiếu chốt số liệu…   Ctrl+I", "sheet_button")
        self.sample_button = self._button("Bốc ngẫu nhiên…", "sample_button")
        self.end_button = self._button("Kết thúc phiên kiểm tra", "end_button")
        self.sheet_button.clicked.connect(self.sheet_wanted)
        self.sample_button.clicked.connect(self.sample_wanted)
        self.end_button.clicked.connect(self.end_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title_label)
        words.addWidget(self.words_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self.sheet_button, self.sample_button, self.end_button):
            row.addWidget(button)

    def say_stopped(self) -> None:
        """Say calmly why a key or a button does nothing now."""
        self.words_label.setText(_STOPPED)
        self.setAccessibleName(_STOPPED)

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        return button


def _label(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
