"""A form definition: what a printed book looks like in law, as data with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

LONG_SIDE_MM = 297.0
RIGHT_MARGIN_MM = 15.0  # NĐ 30/2020: 15 to 20 mm


class Status(Enum):
    """How far the source of a form has been checked."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    DEFAULT = "default"

    @property
    def label(self) -> str:
        """Return the status as it is printed and shown."""
        return {
            Status.CONFIRMED: "đã xác nhận",
            Status.REPORTED: "theo nguồn khác, chưa đối chiếu",
            Status.DEFAULT: "mẫu tạm, chưa xác nhận",
        }[self]


@dataclass(frozen=True, slots=True)
class Column:
    """One official column, with its exact title."""

    number: int
    title: str
    width_mm: float
    align: str  # left, center, right or justify
    field: str  # the field of the book it shows
    filled: str  # how it is filled in, in the words of the form
    sign: bool = False  # receivers sign in it: each item has a line for a hand


@dataclass(frozen=True, slots=True)
class CoverField:
    """One thing the cover must show; `line` is printed with the {names} of the cover filled in."""

    number: int
    meaning: str
    line: str


@dataclass(frozen=True, slots=True)
class Form:
    """The paper of one book from `effective_from` on."""

    id: str
    book: str
    title: str
    citation: str
    status: Status
    effective_from: date
    orientation: str  # "landscape": ten columns need the long side
    binding_mm: float  # the left margin, for thread and seal
    columns: tuple[Column, ...]
    cover_fields: tuple[CoverField, ...]

    @property
    def printable_mm(self) -> float:
        """Return the width that the columns share."""
        return LONG_SIDE_MM - self.binding_mm - RIGHT_MARGIN_MM
