"""Names, one per line: Enter adds the next, Tab leaves."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bmnn_desktop.domain.text import tidy

_LINES = 4


class NamesEdit(QPlainTextEdit):
    """A list of outside bodies as it is written: one under the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 22)

    def value(self) -> tuple[str, ...]:
        """Return the names; empty lines are nobody."""
        tidied = (tidy(line) for line in self.toPlainText().splitlines())
        return tuple(name for name in tidied if name)

    def set_value(self, names: tuple[str, ...]) -> None:
        """Show `names`."""
        self.setPlainText("\n".join(names))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the text alone: a pasted cell of a spreadsheet becomes lines."""
        if source.hasText():
            self.insertPlainText(source.text().replace(";", "\n").replace("\t", "\n"))
