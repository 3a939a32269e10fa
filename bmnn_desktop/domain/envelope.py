"""Bì: the envelope a secret document came in, registered before or without being opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class EnvelopeKind(Enum):
    """Who may open it, and whether it was opened."""

    ORDINARY = "ordinary"  # opened by the clerk
    SEALED = "sealed"  # "Chỉ người có tên mới được bóc bì", still closed
    OPENED = "opened"  # the same, opened by the person it names
    KEPT = "kept"  # opened by that person, who keeps what was inside out of the book

    @property
    def label(self) -> str:
        """Return the kind as the screen names it."""
        return _KINDS[self]

    @property
    def hides_content(self) -> bool:
        """Tell whether the book knows the cover alone."""
        return self in (EnvelopeKind.SEALED, EnvelopeKind.KEPT)

    @property
    def is_addressee_only(self) -> bool:
        """Tell whether only the person it names may open it."""
        return self is not EnvelopeKind.ORDINARY


class Urgency(Enum):
    """Độ khẩn: the stamp on the cover (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

    NONE = ""
    KHAN = "khan"
    THUONG_KHAN = "thuong_khan"
    HOA_TOC = "hoa_toc"

    @property
    def label(self) -> str:
        """Return the words of the stamp."""
        return _URGENCIES[self]


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope as it is stored; `opened_on` None: still closed."""

    id: int
    arrived_on: date
    sender: str
    cover_number: str
    addressee_only: bool
    addressee: str
    urgency: Urgency
    condition: str  # whole, torn, suspect
    opened_on: date | None
    opened_by: str

    @property
    def is_sealed(self) -> bool:
        """Tell whether nobody has opened it yet."""
        return self.opened_on is None

    @property
    def kind(self) -> EnvelopeKind:
        """Return who may open it and whether it was opened (kept: the document tells)."""
        if not self.addressee_only:
            return EnvelopeKind.ORDINARY
        return EnvelopeKind.SEALED if self.is_sealed else EnvelopeKind.OPENED


_KINDS = {
    EnvelopeKind.ORDINARY: "Bì thường, đã bóc",
    EnvelopeKind.SEALED: "Chỉ người có tên được bóc, còn nguyên bì",
    EnvelopeKind.OPENED: "Chỉ người có tên được bóc, đã bóc",
    EnvelopeKind.KEPT: "Chỉ người có tên được bóc, người nhận giữ",
}
_URGENCIES = {
    Urgency.NONE: "",
    Urgency.KHAN: "Khẩn",
    Urgency.THUONG_KHAN: "Thượng khẩn",
    Urgency.HOA_TOC: "Hỏa tốc",
}
