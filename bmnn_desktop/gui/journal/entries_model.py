"""The entries of the journal, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.gui.widgets.paged_model import PagedModel
from bmnn_desktop.services.list_entries import (
    EntryLine,
    EntryPage,
    EntryQuery,
    list_entries,
    list_entry_numbers,
    read_entries,
)

if TYPE_CHECKING:
    from array import array
    from concurrent.futures import Future

    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def local_time(entry: EntryLine) -> str:
    """Return when it was, by the clock of this computer, on two lines."""
    return f"{entry.time.astimezone(VIETNAM):%d/%m/%Y\n%H:%M}"


_COLUMNS = (
    ("Mục", lambda entry: str(entry.seq), _MIDDLE),
    ("Lúc", local_time, _MIDDLE),
    ("Người ký", lambda entry: entry.name, _LEFT),
    ("Việc", lambda entry: entry.words, _LEFT),
    ("Lý do", lambda entry: entry.reason, _LEFT),
)
WIDTHS = ((62, 0), (92, 0), (120, 2), (200, 6), (110, 3))  # least pixels, share of what is left


class EntriesModel(PagedModel[EntryLine]):
    """`show_entries` asks anew."""

    def __init__(self, office: Office, jobs: Jobs, parent: QObject) -> None:
        super().__init__(office, jobs, parent)
        self._query = EntryQuery()

    def show_entries(self, query: EntryQuery) -> None:
        """Show the entries that match."""
        self._query = query
        self.ask_anew()

    def read_first(self, limit: int) -> Future[EntryPage]:
        """Read the newest entries."""
        return self.office.read(list_entries, self._query, limit=limit)

    def read_ids(self, last: int, limit: int) -> Future[array[int]]:
        """Read the numbers below `last`."""
        return self.office.read(list_entry_numbers, self._query, before=last, limit=limit)

    def read_rows(self, ids: tuple[int, ...]) -> Future[tuple[EntryLine, ...]]:
        """Read these entries."""
        return self.office.read(read_entries, ids)

    def id_of(self, row: EntryLine) -> int:
        """Return the number of an entry."""
        return row.seq

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's type)
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_COLUMNS):
            return None
        return _COLUMNS[section][0] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return one side of a cell; nothing until its entry is read, which asking begins."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _COLUMNS[index.column()][2]
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        entry = self.look_at(index.row())
        return None if entry is None else _COLUMNS[index.column()][1](entry)
