"""The official columns of a book as they stand on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.envelope import EnvelopeKind, Urgency
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number

_CENTRED = frozenset({FieldKind.DATE, FieldKind.LEVEL, FieldKind.COUNT})
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
# Pixels at 96 dpi below which a column is no use, and how it shares what is left over.
_WIDTHS = {
    FieldKind.TEXT: (96, 2),
    FieldKind.LONG_TEXT: (190, 9),
    FieldKind.DATE: (92, 0),
    FieldKind.LEVEL: (76, 0),
    FieldKind.NAMES: (150, 5),
    FieldKind.COUNT: (74, 0),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column; no fields: the number that the book deals."""

    title: str
    fields: tuple[Field, ...]

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Return how its cells stand."""
        if not self.fields or self.fields[-1].kind in _CENTRED:
            return Qt.AlignmentFlag.AlignHCenter | _MIDDLE
        return Qt.AlignmentFlag.AlignLeft | _MIDDLE

    @property
    def width(self) -> tuple[int, int]:
        """Return the least width in pixels and the share of what is left over."""
        return _WIDTHS[self.fields[-1].kind] if self.fields else (52, 0)

    def text(self, document: Document) -> str:
        """Return what stands in this column of `document`."""
        if not self.fields:
            return show_number(document.seq_no)
        texts = (show_value(getattr(document, field.name)) for field in self.fields)
        return ": ".join(text for text in texts if text)


def columns_of(book: Book) -> tuple[Column, ...]:
    """Return the columns in official order, the dealt number first."""
    numbers = sorted({field.column for field in book.official if field.column is not None})
    return (Column("STT", ()), *(_column(book, number) for number in numbers))


def show_value(value: object) -> str:
    """Return a value of a field as the screen shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Được phép" if value else "Không được phép"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, Level | EnvelopeKind | Urgency | Finding | Channel):
        return value.label
    if isinstance(value, tuple):
        return "; ".join(str(name) for name in value)
    return str(value)


def _column(book: Book, number: int) -> Column:
    fields = tuple(field for field in book.fields if field.column == number)
    labels = [field.label for field in fields]
    rest = [label[:1].lower() + label[1:] for label in labels[1:]]
    return Column(", ".join(labels[:1] + rest), fields)
