"""UTC in the journal, Vietnamese civil dates in the books."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.clock import SystemClock, civil_date, read_stamp, stamp

MOMENTS = st.datetimes(
    datetime(1945, 1, 2),  # noqa: DTZ001  (hypothesis wants them bare)
    datetime(2199, 12, 30),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(MOMENTS)
def test_a_stamp_is_read_back_to_the_millisecond(moment: datetime) -> None:
    cut = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    assert read_stamp(stamp(moment)) == cut
    assert stamp(read_stamp(stamp(moment))) == stamp(moment)
    assert len(stamp(moment)) == 24


@given(MOMENTS, MOMENTS)
def test_stamps_sort_as_their_moments(one: datetime, other: datetime) -> None:
    if one <= other:
        assert stamp(one) <= stamp(other)


@given(MOMENTS, st.integers(-12, 14))
def test_the_zone_a_moment_is_given_in_does_not_matter(moment: datetime, hours: int) -> None:
    there = moment.astimezone(timezone(timedelta(hours=hours)))
    assert stamp(there) == stamp(moment)
    assert civil_date(there) == civil_date(moment)


def test_the_day_changes_at_midnight_in_viet_nam() -> None:
    assert civil_date(datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)) == date(2026, 12, 31)
    assert civil_date(datetime(2026, 12, 31, 17, 0, 0, tzinfo=UTC)) == date(2027, 1, 1)


@pytest.mark.parametrize("text", ["", "2026-01-01", "2026-01-01T00:00:00Z", "hôm nay"])
def test_what_is_no_stamp_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="does not match format"):
        read_stamp(text)


def test_the_system_clock_tells_utc() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(0)
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)
