"""Dates as they are typed and as they are printed (NĐ 30/2020, Phụ lục I)."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_PARTS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?", re.ASCII)
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?", re.ASCII)
FIRST_YEAR = 1945
LAST_YEAR = 2199
_SHORT_YEAR = 2  # digits
_CENTURY = 2000
_LEADING_ZERO_MONTHS = 2


def parse_date(text: str, *, year: int) -> date | None:
    """Read 5/3, 05/03/2026, 05032026, 5-3-26 or 2026-03-05; a missing year is `year`.

    Return None when it is no date, or none between 1945 and 2199.
    """
    bare = text.strip()
    if match := _ISO.fullmatch(bare):
        numbers = (int(match[1]), int(match[2]), int(match[3]))
    elif match := _PARTS.fullmatch(bare) or _RUN.fullmatch(bare):
        numbers = (_year(match[3]) if match[3] else year, int(match[2]), int(match[1]))
    else:
        return None
    try:
        found = date(*numbers)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def short_date(day: date) -> str:
    """Return 05/03/2026, the form of the registers' columns."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def long_date(day: date) -> str:
    """Return "ngày 05 tháng 3 năm 2026": zero before days under 10 and months 1 and 2 only."""
    month = f"{day.month:02d}" if day.month <= _LEADING_ZERO_MONTHS else f"{day.month}"
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def _year(digits: str) -> int:
    return int(digits) + (_CENTURY if len(digits) == _SHORT_YEAR else 0)
