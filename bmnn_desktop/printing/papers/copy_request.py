"""Phiếu đề nghị sao, chụp: for the permission in ink, before anything is copied.

No official form was found: the slip is a proposal. What was decided already is printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.copied_item import ALONE, IN_PAIRS, CopiedItem
from bmnn_desktop.printing.papers.letterhead import BLANK_DAY, Letterhead
from bmnn_desktop.printing.papers.parts import Box, Boxes, Table
from bmnn_desktop.printing.papers.signature import SIGNED, Signature

_PERMITTER = "Người có thẩm quyền cho phép"


@dataclass(frozen=True, slots=True)
class CopyRequestSlip:
    """The slip; without a permission there is room for it."""

    kind: ClassVar[str] = "copy-request"

    item: CopiedItem
    requester: str
    requested_on: date
    form: str
    medium: str
    wanted: int
    purpose: str = ""
    extract: str = ""
    permitted: int | None = None
    permitter: str = ""
    post: str = ""
    delegation: str = ""
    basis: str = ""
    permitted_on: date | None = None

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the slip."""
        asked = Table(
            IN_PAIRS,
            (
                ("Hình thức", self.form, "Sao ra", self.medium),
                ("Số bản đề nghị", f"{self.wanted:02d} bản", "Người đề nghị", self.requester),
            ),
        )
        rows = [("Mục đích", self.purpose), ("Phần trích sao", self.extract)]
        more = tuple(row for row in rows if row[1])
        count = "" if self.permitted is None else f"{self.permitted:02d} bản"
        day = "" if self.permitted_on is None else short_date(self.permitted_on)
        return Composition(
            letterhead,
            body=(
                *self.item.tables(),
                asked,
                *((Table(ALONE, more),) if more else ()),
                Boxes(
                    (
                        Box("Số bản được phép sao, chụp", count, pen_lines=1),
                        Box("Ngày cho phép", day, pen_lines=1),
                    )
                ),
                Boxes(
                    (
                        Box("Người cho phép, chức vụ", self._permitted_by(), pen_lines=2),
                        Box("Văn bản ủy quyền, phân công (nếu có)", self.delegation, pen_lines=2),
                    )
                ),
                *((Boxes((Box("Căn cứ thẩm quyền", self.basis),)),) if self.basis else ()),
            ),
            signatures=(
                Signature(("NGƯỜI ĐỀ NGHỊ",), self.requester, SIGNED),
                Signature((_PERMITTER.upper(),), self.permitter, SIGNED, dated=f"N{BLANK_DAY[1:]}"),
            ),
            dated=letterhead.dated(self.requested_on),
            title="Phiếu đề nghị sao, chụp bí mật nhà nước",
            address="Kính trình",
            addressees=(_PERMITTER,),
        )

    def _permitted_by(self) -> str:
        return ", ".join(part for part in (self.permitter, self.post) if part)
