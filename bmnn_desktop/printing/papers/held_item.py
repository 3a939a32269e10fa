"""One copy in a list on paper: never a subject where the level forbids it or nobody knows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.level import Level


@dataclass(frozen=True, slots=True)
class HeldItem:
    """A copy, its document, and how it went out.

    Raises ValueError on a subject where the level is unknown or forbids it (NĐ 63/2026, Điều 6).
    """

    copy: str  # "Bản số 03"
    register: str  # "Sổ đi 2026, số 12"
    doc_number: str = ""
    doc_date: date | None = None
    doc_type: str = ""
    subject: str = ""
    level: Level | None = None
    amount: str = ""  # pages and annexes, in words
    handed_on: date | None = None
    line: str = ""  # of the transfer log: "số 5/2026"
    due_on: date | None = None
    is_sealed: bool = False  # a closed envelope

    def __post_init__(self) -> None:
        if self.subject and not (self.level and self.level.allows_subject):
            raise ValueError("a subject on paper needs a level that allows it")

    @property
    def number_and_day(self) -> str:
        """Return number and day, one below the other; without them where it is registered."""
        parts = (self.doc_number, short_date(self.doc_date) if self.doc_date else "")
        return "\n".join(part for part in parts if part) or self.register

    @property
    def title(self) -> str:
        """Return type and subject; of a closed envelope only that it is one."""
        if self.is_sealed:
            return "Bì còn nguyên"
        return ". ".join(part for part in (self.doc_type, self.subject) if part)

    @property
    def level_label(self) -> str:
        """Return the level, nothing where nobody knows it."""
        return "" if self.level is None else self.level.label
