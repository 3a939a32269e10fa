"""What a book is printed from: its lines, its cover, and what ties the paper to the journal."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.text import tidy

# In an item of a cell: what follows says where it is signed ("TKN 5/2026, dòng 3") and is printed
# in place of the line to sign on; nothing follows where nobody signs. No typed text holds it.
SIGNED = "\x1f"


@dataclass(frozen=True, slots=True)
class Line:
    """One register line: its cells in column order; a line feed separates items of a cell.

    A correction line shows "ĐC 12" in its first cell and has the number of the line it corrects.
    """

    seq_no: int
    cells: tuple[str, ...]
    struck: bool = False  # annulled: printed struck through, the number is kept


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says; None stays a dotted blank for the pen."""

    parent_org: str
    org: str
    place: str
    book_title: str
    year: int
    volume_no: int
    opened_on: date | None
    closed_on: date | None
    first_no: int | None
    last_no: int | None
    training: bool
    sheets: int | None = None  # how many the closed book has, spoiled and blank ones counted


@dataclass(frozen=True, slots=True)
class Foot:
    """What ties every sheet of one print run to the journal."""

    code: str  # anchor code, five groups of five characters
    entry: int  # number of the print entry in the journal
    printed_on: date
    reprint: int = 0  # n > 0 prints "In lại lần n" on the cover and on sheets drawn again


def printed_text(cell: str) -> str:
    """Return a cell as it is printed: NFC, no control characters, one item per line."""
    if _is_printed(cell):
        return cell
    return "\n".join(
        [SIGNED.join([tidy(part) for part in item.split(SIGNED)]) for item in cell.split("\n")]
    )


def printed_line(line: Line) -> Line:
    """Return the line with every cell as it is printed."""
    together = "\n".join(line.cells)
    if _is_printed(together):
        return line
    return Line(line.seq_no, tuple([printed_text(cell) for cell in line.cells]), line.struck)


def _is_printed(text: str) -> bool:
    return text.replace("\n", "").isprintable() and unicodedata.is_normalized("NFC", text)
