"""Phiếu thông tin đóng dấu bản sao: what is written into the two stamps, copy by copy.

Facts only: the official templates were not read, and no print stands in for a stamp. What the
stamp "Bản sao bí mật nhà nước" must say is known of the old rules (LAW.md 1.8).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.copied_item import CopiedItem
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Fact, Facts, Paragraph, Section, Table
from bmnn_desktop.printing.papers.signature import SIGNED, Signature, Signer

_COPIES = (
    Column("Dấu “Bản sao số” (trang đầu)", 3, "center", bold=True),
    Column("Nơi nhận", 7),
)
_SOURCE = (
    "Nội dung dấu theo Điều 4 Thông tư 104/2021/TT-BCA (quy định cũ); mẫu dấu mới kèm Nghị định "
    "63/2026/NĐ-CP chưa đối chiếu được. Phiếu này chỉ cho biết điều cần ghi, không thay con dấu."
)


@dataclass(frozen=True, slots=True)
class CopyStampSheet:
    """The facts of one copying job; `copies` pairs each number with who gets it."""

    kind: ClassVar[str] = "copy-stamp"

    item: CopiedItem
    log_line: str  # "số 03 Sổ sao, chụp năm 2026"
    form: str
    made_on: date
    copies: tuple[tuple[int, str], ...]
    permitter: str
    post: str
    basis: str
    writer: Signer
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the sheet."""
        first, last = self.copies[0][0], self.copies[-1][0]
        return Composition(
            letterhead,
            body=(
                *self.item.tables(),
                Section("Dấu “Bản sao bí mật nhà nước” (trang cuối mỗi bản)"),
                Facts(
                    (
                        (Fact("Bản sao số", f"từ {first:02d} đến {last:02d}, mỗi bản một số"),),
                        (Fact("Hình thức", self.form),),
                        (
                            Fact("Ngày sao, chụp", short_date(self.made_on)),
                            Fact("Số lượng", f"{len(self.copies):02d} bản"),
                        ),
                        (Fact("Thẩm quyền", f"{self.permitter}, {self.post}"),),
                        (Fact("Căn cứ", self.basis),),
                        (Fact("Vào sổ", self.log_line),),
                    )
                ),
                Table(_COPIES, tuple((f"{number:02d}", name) for number, name in self.copies)),
                Paragraph("Chữ ký, họ tên người có thẩm quyền và con dấu: ký, đóng trên bản sao."),
                Paragraph(_SOURCE),
            ),
            signatures=(Signature.of(self.writer, "Người lập phiếu", SIGNED),),
            dated=letterhead.dated(self.day),
            title="Phiếu thông tin đóng dấu bản sao",
        )
