"""Biên bản bàn giao lại: what was taken out of the place of storage comes back, counted.

The law asks that the return be recorded and gives no form that was found: this one is a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date, short_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Paragraph, Part, PenLines, Section
from bmnn_desktop.printing.papers.secret_items import SecretItem, items_table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer


@dataclass(frozen=True, slots=True)
class RemovalReturn:
    """`back` came back, `out` has not yet."""

    kind: ClassVar[str] = "removal-return"

    taker: str
    keeper: Signer
    is_abroad: bool
    purpose: str
    taken_on: date
    due_on: date
    day: date
    days_late: int
    back: tuple[SecretItem, ...]
    out: tuple[SecretItem, ...]
    remarks: str = ""

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the record."""
        where = "ra nước ngoài" if self.is_abroad else "đi trong nước"
        late = f", chậm {self.days_late} ngày" if self.days_late else ", đúng hạn"
        body: list[Part] = [
            Paragraph(
                f"{_upper(long_date(self.day))}, {self.taker} bàn giao lại cho {letterhead.org} bí "
                f"mật nhà nước đã mang {where} từ ngày {short_date(self.taken_on)} để thực hiện "
                f"nhiệm vụ: {self.purpose}; hạn mang về {short_date(self.due_on)}{late}."
            ),
            Section("I. Đã bàn giao lại"),
            items_table(self.back, with_counts=True),
        ]
        if self.out:
            body += [Section("II. Chưa bàn giao lại"), items_table(self.out)]
        body.append(Section("III. Kết quả kiểm tra" if self.out else "II. Kết quả kiểm tra"))
        body.append(Paragraph(self.remarks) if self.remarks else PenLines(2))
        body.append(
            Paragraph("Hai bên đã cùng đếm số trang, phụ lục, đối chiếu và ký xác nhận dưới đây.")
        )
        return Composition(
            letterhead,
            body=tuple(body),
            signatures=(
                Signature.of(Signer(Capacity("Người mang"), self.taker), "", SIGNED),
                Signature.of(self.keeper, "", SIGNED),
            ),
            dated=letterhead.dated(self.day),
            number=letterhead.numbered("", "BB"),
            title="Biên bản",
            subject="Bàn giao lại bí mật nhà nước mang ra khỏi nơi lưu giữ",
        )


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
