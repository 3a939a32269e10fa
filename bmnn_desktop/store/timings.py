"""The meaning of a time phrase as a column holds it: JSON of what is not empty."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from typing import Any

from bmnn_desktop.domain.timing import Offset, Timing, TimingKind
from bmnn_desktop.store.canonical import dump
from bmnn_desktop.store.failures import as_damage

_DAYS = ("start", "due", "before")


def write(timing: Timing) -> str:
    """Return what the column holds."""
    values: dict[str, Any] = {
        name: value
        for name, value in dataclasses.asdict(timing).items()
        if value not in (None, False)
    }
    for name in _DAYS:
        if name in values:
            values[name] = values[name].isoformat()
    return dump({**values, "kind": timing.kind.value})


def read(stored: str) -> Timing:
    """Read what `write` wrote; raise VaultDamaged for anything else."""
    with as_damage():
        values = json.loads(stored)
        kind = TimingKind(values.pop("kind"))
        for name in _DAYS:
            if name in values:
                values[name] = date.fromisoformat(values[name])
        if "offset" in values:
            values["offset"] = Offset(**values["offset"])
        return Timing(kind, **values)
