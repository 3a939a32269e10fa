"""Propose what the next line of a book begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.document import EntryKind
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import people, volumes


@dataclass(frozen=True, slots=True)
class Proposal:
    """The number that will be dealt and what stays the same from line to line.

    `kind` is LATE for a year that is over. `year_to_open` is the year that today belongs to, where
    the book has no volume of it yet: the window asks once which year is meant.
    """

    year: int
    seq_no: int
    holding_unit: str
    symbol: str
    today: date
    volume_no: int = 1
    kind: EntryKind = EntryKind.ON_TIME
    is_closed: bool = False
    year_to_open: int | None = None

    @property
    def is_late(self) -> bool:
        """Tell whether the line is registered into a year that is over ("bổ sung")."""
        return self.kind is EntryKind.LATE


def propose_document(desk: Desk, book: str, year: int | None = None) -> Proposal:
    """Return the proposal for the newest volume of `year` (None: the newest); VolumeMissing.

    A list that opens by itself has one volume for all years, or none yet.
    """
    kept = find_book(book)
    if not kept.is_yearly:
        return _of_list(desk, kept)
    key = kept.key
    volume = volumes.find(desk.rows, key, year)
    newest = volumes.find(desk.rows, key, None)
    unit = None
    if any(field.name == "holding_unit" for field in kept.fields):
        # By number, not by entry: the index of the book leads to its newest line at once.
        unit = desk.rows.value(
            "SELECT holding_unit FROM document WHERE book = ? AND holding_unit <> ''"
            " ORDER BY year DESC, seq_no DESC LIMIT 1",
            (key,),
        )
    today = desk.today()
    is_over = volume.year < today.year
    return Proposal(
        year=volume.year,
        seq_no=volumes.number_to_deal(desk.rows, volume),
        holding_unit=unit or "Văn phòng",
        symbol=people.organisation(desk.rows, today).symbol,
        today=today,
        volume_no=volume.number,
        kind=EntryKind.LATE if is_over else EntryKind.ON_TIME,
        is_closed=volume.is_closed,
        year_to_open=today.year if is_over and newest.year == volume.year else None,
    )


def _of_list(desk: Desk, book: Book) -> Proposal:
    today = desk.today()
    there = volumes.of_book(desk.rows, book.key)
    return Proposal(
        year=there[0].year if there else today.year,
        seq_no=volumes.number_to_deal(desk.rows, there[0]) if there else 1,
        holding_unit="",
        symbol="",
        today=today,
        is_closed=bool(there) and there[0].is_closed,
    )
