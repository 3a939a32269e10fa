"""The table of a book: whole lines, keyboard first, nothing of it on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from bmnn_desktop.gui.register.columns import Column

_LINE_ROOM = 12
_LINES = 2  # of text in a row: names and subjects are read, not guessed


class RegisterView(QTableView):
    """Enter opens the line, whose card says all; the columns share the width there is."""

    opened = Signal(int)

    def __init__(self, columns: tuple[Column, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # A bar that came and went would change the width that the columns share.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalHeader().hide()
        height = _LINES * self.fontMetrics().lineSpacing() + _LINE_ROOM
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        )
        self.horizontalHeader().setFixedHeight(height)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; refuse to copy a cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew; the last columns give way when it is too little for all."""
        super().resizeEvent(event)
        room = self.viewport().width()
        shown = self._columns
        while len(shown) > 1 and sum(column.width[0] for column in shown) > room:
            shown = shown[:-1]
        left = max(0, room - sum(column.width[0] for column in shown))
        shares = sum(column.width[1] for column in shown) or 1
        for section, column in enumerate(self._columns):
            self.setColumnHidden(section, section >= len(shown))
            self.setColumnWidth(section, column.width[0] + left * column.width[1] // shares)
