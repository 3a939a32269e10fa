"""Biên bản xác minh, tìm kiếm: who searched where, with what result; a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.incident_facts import IncidentFacts
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Fact, Facts, Paragraph, Part, PenLines, Section
from bmnn_desktop.printing.papers.secret_items import items_table
from bmnn_desktop.printing.papers.signature import LEADER, SEALED, SIGNED, Signature, Signer

_PRESENT = 3  # lines for those who searched


@dataclass(frozen=True, slots=True)
class SearchMinutes:
    """What is not known yet is for the pen."""

    kind: ClassVar[str] = "search-minutes"

    facts: IncidentFacts
    keeper: Signer
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the minutes."""
        facts = self.facts
        blank = (Fact("Họ và tên"), Fact("Chức vụ, đơn vị", share=1.2))
        body: list[Part] = [
            Paragraph(
                f"Vào hồi …… giờ …… phút, {long_date(self.day)}, tại {letterhead.org}, đã tiến "
                f"hành xác minh, tìm kiếm sau khi {facts.discoverer} báo {facts.words} lúc "
                f"{facts.moment}."
            ),
            Section("I. Thành phần"),
            Facts((blank,) * _PRESENT),
            Section("II. Tài liệu, vật chứa bí mật nhà nước"),
            items_table(facts.items),
            Section("III. Lần thấy cuối, người liên quan"),
        ]
        seen = [Paragraph(each) for each in (facts.last_seen, facts.persons_words) if each]
        body += seen or [PenLines(2)]
        body.append(Section("IV. Nơi đã tìm, người đã hỏi"))
        body += [Paragraph(f"– {measure}") for measure in facts.measures]
        body += [
            PenLines(2),
            Section("V. Kết quả"),
            Paragraph(facts.conclusion) if facts.conclusion else PenLines(2),
            Paragraph(
                "Biên bản kết thúc vào hồi …… giờ …… phút cùng ngày; những người có mặt đã đọc "
                "lại, công nhận đúng và cùng ký tên dưới đây."
            ),
        ]
        return Composition(
            letterhead,
            body=tuple(body),
            signatures=(
                Signature.of(self.keeper, "", SIGNED),
                Signature.of(None, "Người chứng kiến", SIGNED),
                Signature.of(None, LEADER, SEALED),
            ),
            dated=letterhead.dated(self.day),
            number=letterhead.numbered("", "BB"),
            title="Biên bản",
            subject="Xác minh, tìm kiếm tài liệu, vật chứa bí mật nhà nước",
        )
