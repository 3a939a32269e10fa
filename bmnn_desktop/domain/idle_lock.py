"""Idle lock: when the curtain falls, how long it lifts freely, when the vault is closed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

LEAST_MINUTES = 1
MOST_MINUTES = 15
PROPOSED_MINUTES = 10
CURTAIN_AFTER = 120.0  # seconds without input
LIFTS_WITHIN = 60.0  # seconds after it fell


class Stage(Enum):
    """How far an idle window has gone."""

    OPEN = "open"
    LIFTS = "lifts"  # the curtain is down; a key or a click lifts it
    SHUT = "shut"  # the curtain is down; a key or a click locks, the passphrase opens
    LOCK = "lock"  # the vault is closed without anybody asking


@dataclass(frozen=True, slots=True)
class IdleLock:
    """The rule, all times counted in seconds.

    After `minutes` without input the vault is closed: keys and connections go, work that is still
    running is broken off. Two minutes without input let the curtain fall. For sixty seconds a key
    or a click lifts it; from then on the same key or click leads to the locked door, so that
    whoever comes later than that needs the passphrase. What lies between the sixty seconds and
    `minutes` is for the work: a backup or a verification may end behind the curtain, and nobody
    who sits down there reads or writes anything without the passphrase.

    The shorter time wins. With one or two minutes the vault is closed before any curtain; with
    three it is closed in the moment in which the curtain would stop lifting. A curtain that is
    drawn by hand counts from that moment, and closing the vault is never put off by it.
    """

    minutes: int = PROPOSED_MINUTES

    @property
    def lock_after(self) -> float:
        """Return after how many seconds without input the vault is closed."""
        return self.minutes * 60.0

    def stage(self, idle: float, fallen: float | None = None) -> Stage:
        """Return the stage after `idle` seconds, the curtain being down for `fallen` seconds.

        Without `fallen` the curtain is taken to fall by itself.
        """
        if idle >= self.lock_after:
            return Stage.LOCK
        down = idle - CURTAIN_AFTER if fallen is None else fallen
        if down < 0:
            return Stage.OPEN
        return Stage.LIFTS if down < LIFTS_WITHIN else Stage.SHUT


def as_minutes(stored: str | None) -> int:
    """Read a stored setting; what is no setting of ours becomes the proposal."""
    if stored is None or not (stored.isascii() and stored.isdigit()):
        return PROPOSED_MINUTES
    minutes = int(stored[:3])
    return minutes if LEAST_MINUTES <= minutes <= MOST_MINUTES else PROPOSED_MINUTES
