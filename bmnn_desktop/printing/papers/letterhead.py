"""Whose paper it is: the names and the symbol at the head, the place beside the date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.dates import long_date

BLANK_DAY = "ngày …… tháng …… năm ………"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The body that issues the paper; an empty `parent_org` is left out."""

    parent_org: str
    org: str
    place: str
    symbol: str  # of the body in document numbers: UBND

    def dated(self, day: date | None) -> str:
        """Return "Phú Cường, ngày 05 tháng 3 năm 2026"; None leaves blanks for the pen."""
        when = BLANK_DAY if day is None else long_date(day)
        return f"{self.place}, {when}" if self.place else f"N{when.removeprefix('n')}"

    def numbered(self, number: str, abbreviation: str = "") -> str:
        """Return the number, or the "/BB-UBND" that follows a number still to be written."""
        return number or "/" + "-".join(part for part in (abbreviation, self.symbol) if part)
