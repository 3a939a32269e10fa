"""Names, one per line: Enter adds the next, Tab leaves; remembered ones are offered."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.widgets.suggestion_popup import SuggestionPopup

_LINES = 4


class NamesEdit(QPlainTextEdit):
    """A list of outside bodies as it is written: one under the other.

    Down on the last line shows the most used values; Enter takes the chosen one and goes on to
    the next line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 22)
        self.popup = SuggestionPopup(
            self, typed=self._typed, written=self._written, take=self._take, enter_goes_on=True
        )
        self.cursorPositionChanged.connect(self._moved)
        self._line = 0

    def value(self) -> tuple[str, ...]:
        """Return the names; empty lines are nobody."""
        tidied = (tidy(line) for line in self.toPlainText().splitlines())
        return tuple(name for name in tidied if name)

    def set_value(self, names: tuple[str, ...]) -> None:
        """Show `names`."""
        self.setPlainText("\n".join(names))

    def set_values(self, values: tuple[str, ...]) -> None:
        """Offer `values` in every line from now on, most used first."""
        self.popup.set_values(values)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the text alone: a pasted cell of a spreadsheet becomes lines."""
        if source.hasText():
            self.insertPlainText(source.text().replace(";", "\n").replace("\t", "\n"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, then suggest."""
        is_last = not self.textCursor().block().next().isValid()
        if is_last and self.popup.opened_by(event):
            return
        with self.popup.typing():
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose, then suggest."""
        with self.popup.typing(event.preeditString()):
            super().inputMethodEvent(event)

    def _typed(self) -> str:
        line, at = self.textCursor().block().text(), self.textCursor().positionInBlock()
        return line[:at] + self.popup.preedit + line[at:]

    def _written(self) -> str:
        return f"{self.toPlainText()}\n{self.popup.preedit}"

    def _take(self, value: str) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(value)
        self.setTextCursor(cursor)

    def _moved(self) -> None:
        """Take the suggestions of another line away."""
        line = self.textCursor().blockNumber()
        if line != self._line:
            self._line = line
            self.popup.leave()
