"""The table of copies that a paper is about: number, kind and subject, level, copy, amount."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.level import Level
from bmnn_desktop.printing.papers.parts import Column, Table

_COLUMNS = (
    Column("TT", 0.6, "center"),
    Column("Số, ký hiệu, ngày", 2.2),
    Column("Tên loại, trích yếu", 3.4),
    Column("Độ mật", 1.2, "center"),
    Column("Bản", 1.6),
)
_COUNTED = (*_COLUMNS, Column("Trang, phụ lục đếm được", 1.6))


@dataclass(frozen=True, slots=True)
class SecretItem:
    """A copy of a document; raises ValueError on a subject where the level forbids it (Điều 6)."""

    number: str
    day: date | None
    doc_type: str
    subject: str
    level: Level | None
    copy: str  # "Bản số 03"
    counted: str = ""  # "12 trang, 02 phụ lục"

    def __post_init__(self) -> None:
        if self.subject and not (self.level and self.level.allows_subject):
            raise ValueError("a subject on paper needs a level that allows it")

    @property
    def name(self) -> str:
        """Return kind and subject; what stands without a subject says why."""
        if self.level is not None and not self.level.allows_subject:
            return f"{self.doc_type} (không ghi trích yếu)".strip()
        return " ".join(part for part in (self.doc_type, self.subject) if part)


def items_table(items: tuple[SecretItem, ...], *, with_counts: bool = False) -> Table:
    """Return the table of some copies."""
    rows = []
    for place, item in enumerate(items, 1):
        written = f" ngày {short_date(item.day)}" if item.day else ""
        level = item.level.label if item.level else "Chưa rõ"
        row = (str(place), f"{item.number}{written}".strip(), item.name, level, item.copy)
        rows.append((*row, item.counted) if with_counts else row)
    return Table(_COUNTED if with_counts else _COLUMNS, tuple(rows))
