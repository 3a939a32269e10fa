"""A date typed in any short way or picked; written out in full on leaving the field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from bmnn_desktop.domain.clock import Clock, SystemClock, civil_date
from bmnn_desktop.domain.dates import parse_date, short_date
from bmnn_desktop.gui.icon import icon
from bmnn_desktop.gui.widgets.calendar_popup import CalendarPopup

_WAYS = "Gõ 5/3, 05032026 hoặc 05/03/2026; dấu chấm (.): hôm nay; Alt+↓: chọn trên lịch"


class DateEdit(QLineEdit):
    """`year` is the one meant when none is typed; a full stop in the empty field means today."""

    def __init__(
        self, year: int, parent: QWidget | None = None, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self.year = year
        self._clock = clock or SystemClock()
        self._calendar: CalendarPopup | None = None
        self.setPlaceholderText("ngày/tháng/năm")
        self.setToolTip(_WAYS)
        # Nothing here is a syllable: an input method would only hold the digits back.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._pick = self.addAction(
            icon("calendar", self._ink()), QLineEdit.ActionPosition.TrailingPosition
        )
        self._pick.setToolTip("Chọn trên lịch (Alt+↓)")
        self._pick.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self._write_out)

    def value(self) -> date | None:
        """Return the date, or None when there is none or it is no date."""
        return parse_date(self.text(), year=self.year)

    def set_value(self, day: date | None) -> None:
        """Show `day`."""
        self.setText("" if day is None else short_date(day))

    def is_readable(self) -> bool:
        """Tell whether what is typed is a date or nothing."""
        return self.value() is not None or not self.text().strip()

    def open_calendar(self) -> None:
        """Offer a month: the one of the date that is typed, else today's."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.picked.connect(self._picked)
        self._calendar.open_at(self, self.value() or self._today())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt+Down; take today for a full stop."""
        is_alone = not self.text() or self.selectedText() == self.text()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt:
            self.open_calendar()
        elif event.text() == "." and is_alone:
            self.selectAll()  # and not setText(): Ctrl+Z brings the other date back
            self.insert(short_date(self._today()))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the date out on leaving, however the field is left."""
        self._write_out()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the calendar again in the colours of a new palette."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pick"):
            self._pick.setIcon(icon("calendar", self._ink()))
        super().changeEvent(event)

    def _picked(self, day: date) -> None:
        self.selectAll()
        self.insert(short_date(day))

    def _today(self) -> date:
        return civil_date(self._clock.now())

    def _ink(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Text)

    def _write_out(self) -> None:
        day = self.value()
        if day is not None and self.text() != short_date(day):
            self.setText(short_date(day))
