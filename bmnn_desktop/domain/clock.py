"""Time as the vault sees it: UTC in the journal, Vietnamese civil dates in the books."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

VIETNAM = timezone(timedelta(hours=7))  # no daylight saving time since 1975


class Clock(Protocol):
    """The one place time comes from; tests give a fake."""

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return `moment` as the journal writes it: ISO 8601, UTC, milliseconds."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def read_stamp(text: str) -> datetime:
    """Read what `stamp` wrote."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def civil_date(moment: datetime) -> date:
    """Return the date in Việt Nam at `moment`."""
    return moment.astimezone(VIETNAM).date()
