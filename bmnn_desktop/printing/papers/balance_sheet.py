"""Bảng cân đối bản: how many copies came into being and where they are, for the head to sign.

The program's own paper: no form of it is known in any law read so far.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.balance import Balance
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.text import inside
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Paragraph, Part, Section, Table
from bmnn_desktop.printing.papers.signature import KEEPER, LEADER, SIGNED, Signature, Signer

_OWN = "tờ của riêng chương trình, trình bày theo Nghị định 30/2020/NĐ-CP"
_LABEL = Column("", 4.2)
_OUT = (Column("Tài liệu", 3.2), Column("Số bản", 1.0, "center"), Column("Bản nào, ở đâu", 5.2))


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """The balance of one level, or of all."""

    title: str
    balance: Balance


@dataclass(frozen=True, slots=True)
class BalanceSheet:
    """A volume's copies; `out`: document, how many, which, of each that does not close."""

    kind: ClassVar[str] = "balance-sheet"

    title: str
    day: date
    lines: tuple[BalanceLine, ...]
    out: tuple[tuple[str, str, str], ...]
    keeper: Signer | None
    head: Signer | None

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the sheet."""
        return Composition(
            letterhead,
            body=(
                Section(f"I. Số bản đến ngày {short_date(self.day)}"),
                *self._figures(),
                *self._differences(),
            ),
            signatures=(
                Signature.of(self.keeper, KEEPER, SIGNED),
                Signature.of(self.head, LEADER, SIGNED),
            ),
            dated=letterhead.dated(self.day),
            title="Bảng cân đối bản",
            subject=self.title,
            citation=_OWN,
        )

    def _figures(self) -> Iterator[Part]:
        """Yield the table; what nothing was counted for is said in one line below."""
        columns = tuple(Column(line.title, 1.6, "center") for line in self.lines)
        rows = [(label, [tell(line.balance) for line in self.lines]) for label, tell in _ROWS]
        said = [row for row in rows if any(row[1]) or row[0] in _ALWAYS]
        yield Table((_LABEL, *columns), tuple((label, *map(str, counts)) for label, counts in said))
        nothing = [
            label for label, counts in rows if (label, counts) not in said and label != _UNSEEN
        ]
        if nothing:
            yield Paragraph(f"Không có: {'; '.join(inside(label) for label in nothing)}.")

    def _differences(self) -> Iterator[Part]:
        if not self.out:
            yield Section("II. Sai lệch: không có")
            return
        yield Section("II. Sai lệch")
        yield Table(_OUT, self.out)
        yield Paragraph(
            "Các bản trên chưa biết ở đâu. Sổ được khóa có sai lệch; vụ việc tiếp tục cho tới khi "
            "có kết luận."
        )


_UNSEEN = "Trong đó: có sẵn, chưa đối chiếu"  # a share of another row: nought is no news
_ALWAYS = ("Phải có", "Cộng đã rõ", "Sai lệch (chưa tìm thấy)")
_ROWS: tuple[tuple[str, Callable[[Balance], int]], ...] = (
    ("Nơi gửi báo trên bì", lambda one: one.announced),
    ("Đã nhận", lambda one: one.received),
    ("Phát hành", lambda one: one.issued),
    ("Sao, chụp (cả bản dư, hỏng)", lambda one: one.made),
    ("Có sẵn từ trước", lambda one: one.stock),
    ("Phải có", lambda one: one.born),
    ("Đang giữ tại cơ quan", lambda one: one.held),
    ("Ở cơ quan, tổ chức khác", lambda one: one.out),
    ("Đã trả nơi ban hành", lambda one: one.returned),
    ("Đã nộp lưu trữ", lambda one: one.archived),
    ("Đã tiêu hủy", lambda one: one.destroyed),
    ("Xác định đã mất", lambda one: one.lost),
    ("Thiếu khi nhận", lambda one: one.missing_at_receipt),
    ("Cộng đã rõ", lambda one: one.accounted),
    ("Sai lệch (chưa tìm thấy)", lambda one: one.difference),
    (_UNSEEN, lambda one: one.unseen),
)
