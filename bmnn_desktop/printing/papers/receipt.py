"""What was found when an envelope was received and compared: minutes and letter share it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.papers.parts import Column, Table

_NUMBER = Column("TT", 0.7, "center")
_WHAT = Column("Nội dung", 3.2)
_ANNOUNCED = Column("Ghi trên bì, phiếu gửi", 2.8)
_FOUND = Column("Thực tế", 2.8)


class Finding(Enum):
    """A kind of difference between what was announced and what came."""

    SHORT = "short"
    INCOMPLETE = "incomplete"
    EXCESS = "excess"
    MISDIRECTED = "misdirected"
    TORN = "torn"
    OPENED = "opened"

    @property
    def label(self) -> str:
        """Return the finding in words."""
        return _LABELS[self]


_LABELS = {
    Finding.SHORT: "thiếu tài liệu so với bì, phiếu gửi",
    Finding.INCOMPLETE: "thiếu trang, phụ lục",
    Finding.EXCESS: "thừa tài liệu so với bì, phiếu gửi",
    Finding.MISDIRECTED: "gửi nhầm địa chỉ",
    Finding.TORN: "bì bị rách",
    Finding.OPENED: "bì có dấu hiệu bị bóc",
}


@dataclass(frozen=True, slots=True)
class Envelope:
    """A bì as it was handed over. Nothing on it tells a subject."""

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


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that was compared."""

    what: str
    announced: str
    found: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """An envelope, what it was compared with, and what came out."""

    envelope: Envelope
    compared: tuple[Compared, ...]
    findings: tuple[Finding, ...]
    remarks: str = ""  # in words, for what no kind tells

    @property
    def table(self) -> Table:
        """Return what was announced against what was found."""
        rows = enumerate(self.compared, 1)
        return Table(
            (_NUMBER, _WHAT, _ANNOUNCED, _FOUND),
            tuple((show_number(n), each.what, each.announced, each.found) for n, each in rows),
        )
