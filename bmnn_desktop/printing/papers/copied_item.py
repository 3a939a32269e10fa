"""The document that is copied, as both papers about a copying job show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.level import Level
from bmnn_desktop.printing.papers.parts import Column, Table

IN_PAIRS = (
    Column("", 2.4),
    Column("", 2.9, bold=True),
    Column("", 2.3),
    Column("", 2.4, bold=True),
)
ALONE = (Column("", 2.4), Column("", 7.6, bold=True))


@dataclass(frozen=True, slots=True)
class CopiedItem:
    """A registered document; raises ValueError on a subject its level forbids (NĐ 63, Điều 6)."""

    line: str  # "số 12 sổ đến 2026"
    number: str
    day: date | None
    doc_type: str
    level: Level
    subject: str = ""

    def __post_init__(self) -> None:
        if self.subject and not self.level.allows_subject:
            raise ValueError("a subject on paper needs a level that allows it")

    def tables(self) -> tuple[Table, Table]:
        """Return what the document is."""
        what, named = "Tên loại, trích yếu", f"{self.doc_type}. {self.subject}"
        if not self.level.allows_subject:
            what, named = "Tên loại (không ghi trích yếu)", self.doc_type
        day = short_date(self.day) if self.day else ""
        return (
            Table(
                IN_PAIRS,
                (
                    ("Số, ký hiệu", self.number, "Ngày tháng", day),
                    ("Độ mật", self.level.label, "Vào sổ", self.line),
                ),
            ),
            Table(ALONE, ((what, named),)),
        )
