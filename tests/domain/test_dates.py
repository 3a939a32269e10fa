"""Dates as clerks type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.dates import long_date, parse_date, short_date

DAYS = st.dates(date(1945, 1, 1), date(2199, 12, 31))
RECENT = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_every_full_spelling_of_a_day_is_read_back(day: date) -> None:
    d, m, y = day.day, day.month, day.year
    spellings = [day.isoformat(), f"{y}-{m}-{d}", short_date(day), f"{d:02d}{m:02d}{y}"]
    spellings += [f"{d}{mark}{m}{mark}{y}" for mark in "/.- "]
    spellings += [f"  {short_date(day)} ", f"{d:02d}/{m}-{y}"]
    for typed in spellings:
        assert parse_date(typed, year=1999) == day, typed


@given(RECENT)
def test_two_digits_of_a_year_are_of_this_century(day: date) -> None:
    d, m, y = day.day, day.month, day.year % 100
    for typed in (f"{d}/{m}/{y:02d}", f"{d:02d}{m:02d}{y:02d}", f"{d}-{m}-{y:02d}"):
        assert parse_date(typed, year=1999) == day, typed


@given(DAYS)
def test_a_missing_year_is_the_one_given(day: date) -> None:
    for typed in (f"{day.day}/{day.month}", f"{day.day:02d}{day.month:02d}"):
        assert parse_date(typed, year=day.year) == day, typed


@given(day=st.integers(0, 99), month=st.integers(0, 99), year=st.integers(0, 9999))
def test_a_day_that_never_was_is_no_date(day: int, month: int, year: int) -> None:
    try:
        real = date(year, month, day)
        expected = real if 1945 <= year <= 2199 else None
    except ValueError:
        expected = None
    assert parse_date(f"{day:02d}/{month:02d}/{year:04d}", year=2026) == expected
    assert parse_date(f"{year:04d}-{month:02d}-{day:02d}", year=2026) == expected


@pytest.mark.parametrize(
    "typed",
    [
        *("", "5", "hôm nay", "30/02", "29/02/2025", "31/04/2026", "00/01/2026", "1/13", "5/3/026"),
        *("5/3/1944", "5/3/2200", "5//3", "5/3/", "/3/2026", "1234567", "٥/٣/2026", "５/３/2026"),
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    assert parse_date(typed, year=2026) is None


@given(st.text())
def test_any_text_gives_a_day_or_nothing(typed: str) -> None:
    found = parse_date(typed, year=2026)
    assert found is None or 1945 <= found.year <= 2199


def test_the_twenty_ninth_of_february_needs_a_leap_year() -> None:
    assert parse_date("29/2", year=2028) == date(2028, 2, 29)
    assert parse_date("29/2", year=2026) is None


@given(DAYS)
def test_a_long_date_has_a_zero_before_small_days_and_two_months(day: date) -> None:
    words = long_date(day).split()
    assert words[0::2] == ["ngày", "tháng", "năm"]
    assert (int(words[1]), int(words[3]), int(words[5])) == (day.day, day.month, day.year)
    assert len(words[1]) == 2
    assert words[3].startswith("0") == (day.month in (1, 2))
