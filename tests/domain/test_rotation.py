"""Which old backups need not be kept: never the newest, never one of a span that has no other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.rotation import Profile, may_go

FIRST = date(2026, 1, 1)
DAYS = st.lists(st.integers(0, 1500), min_size=1, max_size=80).map(sorted)


def on(days: list[int]) -> list[tuple[int, date]]:
    return [(number, FIRST + timedelta(days=day)) for number, day in enumerate(days, 1)]


@given(DAYS)
def test_the_newest_stays_and_keeping_all_keeps_all(days: list[int]) -> None:
    backups = on(days)
    gone = may_go(backups, Profile.ROTATE)
    assert len(days) not in gone
    assert gone == tuple(sorted(set(gone)))
    assert may_go(backups, Profile.KEEP_ALL) == ()


@given(DAYS)
def test_what_is_left_does_not_shrink_once_more(days: list[int]) -> None:
    backups = on(days)
    gone = may_go(backups, Profile.ROTATE)
    left = [one for one in backups if one[0] not in gone]
    assert may_go(left, Profile.ROTATE) == ()
    assert len(left) <= 7 + 4 + 12


def test_a_year_of_daily_backups_keeps_days_weeks_and_months() -> None:
    backups = on(list(range(365)))
    gone = may_go(backups, Profile.ROTATE)
    kept = [day for number, day in backups if number not in gone]
    assert kept[-7:] == [date(2026, 12, day) for day in range(25, 32)]
    ends = [date(2026, month + 1, 1) - timedelta(days=1) for month in range(1, 12)]
    assert all(end in kept for end in ends)
    assert len(kept) == 7 + 2 + 11  # of the weeks two end among the days, one at a month's end


@pytest.mark.parametrize("count", range(1, 8))
def test_a_stick_from_the_safe_keeps_its_few(count: int) -> None:
    assert may_go(on([day * 60 for day in range(count)]), Profile.ROTATE) == ()
