"""The sheets of a volume as a table: number, lines, state, who has still to sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import SheetState
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.services.list_sheets import SheetSummary


def _span(each: SheetSummary) -> str:
    if each.first_no is None or each.last_no is None:
        return "–"
    first, last = show_number(each.first_no), show_number(each.last_no)
    return first if first == last else f"{first} – {last}"


def _open(each: SheetSummary) -> str:
    if each.sheet.state is SheetState.SPOILED or not each.places:
        return "–"
    return f"{each.open_places} / {each.places} chỗ" if each.open_places else "đã ký hết"


def _note(each: SheetSummary) -> str:
    sheet = each.sheet
    if sheet.state is SheetState.SPOILED:
        return f"{sheet.spoil_reason} ({short_date(sheet.state_on)})"
    if sheet.is_blank:
        return "tờ dự phòng" if each.lines else "tờ dự phòng, còn trắng"
    return ""


_COLUMNS: Columns[SheetSummary] = (
    ("Tờ số", lambda each: str(each.sheet.number)),
    ("Số thứ tự", _span),
    ("Số dòng", lambda each: str(each.lines)),
    ("Tình trạng", lambda each: each.sheet.state.label),
    ("Chưa ký", _open),
    ("Ghi chú", _note),
)
NOTE = len(_COLUMNS) - 1


class SheetsModel(ColumnModel[SheetSummary]):
    """What the service told, the newest sheet first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _COLUMNS)

    def show_sheets(self, sheets: Sequence[SheetSummary]) -> None:
        """Show these."""
        self.show_rows(tuple(reversed(sheets)))

    def row_of(self, number: int) -> int:
        """Return the row of a sheet, the first one if it is not there."""
        rows = [row for row, each in enumerate(self.rows) if each.sheet.number == number]
        return rows[0] if rows else 0

    def row_to_sign(self) -> int:
        """Return the row of the oldest sheet with an open place, the first one without any."""
        rows = [row for row, each in enumerate(self.rows) if each.open_places]
        return rows[-1] if rows else 0
