"""One of many values in little room: a list that opens, chosen by first letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from bmnn_desktop.gui.widgets.radio_choice import CLEARING, Option, letter_of, option_meant


class ListChoice(QComboBox):
    """Alt+Down opens it, a letter goes to the next label that begins so, Delete empties it."""

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self.setPlaceholderText("Chưa chọn")  # and with it, nothing chosen
        for option in options:
            self.addItem(option.label, option.value)
        self.view().installEventFilter(self)

    def chosen_value(self) -> object:
        """Return the chosen value, or None."""
        place = self.currentIndex()
        return self._options[place].value if place >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose `value`; one that is not offered chooses nothing."""
        places = [place for place, one in enumerate(self._options) if one.value == value]
        self.setCurrentIndex(places[0] if places else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take letters and Delete; F4 is a page of the window, not a list to open."""
        option = option_meant(self._options, self.chosen_value(), letter_of(event))
        if option is not None:
            self.set_value(option.value)
        elif event.key() in CLEARING:
            self.set_value(None)
        elif event.key() == Qt.Key.Key_F4:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll: a wheel never changes what was chosen."""
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters in the open list as well."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            at = (
                self._options[row].value if (row := self.view().currentIndex().row()) >= 0 else None
            )
            option = option_meant(self._options, at, letter_of(event))
            if option is not None:
                place = self._options.index(option)
                self.view().setCurrentIndex(self.model().index(place, self.modelColumn()))
                return True
        return super().eventFilter(watched, event)
