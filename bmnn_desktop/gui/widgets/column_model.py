"""A short list as a table: every column is a title and the words of a cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
Columns = Sequence[tuple[str, Callable[[T], str]]]
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractTableModel, Generic[T]):
    """All of its rows are here; a book, which has many, reads its own by pages."""

    def __init__(self, parent: QObject, columns: Columns[T]) -> None:
        super().__init__(parent)
        self._columns = columns
        self.rows: Sequence[T] = ()

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def show_columns(self, columns: Columns[T]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self._columns = columns
        self.endResetModel()

    def at(self, row: int) -> T | None:
        """Return what stands in `row`."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's type)
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section][0]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a cell."""
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[index.column()][1](self.rows[index.row()])
        return None
