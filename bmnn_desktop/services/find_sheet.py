"""Find a sheet of a volume as the user names it."""

from __future__ import annotations

from bmnn_desktop.domain.sheet import Sheet, SheetState
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import SheetMissing, SheetSpoiled
from bmnn_desktop.registers import printed_book
from bmnn_desktop.store import sheets, volumes
from bmnn_desktop.store.rows import Rows


def volume_of(rows: Rows, book: str, year: int, number: int | None = None) -> Volume:
    """Return a volume of a typed or derived book; raise BookUnknown, VolumeMissing."""
    return volumes.find(rows, printed_book(book).key, year, number)


def sheet_on_paper(rows: Rows, volume: Volume, number: int) -> Sheet:
    """Return a sheet that is on paper and good; raise SheetMissing, SheetSpoiled."""
    sheet = sheets.by_number(rows, volume.id, number)
    if sheet is None or not sheet.is_on_paper:
        raise SheetMissing(number=number)
    if sheet.state is SheetState.SPOILED:
        raise SheetSpoiled(number=number)
    return sheet
