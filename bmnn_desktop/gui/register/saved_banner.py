"""What was just registered, large: it is to be written on the document."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.services.add_document import Registered


class SavedBanner(QFrame):
    """Hidden until something was saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "good_card")
        self._number = self._line("number_label")
        self._number.setProperty("role", "number")
        self._lead = self._line("lead_label")
        self._more = self._line("more_label")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._lead)
        words.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 16, 6)
        row.setSpacing(24)
        row.addWidget(self._number, 5)
        row.addLayout(words, 2)
        self.hide()

    @property
    def number(self) -> str:
        """Return the large line."""
        return self._number.text()

    @property
    def more(self) -> str:
        """Return the line below it."""
        return self._more.text()

    def announce(self, registered: Registered) -> None:
        """Show the number that was dealt and where it is written."""
        is_incoming = registered.arrival_no is not None
        place = "dấu ĐẾN" if is_incoming else "tài liệu"
        flag = f" ({registered.kind.label.lower()})" if registered.kind.label else ""
        self._lead.setText(f"Đã ghi vào sổ{flag}. Ghi số này lên {place}.")
        self._number.setText(_arrival(registered) if is_incoming else _departure(registered))
        parts = (_own_number(registered), _copies(registered), f"mục nhật ký {registered.entry}")
        words = " · ".join(part for part in parts if part)
        self._more.setText(words[:1].upper() + words[1:])
        self.show()

    def _line(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label


def _arrival(registered: Registered) -> str:
    parts = [f"SỐ ĐẾN {show_number(registered.arrival_no or registered.seq_no)}"]
    if registered.arrival_date is not None:
        parts.append(f"ngày {short_date(registered.arrival_date)}")
    if registered.receiver:
        parts.append(f"Chuyển: {registered.receiver}")
    return " · ".join(parts)


def _departure(registered: Registered) -> str:
    return f"SỐ THỨ TỰ {show_number(registered.seq_no)} · {registered.doc_number}"


def _own_number(registered: Registered) -> str:
    """Return the number in the book where the large line shows another."""
    if registered.arrival_no in (None, registered.seq_no):
        return ""
    return f"số thứ tự trong sổ {show_number(registered.seq_no)}"


def _copies(registered: Registered) -> str:
    """Return how the copies are numbered: "bản số 01–07, lưu 08"."""
    if registered.arrival_no is not None:
        received = len(registered.copies)
        return f"nhận {received} bản" if received else ""
    sent = [copy.copy_no for copy in registered.copies if not copy.is_file_copy]
    kept = [copy.copy_no for copy in registered.copies if copy.is_file_copy]
    parts = (("bản số", sent), ("lưu" if sent else "lưu bản số", kept))
    return ", ".join(f"{words} {_span(numbers)}" for words, numbers in parts if numbers)


def _span(numbers: list[int]) -> str:
    first, last = show_number(numbers[0]), show_number(numbers[-1])
    return first if first == last else f"{first}–{last}"
