"""A date typed in any short way, written out in full on leaving the field."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bmnn_desktop.domain.dates import parse_date, short_date


class DateEdit(QLineEdit):
    """`year` is the one meant when none is typed."""

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = year
        self.setPlaceholderText("ngày/tháng/năm")
        self.editingFinished.connect(self._write_out)

    def value(self) -> date | None:
        """Return the date, or None when there is none or it is no date."""
        return parse_date(self.text(), year=self.year)

    def set_value(self, day: date | None) -> None:
        """Show `day`."""
        self.setText("" if day is None else short_date(day))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the date out on leaving, however the field is left."""
        self._write_out()
        super().focusOutEvent(event)

    def _write_out(self) -> None:
        day = self.value()
        if day is not None and self.text() != short_date(day):
            self.setText(short_date(day))
