"""Thống kê bí mật nhà nước: the items in order of time and level, and the totals of each level.

The columns come from the form definition: the official ones (old: Mẫu 18) were not found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import inside
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Fact, Facts, Paragraph, Part, Section, Table
from bmnn_desktop.printing.papers.signature import KEEPER, LEADER, SEALED, SIGNED, Signature, Signer

TOTALS = (
    *("Đến", "Đi", "Có sẵn từ trước", "Sao, chụp", "Giao – nhận"),
    *("Tiêu hủy", "Nộp lưu trữ, trả nơi ban hành", "Chưa rõ, mất", "Còn lưu"),
)


@dataclass(frozen=True, slots=True)
class LevelTotals:
    """The counts of one level, or of all, in the order of TOTALS."""

    title: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """The items of one working year; `rows` follow the columns of the form."""

    kind: ClassVar[str] = "statistics"

    form: Form
    year: int
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[LevelTotals, ...]
    keeper: Signer
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the form."""
        columns = tuple(
            Column(column.title, column.width_mm, column.align) for column in self.form.columns
        )
        return Composition(
            letterhead,
            body=(
                *self._items(columns),
                Section("II. Tổng hợp theo độ mật"),
                Table(
                    (Column("Độ mật", 2.2), *(Column(title, 1.6, "center") for title in TOTALS)),
                    tuple((one.title, *map(str, one.counts)) for one in self.totals),
                ),
                Paragraph(
                    "Đến, đi, có sẵn tính theo tài liệu; các cột khác tính theo bản. Việc giải "
                    "mật, tăng, giảm độ mật, gia hạn chưa ghi trong phần mềm; nếu có, ghi vào đây:"
                ),
                Facts(
                    (
                        (
                            *(Fact("Giải mật"), Fact("Tăng độ mật")),
                            *(Fact("Giảm độ mật"), Fact("Gia hạn")),
                        ),
                    )
                ),
            ),
            signatures=(
                Signature.of(self.keeper, KEEPER, SIGNED),
                Signature.of(None, LEADER, SEALED),
            ),
            dated=letterhead.dated(self.day),
            title=self.form.title,
            subject=f"Năm {self.year}, đến ngày {short_date(self.day)}",
            landscape=True,
            citation=f"Nghị định 30/2020/NĐ-CP; {inside(self.form.citation)}",
            status=self.form.status,
        )

    def _items(self, columns: tuple[Column, ...]) -> tuple[Part, ...]:
        title = "I. Theo trình tự thời gian và độ mật"
        if not self.rows:
            return (Section(title), Paragraph("Trong năm không có mục nào."))
        counted = f"{title} ({show_number(len(self.rows))} mục)"
        return (Section(counted), Table(columns, self.rows))
