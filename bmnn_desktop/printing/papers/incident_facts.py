"""What every paper about an incident tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.printing.papers.secret_items import SecretItem


@dataclass(frozen=True, slots=True)
class IncidentFacts:
    """A case; `is_leak`: a leak is feared, else copies are not found."""

    is_leak: bool
    discovered_at: str  # "14:30"
    discovered_on: date
    discoverer: str
    items: tuple[SecretItem, ...]
    last_seen: str
    persons: str
    circumstances: str
    measures: tuple[str, ...]
    conclusion: str

    @property
    def moment(self) -> str:
        """Return "14 giờ 30 phút, ngày 05 tháng 3 năm 2026"."""
        hour, minute = self.discovered_at.split(":")
        return f"{hour} giờ {minute} phút, {long_date(self.discovered_on)}"

    @property
    def persons_words(self) -> str:
        """Return who is concerned, as a sentence; nothing where nobody is named."""
        return f"Người liên quan: {self.persons.rstrip('.')}." if self.persons else ""

    @property
    def words(self) -> str:
        """Return what it is, softly: nobody has concluded anything."""
        if self.is_leak:
            return "có dấu hiệu lộ bí mật nhà nước"
        return "chưa tìm thấy tài liệu, vật chứa bí mật nhà nước"
