"""Tờ hỏng: a sheet torn or stained later stays in the book; its lines are printed on another."""

from __future__ import annotations

from bmnn_desktop.errors import PrintRunWaiting
from bmnn_desktop.services.answer_print import spoil
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.find_sheet import sheet_on_paper, volume_of
from bmnn_desktop.services.print_run import has_waiting_sheets
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import needed_reason


def spoil_sheet(
    desk: WritingDesk, book: str, *, year: int, sheet: int, reason: str, volume: int | None = None
) -> int:
    """Record that a sheet is spoiled and return the entry; its lines are to be printed again.

    Raises BookUnknown, VolumeMissing, SheetMissing, SheetSpoiled, ReasonMissing, PrintRunWaiting,
    NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    why = needed_reason(reason)
    with desk.journal.write("sheet.spoil", reason=why) as act:
        kept = volume_of(act.rows, book, year, volume)
        if has_waiting_sheets(act.rows, kept.id):
            raise PrintRunWaiting
        found = sheet_on_paper(act.rows, kept, sheet)
        spoil(act, found.id, why, desk.today())
    return act.seq
