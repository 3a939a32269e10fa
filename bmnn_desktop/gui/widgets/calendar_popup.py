"""A month to pick a day from, in Vietnamese, the week beginning on Monday."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.dates import FIRST_YEAR, LAST_YEAR
from bmnn_desktop.gui.appearance import colours
from bmnn_desktop.gui.icon import icon

_GAP = 2
_SIZE = QSize(300, 220)  # "Th 2" is not cut off


class CalendarPopup(QFrame):
    """Arrows move by days, Page Up and Page Down by months; Enter picks, Esc closes."""

    picked = Signal(date)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "calendar")
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setDateEditEnabled(False)  # dates are typed in the field
        self.calendar.setMinimumDate(QDate(FIRST_YEAR, 1, 1))
        self.calendar.setMaximumDate(QDate(LAST_YEAR, 12, 31))
        self.calendar.setMinimumSize(_SIZE)
        self.calendar.activated.connect(self._activated)
        self.calendar.clicked.connect(self._activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)
        self.setFocusProxy(self.calendar)

    def open_at(self, field: QWidget, day: date) -> None:
        """Show the month of `day` below `field`, or above it where the screen ends."""
        self._dress()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        size = self.sizeHint()
        screen = field.screen().availableGeometry()
        at = QRect(field.mapToGlobal(QPoint(0, 0)), field.size())
        top = at.bottom() + 1 + _GAP
        if top + size.height() > screen.bottom():
            top = max(screen.top(), at.top() - _GAP - size.height())
        left = max(screen.left(), min(at.left(), screen.right() - size.width()))
        self.setGeometry(QRect(QPoint(left, top), size))
        self.show()
        self.calendar.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep every key from the shortcuts of the page: Esc closes the month, not the form."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the key that opened it, too."""
        if event.key() == Qt.Key.Key_Up and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.close()
            return
        super().keyPressEvent(event)

    def _activated(self, day: QDate) -> None:
        self.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))

    def _dress(self) -> None:
        """Draw arrows and days in the colours of the palette; weekends are days like others."""
        palette = self.palette()
        plain = QTextCharFormat()
        plain.setForeground(palette.color(QPalette.ColorRole.Text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        # Days of the months around it: Qt draws them as disabled text.
        quiet = QColor(colours(palette)["quiet"])
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, quiet)
        for view in self.calendar.findChildren(QTableView):
            view.setPalette(palette)
        for name in ("previous", "next"):
            for button in self.calendar.findChildren(QToolButton, f"qt_calendar_{name[:4]}month"):
                button.setIcon(icon(name, palette.color(QPalette.ColorRole.Text)))
