"""Look at the computer's clock, and state which day it is when the clock is wrong."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.errors import DayUnlikely
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.working_day import ClockDoubt
from bmnn_desktop.store.stated_days import Statement


def look_at_clock(desk: Desk) -> ClockDoubt | None:
    """Return why the day is in doubt; None: it is not."""
    return desk.day.doubt()


def state_day(desk: WritingDesk, day: date, *, sure: bool = False) -> int:
    """Work on with `day` while the clock says another; return the entry.

    No second signature: it is journalled and stands on the closing sheet. Raises NotAllowed, and
    DayUnlikely unless `sure` for a day before the last one known or far after it.
    """
    desk.session.require(Role.KEEPER)
    if not sure and not desk.day.is_likely(day):
        raise DayUnlikely(day=short_date(day), last=short_date(desk.day.last_on))
    stated = Statement(desk.day.clock_day(), day)
    with desk.journal.write("day.state") as act:
        act.insert(
            "stated_day",
            clock_on=stated.clock_on.isoformat(),
            stated_on=stated.stated_on.isoformat(),
            person_id=desk.session.person,
        )
    desk.day.state(stated)
    return act.seq
