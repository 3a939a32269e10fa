"""Which days the next closing sheet is about, and whether one is due."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta

from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.store import closing_figures, confirmations, print_runs
from bmnn_desktop.store.rows import Rows

_EARLY = timedelta(days=2)  # before the month's last day it may be closed
_LATE = 10  # up to this day the month before is asked for


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both counted."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class LastSheet:
    """The last closing sheet that came out well: its entry, its period, when it was printed."""

    entry: int
    period: Period
    printed_on: date


def last_sheet(rows: Rows) -> LastSheet | None:
    """Return the last closing sheet, None when there was none yet."""
    found = print_runs.last_closing_sheet(rows)
    if found is None:
        return None
    detail = json.loads(found[1])
    period = Period(date.fromisoformat(detail["first"]), date.fromisoformat(detail["last"]))
    return LastSheet(found[0], period, civil_date(confirmations.time_of(rows, found[0])))


def due_month(rows: Rows, today: date) -> Period | None:
    """Return the month that is to be closed now: this one near its end, else the one before.

    None when it is closed, when nothing was registered since it began, or when the vault was
    founded only in its last days.
    """
    month = _month_of(today)
    if today < month.last - _EARLY:
        if today.day > _LATE:
            return None
        month = _month_of(month.first - timedelta(days=1))
    ready = month.last - _EARLY
    registered = closing_figures.last_registered(rows)
    if registered is None or registered < month.first:
        return None
    if civil_date(closing_figures.begun_at(rows)) >= ready:
        return None
    last = last_sheet(rows)
    return None if last is not None and last.period.last >= ready else month


def proposed_period(rows: Rows, today: date) -> Period:
    """Return from the last closing sheet, else the month's beginning, up to today.

    While a month is due that has ended, up to its end.
    """
    due = due_month(rows, today)
    month = due or _month_of(today)
    end = min(month.last, today)
    last = last_sheet(rows)
    if last is None:
        return Period(month.first, end)
    # On the day it was printed more may have been done afterwards.
    is_same_day = last.printed_on <= last.period.last
    first = last.period.last + timedelta(days=0 if is_same_day else 1)
    return Period(min(first, end), end)


def _month_of(day: date) -> Period:
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return Period(first, following - timedelta(days=1))
