"""Quyển: one bound volume of a book; numbers run on across the volumes of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume that was opened; `paper_reference` names the paper book it continues."""

    id: int
    book: str
    year: int
    number: int
    first_no: int
    opened_on: date
    paper_reference: str
