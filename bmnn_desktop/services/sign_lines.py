"""Ký nhận without its sheet: the slip came back, or the line itself was signed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.handover import Handover
from bmnn_desktop.services.copy_steps import check_day
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.ink import sign_line
from bmnn_desktop.services.open_lines import open_lines
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.sign_places import settle_signed
from bmnn_desktop.store import sheets
from bmnn_desktop.store.act import Act


def sign_lines(
    desk: WritingDesk, *, year: int, numbers: Sequence[int], on: date | None = None
) -> int:
    """Record that lines of the transfer log are signed for; return the entry.

    Raises NoCopyChosen, HandoverMissing, HandoverSettled, DocumentAnnulled, StepImpossible,
    FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    day = on or desk.today()
    check_day(day, desk.today(), label="Ngày ký")
    with desk.journal.write("custody.sign") as act:
        sign_all(act, open_lines(act.rows, year, numbers), day, desk.today())
    return act.seq


def sign_all(act: Act, lines: Sequence[Handover], on: date, today: date) -> None:
    """Sign lines, and settle the sheets they stand on."""
    for line in lines:
        sign_line(act, line, on, today)
    settle_sheets_of(act, lines, today)


def settle_sheets_of(act: Act, lines: Sequence[Handover], today: date) -> None:
    """Let sheets be signed in full on which these lines were the last open ones."""
    on_sheets = {
        place.sheet_id
        for line in lines
        for place in sheets.lines_of_source(act.rows, ("handover", line.id))
        if place.in_use
    }
    for sheet in sorted(on_sheets):
        settle_signed(act, sheet, today)
