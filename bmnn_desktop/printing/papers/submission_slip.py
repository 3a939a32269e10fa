"""Phiếu trình văn bản đến: the leader says who deals with an incoming document, and by when.

Incoming documents are submitted the same or the next working day (NĐ 30/2020, Điều 23); the slip
itself is a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.level import Level
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import BLANK_DAY, Letterhead
from bmnn_desktop.printing.papers.parts import Box, Boxes, Column, Table
from bmnn_desktop.printing.papers.signature import LEADER, SIGNED, Signature, Signer

_IN_PAIRS = (
    Column("", 2.4),
    Column("", 2.9, bold=True),
    Column("", 2.1),
    Column("", 2.6, bold=True),
)
_ALONE = (Column("", 2.4), Column("", 7.6, bold=True))


@dataclass(frozen=True, slots=True)
class IncomingItem:
    """A registered incoming document; of an unopened envelope only the first fields are known.

    Raises ValueError on a subject where the level is unknown or forbids it (NĐ 63/2026, Điều 6).
    """

    arrival_no: str
    arrived_on: date
    issuer: str
    number: str = ""
    day: date | None = None
    doc_type: str = ""
    level: Level | None = None
    subject: str = ""
    amount: str = ""  # copies and pages, in words

    def __post_init__(self) -> None:
        if self.subject and not (self.level and self.level.allows_subject):
            raise ValueError("a subject on paper needs a level that allows it")


@dataclass(frozen=True, slots=True)
class SubmissionSlip:
    """The slip; what the leader has already directed is printed, else there is room for it."""

    kind: ClassVar[str] = "submission-slip"

    item: IncomingItem
    addressee: str
    submitter: Signer | None
    leader: Signer | None
    day: date | None = None
    proposal: str = ""
    direction: str = ""
    assignee: str = ""
    due: date | None = None

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the slip."""
        due = short_date(self.due) if self.due else ""
        return Composition(
            letterhead,
            body=(
                *self._tables(),
                Boxes((Box("Đề xuất của người trình", self.proposal, pen_lines=2),)),
                Boxes((Box("Ý kiến chỉ đạo", self.direction, pen_lines=4),)),
                Boxes(
                    (
                        Box("Người nhận xử lý", self.assignee, pen_lines=1, share=1.6),
                        Box("Thời hạn", due, pen_lines=1),
                    )
                ),
            ),
            signatures=(
                Signature.of(self.submitter, "Người trình", SIGNED),
                Signature.of(self.leader, LEADER, SIGNED, dated=f"N{BLANK_DAY[1:]}"),
            ),
            dated=letterhead.dated(self.day),
            title="Phiếu trình văn bản đến",
            address="Kính trình",
            addressees=(self.addressee,),
        )

    def _tables(self) -> tuple[Table, Table]:
        item = self.item
        if item.level and not item.level.allows_subject:
            what, named = "Tên loại (không ghi trích yếu)", item.doc_type
        else:
            what, named = "Tên loại, trích yếu", f"{item.doc_type} {item.subject}"
        written = short_date(item.day) if item.day else ""
        level = item.level.label if item.level else ""
        return (
            Table(
                _IN_PAIRS,
                (
                    ("Số đến", item.arrival_no, "Ngày đến", short_date(item.arrived_on)),
                    ("Số, ký hiệu", item.number, "Ngày tháng", written),
                    ("Độ mật", level, "Số bản, số trang", item.amount),
                ),
            ),
            Table(_ALONE, (("Cơ quan ban hành", item.issuer), (what, named))),
        )
