"""Bảng kê bì: the envelopes that a carrier takes, for his one signature.

Delivery is fully recorded and the receiver signs (Luật 117/2025/QH15, Điều 13); no law read so far
gives a form of the list: this one is a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Fact, Facts, Paragraph, Table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer

_COLUMNS = (
    Column("Bì số", 0.9, "center"),
    Column("Nơi nhận", 3),
    Column("Số, ký hiệu tài liệu trong bì", 3.2),
    Column("Ký hiệu độ mật", 1.1, "center"),
    Column("Chỉ người có tên mới được bóc bì", 2.2),
)


@dataclass(frozen=True, slots=True)
class ListedParcel:
    """An envelope: what stands on it and the numbers of what is in it, never a subject."""

    number: int
    receiver: str
    documents: tuple[str, ...]
    level: Level | None  # the highest in it
    addressee: str = ""


@dataclass(frozen=True, slots=True)
class ParcelList:
    """What one carrier takes."""

    kind: ClassVar[str] = "parcel-list"

    number: str  # "05/2026"
    day: date
    channel: str
    carrier: str
    protection: str
    parcels: tuple[ListedParcel, ...]
    keeper: str

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the list."""
        rows = tuple(
            (
                show_number(each.number),
                each.receiver,
                "; ".join(each.documents),
                each.level.cover_code if each.level else "",
                each.addressee,
            )
            for each in self.parcels
        )
        count = show_number(len(self.parcels))
        return Composition(
            letterhead,
            body=(
                Facts(
                    (
                        (Fact("Cách gửi", self.channel), Fact("Ngày gửi", _day(self.day))),
                        (Fact("Người vận chuyển", self.carrier),),
                        (Fact("Biện pháp bảo vệ", self.protection),),
                    )
                ),
                Table(_COLUMNS, rows),
                Paragraph(
                    f"Người vận chuyển đã nhận đủ {count} bì, còn nguyên niêm phong, và bảo vệ bì "
                    "trên suốt đường đi."
                ),
            ),
            signatures=(
                Signature.of(Signer(Capacity("Người vận chuyển"), self.carrier), "", SIGNED),
                Signature.of(Signer(Capacity("Người giao"), self.keeper), "", SIGNED),
            ),
            dated=letterhead.dated(self.day),
            title="Bảng kê bì",
            subject=f"Số {self.number}",
        )


def _day(day: date) -> str:
    return long_date(day).removeprefix("ngày ")
