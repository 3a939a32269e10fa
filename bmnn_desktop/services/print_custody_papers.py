"""The papers of giao – nhận: what one person holds, reminders, envelopes and their slips."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bmnn_desktop.domain.dispatch import Dispatch, Parcel, ParcelNo
from bmnn_desktop.domain.holding import Holding
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import DispatchMissing, NothingDue, NothingHeld, ParcelMissing
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.held_item import HeldItem
from bmnn_desktop.printing.papers.holdings_list import HoldingsList
from bmnn_desktop.printing.papers.parcel_list import ListedParcel, ParcelList
from bmnn_desktop.printing.papers.parcel_slip import ParcelSlip
from bmnn_desktop.printing.papers.reminder_slip import ReminderSlip
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.paper_facts import pages_words
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_paper import preview_paper, print_paper
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.store import dispatches, holdings

_ALL = -1


def print_holdings(desk: WritingDesk, *, holder: str, out: Path) -> Printed:
    """Print what somebody holds, for his signature (training vaults only).

    Raises NothingHeld and those of `print_paper`.
    """
    return print_paper(desk, holdings_paper(desk, holder), RunKind.HOLDINGS, out=out)


def print_reminder(desk: WritingDesk, *, holder: str, out: Path) -> Printed:
    """Print the reminder of what somebody was to give back up to today (training vaults only).

    Raises NothingDue and those of `print_paper`.
    """
    return print_paper(desk, reminder_paper(desk, holder), RunKind.REMINDER, out=out)


def print_parcel_list(desk: WritingDesk, *, year: int, dispatch: int, out: Path) -> Printed:
    """Print a list of envelopes for the carrier's signature (training vaults only).

    Raises DispatchMissing and those of `print_paper`.
    """
    return print_paper(desk, parcel_list_paper(desk, year, dispatch), RunKind.PARCEL_LIST, out=out)


def print_parcel_slip(
    desk: WritingDesk, *, year: int, dispatch: int, parcel: int, out: Path
) -> Printed:
    """Print the slip that goes in an envelope, with its tear-off (training vaults only).

    Raises DispatchMissing, ParcelMissing and those of `print_paper`.
    """
    paper = parcel_slip_paper(desk, year, dispatch, parcel)
    return print_paper(desk, paper, RunKind.PARCEL_SLIP, out=out)


def preview_holdings(desk: Desk, holder: str) -> Preview:
    """Return the pages of the list of what somebody holds; raise NothingHeld."""
    return preview_paper(desk, holdings_paper(desk, holder))


def preview_reminder(desk: Desk, holder: str) -> Preview:
    """Return the pages of a reminder; raise NothingDue."""
    return preview_paper(desk, reminder_paper(desk, holder))


def preview_parcel_list(desk: Desk, *, year: int, dispatch: int) -> Preview:
    """Return the pages of a list of envelopes; raise DispatchMissing."""
    return preview_paper(desk, parcel_list_paper(desk, year, dispatch))


def preview_parcel_slip(desk: Desk, *, year: int, dispatch: int, parcel: int) -> Preview:
    """Return the pages of an envelope's slip; raise DispatchMissing, ParcelMissing."""
    return preview_paper(desk, parcel_slip_paper(desk, year, dispatch, parcel))


def holdings_paper(desk: Desk, holder: str) -> Paper:
    """Return the list of what somebody holds; raise NothingHeld."""
    name = tidy(holder)
    found = holdings.of_holder(desk.rows, name, 0, _ALL)
    if not found:
        raise NothingHeld(holder=name)
    return HoldingsList(name, items_of_copies(found), desk.session.name, desk.today())


def reminder_paper(desk: Desk, holder: str) -> Paper:
    """Return the reminder of what is due up to today; raise NothingDue."""
    name, today = tidy(holder), desk.today()
    found = [
        each
        for each in holdings.of_holder(desk.rows, name, 0, _ALL)
        if each.copy.due_on is not None and each.copy.due_on <= today
    ]
    if not found:
        raise NothingDue(holder=name)
    found.sort(key=lambda each: each.copy.due_on or today)
    return ReminderSlip(name, items_of_copies(found), desk.session.name, today)


def parcel_list_paper(desk: Desk, year: int, number: int) -> Paper:
    """Return a list of envelopes; raise DispatchMissing."""
    found = find_dispatch(desk, year, number)
    return ParcelList(
        number=f"{show_number(found.number)}/{found.year}",
        day=found.sent_on,
        channel=found.channel.label,
        carrier=found.carrier,
        protection=found.protection,
        parcels=tuple(_listed(each, copies_inside(desk, each)) for each in found.parcels),
        keeper=desk.session.name,
    )


def _listed(parcel: Parcel, inside: Sequence[Holding]) -> ListedParcel:
    items = items_of_copies(inside)
    levels = {item.level for item in items}  # the enumeration begins with the highest
    return ListedParcel(
        number=parcel.number,
        receiver=parcel.receiver,
        documents=tuple(
            f"{item.doc_number or item.register} ({item.copy.lower()})" for item in items
        ),
        level=next((level for level in Level if level in levels), None),
        addressee=parcel.addressee,
    )


def parcel_slip_paper(desk: Desk, year: int, number: int, parcel: int) -> Paper:
    """Return the slip of an envelope; raise DispatchMissing, ParcelMissing."""
    found = find_dispatch(desk, year, number)
    one = next((each for each in found.parcels if each.number == parcel), None)
    if one is None:
        raise ParcelMissing(number=parcel, dispatch=number, year=year)
    return ParcelSlip(
        number=ParcelNo(found.year, found.number, one.number).words,
        receiver=one.receiver,
        addressee=one.addressee,
        items=items_of_copies(copies_inside(desk, one)),
        sender=desk.session.name,
        day=found.sent_on,
    )


def find_dispatch(desk: Desk, year: int, number: int) -> Dispatch:
    """Return a list of envelopes; raise DispatchMissing."""
    found = dispatches.find(desk.rows, year, number)
    if found is None:
        raise DispatchMissing(number=number, year=year)
    return found


def copies_inside(desk: Desk, parcel: Parcel) -> tuple[Holding, ...]:
    """Return the copies in an envelope."""
    return holdings.of_copies(desk.rows, dispatches.copies_of(desk.rows, parcel.id))


def items_of_copies(found: Sequence[Holding]) -> tuple[HeldItem, ...]:
    """Return copies as papers list them."""
    return tuple(map(_item, found))


def _item(each: Holding) -> HeldItem:
    about, copy = each.about, each.copy
    return HeldItem(
        copy=copy.number,
        register=f"{printed_book(about.book).short_title} {about.year}, "
        f"số {show_number(about.seq_no)}",
        doc_number=about.doc_number,
        doc_date=about.doc_date,
        doc_type=about.doc_type,
        subject=about.subject,
        level=about.level,
        amount=pages_words(
            about.pages if copy.pages is None else copy.pages,
            about.annexes if copy.annexes is None else copy.annexes,
        ),
        handed_on=each.signed_on,
        line="" if each.handed is None else f"số {each.handed.number}/{each.handed.year}",
        due_on=copy.due_on,
        is_sealed=about.is_sealed,
    )
