"""Phiếu bốc ngẫu nhiên: lines drawn by chance, to be ticked where the paper is found.

The program's own paper: no law gives a form of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.inspection_sheet import OWN_PAPER
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Paragraph, Table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer

_BOX = "□"  # to be ticked
_COLUMNS = (
    Column("Số thứ tự", 1.1, "center"),
    Column("Số, ký hiệu", 2.2),
    Column("Độ mật", 1.3, "center"),
    Column("Số trang theo sổ", 1.2, "center"),
    Column("Tìm thấy", 1.1, "center"),
    Column("Có chữ ký nhận", 1.2, "center"),
    Column("Số trang đếm được", 1.3, "center"),
    Column("Ghi chú", 2),
)


class Drawn(NamedTuple):
    """A line that was drawn; never its subject."""

    number: str
    doc_number: str
    level: str
    pages: str
    note: str


@dataclass(frozen=True, slots=True)
class SampleSheet:
    """A sample of one book and year."""

    kind: ClassVar[str] = "sample-sheet"

    book_title: str
    year: int
    seed: int
    drawn: tuple[Drawn, ...]
    inspector: str
    keeper: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the sheet."""
        rows = tuple(
            (each.number, each.doc_number, each.level, each.pages, _BOX, _BOX, "", each.note)
            for each in self.drawn
        )
        return Composition(
            letterhead,
            body=(
                Paragraph(
                    f"Chương trình bốc {len(self.drawn)} dòng của sổ năm {self.year} theo số gieo "
                    f"{self.seed}; gõ lại số gieo ấy trên sổ chưa thêm dòng thì ra đúng những dòng "
                    "này. Đối chiếu từng dòng với tài liệu và sổ giấy, đánh dấu vào ô."
                ),
                Table(_COLUMNS, rows),
                Paragraph(OWN_PAPER),
            ),
            signatures=(
                Signature.of(Signer(Capacity("Cán bộ kiểm tra"), self.inspector), "", SIGNED),
                Signature.of(Signer(Capacity("Đại diện cơ quan"), self.keeper), "", SIGNED),
            ),
            dated=letterhead.dated(self.day),
            title="Phiếu bốc ngẫu nhiên",
            subject=f"{self.book_title}, năm {self.year}",
        )
