"""The moments that the vault stores."""

from __future__ import annotations

from datetime import datetime

from bmnn_desktop.domain.clock import read_stamp
from bmnn_desktop.store.failures import as_damage


def read_time(stored: str) -> datetime:
    """Return a stored moment in UTC; raise VaultDamaged for what the program never wrote."""
    with as_damage():
        return read_stamp(stored)
