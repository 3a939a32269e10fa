"""Chứng nhận khóa sổ: what a volume holds when it is closed, bound in as its last page.

A proposal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import BLANK_DAY, Letterhead
from bmnn_desktop.printing.papers.opening_certificate import certified, volume_title
from bmnn_desktop.printing.papers.parts import Column, Paragraph, Table
from bmnn_desktop.printing.papers.signature import Signer

_NONE = "Không"
_COLUMNS = (Column("", 2.1), Column("", 3.7, bold=True)) * 2
_LAST_ROW = (
    Column("", 2.1),
    Column("", 1.2, bold=True),
    Column("", 1.5),
    Column("", 6.8, bold=True),
)


class SpoiledSheet(NamedTuple):
    """A sheet that stays in the book although it was spoiled."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class ClosingCertificate:
    """What is certified when a volume is closed; last_no None: nothing was registered in it."""

    kind: ClassVar[str] = "closing-certificate"

    book_title: str
    year: int
    volume_no: int
    closed_on: date | None
    first_no: int
    last_no: int | None
    sheets: int
    keeper: Signer | None
    head: Signer | None
    struck: tuple[int, ...] = ()  # numbers annulled
    vacant: tuple[int, ...] = ()  # numbers missing or left empty
    spoiled: tuple[SpoiledSheet, ...] = ()
    unused_blanks: tuple[int, ...] = ()  # sheets
    corrections: int = 0  # correction lines
    discrepancies: str = ""  # between the book and what is held, in words

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the certificate."""
        day = long_date(self.closed_on) if self.closed_on else BLANK_DAY
        rows = (
            ("Số thứ tự đăng ký", self._registered(), "Số tờ của quyển sổ", self._sheets()),
            ("Số gạch bỏ", _numbers(self.struck, "số"), "Tờ hỏng", self._spoiled()),
            (
                "Số thiếu, để trống",
                _numbers(self.vacant, "số"),
                "Tờ trắng chưa dùng",
                _numbers(self.unused_blanks, "tờ"),
            ),
        )
        corrected = show_number(self.corrections) if self.corrections else _NONE
        last = ("Dòng đính chính", corrected, "Chênh lệch", self.discrepancies or _NONE)
        return Composition(
            letterhead,
            body=(
                Paragraph(
                    f"{letterhead.org} khóa sổ này {day}; các tờ được đánh số, đóng dấu giáp lai, "
                    "tờ hỏng giữ lại trong sổ. Số liệu khi khóa sổ:"
                ),
                Table(_COLUMNS, rows),
                Table(_LAST_ROW, (last,)),
            ),
            signatures=certified(letterhead.dated(self.closed_on), self.keeper, self.head),
            title="Chứng nhận khóa sổ",
            subject=volume_title(self.book_title, self.volume_no, self.year),
            bound=True,
        )

    def _registered(self) -> str:
        if self.last_no is None:
            return "Chưa đăng ký số nào"
        count = self.last_no - self.first_no + 1
        return (
            f"Từ số {show_number(self.first_no)} đến số {show_number(self.last_no)}, "
            f"cộng {show_number(count)} số"
        )

    def _sheets(self) -> str:
        count = show_number(self.sheets)
        return f"{count} tờ, từ tờ số 01 đến tờ số {count}"

    def _spoiled(self) -> str:
        if not self.spoiled:
            return _NONE
        listed = [f"tờ số {show_number(sheet.number)} ({sheet.reason})" for sheet in self.spoiled]
        return f"{show_number(len(listed))} tờ: {'; '.join(listed)}"


def _numbers(numbers: Iterable[int], unit: str) -> str:
    """Return "04 số: 05, 07–09", or that there are none."""
    runs: list[list[int]] = []
    ordered = sorted(set(numbers))
    for number in ordered:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    if not runs:
        return _NONE
    listed = [
        "–".join(show_number(end) for end in dict.fromkeys((run[0], run[-1]))) for run in runs
    ]
    return f"{show_number(len(ordered))} {unit}: {', '.join(listed)}"
