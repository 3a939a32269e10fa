"""Free text of a few lines that may be typed and pasted in, never copied out."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

_LINES = 3


class LongTextEdit(QPlainTextEdit):
    """A subject stays in its field: neither clipboard nor mouse selection carries it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 22)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give nothing to the clipboard, the primary selection or a drag."""
        return QMimeData()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the text alone."""
        if source.hasText():
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Refuse to copy and to cut: cutting would lose what the clipboard does not get."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(
            QKeySequence.StandardKey.Cut
        ):
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what is allowed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Hoàn tác", self.undo)
        menu.addAction("Làm lại", self.redo)
        menu.addSeparator()
        menu.addAction("Dán", self.paste)
        menu.addAction("Chọn tất cả", self.selectAll)
        menu.popup(event.globalPos())
