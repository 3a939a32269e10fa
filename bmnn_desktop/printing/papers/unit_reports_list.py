"""Bảng theo dõi báo cáo của đơn vị: which came, which did not, which came late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date, short_date
from bmnn_desktop.domain.unit_report import UnitReport
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Paragraph, Table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer

_COLUMNS = (
    Column("TT", 6, "center"),
    Column("Đơn vị", 25),
    Column("Kỳ số liệu", 20, "center"),
    Column("Hạn", 17, "center"),
    Column("Ngày nhận, số", 18),
    Column("Tình trạng", 16),
)


@dataclass(frozen=True, slots=True)
class UnitReportsList:
    """The reports owed about one plan, as of a day."""

    kind: ClassVar[str] = "unit-reports"

    plan: str
    reports: tuple[UnitReport, ...]
    maker: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the list."""
        rows = tuple(
            (
                str(number),
                one.unit,
                f"{short_date(one.first)} – {short_date(one.last)}",
                short_date(one.due_on),
                "" if one.received_on is None else _came(one.received_on, one.reference),
                one.state(self.day).label,
            )
            for number, one in enumerate(self.reports, 1)
        )
        words = Paragraph(f"Tính đến {long_date(self.day)}, có {len(rows)} báo cáo phải nhận.")
        return Composition(
            letterhead,
            body=(words, Table(_COLUMNS, rows)) if rows else (words,),
            signatures=(Signature.of(Signer(Capacity("Người lập"), self.maker), "", SIGNED),),
            dated=letterhead.dated(self.day),
            title="Bảng theo dõi báo cáo của đơn vị",
            subject=self.plan,
        )


def _came(day: date, reference: str) -> str:
    return f"{short_date(day)}\n{reference}" if reference else short_date(day)
