"""Chứng nhận mở sổ: a page bound into the book behind its cover.

A proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import BLANK_DAY, Letterhead
from bmnn_desktop.printing.papers.parts import Paragraph, Part
from bmnn_desktop.printing.papers.signature import (
    KEEPER,
    LEADER,
    SEALED,
    SIGNED,
    Signature,
    Signer,
)

_BLANK = "………"


@dataclass(frozen=True, slots=True)
class OpeningCertificate:
    """What is certified when a volume is opened; None is left for the pen."""

    kind: ClassVar[str] = "opening-certificate"

    book_title: str
    year: int
    volume_no: int
    opened_on: date | None
    first_no: int
    sheets: int | None  # numbered sheets of the volume
    keeper: Signer | None
    head: Signer | None
    continues: str = ""  # the paper book or volume before it

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the certificate."""
        day = long_date(self.opened_on) if self.opened_on else BLANK_DAY
        count = _BLANK if self.sheets is None else show_number(self.sheets)
        body: list[Part] = [
            Paragraph(
                f"{letterhead.org} mở sổ này {day}, đăng ký từ số {show_number(self.first_no)}."
            )
        ]
        if self.continues:
            body.append(Paragraph(f"Sổ này tiếp theo {self.continues}."))
        body.append(
            Paragraph(
                f"Sổ này có {count} tờ, đánh số từ tờ số 01 đến tờ số {count}, đóng dấu giáp lai."
            )
        )
        return Composition(
            letterhead,
            body=tuple(body),
            signatures=certified(letterhead.dated(self.opened_on), self.keeper, self.head),
            title="Chứng nhận mở sổ",
            subject=volume_title(self.book_title, self.volume_no, self.year),
            bound=True,
        )


def volume_title(book_title: str, volume_no: int, year: int) -> str:
    """Return the title of a book with its volume."""
    return f"{book_title} – Quyển số {show_number(volume_no)} – Năm {year}"


def certified(dated: str, keeper: Signer | None, head: Signer | None) -> tuple[Signature, ...]:
    """Return the places of keeper and head under a certificate."""
    return (
        Signature.of(keeper, KEEPER, SIGNED),
        Signature.of(head, LEADER, SEALED, dated),
    )
