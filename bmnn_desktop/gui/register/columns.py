"""The official columns of a book as they stand on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document, EntryKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import inside

_CENTRED = frozenset({FieldKind.DATE, FieldKind.LEVEL, FieldKind.COUNT})
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
# Pixels at 96 dpi below which a column is no use, and how it shares what is left over.
_WIDTHS = {
    FieldKind.TEXT: (96, 2),
    FieldKind.LONG_TEXT: (190, 9),
    FieldKind.DATE: (92, 0),
    FieldKind.LEVEL: (76, 0),
    FieldKind.NAMES: (150, 5),
    FieldKind.COUNT: (66, 0),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: of the book's fields, or one of the screen's own, which `tell` fills."""

    title: str
    fields: tuple[Field, ...] = ()
    tell: Callable[[Document], str] | None = None
    own_width: int = 0

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Return how its cells stand."""
        if not self.fields or self.fields[-1].kind in _CENTRED:
            return Qt.AlignmentFlag.AlignHCenter | _MIDDLE
        return Qt.AlignmentFlag.AlignLeft | _MIDDLE

    @property
    def width(self) -> tuple[int, int]:
        """Return the least width in pixels and the share of what is left over."""
        return _WIDTHS[self.fields[-1].kind] if self.fields else (self.own_width, 0)

    def text(self, document: Document) -> str:
        """Return what stands in this column of `document`."""
        if self.tell is not None:
            return self.tell(document)
        texts = (show_field(field, getattr(document, field.name)) for field in self.fields)
        return ": ".join(text for text in texts if text)


def columns_of(book: Book) -> tuple[Column, ...]:
    """Return the official columns in their order; before them the dealt number and the state."""
    numbers = sorted({field.column for field in book.official if field.column is not None})
    own = (
        Column("STT", tell=lambda document: show_number(document.seq_no), own_width=48),
        Column("Tình trạng", tell=state_of, own_width=92),
    )
    return (*own, *(_column(book, number) for number in numbers))


def state_of(document: Document) -> str:
    """Return in a few words what is out of the ordinary about a line; nothing for most."""
    if document.is_annulled:
        return "gạch bỏ"
    awaited = document.comparison is not None and document.comparison.awaiting
    states = {
        "còn nguyên bì": document.is_sealed,
        "chờ bổ sung": awaited,
        "đính chính": document.is_amended,
        "nhập bù": document.entry_kind is EntryKind.BACK,
        "đăng ký bổ sung": document.entry_kind is EntryKind.LATE,
    }
    return ", ".join(state for state, is_so in states.items() if is_so)


def show_field(field: Field, value: object) -> str:
    """Return the value of a field as the screen shows it."""
    if field.kind is FieldKind.CHOICE:
        return next((label for choice, label in field.choices if choice == value), "")
    if field.name == "arrival_no" and isinstance(value, int):
        return show_number(value)
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, Level):
        return value.label
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _column(book: Book, number: int) -> Column:
    fields = tuple(field for field in book.fields if field.column == number)
    labels = [field.label for field in fields]
    rest = [inside(label) for label in labels[1:]]
    return Column(", ".join(labels[:1] + rest), fields)
