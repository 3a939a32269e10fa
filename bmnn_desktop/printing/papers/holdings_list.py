"""Danh mục tài liệu đang giữ: what one person has, to be read and signed by him.

The program's own paper: no law read so far gives a form of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date, short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.held_item import HeldItem
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Paragraph, Table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer

_COLUMNS = (
    Column("TT", 6.3, "center"),
    Column("Số, ký hiệu, ngày tháng", 18),
    Column("Tên loại, trích yếu", 21.2),
    Column("Độ mật", 9, "center"),
    Column("Bản, số trang", 15),
    Column("Nhận ngày, dòng", 15.5, "center"),
    Column("Hạn trả", 15, "center"),
)


@dataclass(frozen=True, slots=True)
class HoldingsList:
    """All that one person holds on a day."""

    kind: ClassVar[str] = "holdings-list"

    holder: str
    items: tuple[HeldItem, ...]
    keeper: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the list."""
        return Composition(
            letterhead,
            body=(
                Paragraph(
                    f"Đến {long_date(self.day)}, {self.holder} đang giữ "
                    f"{show_number(len(self.items))} bản tài liệu, vật chứa bí mật nhà nước theo "
                    "Sổ chuyển giao như sau. Tài liệu độ Tuyệt mật không ghi trích yếu."
                ),
                Table(_COLUMNS, tuple(map(_row, range(1, len(self.items) + 1), self.items))),
                Paragraph(
                    "Người giữ đã đối chiếu từng bản với danh mục này. Bản nào thiếu, thừa hoặc "
                    "không đúng số trang thì ghi rõ bên cạnh trước khi ký."
                ),
            ),
            signatures=(
                Signature.of(Signer(Capacity("Người giữ tài liệu")), "", SIGNED),
                Signature.of(
                    Signer(Capacity("Người được giao bảo vệ BMNN"), self.keeper), "", SIGNED
                ),
            ),
            dated=letterhead.dated(self.day),
            title="Danh mục tài liệu đang giữ",
            subject=self.holder,
        )


def _row(number: int, item: HeldItem) -> tuple[str, ...]:
    handed = short_date(item.handed_on) if item.handed_on else "chưa ký"
    return (
        str(number),
        item.number_and_day,
        item.title,
        item.level_label,
        _below(item.copy, item.amount),
        _below(handed, item.line),
        short_date(item.due_on) if item.due_on else "",
    )


def _below(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
