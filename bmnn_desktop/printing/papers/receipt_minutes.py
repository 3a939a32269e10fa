"""Biên bản kiểm tra bì, tài liệu khi nhận.

Sender and receiver check and compare at hand-over (Luật 117/2025/QH15, Điều 13); no law read so
far gives a form of the minutes: this one is a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.cover_facts import CoverFacts
from bmnn_desktop.printing.papers.findings import BY_PEN, Findings
from bmnn_desktop.printing.papers.letterhead import BLANK_DAY, Letterhead
from bmnn_desktop.printing.papers.parts import Fact, Facts, Paragraph, Part, PenLines, Section
from bmnn_desktop.printing.papers.signature import LEADER, SEALED, SIGNED, Signature, Signer

_PAIR = 2  # copies, one for each side


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody present; what is not known is left for the pen."""

    part: str  # "Người giao"
    name: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptMinutes:
    """The minutes. `head` signs where a leader was there or must know; None leaves him out."""

    kind: ClassVar[str] = "receipt-minutes"

    cover: CoverFacts | None  # None: filled in by pen
    findings: Findings
    present: tuple[Person, ...]
    giver: Signer
    receiver: Signer
    head: Signer | None
    number: str = ""
    day: date | None = None
    begun: time | None = None
    ended: time | None = None
    venue: str = ""
    handling: str = ""
    copies: int = _PAIR

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the minutes."""
        places = [
            Signature.of(self.giver, "Người giao", SIGNED),
            Signature.of(self.receiver, "Người nhận", SIGNED),
        ]
        if self.head:
            places.append(Signature.of(self.head, LEADER, SEALED))
        return Composition(
            letterhead,
            body=(
                Paragraph(
                    f"Vào hồi {_hour(self.begun)}, {_day(self.day)}, tại "
                    f"{self.venue or letterhead.org}, đã tiến hành kiểm tra, đối chiếu bì, "
                    "tài liệu, vật chứa bí mật nhà nước khi giao, nhận."
                ),
                Section("I. Thành phần"),
                self._people(),
                Section("II. Bì nhận được"),
                self._envelope(),
                Section("III. Kết quả kiểm tra, đối chiếu"),
                *self._findings(),
                Section("IV. Xử lý"),
                Paragraph(self.handling) if self.handling else PenLines(3),
                Paragraph(self._end()),
            ),
            signatures=tuple(places),
            dated=letterhead.dated(self.day),
            number=letterhead.numbered(self.number, "BB"),
            title="Biên bản",
            subject="Kiểm tra bì, tài liệu khi nhận",
        )

    def _people(self) -> Facts:
        rows = enumerate(self.present, 1)
        return Facts(
            tuple(
                (
                    Fact(f"{n}. {each.part}", each.name),
                    Fact("Chức vụ, đơn vị", each.post, share=1.2),
                )
                for n, each in rows
            )
        )

    def _envelope(self) -> Facts:
        labels = (
            "1. Nơi gửi",
            "2. Số, ký hiệu ghi trên bì",
            "3. Ký hiệu độ mật trên bì",
            "4. Dấu “Chỉ người có tên mới được bóc bì”",
            "5. Số đến",
        )
        values = self._known() or [""] * len(labels)
        return Facts(tuple((Fact(*each),) for each in zip(labels, values, strict=True)))

    def _known(self) -> list[str]:
        """Return what is known of the envelope, if anything."""
        cover = self.cover
        if not cover:
            return []
        arrived = f", {long_date(cover.arrived_on)}" if cover.arrived_on else ""
        return [
            cover.sender,
            cover.numbers,
            cover.mark,
            f"có, tên {cover.addressee}" if cover.addressee else "không",
            f"{cover.arrival_no}{arrived}" if cover.arrival_no else "",
        ]

    def _findings(self) -> list[Part]:
        findings = self.findings
        parts: list[Part] = [findings.table if findings.rows else BY_PEN.table]
        if findings.kinds:
            parts.append(Paragraph(f"Kết luận: {findings.conclusion}."))
        if findings.remarks:
            parts.append(Paragraph(findings.remarks))
        elif not findings.kinds:
            parts.append(PenLines(2))
        return parts

    def _end(self) -> str:
        each = ", mỗi bên giữ 01 bản" if self.copies == _PAIR else ""
        return (
            f"Biên bản kết thúc vào hồi {_hour(self.ended)} cùng ngày, được lập thành "
            f"{show_number(self.copies)} bản{each}; những người có mặt đã đọc lại, công nhận đúng "
            "và cùng ký tên dưới đây."
        )


def _hour(moment: time | None) -> str:
    return f"{moment:%H} giờ {moment:%M} phút" if moment else "…… giờ …… phút"


def _day(day: date | None) -> str:
    return long_date(day) if day else BLANK_DAY
