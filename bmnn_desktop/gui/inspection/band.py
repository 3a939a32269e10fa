"""The band over every page of a guest session: who looks, by which decision, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.domain.inspection import Inspection

_SHEET, _SAMPLE, _END = "Phiếu chốt số liệu…   Ctrl+I", "Bốc ngẫu nhiên…", "Kết thúc phiên kiểm tra"
_WIDE = 900
_LEAST = 440
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
        self.sheet_button = self._button(_SHEET, "sheet_button")
        self.sample_button = self._button(_SAMPLE, "sample_button")
        self.end_button = self._button(_END, "end_button")
        self.sheet_button.clicked.connect(self.sheet_wanted)
        self.sample_button.clicked.connect(self.sample_wanted)
        self.end_button.clicked.connect(self.end_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title_label)
        words.addWidget(self.words_label)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.sheet_button, self.sample_button, self.end_button):
            buttons.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(14, 8, 14, 8)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)
        self.setMinimumWidth(_LEAST)  # not what the wide arrangement needs

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the buttons below the words, in few words, in a narrow window (a large scale)."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self.sheet_button.setText(_SHEET if is_wide else "Phiếu chốt…")
        self.sample_button.setText(_SAMPLE)
        self.end_button.setText(_END if is_wide else "Kết thúc")

    def say_quiet(self) -> None:
        """Say what holds for the whole session."""
        self.words_label.setText(_QUIET)
        self.setAccessibleName(_QUIET)

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
