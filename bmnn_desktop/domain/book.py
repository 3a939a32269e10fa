"""What a book is: the declaration that form, table, window and command line are built from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from bmnn_desktop.domain.document import Document
from bmnn_desktop.errors import FieldWrong

Listed = TypeVar("Listed")


class FieldKind(Enum):
    """How a field is typed; the window has one editor for each."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    LEVEL = "level"
    NAMES = "names"  # one body per line
    COUNT = "count"
    CHOICE = "choice"  # one of a few
    FLAG = "flag"  # yes or no


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a clerk fills in; those of the official columns stand in their order."""

    name: str
    label: str
    column: int | None  # the official column it prints in; None: it is kept, not printed there
    kind: FieldKind
    required: bool = True
    hint: str = ""  # how it is filled in, with its article
    choices: tuple[tuple[object, str], ...] = ()  # of a CHOICE: value, label
    remembered: bool = False  # what was typed before is suggested
    section: str = ""  # the heading this field begins in the form
    while_sealed: bool = True  # asked while nobody has opened the envelope


@dataclass(frozen=True, slots=True)
class Book:
    """One official register.

    `check` gets the typed values and returns every error, each tied to its field; `texts` makes
    what the official columns show of a stored line, by the field names of the form definition.
    """

    key: str  # "outgoing", as on the command line
    title: str  # as printed on the cover
    short_title: str  # as on the screen
    form: str  # stem of its form definition in resources/forms
    fields: tuple[Field, ...]
    check: Callable[[Mapping[str, object]], tuple[FieldWrong, ...]]
    texts: Callable[[Document], Mapping[str, str]]
    sign_field: str  # the column in which receivers sign
    is_yearly: bool = True  # begins anew each year; else one list that opens by itself and goes on

    def field(self, name: str) -> Field:
        """Return the field called `name`; an unknown one is a bug."""
        return next(field for field in self.fields if field.name == name)

    @property
    def official(self) -> tuple[Field, ...]:
        """Return the fields that the printed book shows."""
        return tuple(field for field in self.fields if field.column is not None)


@dataclass(frozen=True, slots=True)
class DerivedBook:
    """A book nothing is typed into: its lines are the rows of a table of their own."""

    key: str
    title: str
    short_title: str
    form: str
    sign_field: str  # the column in which receivers sign, or which says where they do
    table: str  # one row a line, with volume_id, year and seq_no
    day: str  # the column with the line's own day


@dataclass(frozen=True, slots=True)
class BookOf(DerivedBook, Generic[Listed]):
    """A derived book that knows how to show what it lists."""

    texts: Callable[[Listed], Mapping[str, str]]
