"""Quyển: one bound volume of a book; numbers run on across the volumes of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Signing(Enum):
    """Where receivers sign; the value is what the vault stores."""

    IN_LINE = "in_line"  # in the book's own lines ("in tiếp")
    RECEIPT_SHEET = "receipt_sheet"  # on the day's sheet of the transfer log ("tờ ký nhận")

    @property
    def label(self) -> str:
        """Return where it is, as the screen says it."""
        if self is Signing.IN_LINE:
            return "ngay trên dòng của sổ"
        return "trên tờ ký nhận"


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume that was opened; `paper_reference` names the paper book it continues.

    `closed_on` None: open. `last_no` is known once it is closed, None when nothing was registered.
    `form` is the id of the one it was opened with; nothing: the program's of that day.
    """

    id: int
    book: str
    year: int
    number: int
    first_no: int
    opened_on: date
    paper_reference: str
    closed_on: date | None = None
    last_no: int | None = None
    discrepancy: str = ""
    signing: Signing = Signing.IN_LINE
    form: str = ""

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing may be registered in it any more."""
        return self.closed_on is not None
