"""The volumes as a table: book, year, numbers, days, what lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.look_at_volumes import VolumeState

_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


def name_of(volume: Volume) -> str:
    """Return "Sổ đi 2026, quyển 01"."""
    title = printed_book(volume.book).short_title
    return f"{title} {volume.year}, quyển {show_number(volume.number)}"


def _lacks(state: VolumeState) -> str:
    if state.lacks is None:
        return state.volume.discrepancy or "đủ"
    return f"còn {state.lacks.words}" if state.lacks.words else ""


def _closed_on(state: VolumeState) -> str:
    day = state.volume.closed_on
    return "đang mở" if day is None else f"khóa {short_date(day)}"


_COLUMNS: tuple[tuple[str, Callable[[VolumeState], str]], ...] = (
    ("Sổ", lambda state: printed_book(state.volume.book).short_title),
    ("Năm", lambda state: str(state.volume.year)),
    ("Quyển số", lambda state: show_number(state.volume.number)),
    ("Từ số", lambda state: show_number(state.volume.first_no)),
    ("Đến số", lambda state: "–" if state.last_no is None else show_number(state.last_no)),
    ("Mở sổ", lambda state: short_date(state.volume.opened_on)),
    ("Tình trạng", _closed_on),
    ("Sổ giấy", lambda state: state.volume.paper_reference),
    ("Còn thiếu, sai lệch", _lacks),
)
LACKS = len(_COLUMNS) - 1


class VolumesModel(QAbstractTableModel):
    """What the service told."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._states: Sequence[VolumeState] = ()

    def show_states(self, states: Sequence[VolumeState]) -> None:
        """Show these."""
        self.beginResetModel()
        self._states = states
        self.endResetModel()

    def state(self, row: int) -> VolumeState | None:
        """Return the volume in `row`."""
        return self._states[row] if 0 <= row < len(self._states) else None

    def newest_year(self, book: str) -> int:
        """Return the newest year of a book."""
        return max(one.volume.year for one in self._states if one.volume.book == book)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many volumes there are."""
        return 0 if parent.isValid() else len(self._states)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's type)
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section][0]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return one side of a cell."""
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[index.column()][1](self._states[index.row()])
        return None
