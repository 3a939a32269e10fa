"""The moments that the vault stores."""

from __future__ import annotations

from datetime import date, datetime

from bmnn_desktop.domain.clock import read_stamp
from bmnn_desktop.store.failures import as_damage


def read_time(stored: str) -> datetime:
    """Return a stored moment in UTC; raise VaultDamaged for what the program never wrote."""
    with as_damage():
        return read_stamp(stored)


def read_day(stored: str | None) -> date | None:
    """Return a stored day, None where there is none; raise VaultDamaged for what is no day."""
    with as_damage():
        return None if stored is None else date.fromisoformat(stored)
