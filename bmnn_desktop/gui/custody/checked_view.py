"""A list whose rows can be ticked: what is ticked, or else the row one stands on, is acted upon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.gui.widgets.column_view import ColumnView

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex


class CheckedModel(ColumnModel[T]):
    """`key` tells rows apart; ticks stay with their rows when the list is read again."""

    ticked = Signal()

    def __init__(self, parent: QObject, columns: Columns[T], key: Callable[[T], int]) -> None:
        super().__init__(parent, columns)
        self._key = key
        self._ticked: set[int] = set()

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these; ticks of rows that are gone go with them."""
        self._ticked &= {self._key(row) for row in rows}
        super().show_rows(rows)
        self.ticked.emit()

    @property
    def ticked_rows(self) -> tuple[T, ...]:
        """Return the rows that are ticked, in their order."""
        return tuple(row for row in self.rows if self._key(row) in self._ticked)

    def tick(self, row: int, *, is_on: bool) -> None:
        """Tick a row, or take its tick away."""
        index = self.index(row, 0)
        state = Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        self.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a cell, or its tick."""
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == 0:
            is_on = self._key(self.rows[index.row()]) in self._ticked
            return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Take a tick."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        key = self._key(self.rows[index.row()])
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(key)
        else:
            self._ticked.discard(key)
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True


class CheckedView(ColumnView):
    """Space ticks the row one stands on, Ctrl+A all of them or none; Enter opens it."""

    opened = Signal()
    ticked = Signal()

    def __init__(self, model: CheckedModel[Any], widest: int, parent: QWidget) -> None:
        super().__init__(model, widest, parent)
        self._model = model
        model.ticked.connect(self.ticked)
        self.setAlternatingRowColors(True)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    @property
    def ticked_rows(self) -> tuple[Any, ...]:
        """Return what is ticked."""
        return self._model.ticked_rows

    @property
    def chosen(self) -> tuple[Any, ...]:
        """Return what is ticked; without a tick the row one stands on."""
        if ticked := self._model.ticked_rows:
            return ticked
        current = self.current
        return () if current is None else (current,)

    @property
    def current(self) -> Any:  # noqa: ANN401  (each list has its own rows)
        """Return the row one stands on."""
        return self._model.at(self.currentIndex().row())

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these; one goes on standing where one stood."""
        row = max(0, self.currentIndex().row())
        self._model.show_rows(rows)
        self.selectRow(min(row, len(rows) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick and open by keys; refuse to copy a cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            return
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            is_on = self._model.at(index.row()) in self._model.ticked_rows
            self._model.tick(index.row(), is_on=not is_on)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            is_all = len(self._model.ticked_rows) == len(self._model.rows)
            for row in range(len(self._model.rows)):
                self._model.tick(row, is_on=not is_all)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if index.isValid():
                self.opened.emit()
        else:
            super().keyPressEvent(event)
