"""Tờ chốt sổ: what was done in a period, read and signed by keeper and head.

The program's own paper: no form of it is known in any law read so far.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import inside
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Paragraph, Part, Section, Table
from bmnn_desktop.printing.papers.signature import KEEPER, LEADER, SIGNED, Signature, Signer

_OWN = "tờ của riêng chương trình, trình bày theo Nghị định 30/2020/NĐ-CP"
_NONE = "Không"
_EMPTY = "không có"
_BESIDE = 3  # books in one table
_LABEL = Column("", 2.6)
_ACTS = (Column("Mục", 0.9, "center"), Column("Việc", 7.0), Column("Người làm", 2.2))
_LATE = "quá 45 ngày"


@dataclass(frozen=True, slots=True)
class BookFigures:
    """A book of a year in the period; first_no None: no line was added."""

    title: str
    first_no: int | None
    last_no: int | None
    lines: int
    late: int
    annulled: tuple[int, ...]
    corrections: int
    sheets_printed: int
    sheets_spoiled: tuple[int, ...]
    sheets_unsigned: int
    workers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act: its entry, one sentence, who did it; `is_late`: it has waited too long."""

    entry: int
    sentence: str
    name: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class JournalFigures:
    """Entries up to now, and those of the period with who signed how many."""

    total: int
    count: int
    first: int | None
    last: int | None
    signed: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ClosingSheet:
    """What a period was; `backups` in words, one each."""

    kind: ClassVar[str] = "closing-sheet"

    first: date
    last: date
    day: date
    books: tuple[BookFigures, ...]
    proposals: tuple[ActLine, ...]
    acts: tuple[ActLine, ...]
    listed: tuple[ActLine, ...]
    backups: tuple[str, ...]
    journal: JournalFigures
    keeper: Signer | None
    head: Signer | None

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the sheet."""
        return Composition(
            letterhead,
            body=(
                Section("I. Các sổ trong kỳ"),
                *self._figures(),
                *_listing("II. Việc đã làm, chờ người thứ hai xác nhận", self.acts),
                *self._proposals(),
                *_listing("III. Việc kê để biết, không chờ xác nhận", self.listed),
                *self._backups(),
                Section("V. Nhật ký thao tác"),
                Paragraph(self._entries()),
                Paragraph("Việc ở mục II là đã xác nhận khi người thứ hai ký trong kho sổ."),
            ),
            signatures=(
                Signature.of(self.keeper, KEEPER, SIGNED),
                Signature.of(self.head, LEADER, SIGNED),
            ),
            dated=letterhead.dated(self.day),
            title=self._title(),
            subject=f"Từ ngày {short_date(self.first)} đến ngày {short_date(self.last)}",
            citation=_OWN,
        )

    def _title(self) -> str:
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return f"Tờ chốt sổ tháng {self.last.month} năm {self.last.year}"
        return "Tờ chốt sổ"

    def _figures(self) -> Iterator[Part]:
        """Yield one table for every few books: the books beside each other.

        What no book has is said in one line below.
        """
        told = [(label, tell) for label, tell in _ROWS if self._has(tell)]
        for start in range(0, len(self.books), _BESIDE):
            some = self.books[start : start + _BESIDE]
            columns = tuple(Column(book.title, 2.4, "center") for book in some)
            rows = tuple((label, *map(tell, some)) for label, tell in told)
            yield Table((_LABEL, *columns), rows)
        missing = [label for label, tell in _ROWS if not self._has(tell)]
        if missing:
            yield Paragraph(f"Không có: {'; '.join(map(inside, missing))}.")

    def _has(self, tell: Callable[[BookFigures], str]) -> bool:
        return tell is _dealt or any(tell(book) != _NONE for book in self.books)

    def _proposals(self) -> Iterator[Part]:
        if self.proposals:
            yield Paragraph("Việc mới đề nghị, chưa có hiệu lực:")
            yield _table(self.proposals)

    def _backups(self) -> Iterator[Part]:
        yield Section("IV. Sao lưu trong kỳ" if self.backups else f"IV. Sao lưu trong kỳ: {_EMPTY}")
        if self.backups:
            yield Paragraph("\n".join(self.backups))

    def _entries(self) -> str:
        journal = self.journal
        words = f"Đến lúc in, nhật ký có {journal.total} mục."
        if not journal.count:
            return f"{words} Trong kỳ không có mục nào."
        signed = ", ".join(f"{name} {count} mục" for name, count in journal.signed)
        return (
            f"{words} Trong kỳ có {journal.count} mục, từ mục số {journal.first} đến mục số "
            f"{journal.last}: {signed}."
        )


def _listing(title: str, acts: tuple[ActLine, ...]) -> Iterator[Part]:
    """Yield a heading and what stands under it; one line where there is nothing."""
    yield Section(title if acts else f"{title}: {_EMPTY}")
    if acts:
        yield _table(acts)


def _table(acts: tuple[ActLine, ...]) -> Table:
    return Table(
        _ACTS,
        tuple(
            (str(act.entry), f"{act.sentence} ({_LATE})" if act.is_late else act.sentence, act.name)
            for act in acts
        ),
    )


def _dealt(book: BookFigures) -> str:
    if book.first_no is None or book.last_no is None:
        return _NONE
    ends = dict.fromkeys((book.first_no, book.last_no))
    return f"{book.lines} (số {' đến '.join(show_number(number) for number in ends)})"


def _numbers(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return _NONE
    return f"{len(numbers)} (số {', '.join(show_number(number) for number in numbers)})"


def _count(number: int) -> str:
    return str(number) if number else _NONE


_ROWS: tuple[tuple[str, Callable[[BookFigures], str]], ...] = (
    ("Dòng mới, số thứ tự", _dealt),
    ("Đăng ký bổ sung, nhập bù", lambda book: _count(book.late)),
    ("Gạch bỏ số", lambda book: _numbers(book.annulled)),
    ("Dòng đính chính", lambda book: _count(book.corrections)),
    ("Tờ đã in", lambda book: _count(book.sheets_printed)),
    ("Tờ hỏng", lambda book: _numbers(book.sheets_spoiled)),
    ("Tờ chưa ký đủ", lambda book: _count(book.sheets_unsigned)),
    ("Người ghi sổ", lambda book: ", ".join(book.workers) or _NONE),
)
