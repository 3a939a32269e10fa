"""A table of whole lines that share the width; Enter or a click shows the line beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

_ROOM = 12
_LINES = 2  # of text in a row
_PAD = 12  # left and right of the words of a cell, the style's and Qt's own
_TALLEST = 4_000
_CHECK = Qt.ItemDataRole.CheckStateRole
_Index = QModelIndex | QPersistentModelIndex
_Widths = Sequence[tuple[int, int]]  # least pixels, share of what is left over


class EntryTable(QTableView):
    """`chosen` tells the row that is looked at; nothing of it goes to the clipboard."""

    chosen = Signal(int)

    def __init__(
        self, model: QAbstractItemModel, widths: _Widths, parent: QWidget, *, is_short: bool = False
    ) -> None:
        super().__init__(parent)
        self._widths = widths
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        # A bar that came and went would change the width that the columns share.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        height = _LINES * self.fontMetrics().lineSpacing() + _ROOM
        self.verticalHeader().setDefaultSectionSize(height)
        if is_short:  # a few lines, each to be read to its end
            self.setItemDelegate(_WholeText(self))
            self.verticalHeader().setMinimumSectionSize(height)
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(False)
        self.selectionModel().currentRowChanged.connect(
            lambda index, _before: self.chosen.emit(index.row())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check a line by the space bar wherever the cursor stands in it; refuse to copy a cell."""
        box = self.currentIndex().siblingAtColumn(0)
        if event.key() == Qt.Key.Key_Space and box.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            is_checked = Qt.CheckState(box.data(_CHECK)) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
            self.model().setData(box, state, _CHECK)
            return
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        left = max(0, self.viewport().width() - sum(least for least, _share in self._widths))
        shares = sum(share for _least, share in self._widths) or 1
        for column, (least, share) in enumerate(self._widths):
            self.setColumnWidth(column, least + left * share // shares)


class _WholeText(QStyledItemDelegate):
    """Asks for the height that the words of a cell need at the width of its column."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a cell."""
        width = self._table.columnWidth(index.column())
        room = QRect(0, 0, max(1, width - 2 * _PAD), _TALLEST)
        flags = int(Qt.TextFlag.TextWordWrap)
        words = option.fontMetrics.boundingRect(room, flags, str(index.data() or ""))
        return QSize(width, words.height() + _ROOM)
