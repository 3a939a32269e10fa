"""What a book is printed from, and what is known of each sheet afterwards."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.text import tidy


@dataclass(frozen=True, slots=True)
class Line:
    """One register line: its cells in column order; a line feed separates recipients."""

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


@dataclass(frozen=True, slots=True)
class Foot:
    """What ties every sheet of one print run to the journal."""

    code: str  # anchor code, five groups of five characters
    entry: int  # number of the print entry in the journal
    reprint: int = 0  # n > 0 prints "In lại lần n"


@dataclass(frozen=True, slots=True)
class SheetPrinted:
    """One sheet of rows. A sheet without lines has first_seq_no = last_seq_no = 0.

    A line taller than a whole sheet goes on over several and is counted on each of them.
    """

    number: int
    first_seq_no: int
    last_seq_no: int
    lines: int
    digest: str


def printed_text(cell: str) -> str:
    """Return a cell as it is printed: NFC, no control characters, one item per line."""
    if _is_printed(cell):
        return cell
    return "\n".join([tidy(item) for item in cell.split("\n")])


def printed_line(line: Line) -> Line:
    """Return the line with every cell as it is printed."""
    together = "\n".join(line.cells)
    if _is_printed(together):
        return line
    return Line(line.seq_no, tuple([printed_text(cell) for cell in line.cells]), line.struck)


def sheet_digest(*, book: str, year: int, volume_no: int, sheet: int, lines: Iterable[Line]) -> str:
    """Return the SHA-256 of a sheet's lines as canonical JSON (UTF-8, sorted keys, no spaces).

    Of the lines as printed, not of the PDF: it can be computed again from the vault in twenty
    years. {"book","lines":[[[cell, …],struck], …],"sheet","volume","year"}
    """
    content = {
        "book": book,
        "lines": [[printed_line(line).cells, line.struck] for line in lines],
        "sheet": sheet,
        "volume": volume_no,
        "year": year,
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _is_printed(text: str) -> bool:
    return text.replace("\n", "").isprintable() and unicodedata.is_normalized("NFC", text)
