"""Văn bản trích sao, văn bản ghi nhận việc chụp: what was made of which document.

The old forms (Mẫu 10, Mẫu 13 of Thông tư 24/2020/TT-BCA) are known by what they must say alone
(LAW.md 1.8); their columns, and the forms in force, were not found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.copied_item import CopiedItem
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import (
    Column,
    Fact,
    Facts,
    Paragraph,
    Part,
    PenLines,
    Section,
    Table,
)
from bmnn_desktop.printing.papers.signature import SEALED, SIGNED, Capacity, Signature, Signer

_COPIES = (Column("Bản số", 3, "center", bold=True), Column("Nơi nhận", 7))
_ROOM = 8  # lines for what is copied out by hand
_CITATION = "Nghị định 30/2020/NĐ-CP; Điều 4 Thông tư 104/2021/TT-BCA (cũ)"


@dataclass(frozen=True, slots=True)
class CopyRecord:
    """One job; `is_extract`: trích sao, else chụp. `copies` pairs each number with who gets it."""

    kind: ClassVar[str] = "copy-record"

    is_extract: bool
    item: CopiedItem
    log_line: str  # "số 03 Sổ sao, chụp năm 2026"
    made_on: date
    made_by: str
    made_at: str
    extract: str
    copies: tuple[tuple[int, str], ...]
    permitter: Signer
    basis: str

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the record."""
        title = "Văn bản trích sao" if self.is_extract else "Văn bản ghi nhận việc chụp"
        maker = "Người trích sao" if self.is_extract else "Người chụp"
        return Composition(
            letterhead,
            body=(
                Section("I. Tài liệu gốc"),
                *self.item.tables(),
                *self._content(),
                Section("III. Số bản và nơi nhận"),
                Table(_COPIES, tuple((f"{number:02d}", name) for number, name in self.copies)),
                Facts(
                    (
                        (
                            Fact("Ngày làm", long_date(self.made_on).removeprefix("ngày ")),
                            Fact("Số lượng", f"{len(self.copies):02d} bản"),
                        ),
                        (Fact(maker, self.made_by), Fact("Nơi, máy", self.made_at)),
                        (Fact("Thẩm quyền cho phép", self._permitted_by()),),
                        (Fact("Căn cứ", self.basis),),
                        (Fact("Vào sổ", self.log_line),),
                    )
                ),
            ),
            signatures=(
                Signature.of(Signer(Capacity(maker), self.made_by), "", SIGNED),
                Signature.of(self.permitter, "", SEALED),
            ),
            dated=letterhead.dated(self.made_on),
            number=letterhead.numbered(""),
            title=f"{title} bí mật nhà nước",
            citation=_CITATION,
        )

    def _content(self) -> tuple[Part, ...]:
        if self.is_extract:
            facts = Facts(((Fact("Phần được trích", self.extract),),))
            return (Section("II. Nội dung trích sao"), facts, PenLines(_ROOM))
        told = (
            "Đã chụp tài liệu nêu trên đúng nội dung, số lượng được phép, bằng thiết bị nêu dưới."
        )
        return (
            Section("II. Việc chụp"),
            Paragraph(told),
            Facts(((Fact("Thiết bị chụp, số máy"),), (Fact("Phần được chụp", self.extract),))),
        )

    def _permitted_by(self) -> str:
        return f"{self.permitter.name}, {self.permitter.capacity.post}"
