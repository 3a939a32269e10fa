"""Propose what the next line of a book begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import people, volumes


@dataclass(frozen=True, slots=True)
class Proposal:
    """The number that will be dealt and what stays the same from line to line."""

    year: int
    seq_no: int
    holding_unit: str
    symbol: str
    today: date


def propose_document(desk: Desk, book: str, year: int | None = None) -> Proposal:
    """Return the proposal for the open volume of `year` (None: the newest); VolumeMissing."""
    key = find_book(book).key
    volume = volumes.find(desk.rows, key, year)
    unit = desk.rows.value(
        "SELECT holding_unit FROM document WHERE book = ? AND holding_unit <> ''"
        " ORDER BY id DESC LIMIT 1",
        (key,),
    )
    return Proposal(
        year=volume.year,
        seq_no=volumes.number_to_deal(desk.rows, volume),
        holding_unit=unit or "Văn phòng",
        symbol=people.organisation(desk.rows, desk.today()).symbol,
        today=desk.today(),
    )
