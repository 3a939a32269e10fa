"""What every reader hands to the parser: lines and tables in the order of the paper."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_TEXT = 1_000_000  # characters; a plan of two hundred pages has 600,000
LONGEST_PARAGRAPH = 40_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `gap` when a blank line or a page break stands before it.

    `whole` when the reader knows that the line is a paragraph (a .docx).
    """

    number: int
    text: str
    gap: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells."""

    number: int
    rows: tuple[tuple[str, ...], ...]


Source = tuple[Line | Table, ...]
