"""Reading what the vault knows of the day it is: days stated, the last entry, the books' years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Rows


@dataclass(frozen=True, slots=True)
class Statement:
    """The clock said one day, a person another."""

    clock_on: date
    stated_on: date


def newest(rows: Rows) -> Statement | None:
    """Return the day stated last, None when the clock was always believed."""
    found = rows.one("SELECT clock_on, stated_on FROM stated_day ORDER BY id DESC LIMIT 1")
    if found is None:
        return None
    with as_damage():
        return Statement(date.fromisoformat(found[0]), date.fromisoformat(found[1]))


def last_entry_time(rows: Rows) -> str:
    """Return the clock's time of the last journal entry; founding always wrote one."""
    return str(rows.value("SELECT time FROM entry ORDER BY seq DESC LIMIT 1"))


def newest_year(rows: Rows) -> int:
    """Return the newest year for which a volume was opened; founding always opens one."""
    return int(rows.value("SELECT max(year) FROM volume"))
