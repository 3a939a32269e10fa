"""Which day it is: the clock's own, or the one the keeper stated while the clock was wrong.

A clock whose battery died says 2010, one set by a wrong hand says 2040: both would put wrong dates
into the books. The day is in doubt when it lies before what the journal and the books already
know, or implausibly far after; then nothing is registered until a person has said which day it
is. The journal's own times stay the clock's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bmnn_desktop.domain.clock import Clock, civil_date
from bmnn_desktop.store import stated_days
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.stated_days import Statement
from bmnn_desktop.store.times import read_time

_HOLDS = timedelta(days=1)  # work may go on past midnight
_FARTHEST = timedelta(days=400)  # a program left alone longer than that asks as well


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """The clock's day against the last one that the journal or the books know."""

    clock_on: date
    last_on: date


class WorkingDay:
    """The day of one session; a day that was stated holds as long as the clock goes on with it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last_on = self.clock_day()
        self._stated: Statement | None = None

    def look_up(self, rows: Rows) -> None:
        """Learn from the vault what is known; the session begins."""
        written = read_time(stated_days.last_entry_time(rows))
        written_on = civil_date(written)
        stated = stated_days.newest(rows)
        if stated is not None and _holds(written_on, stated):
            self._last_on = max(stated.stated_on, _as_stated(written_on, stated))
            # A clock that went back since then was set anew: what was stated of it is void.
            if _holds(self.clock_day(), stated) and self._clock.now() >= written:
                self._stated, self._last_on = stated, stated.stated_on
        else:
            # Years are what people said: a book for 2026 was not opened in 2010.
            floor = date(stated_days.newest_year(rows) - 1, 1, 1)
            self._last_on = max(written_on, floor)

    @property
    def stated(self) -> Statement | None:
        """Return what was stated of the day; None: it is the clock's."""
        stated = self._stated
        return stated if stated is not None and _holds(self.clock_day(), stated) else None

    def clock_day(self) -> date:
        """Return the clock's own civil date in Việt Nam."""
        return civil_date(self._clock.now())

    def now(self) -> datetime:
        """Return the moment on the day that is worked with: what a calendar opens at."""
        moment = self._clock.now()
        return moment + (_as_stated(civil_date(moment), self._stated) - civil_date(moment))

    def today(self) -> date:
        """Return the civil date in Việt Nam, as far as it is known."""
        return _as_stated(self.clock_day(), self._stated)

    def doubt(self) -> ClockDoubt | None:
        """Return why the day is in doubt; None: it is not."""
        today = self.today()
        return None if self.is_likely(today) else ClockDoubt(today, self._last_on)

    def is_likely(self, day: date) -> bool:
        """Tell whether it may be `day`, by what the journal and the books know."""
        return self._last_on <= day <= self._last_on + _FARTHEST

    @property
    def last_on(self) -> date:
        """Return the last day that the journal or the books know."""
        return self._last_on

    def state(self, stated: Statement) -> None:
        """Go on with the day that was stated."""
        self._stated, self._last_on = stated, stated.stated_on


def _holds(clock_on: date, stated: Statement) -> bool:
    return timedelta(0) <= clock_on - stated.clock_on <= _HOLDS


def _as_stated(clock_on: date, stated: Statement | None) -> date:
    if stated is None or not _holds(clock_on, stated):
        return clock_on
    return clock_on + (stated.stated_on - stated.clock_on)
