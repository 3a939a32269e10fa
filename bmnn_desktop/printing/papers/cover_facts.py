"""A bì as it was handed over. Nothing on it tells a subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.level import Level


@dataclass(frozen=True, slots=True)
class CoverFacts:
    """An envelope: who sent it, what is written and stamped on it, how it was registered."""

    sender: str
    numbers: str  # số, ký hiệu as written on it
    letter: Level | None  # A, B or C; None: no letter on it
    addressee: str = ""  # "chỉ người có tên mới được bóc bì": whose name it bears
    arrival_no: str = ""
    arrived_on: date | None = None

    @property
    def mark(self) -> str:
        """Return "C (Mật)", or that there is no letter."""
        return f"{self.letter.cover_code} ({self.letter.label})" if self.letter else "không có"
