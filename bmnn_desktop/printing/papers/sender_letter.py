"""Thông báo cho nơi gửi: a letter about what was wrong with an cover.

The sender is told of what was sent against the rules (Nghị định 26/2020/NĐ-CP, Điều 4; the law
since 01/03/2026 names the comparison, Điều 13). The wording is a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.cover_facts import CoverFacts
from bmnn_desktop.printing.papers.findings import Findings
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Paragraph, Part
from bmnn_desktop.printing.papers.signature import LEADER, Signature, Signer

_TOO_FEW = {Finding.SHORT}
_WRONG = {Finding.SURPLUS, Finding.WRONG}
_DAMAGED = {Finding.DAMAGED, Finding.SUSPECT}


@dataclass(frozen=True, slots=True)
class SenderLetter:
    """The letter; it goes to the sender of the cover."""

    kind: ClassVar[str] = "sender-letter"

    cover: CoverFacts
    findings: Findings
    signer: Signer | None
    number: str = ""
    day: date | None = None
    minutes_number: str = ""  # of the minutes of the check
    minutes_day: date | None = None
    reply_by: date | None = None
    recipients: tuple[str, ...] = ("Như trên", "Lưu: VT")

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the letter."""
        findings = self.findings
        body: list[Part] = [
            Paragraph(self._arrival(letterhead.org)),
            Paragraph(self._outcome(letterhead.org)),
        ]
        if findings.rows:
            body.append(findings.table)
        if findings.remarks:
            body.append(Paragraph(findings.remarks))
        if self.minutes_number:
            when = f" {long_date(self.minutes_day)}" if self.minutes_day else ""
            body.append(
                Paragraph(f"Việc kiểm tra đã được ghi tại Biên bản số {self.minutes_number}{when}.")
            )
        body += [
            Paragraph(self._request()),
            Paragraph("Rất mong nhận được sự phối hợp của Quý cơ quan."),
        ]
        return Composition(
            letterhead,
            body=tuple(body),
            signatures=(Signature.of(self.signer, LEADER, ""),),
            dated=letterhead.dated(self.day),
            number=letterhead.numbered(self.number),
            regarding=f"V/v {self._regarding()}",
            addressees=(self.cover.sender,),
            recipients=self.recipients,
        )

    def _regarding(self) -> str:
        found = set(self.findings.kinds)
        faults = [
            words
            for words, kinds in (("chưa đủ", _TOO_FEW), ("không đúng", _WRONG))
            if found & kinds
        ]
        damaged = "bì không còn nguyên vẹn" if found & _DAMAGED else ""
        if faults:
            about = f"nhận tài liệu {', '.join(faults)} so với bì, phiếu gửi"
            return f"{about}; {damaged}" if damaged else about
        return f"nhận {damaged}" if damaged else "kiểm tra, đối chiếu tài liệu khi nhận"

    def _arrival(self, org: str) -> str:
        cover = self.cover
        when = long_date(cover.arrived_on) if cover.arrived_on else "vừa qua"
        text = (
            f"{when[0].upper()}{when[1:]}, {org} nhận được bì tài liệu, vật chứa bí mật nhà nước "
            f"do Quý cơ quan gửi"
        )
        facts = [
            f"{label} {value}"
            for label, value in (
                ("trên bì ghi số, ký hiệu:", cover.numbers),
                ("ký hiệu độ mật:", cover.letter.cover_code if cover.letter else ""),
                ("số đến của chúng tôi:", cover.arrival_no),
            )
            if value
        ]
        return "; ".join([text, *facts]) + "."

    def _outcome(self, org: str) -> str:
        text = (
            "Qua kiểm tra, đối chiếu khi giao, nhận theo Điều 13 Luật Bảo vệ bí mật nhà nước số "
            f"117/2025/QH15, {org} thấy"
        )
        found = self.findings.conclusion
        if not self.findings.rows:
            return f"{text}: {found}." if found else f"{text} như sau:"
        return f"{text}: {found}. Cụ thể như sau:" if found else f"{text} như sau:"

    def _request(self) -> str:
        found = set(self.findings.kinds)
        wanted = ["kiểm tra lại"]
        if found & _TOO_FEW:
            wanted.append("gửi bổ sung phần còn thiếu")
        if found & _WRONG:
            wanted.append("cho biết cách xử lý tài liệu gửi thừa, gửi nhầm")
        if found & _DAMAGED:
            wanted.append("xác nhận tình trạng của bì và niêm phong khi gửi")
        answer = "trả lời bằng văn bản"
        if self.reply_by:
            answer += f", chậm nhất {long_date(self.reply_by)}"
        return f"Đề nghị Quý cơ quan {', '.join(wanted)} và {answer}."
