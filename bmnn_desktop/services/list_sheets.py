"""What the sheets of the books hold, what is to be printed and to be signed."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.sheet import Sheet, SignPlace, WaitingRun
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import PRINTED
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.find_sheet import sheet_on_paper, volume_of
from bmnn_desktop.services.pending_lines import pending_lines
from bmnn_desktop.services.sign_places import places_of
from bmnn_desktop.store import handovers, print_runs, sheets, volumes


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """A sheet in the list: first and last number of its lines (None: none), open places."""

    sheet: Sheet
    lines: int
    first_no: int | None
    last_no: int | None
    places: int
    open_places: int


@dataclass(frozen=True, slots=True)
class VolumeSheets:
    """A volume with its sheets; `pending` lines are not on paper yet."""

    volume: Volume
    pending: int
    open_places: int
    sheets: tuple[SheetSummary, ...]


@dataclass(frozen=True, slots=True)
class BookState:
    """A book in the list on the left with its volumes, newest first; the counts are its sum."""

    book: str
    short_title: str
    volumes: tuple[Volume, ...]
    pending: int
    open_places: int


@dataclass(frozen=True, slots=True)
class SheetsOverview:
    """All books with what is to be done, and the prints that nobody has answered."""

    books: tuple[BookState, ...]
    waiting: tuple[WaitingRun, ...]
    handovers: int  # lines that the transfer log would get today


def sheets_overview(desk: Desk) -> SheetsOverview:
    """Return what is to be printed and signed in every book."""
    books = []
    for book in PRINTED:
        kept = volumes.of_book(desk.rows, book.key)
        pending = sum(len(pending_lines(desk.rows, volume.id)) for volume in kept)
        still_open = sum(len(_open_places(desk, volume)) for volume in kept)
        books.append(BookState(book.key, book.short_title, kept, pending, still_open))
    to_hand_over = len(handovers.waiting(desk.rows, desk.today()))
    return SheetsOverview(tuple(books), print_runs.waiting(desk.rows), to_hand_over)


def list_sheets(desk: Desk, book: str, *, year: int, volume: int | None = None) -> VolumeSheets:
    """Return the sheets of a volume; raise BookUnknown, VolumeMissing."""
    kept = volume_of(desk.rows, book, year, volume)
    found = sheets.of_volume(desk.rows, kept.id)
    lines = sheets.lines_of_sheets(desk.rows, [sheet.id for sheet in found])
    numbers: dict[int, list[int]] = {}
    for line in lines:
        if line.correction_id is None:
            numbers.setdefault(line.sheet_id, []).append(line.seq_no)
    counts: dict[int, int] = {}
    for line in lines:
        counts[line.sheet_id] = counts.get(line.sheet_id, 0) + 1
    places: dict[int, list[SignPlace]] = {}
    for place in places_of(desk.rows, kept, found):
        places.setdefault(place.sheet_id, []).append(place)
    summaries = tuple(
        SheetSummary(
            sheet=sheet,
            lines=counts.get(sheet.id, 0),
            first_no=min(numbers.get(sheet.id, ()), default=None),
            last_no=max(numbers.get(sheet.id, ()), default=None),
            places=len(places.get(sheet.id, ())),
            open_places=sum(place.signed_on is None for place in places.get(sheet.id, ())),
        )
        for sheet in found
        if sheet.is_on_paper
    )
    pending = len(pending_lines(desk.rows, kept.id))
    return VolumeSheets(kept, pending, sum(each.open_places for each in summaries), summaries)


def sheet_places(
    desk: Desk, book: str, *, year: int, sheet: int, volume: int | None = None
) -> tuple[SignPlace, ...]:
    """Return the places to sign on a sheet; raise as `list_sheets`, SheetMissing, SheetSpoiled."""
    kept = volume_of(desk.rows, book, year, volume)
    return places_of(desk.rows, kept, (sheet_on_paper(desk.rows, kept, sheet),))


def waiting_prints(desk: Desk) -> tuple[WaitingRun, ...]:
    """Return the prints that nobody has answered, oldest first."""
    return print_runs.waiting(desk.rows)


def _open_places(desk: Desk, volume: Volume) -> list[SignPlace]:
    found = sheets.to_sign(desk.rows, volume.id)
    return [place for place in places_of(desk.rows, volume, found) if place.signed_on is None]
