"""Phiếu nhắc trả: what somebody was to give back, and since when.

The program's own paper: no law read so far gives a form of it. The stamp "Tài liệu thu hồi" obliges
the receiver to give back in time; the text of the rule was not seen in full.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date, short_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.held_item import HeldItem
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Box, Boxes, Column, Paragraph, Table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer

_COLUMNS = (
    Column("TT", 0.8, "center"),
    Column("Số, ký hiệu, ngày tháng", 2.6),
    Column("Độ mật", 1.3, "center"),
    Column("Bản", 1.9, "center"),
    Column("Ngày nhận", 1.8, "center"),
    Column("Hạn trả", 1.8, "center"),
    Column("Quá hạn", 1.5, "center"),
)


@dataclass(frozen=True, slots=True)
class ReminderSlip:
    """What one person is reminded of; no subject stands on it at all."""

    kind: ClassVar[str] = "reminder-slip"

    holder: str
    items: tuple[HeldItem, ...]
    keeper: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the slip."""
        return Composition(
            letterhead,
            body=(
                Paragraph(
                    "Theo Sổ chuyển giao bí mật nhà nước, các bản dưới đây thuộc diện thu hồi và "
                    f"đến {long_date(self.day)} chưa được trả lại. Đề nghị trả đủ số bản, số trang "
                    "cho người được giao bảo vệ bí mật nhà nước và ký trả trên cùng dòng sổ."
                ),
                Table(
                    _COLUMNS,
                    tuple(
                        self._row(number, item) for number, item in enumerate(self.items, start=1)
                    ),
                ),
                Boxes((Box("Ý kiến của người giữ (lý do chưa trả, ngày sẽ trả)", pen_lines=3),)),
            ),
            signatures=(
                Signature.of(Signer(Capacity("Người nhận phiếu")), "", SIGNED),
                Signature.of(
                    Signer(Capacity("Người được giao bảo vệ BMNN"), self.keeper), "", SIGNED
                ),
            ),
            dated=letterhead.dated(self.day),
            title="Phiếu nhắc trả tài liệu",
            address="Kính gửi",
            addressees=(self.holder,),
        )

    def _row(self, number: int, item: HeldItem) -> tuple[str, ...]:
        due = item.due_on
        late = 0 if due is None else (self.day - due).days
        return (
            str(number),
            item.number_and_day,
            item.level_label,
            item.copy,
            short_date(item.handed_on) if item.handed_on else "chưa ký",
            short_date(due) if due else "",
            f"{late} ngày" if late > 0 else "",
        )
