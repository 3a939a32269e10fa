"""Phiếu giao nhận: one line of the transfer log as a slip of its own, signed by both.

For what leaves the building at Tuyệt mật or Tối mật, or where somebody asks for it: the book's
own line is signed in any case. No law read so far gives a form of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Fact, Facts, Paragraph
from bmnn_desktop.printing.papers.secret_items import SecretItem, items_table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer


@dataclass(frozen=True, slots=True)
class HandoverSlip:
    """The copies of one line."""

    kind: ClassVar[str] = "handover-slip"

    line: str  # "số 05 Sổ chuyển giao năm 2026"
    receiver: str
    giver: str
    items: tuple[SecretItem, ...]
    day: date
    due_on: date | None
    occasion: str

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the slip."""
        more = []
        if self.occasion:
            more.append((Fact("Giao để dùng", self.occasion),))
        if self.due_on is not None:
            more.append((Fact("Tài liệu thu hồi, trả chậm nhất ngày", short_date(self.due_on)),))
        return Composition(
            letterhead,
            body=(
                Facts(((Fact("Bên giao", self.giver), Fact("Bên nhận", self.receiver)), *more)),
                items_table(self.items, with_counts=True),
                Paragraph(
                    "Hai bên đã kiểm tra, đối chiếu từng bản (Luật Bảo vệ bí mật nhà nước số "
                    f"117/2025/QH15, Điều 13). Phiếu này kèm dòng {self.line}, không thay chữ ký "
                    "trên sổ."
                ),
            ),
            signatures=(
                Signature.of(Signer(Capacity("Người giao"), self.giver), "", SIGNED),
                Signature.of(Signer(Capacity("Người nhận")), "", SIGNED),
            ),
            dated=letterhead.dated(self.day),
            title="Phiếu giao nhận bí mật nhà nước",
            subject=f"Dòng {self.line}",
        )
