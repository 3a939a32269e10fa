"""Sheets as the printing room takes them up again: the one that is fed, those drawn anew."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, repeat

from bmnn_desktop.domain.sheet import Sheet, SheetLine, SheetState
from bmnn_desktop.printing import books
from bmnn_desktop.printing.placed import PlacedLine, SheetInUse, SheetKept
from bmnn_desktop.services.book_lines import VolumePaper
from bmnn_desktop.services.pending_lines import Source
from bmnn_desktop.store import sheets
from bmnn_desktop.store.rows import Rows


def sheet_in_use(rows: Rows, volume: int) -> SheetInUse | None:
    """Return the sheet that is fed again, None when the next line begins a new one."""
    sheet = sheets.open_sheet(rows, volume)
    if sheet is None:
        return None
    placed = [line for line in sheets.lines_of(rows, sheet.id) if line.top is not None]
    return SheetInUse(
        number=sheet.number,
        used=max(((line.top or 0) + (line.height or 0) for line in placed), default=0),
        lines=max((line.position for line in placed), default=0),
        runs=sheets.slots_used(rows, sheet.id),
    )


def new_numbers(rows: Rows, volume: int) -> Iterator[int]:
    """Return the numbers of new sheets in order; one that never reached paper comes first."""
    return count(sheets.next_number(rows, volume))


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole volume on fresh paper: its sheets, which one takes new lines, further numbers."""

    kept: tuple[SheetKept, ...]
    start: SheetInUse | None
    numbers: Iterator[int]


def whole_volume(rows: Rows, paper: VolumePaper, *, most: int | None = None) -> Whole:
    """Return the sheets of a volume with what stands on them, spoiled and empty ones left out.

    New lines go on the open sheet only if it is the last: its page is not fed again. `most`: no
    more sheets than these, and no open one.
    """
    volume = paper.volume.id
    found = [s for s in sheets.of_volume(rows, volume) if s.state is not SheetState.SPOILED]
    kept = tuple(page for sheet in found[:most] for page in kept_sheet(rows, paper, sheet))
    start = sheet_in_use(rows, volume)
    if most is not None or not kept or start is None or kept[-1].number != start.number:
        start = None
    waiting = max((page.number for page in kept), default=0)  # of a print not answered yet
    return Whole(kept, start, count(max(sheets.next_number(rows, volume), waiting + 1)))


def kept_sheet(rows: Rows, paper: VolumePaper, sheet: Sheet) -> tuple[SheetKept, ...]:
    """Return one sheet to be drawn on new paper.

    What a hand wrote or a program before schema 0002 printed has no places: it is laid out from
    the rows as they are now, on as many pages of that number as it takes.
    """
    lines = [line for line in sheets.lines_of(rows, sheet.id) if _is_on_paper(line)]
    if not lines:
        return ()
    if all(line.top is not None for line in lines):
        crossed = sheets.is_crossed(rows, sheet.id)
        return (SheetKept(sheet.number, tuple(map(_placed, lines)), crossed),)
    laid = books.preview_sheets(
        paper.form,
        paper.cover,
        out=io.BytesIO(),
        numbers=repeat(sheet.number),
        lines=paper.setter.lines([Source(*line.source) for line in lines if line.part == 1]),
        with_cover=False,
    )
    return tuple(SheetKept(page.number, page.lines) for page in laid)


def _is_on_paper(line: SheetLine) -> bool:
    return line.top is not None or (line.in_use and not line.cells)


def _placed(line: SheetLine) -> PlacedLine:
    return PlacedLine(
        seq_no=line.seq_no,
        position=line.position,
        part=line.part,
        top=line.top or 0,
        height=line.height or 0,
        cells=line.cells,
        struck=line.struck,
    )
