"""Danh mục nhiệm vụ: duties of plans as of a day: all of a plan, a month's, or what is late.

The program's own paper: no law read so far gives a form of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Paragraph, Table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer

_COLUMNS = (
    Column("TT", 6, "center"),
    Column("Mục", 11, "center"),
    Column("Nội dung", 40),
    Column("Đơn vị", 20),
    Column("Thời hạn", 15, "center"),
    Column("Tình trạng", 15, "center"),
)


@dataclass(frozen=True, slots=True)
class ListedTask:
    """A duty as the list shows it."""

    ref: str
    summary: str
    who: str
    until: str
    state: str


@dataclass(frozen=True, slots=True)
class TaskList:
    """`about` says which duties these are, as the list's subject."""

    kind: ClassVar[str] = "task-list"

    about: str
    tasks: tuple[ListedTask, ...]
    maker: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the list."""
        rows = tuple(
            (str(number), one.ref, one.summary, one.who, one.until, one.state)
            for number, one in enumerate(self.tasks, 1)
        )
        count = f"Có {len(rows)} nhiệm vụ, tính đến {long_date(self.day)}."
        body = (Paragraph(count), Table(_COLUMNS, rows)) if rows else (Paragraph(count),)
        return Composition(
            letterhead,
            body=body,
            signatures=(Signature.of(Signer(Capacity("Người lập"), self.maker), "", SIGNED),),
            dated=letterhead.dated(self.day),
            title="Danh mục nhiệm vụ",
            subject=self.about,
        )
