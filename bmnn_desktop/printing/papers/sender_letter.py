"""Thông báo cho nơi gửi: a letter about what was wrong with an envelope.

The sender is told of what was sent against the rules (Nghị định 26/2020/NĐ-CP, Điều 4; the law
since 01/03/2026 names the comparison, Điều 13). The wording is a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.printing.papers.comparison import Comparison, Finding
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.envelope import Envelope
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Paragraph, Part
from bmnn_desktop.printing.papers.signature import LEADER, Signature, Signer

_TOO_FEW = {Finding.SHORT, Finding.INCOMPLETE}
_WRONG = {Finding.EXCESS, Finding.MISDIRECTED}
_DAMAGED = {Finding.TORN, Finding.OPENED}


@dataclass(frozen=True, slots=True)
class SenderLetter:
    """The letter; it goes to the sender of the envelope."""

    kind: ClassVar[str] = "sender-letter"

    envelope: Envelope
    comparison: Comparison
    signer: Signer | None
    number: str = ""
    day: date | None = None
    minutes_number: str = ""  # of the minutes of the check
    minutes_day: date | None = None
    reply_by: date | None = None
    recipients: tuple[str, ...] = ("Như trên", "Lưu: VT")

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the letter."""
        comparison = self.comparison
        body: list[Part] = [
            Paragraph(self._arrival(letterhead.org)),
            Paragraph(self._outcome(letterhead.org)),
        ]
        if comparison.rows:
            body.append(comparison.table)
        if comparison.remarks:
            body.append(Paragraph(comparison.remarks))
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
            addressees=(self.envelope.sender,),
            recipients=self.recipients,
        )

    def _regarding(self) -> str:
        found = set(self.comparison.findings)
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
        envelope = self.envelope
        when = long_date(envelope.arrived_on) if envelope.arrived_on else "vừa qua"
        text = (
            f"{when[0].upper()}{when[1:]}, {org} nhận được bì tài liệu, vật chứa bí mật nhà nước "
            f"do Quý cơ quan gửi"
        )
        facts = [
            f"{label} {value}"
            for label, value in (
                ("trên bì ghi số, ký hiệu:", envelope.numbers),
                ("ký hiệu độ mật:", envelope.letter.cover_code if envelope.letter else ""),
                ("số đến của chúng tôi:", envelope.arrival_no),
            )
            if value
        ]
        return "; ".join([text, *facts]) + "."

    def _outcome(self, org: str) -> str:
        text = (
            "Qua kiểm tra, đối chiếu khi giao, nhận theo Điều 13 Luật Bảo vệ bí mật nhà nước số "
            f"117/2025/QH15, {org} thấy"
        )
        found = self.comparison.conclusion
        if not self.comparison.rows:
            return f"{text}: {found}." if found else f"{text} như sau:"
        return f"{text}: {found}. Cụ thể như sau:" if found else f"{text} như sau:"

    def _request(self) -> str:
        found = set(self.comparison.findings)
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
