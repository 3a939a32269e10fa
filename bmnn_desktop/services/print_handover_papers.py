"""Papers for hands: a line's own slip, the covers of an envelope, all that somebody hands over."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.domain.dispatch import ParcelNo
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import HandoverMissing, ParcelMissing
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.handover_minutes import HandoverMinutes
from bmnn_desktop.printing.papers.handover_slip import HandoverSlip
from bmnn_desktop.printing.papers.parcel_marks import ParcelMarks
from bmnn_desktop.registers.transfer import TRANSFER
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.event_papers import items_of
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_custody_papers import (
    copies_inside,
    find_dispatch,
    items_of_copies,
)
from bmnn_desktop.services.print_paper import preview_paper, print_paper
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.store import copies, handovers, holdings

_ALL = -1


def preview_handover_slip(desk: Desk, *, year: int, line: int) -> Preview:
    """Return the pages of the slip of a line of the transfer log; raise HandoverMissing."""
    return preview_paper(desk, handover_slip_paper(desk, year, line))


def print_handover_slip(desk: WritingDesk, *, year: int, line: int, out: Path) -> Printed:
    """Print it (training vaults only); raises HandoverMissing and those of `print_paper`."""
    paper = handover_slip_paper(desk, year, line)
    return print_paper(desk, paper, RunKind.HANDOVER_SLIP, out=out)


def preview_parcel_marks(desk: Desk, *, year: int, dispatch: int, parcel: int) -> Preview:
    """Return the pages of what stands on an envelope; raise DispatchMissing, ParcelMissing."""
    return preview_paper(desk, parcel_marks_paper(desk, year, dispatch, parcel))


def print_parcel_marks(
    desk: WritingDesk, *, year: int, dispatch: int, parcel: int, out: Path
) -> Printed:
    """Print it (training vaults only).

    Raises DispatchMissing, ParcelMissing and those of `print_paper`.
    """
    paper = parcel_marks_paper(desk, year, dispatch, parcel)
    return print_paper(desk, paper, RunKind.PARCEL_MARKS, out=out)


def preview_handover_minutes(desk: Desk, holder: str) -> Preview:
    """Return the pages of the minutes of all that somebody hands over."""
    return preview_paper(desk, handover_minutes_paper(desk, holder))


def print_handover_minutes(desk: WritingDesk, *, holder: str, out: Path) -> Printed:
    """Print them (training vaults only); raises those of `print_paper`."""
    paper = handover_minutes_paper(desk, holder)
    return print_paper(desk, paper, RunKind.HANDOVER_MINUTES, out=out)


def handover_slip_paper(desk: Desk, year: int, line: int) -> Paper:
    """Return the slip of a line of the transfer log; raise HandoverMissing."""
    found = handovers.find(desk.rows, year, line)
    if found is None:
        raise HandoverMissing(number=line, year=year)
    return HandoverSlip(
        line=f"số {show_number(found.seq_no)} {TRANSFER.short_title} năm {found.year}",
        receiver=found.receiver,
        giver=desk.session.name,
        items=items_of(desk, copies.of_handover(desk.rows, found.id)),
        day=found.handed_on,
        due_on=found.due_on,
        occasion=found.occasion,
    )


def parcel_marks_paper(desk: Desk, year: int, number: int, parcel: int) -> Paper:
    """Return what stands on an envelope; raise DispatchMissing, ParcelMissing."""
    found = find_dispatch(desk, year, number)
    one = next((each for each in found.parcels if each.number == parcel), None)
    if one is None:
        raise ParcelMissing(number=parcel, dispatch=number, year=year)
    items = items_of_copies(copies_inside(desk, one))
    levels = {item.level for item in items}  # the enumeration begins with the highest
    return ParcelMarks(
        number=ParcelNo(found.year, found.number, one.number).words,
        receiver=one.receiver,
        addressee=one.addressee,
        numbers=tuple(dict.fromkeys(item.doc_number for item in items if item.doc_number)),
        level=next((level for level in Level if level in levels), None),
        keeper=desk.session.name,
        day=found.sent_on,
    )


def handover_minutes_paper(desk: Desk, holder: str) -> Paper:
    """Return the minutes of all that somebody hands over, be it nothing."""
    name = tidy(holder)
    found = holdings.of_holder(desk.rows, name, 0, _ALL)
    return HandoverMinutes(name, items_of_copies(found), desk.session.name, desk.today())
