"""Which old backups need not be kept; the program names them and removes none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum


class Profile(Enum):
    """How many backups a stick keeps; proposals of this program, no rule of the law."""

    KEEP_ALL = "keep_all"  # a commune: two sticks of 2–20 MB a file
    ROTATE = "rotate"  # the last of 7 days, 4 weeks, 12 months

    @property
    def label(self) -> str:
        """Return the profile as the screen names it."""
        return (
            "Giữ tất cả bản sao lưu"
            if self is Profile.KEEP_ALL
            else "Giữ bản cuối của 7 ngày, 4 tuần, 12 tháng có sao lưu gần nhất"
        )


_DAYS, _WEEKS, _MONTHS = 7, 4, 12


def may_go(backups: Iterable[tuple[int, date]], profile: Profile) -> tuple[int, ...]:
    """Return the numbers of good backups of one stick that the profile does not keep.

    Counted are days, weeks and months that have a backup, so that a stick left in the safe for a
    year keeps all it has. The newest one always stays.
    """
    if profile is Profile.KEEP_ALL:
        return ()
    newest_first = sorted(backups, reverse=True)
    kept: set[int] = set()
    for most, span in ((_DAYS, _day), (_WEEKS, _week), (_MONTHS, _month)):
        seen: set[tuple[int, ...]] = set()
        for number, day in newest_first:
            if span(day) not in seen and len(seen) < most:
                seen.add(span(day))
                kept.add(number)
    return tuple(sorted(number for number, _day_of in newest_first if number not in kept))


def _day(day: date) -> tuple[int, ...]:
    return (day.toordinal(),)


def _week(day: date) -> tuple[int, ...]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, ...]:
    return (day.year, day.month)
