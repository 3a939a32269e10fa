"""Phiếu chốt số liệu kiểm tra: what an inspector files; next year its code proves the state.

The program's own paper: no law gives a form of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import (
    Column,
    Fact,
    Facts,
    Paragraph,
    Part,
    Section,
    Table,
)
from bmnn_desktop.printing.papers.signature import (
    LEADER,
    SEALED,
    SIGNED,
    Capacity,
    Signature,
    Signer,
)

OWN_PAPER = "Phiếu này do chương trình BMNN Desktop lập, không phải mẫu do pháp luật quy định."
_INSPECTOR = "Cán bộ kiểm tra"
_COUNTS = (
    Column("Sổ", 2.5),
    Column("Năm", 1.15, "center"),
    Column("Số thứ tự", 1.7, "center"),
    Column("Số dòng", 1.1, "center"),
    Column("Gạch bỏ", 1.1, "center"),
    Column("Bổ sung", 1.1, "center"),
    Column("Tờ hỏng", 1.1, "center"),
    Column("Chưa ký nhận", 1.2, "center"),
    Column("Chưa xác nhận", 1.3, "center"),
)
_SEEN = (Column("TT", 0.7, "center"), Column("Đã mở xem", 6), Column("Lúc", 2.6, "center"))

_QUICK = (
    Column("Mục", 1.3, "center"),
    Column("Việc", 2.8),
    Column("Người ký trước", 2.4),
    Column("Người thứ hai", 2.4),
    Column("Lúc", 2, "center"),
    Column("Cách (giây)", 1.2, "center"),
)


class Counted(NamedTuple):
    """A book in one year; every number as the vault counts it."""

    book: str
    year: int
    numbers: str
    lines: int
    annulled: int
    late: int
    spoiled: int
    unsigned: int
    unconfirmed: int


class Seen(NamedTuple):
    """What was opened, and when for the first time."""

    what: str
    at: str


class QuickPair(NamedTuple):
    """Two people's signatures within seconds: the entry of the second one, and what it was for."""

    entry: int
    act: str
    first: str
    second: str
    at: str
    seconds: str


@dataclass(frozen=True, slots=True)
class InspectionSheet:
    """The figures of one inspection; never a subject."""

    kind: ClassVar[str] = "inspection-sheet"

    inspector: str
    body: str
    decision: str
    opened_by: str
    begun: str
    ended: str
    counted: tuple[Counted, ...]
    elsewhere: int  # acts to be confirmed that belong to no book
    seen: tuple[Seen, ...]
    quick: tuple[QuickPair, ...]  # since the vault was founded
    entries: int  # of the journal, before this print
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the sheet."""
        return Composition(
            letterhead,
            body=(
                Section("I. Phiên kiểm tra"),
                self._facts(),
                Section("II. Số liệu các sổ khi chốt"),
                *self._figures(),
                Section("III. Những gì đã mở xem trong phiên"),
                self._looks(),
                Section("IV. Hai chữ ký cách nhau dưới mười giây"),
                *self._quick_pairs(),
                Section("V. Nhật ký thao tác và mã đối chiếu"),
                Paragraph(
                    f"Khi chốt, nhật ký thao tác có {self.entries} mục; lần in phiếu này là mục "
                    "tiếp theo. Mã đối chiếu ở chân phiếu gắn với toàn bộ các mục ấy. Lần kiểm tra "
                    "sau, gõ mã vào mục “Kiểm tra toàn vẹn”: nếu khớp thì những gì có khi chốt "
                    f"không bị sửa, kho sổ không bị thay bằng bản cũ hơn.\n{OWN_PAPER}"
                ),
            ),
            signatures=(
                Signature.of(Signer(Capacity(_INSPECTOR), self.inspector), _INSPECTOR, SIGNED),
                Signature.of(Signer(Capacity("Người mở phiên"), self.opened_by), "", SIGNED),
                Signature.of(None, LEADER, SEALED),
            ),
            dated=letterhead.dated(self.day),
            title="Phiếu chốt số liệu kiểm tra",
            subject="Công tác bảo vệ bí mật nhà nước",
        )

    def _facts(self) -> Facts:
        return Facts(
            (
                (Fact(_INSPECTOR, self.inspector),),
                (Fact("Cơ quan kiểm tra", self.body),),
                (Fact("Căn cứ", self.decision),),
                (Fact("Người mở phiên", self.opened_by),),
                (Fact("Từ", self.begun), Fact("Đến", self.ended)),
            )
        )

    def _figures(self) -> tuple[Part, ...]:
        rows = tuple(
            (each.book, str(each.year), each.numbers, *map(_count, each[3:]))
            for each in self.counted
        )
        table = Table(_COUNTS, rows)
        if not self.elsewhere:
            return (table,)
        words = f"Việc khác còn chờ người thứ hai xác nhận: {show_number(self.elsewhere)}."
        return (table, Paragraph(words))

    def _looks(self) -> Part:
        if not self.seen:
            return Paragraph("Chưa mở xem gì.")
        rows = enumerate(self.seen, 1)
        return Table(_SEEN, tuple((str(n), each.what, each.at) for n, each in rows))

    def _quick_pairs(self) -> tuple[Part, ...]:
        """Return what to ask both people about: one may have signed for the other."""
        if not self.quick:
            return (Paragraph("Không có lần nào."),)
        words = (
            f"Có {show_number(len(self.quick))} lần người thứ hai ký sau người trước dưới mười "
            "giây; nên hỏi riêng từng người."
        )
        rows = tuple((str(each.entry), *each[1:]) for each in self.quick)
        return (Paragraph(words), Table(_QUICK, rows))


def _count(number: object) -> str:
    return str(number)
