"""Báo cáo tiến độ thực hiện kế hoạch: counts, what is done, late and difficult, for signature.

Presented as an administrative document; its outline is a proposal of the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Paragraph, Part, PenLines, Section, Table
from bmnn_desktop.printing.papers.signature import LEADER, SEALED, Signature

_COUNTS = (
    Column("Loại việc", 40),
    Column("Tổng số", 15, "center"),
    Column("Đã xong", 15, "center"),
    Column("Đang làm", 15, "center"),
    Column("Quá hạn", 15, "center"),
)
_TASKS = (
    Column("Mục", 12, "center"),
    Column("Nội dung", 44),
    Column("Đơn vị", 22),
    Column("Tình trạng", 22),
)


@dataclass(frozen=True, slots=True)
class ReportedTask:
    """A duty as the report tells it."""

    ref: str
    summary: str
    who: str
    told: str


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """`counts` are (sort, all, done, open, late); difficulties carry the guidance that came."""

    kind: ClassVar[str] = "progress-report"

    plan: str
    addressee: str
    counts: tuple[tuple[str, int, int, int, int], ...]
    done: tuple[ReportedTask, ...]
    open: tuple[ReportedTask, ...]
    late: tuple[ReportedTask, ...]
    difficulties: tuple[str, ...]
    reports: str  # of units: received, late, missing; empty where none are owed
    money: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the report."""
        counts = tuple(tuple(map(str, row)) for row in self.counts)
        body: list[Part] = [
            Paragraph(
                f"Thực hiện {self.plan}, {letterhead.org} báo cáo tiến độ tính đến "
                f"{long_date(self.day)} như sau:"
            ),
            Section("I. Tình hình chung"),
            Table(_COUNTS, counts),
        ]
        if self.reports:
            body.append(Paragraph(self.reports))
        if self.money:
            body.append(Paragraph(self.money))
        body.append(Section("II. Kết quả"))
        for heading, tasks in (
            ("1. Việc đã xong", self.done),
            ("2. Việc đang làm", self.open),
            ("3. Việc quá hạn", self.late),
        ):
            body += [Section(heading), *_table(tasks)]
        body.append(Section("III. Khó khăn, vướng mắc và hướng dẫn đã nhận"))
        body += [Paragraph(f"– {words}") for words in self.difficulties] or [Paragraph("Không có.")]
        body += [Section("IV. Đề xuất, kiến nghị"), PenLines(3)]
        return Composition(
            letterhead,
            body=tuple(body),
            signatures=(Signature.of(None, LEADER, SEALED),),
            dated=letterhead.dated(self.day),
            number=letterhead.numbered("", "BC"),
            title="Báo cáo",
            subject=f"Tiến độ thực hiện {self.plan}",
            addressees=(self.addressee or "……………………………………",),
            recipients=("Như trên", "Lưu: VT"),
        )


def _table(tasks: tuple[ReportedTask, ...]) -> tuple[Part, ...]:
    if not tasks:
        return (Paragraph("Không có."),)
    rows = tuple((one.ref, one.summary, one.who, one.told) for one in tasks)
    return (Table(_TASKS, rows),)
