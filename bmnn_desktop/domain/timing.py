"""When a duty is due: what a time phrase of a plan means."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date


class TimingKind(enum.StrEnum):
    """How a time phrase binds; the names are those of the parsed document."""

    BY_DATE = "by_date"
    BY_QUARTER = "by_quarter"
    WINDOW = "quarter_window"
    OPEN_ENDED = "open_ended"
    WEEKLY = "recurring_weekly"
    MONTHLY = "recurring_monthly"
    QUARTERLY = "recurring_quarterly"
    HALF_YEARLY = "recurring_half_yearly"
    ANNUAL = "recurring_annual"
    YEARS = "recurring_years"
    IMMEDIATE = "immediate"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Offset:
    """So much time after an event: five working days after receipt."""

    amount: int
    unit: str  # hour, working_day, day, week, month, year
    event: str


@dataclass(frozen=True, slots=True)
class Timing:
    """The meaning of a time phrase; what is not printed stays None.

    `due` is the last permitted day, `before` the day printed after "trước ngày". `recurrence` is
    the last day of each turn (MM-DD of a year, DD of a month) or a span such as P2Y.
    """

    kind: TimingKind = TimingKind.UNSTATED
    start: date | None = None
    due: date | None = None
    before: date | None = None
    recurrence: str | None = None
    due_time: str | None = None
    offset: Offset | None = None
    event: str | None = None  # what opens the duty, or what it waits for
    tentative: bool = False  # "dự kiến": never a hard alarm
    approximate: bool = False  # "đầu tháng": a soft window
    continues: bool = False  # a continuing duty follows the first date


UNSTATED = Timing()
