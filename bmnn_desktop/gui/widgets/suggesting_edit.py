"""One line of text with remembered values offered while typing."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bmnn_desktop.gui.widgets.suggestion_popup import SuggestionPopup


class SuggestingEdit(QLineEdit):
    """Without values it is a plain line; Down shows the most used ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.popup = SuggestionPopup(self, typed=self._typed, written=self._typed, take=self._take)

    def set_values(self, values: tuple[str, ...]) -> None:
        """Offer `values` from now on, most used first."""
        self.popup.set_values(values)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, then suggest."""
        if self.popup.opened_by(event):
            return
        with self.popup.typing():
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose, then suggest."""
        with self.popup.typing(event.preeditString()):
            super().inputMethodEvent(event)

    def _typed(self) -> str:
        at = self.cursorPosition()
        return self.text()[:at] + self.popup.preedit + self.text()[at:]

    def _take(self, value: str) -> None:
        self.selectAll()  # and not setText(): what was typed can be had back with Ctrl+Z
        self.insert(value)
