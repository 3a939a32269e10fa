"""Phiếu gửi: what is in an envelope, with a tear-off that the receiver signs and sends back.

The slip is practice in many offices; no law read so far gives a form of it: this one is a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date, short_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.held_item import HeldItem
from bmnn_desktop.printing.papers.letterhead import BLANK_DAY, Letterhead
from bmnn_desktop.printing.papers.parts import Column, CutLine, Fact, Facts, Paragraph, Table
from bmnn_desktop.printing.papers.signature import SEALED, Capacity, Signature, Signer

_COLUMNS = (
    Column("TT", 0.8, "center"),
    Column("Số, ký hiệu, ngày tháng", 3.4),
    Column("Tên loại", 2.2),
    Column("Độ mật", 1.3, "center"),
    Column("Bản, số trang", 2.4),
    Column("Hạn trả", 1.8, "center"),
)


@dataclass(frozen=True, slots=True)
class ParcelSlip:
    """The slip of one envelope; no subject stands on it."""

    kind: ClassVar[str] = "parcel-slip"

    number: str  # "bì số 02, bảng kê số 05/2026"
    receiver: str
    addressee: str
    items: tuple[HeldItem, ...]
    sender: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the slip."""
        rows = tuple(
            (
                str(number),
                item.number_and_day,
                item.doc_type,
                item.level_label,
                ", ".join(part for part in (item.copy, item.amount) if part),
                short_date(item.due_on) if item.due_on else "",
            )
            for number, item in enumerate(self.items, start=1)
        )
        named = ((Fact("Chỉ người có tên mới được bóc bì", self.addressee),),)
        return Composition(
            letterhead,
            body=(
                Facts(((Fact("Người gửi", self.sender),), *(named if self.addressee else ()))),
                Table(_COLUMNS, rows),
                Paragraph(
                    "Đề nghị kiểm tra, đối chiếu khi nhận (Luật Bảo vệ bí mật nhà nước số "
                    "117/2025/QH15, Điều 13), ký vào phần dưới và gửi lại."
                ),
                CutLine("cắt theo đường này, gửi lại phần dưới"),
                Facts(
                    (
                        (Fact("Gửi lại", letterhead.org),),
                        (Fact("Phiếu gửi", f"{self.number}, {long_date(self.day)}"),),
                        (Fact("Nơi nhận", self.receiver),),
                        (Fact("Đã nhận ngày"), Fact("Vào sổ đến số")),
                        (Fact("Tình trạng bì, tài liệu (đủ, thiếu, rách)"),),
                    )
                ),
            ),
            signatures=(
                Signature.of(Signer(Capacity("Người nhận")), "", SEALED, dated=f"N{BLANK_DAY[1:]}"),
            ),
            dated=letterhead.dated(self.day),
            title="Phiếu gửi",
            subject=f"{self.number[:1].upper()}{self.number[1:]}",
            address="Kính gửi",
            addressees=(self.receiver,),
        )
