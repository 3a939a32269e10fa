"""Bảng kê bì: the envelopes that one carrier took with one signature, and what came of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.numbering import show_number


class ParcelOutcome(Enum):
    """What came of the slip that went with an envelope; the value is what the vault stores."""

    SIGNED = "signed"  # the tear-off came back
    REFUSED = "refused"  # the envelope was not accepted
    NEVER = "never"  # nobody sends the tear-off back

    @property
    def label(self) -> str:
        """Return the outcome as the screen names it."""
        return _OUTCOMES[self]


_OUTCOMES = {
    ParcelOutcome.SIGNED: "Phiếu gửi đã ký, gửi lại",
    ParcelOutcome.REFUSED: "Nơi nhận không nhận bì",
    ParcelOutcome.NEVER: "Phiếu gửi không quay lại",
}


class ParcelNo(NamedTuple):
    """How an envelope is named: the list it went with, and its number there."""

    year: int
    dispatch: int
    parcel: int

    @property
    def words(self) -> str:
        """Return "bì số 02, bảng kê số 05/2026"."""
        dispatch = f"{show_number(self.dispatch)}/{self.year}"
        return f"bì số {show_number(self.parcel)}, bảng kê số {dispatch}"


@dataclass(frozen=True, slots=True)
class NewParcel:
    """An envelope as it is packed; `addressee`: only he opens it; `due_on`: Tài liệu thu hồi."""

    receiver: str
    copies: tuple[int, ...]
    addressee: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewDispatch:
    """What one carrier is to take; `protection`: packing, vehicle, guards (Điều 13)."""

    channel: Channel
    carrier: str
    parcels: tuple[NewParcel, ...]
    protection: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """An envelope that went; `outcome` None: its slip is awaited."""

    id: int
    number: int
    receiver: str
    addressee: str
    received_on: date | None
    received_by: str
    outcome: ParcelOutcome | None


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A list of envelopes."""

    id: int
    year: int
    number: int
    sent_on: date
    channel: Channel
    carrier: str
    protection: str
    parcels: tuple[Parcel, ...]
