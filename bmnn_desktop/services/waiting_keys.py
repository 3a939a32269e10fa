"""Proposals that bring a key: they wait only as long as its slot stands in the header."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.store import header
from bmnn_desktop.store.asked import Told


def lacks_key(place: Path, told: Told) -> bool:
    """Tell whether a proposal would admit a key whose owner could not use it any more."""
    brought = {
        change.row
        for change in told.changes
        if change.table == "signer" and change.replaces is None and not change.columns()["retired"]
    }
    return bool(brought) and not brought <= {
        slot.signer for slot in header.read(place).header.slots
    }
