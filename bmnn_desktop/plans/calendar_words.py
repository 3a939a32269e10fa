"""Dates, months and quarters as plans spell them."""

from __future__ import annotations

import calendar
import re
from datetime import date

# 01/3/2027, 01-3-2027, 1.3.2027, "ngày 01 tháng 3 năm 2027"; the year may be left out after "ngày"
DATE = (
    r"(?:(?:ngày\s+)?(?P<d{n}>\d{{1,2}})\s+tháng\s+(?P<m{n}>\d{{1,2}})(?:\s*(?:năm\s+|"
    r"/)(?P<y{n}>\d{{4}}))?"
    r"|(?:ngày\s+)?(?P<e{n}>\d{{1,2}})\s*(?P<s{n}>[/.\-])\s*(?P<n{n}>\d{{1,2}})\s*(?"
    r"P=s{n})\s*(?P<z{n}>\d{{4}})"
    r"|ngày\s+(?P<f{n}>\d{{1,2}})/(?P<o{n}>\d{{1,2}})(?![/\d]))"
)
ANY_DATE = (
    r"(?:(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:\s*(?:năm\s+|/)\d{4})?"
    r"|(?:ngày\s+)?\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|ngày\s+\d{1,2}/\d{1,2}(?![/\d]))"
)
QUARTER = r"(?:IV|I{1,3}|[1-4])"
YEAR = r"(?:\s*(?:/|năm|-|của năm)\s*(?P<year{n}>\d{{4}}))?"
HANG = r"(?:hàng|hằng|mỗi)"

_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_FIRST_YEAR = 1945
_LAST_YEAR = 2199


def date_pattern(n: int = 0) -> str:
    """Return the pattern of a date whose groups end with `n`."""
    return DATE.format(n=n)


def year_pattern(n: int = 0) -> str:
    """Return the pattern of a year that may be left out; group yearN."""
    return YEAR.format(n=n)


def matched_date(match: re.Match[str], year: int | None, n: int = 0) -> date | None:
    """Return the date of a match of `date_pattern(n)`; a missing year is `year`."""
    day = match[f"d{n}"] or match[f"e{n}"] or match[f"f{n}"]
    month = match[f"m{n}"] or match[f"n{n}"] or match[f"o{n}"]
    printed = match[f"y{n}"] or match[f"z{n}"]
    return made(int(printed) if printed else year, int(month), int(day))


def made(year: int | None, month: int, day: int) -> date | None:
    """Return a date, or None when there is no such day."""
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int | None, month: int) -> date | None:
    """Return the last day of a month."""
    if year is None or not 1 <= month <= 12 or not _FIRST_YEAR <= year <= _LAST_YEAR:  # noqa: PLR2004
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def quarter_number(text: str) -> int:
    """Return 1 to 4 for I to IV or 1 to 4."""
    return _QUARTERS[text.upper()]


def quarter_start(year: int | None, quarter: int) -> date | None:
    """Return the first day of a quarter."""
    return made(year, 3 * quarter - 2, 1)


def quarter_end(year: int | None, quarter: int) -> date | None:
    """Return the last day of a quarter."""
    return month_end(year, 3 * quarter)


def years_later(day: date, years: int) -> date:
    """Return the same day some years later (28 February for 29)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
