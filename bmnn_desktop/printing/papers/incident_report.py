"""Báo cáo đột xuất: what is not found, since when, who saw it last, what is being done.

That it is due at once is known from the previous decree only; the layout is a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.incident_facts import IncidentFacts
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Paragraph, Part, PenLines, Section
from bmnn_desktop.printing.papers.secret_items import items_table
from bmnn_desktop.printing.papers.signature import LEADER, SEALED, Signature

_CITATION = "Nghị định 30/2020/NĐ-CP; Điều 8 NĐ 26/2020, chưa xác nhận"


@dataclass(frozen=True, slots=True)
class IncidentReport:
    """`addressee` is a setting of the unit; empty: for the pen. `phone`: whom to call, if known."""

    kind: ClassVar[str] = "incident-report"

    facts: IncidentFacts
    addressee: str
    day: date
    phone: str = ""

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the report."""
        facts = self.facts
        body: list[Part] = [
            Paragraph(
                f"Vào hồi {facts.moment}, {facts.discoverer} báo {facts.words} tại "
                f"{letterhead.org}. {letterhead.org} báo cáo như sau:"
            ),
            Section("1. Tài liệu, vật chứa bí mật nhà nước"),
            items_table(facts.items),
            Section("2. Lần thấy cuối, người giữ sau cùng"),
            *_told(facts.last_seen),
            Section("3. Diễn biến, người liên quan"),
            *_told(facts.circumstances, facts.persons_words),
            Section("4. Biện pháp đã thực hiện"),
        ]
        body += [Paragraph(f"– {measure}") for measure in facts.measures] or [PenLines(2)]
        body.append(
            Paragraph(
                f"{letterhead.org} tiếp tục tìm, xác minh và sẽ báo cáo kết quả."
                if not facts.conclusion
                else f"Kết luận: {facts.conclusion}"
            )
        )
        if self.phone:
            body.append(Paragraph(f"Đầu mối liên hệ ngay: {self.phone}."))
        return Composition(
            letterhead,
            body=tuple(body),
            signatures=(Signature.of(None, LEADER, SEALED),),
            dated=letterhead.dated(self.day),
            number=letterhead.numbered("", "BC"),
            title="Báo cáo đột xuất",
            subject=f"Về việc {facts.words}",
            addressees=(self.addressee or "……………………………………",),
            recipients=("Như trên", "Lưu: VT"),
            citation=_CITATION,
        )


def _told(*words: str) -> list[Part]:
    return [Paragraph(each) for each in words if each] or [PenLines(2)]
