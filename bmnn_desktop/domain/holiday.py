"""Days that are not worked, and days worked in exchange: what working days are counted by.

No law read so far gives the list: the fixed days are a proposal, Tết and whatever else is decided
each year is entered by the unit, which may overrule every day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.form import Status
from bmnn_desktop.domain.legal_basis import LegalBasis

FIXED_DAYS: tuple[tuple[int, int, str], ...] = (  # month, day
    (1, 1, "Tết Dương lịch"),
    (4, 30, "Ngày Chiến thắng"),
    (5, 1, "Ngày Quốc tế lao động"),
    (9, 2, "Quốc khánh"),
)
FIXED_BASIS = LegalBasis(
    "Ngày nghỉ cố định: 01/01, 30/4, 01/5, 02/9; Tết Nguyên đán, Giỗ Tổ, ngày liền kề Quốc khánh "
    "và ngày làm bù do đơn vị ghi theo thông báo của từng năm",
    "đề xuất của chương trình",
    Status.DEFAULT,
)
_FRIDAY = 4

HOLIDAY_FIELDS = (
    Field("day", "Ngày", None, FieldKind.DATE),
    Field("name", "Tên ngày", None, FieldKind.TEXT, hint="Ví dụ: Tết Nguyên đán"),
    Field(
        "is_off",
        "Ngày này",
        None,
        FieldKind.CHOICE,
        choices=((True, "Nghỉ"), (False, "Làm việc")),
        hint="Làm việc: ngày làm bù, hoặc ngày cố định năm nay không nghỉ",
    ),
    Field(
        "citation",
        "Căn cứ",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Số, ngày của thông báo nghỉ",
    ),
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day as somebody entered it: off, or worked."""

    day: date
    name: str
    is_off: bool
    citation: str = ""


class Calendar:
    """Working days: Monday to Friday, less what is off, more what is worked in exchange."""

    def __init__(self, entered: Iterable[Holiday] = ()) -> None:
        self._entered = {one.day: one.is_off for one in entered}
        self._years = {day.year for day, is_off in self._entered.items() if is_off}

    def is_worked(self, day: date) -> bool:
        """Tell whether a day is worked; what was entered overrules everything."""
        is_off = self._entered.get(day)
        if is_off is not None:
            return not is_off
        is_fixed = any((day.month, day.day) == (month, at) for month, at, _name in FIXED_DAYS)
        return day.weekday() <= _FRIDAY and not is_fixed

    def is_decided(self, year: int) -> bool:
        """Tell whether anybody entered the days off of a year: Tết has no fixed day."""
        return year in self._years

    def after(self, day: date, count: int) -> date:
        """Return the `count`th working day after `day`, which itself is not counted."""
        for _ in range(count):
            day += timedelta(days=1)
            while not self.is_worked(day):
                day += timedelta(days=1)
        return day
