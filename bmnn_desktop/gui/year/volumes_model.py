"""The volumes as a table: book, year, numbers, days, what lacks."""

from __future__ import annotations

from PySide6.QtCore import QObject

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.look_at_volumes import VolumeState


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


_COLUMNS: Columns[VolumeState] = (
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


class VolumesModel(ColumnModel[VolumeState]):
    """What the service told."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _COLUMNS)

    def newest_year(self, book: str) -> int:
        """Return the newest year of a book."""
        return max(one.volume.year for one in self.rows if one.volume.book == book)
