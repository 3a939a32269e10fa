"""Thông báo cho nơi ban hành: a letter that copies of its documents are not found for now.

The wording is a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.incident_facts import IncidentFacts
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Paragraph, Part
from bmnn_desktop.printing.papers.secret_items import items_table
from bmnn_desktop.printing.papers.signature import LEADER, SEALED, Signature


@dataclass(frozen=True, slots=True)
class IncidentNotice:
    """The letter to one issuer about its own documents only."""

    kind: ClassVar[str] = "incident-notice"

    facts: IncidentFacts
    issuer: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the letter."""
        facts = self.facts
        body: list[Part] = [
            Paragraph(
                f"Vào hồi {facts.moment}, {letterhead.org} phát hiện {facts.words} do Quý cơ quan "
                "ban hành, cụ thể:"
            ),
            items_table(facts.items),
        ]
        if facts.measures:
            body.append(Paragraph(f"Biện pháp đã thực hiện: {'; '.join(facts.measures)}."))
        body += [
            Paragraph(
                f"{letterhead.org} đang tìm, xác minh và sẽ thông báo kết quả. Đề nghị Quý cơ quan "
                "phối hợp, cho biết những bản cùng loại đã gửi cho ai và yêu cầu xử lý (nếu có)."
            ),
        ]
        return Composition(
            letterhead,
            body=tuple(body),
            signatures=(Signature.of(None, LEADER, SEALED),),
            dated=letterhead.dated(self.day),
            number=letterhead.numbered(""),
            regarding=f"V/v {facts.words}",
            addressees=(self.issuer or "Cơ quan ban hành",),
            recipients=("Như trên", "Lưu: VT"),
        )
