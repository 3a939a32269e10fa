"""What was just registered, large: it is to be written on the document."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.services.add_document import Registered


class SavedBanner(QFrame):
    """Hidden until something was saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "good_card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(2)
        self._lead = self._line(column)
        self._number = self._line(column)
        self._number.setObjectName("number_label")
        self._number.setProperty("role", "number")
        self._copies = self._line(column)
        self.hide()

    @property
    def number(self) -> str:
        """Return the large line."""
        return self._number.text()

    def announce(self, lead: str, registered: Registered) -> None:
        """Show the number that was dealt."""
        self._lead.setText(lead)
        self._number.setText(
            f"SỐ THỨ TỰ {show_number(registered.seq_no)} · {registered.doc_number}"
        )
        kept = [copy for copy in registered.copies if copy.is_file_copy]
        total = len(registered.copies)
        self._copies.setText(
            f"{total} bản, đánh số {show_number(1)}–{show_number(total)}"
            + (f"; lưu {len(kept)} bản" if kept else "")
            + f" · mục nhật ký {registered.entry}"
        )
        self.show()

    def _line(self, column: QVBoxLayout) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        column.addWidget(label)
        return label
