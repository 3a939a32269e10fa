"""Số liệu chốt khi kiểm tra: every book and year in numbers, as it stands in the vault."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import PRINTED
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import inspection_counts, loose_ends, volumes


@dataclass(frozen=True, slots=True)
class BookFigures:
    """A book in one year; `last_no` None: no number dealt in it yet."""

    book: str
    short_title: str
    year: int
    volumes: int
    first_no: int
    last_no: int | None
    lines: int
    annulled: int
    late: int
    spoiled: int  # sheets
    unsigned: int  # lines on paper that nobody has signed for
    unconfirmed: int  # acts that a second person has still to confirm


@dataclass(frozen=True, slots=True)
class InspectionFigures:
    """All books, the newest year first, and the length of the journal.

    `elsewhere` counts acts to be confirmed that belong to no book.
    """

    books: tuple[BookFigures, ...]
    entries: int
    elsewhere: int


def inspection_figures(desk: Desk) -> InspectionFigures:
    """Count every book."""
    waiting = inspection_counts.unconfirmed(desk.rows, actions.keys(Grade.AFTERWARDS))
    books = []
    for book in PRINTED:
        by_year: dict[int, list[Volume]] = {}
        for volume in volumes.of_book(desk.rows, book.key):
            by_year.setdefault(volume.year, []).append(volume)
        for year, of_year in by_year.items():
            books.append(
                _figures(desk, book.short_title, year, of_year, waiting.pop((book.key, year), 0))
            )
    books.sort(key=lambda one: -one.year)
    return InspectionFigures(
        tuple(books), inspection_counts.entries(desk.rows), sum(waiting.values())
    )


def _figures(
    desk: Desk, title: str, year: int, of_year: list[Volume], unconfirmed: int
) -> BookFigures:
    counts = [inspection_counts.of_volume(desk.rows, volume) for volume in of_year]
    last = [volumes.last_in(desk.rows, volume) for volume in of_year]
    return BookFigures(
        book=of_year[0].book,
        short_title=title,
        year=year,
        volumes=len(of_year),
        first_no=min(volume.first_no for volume in of_year),
        last_no=max((number for number in last if number is not None), default=None),
        lines=sum(one.lines for one in counts),
        annulled=sum(one.annulled for one in counts),
        late=sum(one.late for one in counts),
        spoiled=sum(one.spoiled for one in counts),
        unsigned=sum(loose_ends.unsigned(desk.rows, volume).lines for volume in of_year),
        unconfirmed=unconfirmed,
    )
