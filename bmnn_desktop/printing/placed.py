"""Lines at their places: what a caller stores of a sheet, and what it hears of each print run.

A place never moves. It is measured in hundredths of a point (whole numbers, so that they survive
any store unchanged) from the lower edge of the column heads down.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from bmnn_desktop.printing.lines import Line, printed_line

SLOTS = 12  # in the foot of a sheet; one print run fills one
LINE_SLOTS = SLOTS - 1  # the last waits for the run that crosses out what stays empty


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line, or a part of one taller than a sheet, where it stands on its sheet.

    Position, top, height, cells and struck are all that drawing it again takes.
    """

    seq_no: int
    position: int  # on its sheet, from 1
    part: int  # 1; 2, 3… of a line that goes on over further sheets
    top: int
    height: int
    cells: tuple[str, ...]  # as printed; of a part, what stands on this sheet
    struck: bool


@dataclass(frozen=True, slots=True)
class SheetInUse:
    """The sheet that is fed again: what of it is already printed."""

    number: int
    used: int  # top + height of its last line; 0 for none
    lines: int  # position of its last line
    runs: int  # slots of its foot that are filled


@dataclass(frozen=True, slots=True)
class SheetKept:
    """A sheet laid in earlier runs, to be drawn whole on new paper."""

    number: int
    lines: tuple[PlacedLine, ...]
    crossed: bool = False  # its unused rest was crossed out


class Feed(Enum):
    """Which paper a page is printed on."""

    NEW = "new"  # blank paper, which becomes this sheet
    CONTINUED = "continued"  # the sheet itself, fed again: "in tiếp"
    REDRAWN = "redrawn"  # blank paper, for a sheet that was printed before


@dataclass(frozen=True, slots=True)
class SheetPrinted:
    """What one run prints on one sheet."""

    number: int
    feed: Feed
    slot: int  # of the foot, from 1
    kept: tuple[PlacedLine, ...]  # drawn again at their old places
    lines: tuple[PlacedLine, ...]  # placed by this run
    digest: str  # over `kept` and `lines`


def sheet_digest(
    *, book: str, year: int, volume_no: int, sheet: int, lines: Iterable[Line | PlacedLine]
) -> str:
    """Return the SHA-256 of lines of a sheet as canonical JSON (UTF-8, sorted keys, no spaces).

    Of the lines as printed, not of the PDF: it can be computed again from the vault in twenty
    years. {"book","lines":[[[cell, …],struck], …],"sheet","volume","year"}
    """
    content = {
        "book": book,
        "lines": [
            [(printed_line(line) if isinstance(line, Line) else line).cells, line.struck]
            for line in lines
        ],
        "sheet": sheet,
        "volume": volume_no,
        "year": year,
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
