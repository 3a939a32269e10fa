"""Đã ký đủ: one act marks every place on a sheet as signed, but for those still open."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.sheet import SheetState
from bmnn_desktop.errors import PlaceMissing
from bmnn_desktop.services.copy_steps import check_day
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.find_sheet import sheet_on_paper, volume_of
from bmnn_desktop.services.ink import sign_for, unsign
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.sign_places import places_of, settle_signed
from bmnn_desktop.services.typed_text import needed_reason


@dataclass(frozen=True, slots=True)
class Marked:
    """What marking a sheet came to."""

    entry: int
    signed: int  # places marked by this act
    open: int  # places where somebody has still to sign
    state: SheetState


def mark_signed(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    sheet: int,
    volume: int | None = None,
    except_places: Collection[str] = (),
    on: date | None = None,
) -> Marked:
    """Record that the places on a sheet are signed, but not `except_places` (their keys).

    Raises BookUnknown, VolumeMissing, SheetMissing, SheetSpoiled, PlaceMissing, FieldsWrong for a
    day to come, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    day = on or desk.today()
    check_day(day, desk.today(), label="Ngày ký")
    with desk.journal.write("sheet.sign") as act:
        kept = volume_of(act.rows, book, year, volume)
        found = sheet_on_paper(act.rows, kept, sheet)
        places = places_of(act.rows, kept, (found,))
        keys = {place.key for place in places}
        for key in except_places:
            if key not in keys:
                raise PlaceMissing(number=sheet, place=key)
        still_open = [place for place in places if place.signed_on is None]
        signed = [place for place in still_open if place.key not in except_places]
        for place in signed:
            sign_for(act, place, day, desk.today(), sheet=found.id)
        state = settle_signed(act, found.id, desk.today())
    return Marked(act.seq, len(signed), len(still_open) - len(signed), state)


def take_back_mark(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    sheet: int,
    place: str,
    reason: str,
    volume: int | None = None,
) -> int:
    """Take a mark back that was set by mistake; the sheet has an open place again.

    Returns the entry; raises as `mark_signed` and ReasonMissing.
    """
    desk.session.require(Role.KEEPER)
    why = needed_reason(reason)
    with desk.journal.write("sheet.unsign", reason=why) as act:
        kept = volume_of(act.rows, book, year, volume)
        found = sheet_on_paper(act.rows, kept, sheet)
        places = places_of(act.rows, kept, (found,))
        signed = [each for each in places if each.key == place and each.signed_on is not None]
        if not signed:
            raise PlaceMissing(number=sheet, place=place)
        for each in signed:
            unsign(act, each, desk.today())
        if found.state is SheetState.SIGNED:
            day = desk.today().isoformat()
            act.update("sheet", found.id, state=SheetState.FULL.value, state_on=day)
    return act.seq
