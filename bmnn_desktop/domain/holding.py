"""What somebody holds: a copy with the line it went out with, and how far it is answered for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, CustodyLine
from bmnn_desktop.domain.dispatch import ParcelNo
from bmnn_desktop.domain.level import Level


@dataclass(frozen=True, slots=True)
class About:
    """The document of a copy; no subject where none may be, nor in a closed envelope."""

    id: int
    book: str
    year: int
    seq_no: int
    doc_number: str
    doc_date: date | None
    doc_type: str
    subject: str
    level: Level | None
    issuer: str
    pages: int | None
    annexes: int | None
    is_sealed: bool  # a closed envelope


@dataclass(frozen=True, slots=True)
class HandedOn:
    """A line of the transfer log; `signed_on` None: nobody has signed for it yet."""

    id: int
    year: int
    number: int
    receiver: str
    on: date
    due_on: date | None
    occasion: str
    parcel_no: ParcelNo | None  # the envelope it went in
    signed_on: date | None
    signed_sheet: int | None  # tờ số mấy; None: not on a sheet of the log
    ended_on: date | None
    ending: str

    @property
    def parcel(self) -> str:
        """Return "bì số 02, bảng kê số 05/2026", nothing of what was handed over."""
        return "" if self.parcel_no is None else self.parcel_no.words

    @property
    def is_open(self) -> bool:
        """Tell whether the receipt is outstanding."""
        return self.signed_on is None and self.ended_on is None


@dataclass(frozen=True, slots=True)
class Holding:
    """A copy, its document, the line it went out with, how often its return was asked for."""

    copy: CopyPlace
    about: About
    handed: HandedOn | None
    signed_on: date | None  # in the transfer log or in the register's own line
    reminders: int

    def days_late(self, today: date) -> int:
        """Return by how many days the copy is overdue; 0 when it is not."""
        return 0 if self.copy.due_on is None else max(0, (today - self.copy.due_on).days)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has copies; `waiting`: not signed for."""

    name: str
    copies: int
    waiting: int
    overdue: int


@dataclass(frozen=True, slots=True)
class WaitingReceipt:
    """A line of the transfer log that nobody has signed for, with the copies still out with it."""

    handed: HandedOn
    about: About
    copies: int
    is_outside: bool  # another body

    def days(self, today: date) -> int:
        """Return since how many days the receipt is awaited."""
        return (today - self.handed.on).days


@dataclass(frozen=True, slots=True)
class WaitingHandover:
    """Copies that are still to be handed to somebody: a line of the transfer log to come."""

    about: About
    receiver: str
    is_outside: bool  # another body
    copies: tuple[int, ...]  # their rows, never none

    @property
    def way(self) -> str:
        """Return whether it is given within the body or sent."""
        return "Gửi đi" if self.is_outside else "Giao trong cơ quan"

    @property
    def key(self) -> int:
        """Return what tells it from others: a copy waits for one receiver only."""
        return self.copies[0]


@dataclass(frozen=True, slots=True)
class CopyStory:
    """One copy from birth to now: its chain, and the lines of the transfer log it went out with."""

    now: Holding
    chain: tuple[CustodyLine, ...]
    lines: tuple[HandedOn, ...]

    @property
    def outstanding(self) -> tuple[HandedOn, ...]:
        """Return the lines whose receipt is awaited."""
        return tuple(line for line in self.lines if line.is_open)
