"""Tự khóa: after how many minutes without input the vault is closed on this computer."""

from __future__ import annotations

from bmnn_desktop.domain.idle_lock import LEAST_MINUTES, MOST_MINUTES, IdleLock, as_minutes
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.settings import read_setting, write_setting

_NAME = "lock.minutes"


def read_idle_lock(desk: Desk) -> IdleLock:
    """Return the idle lock, the proposed one when it was never set."""
    return IdleLock(as_minutes(read_setting(desk, _NAME)))


def set_idle_lock(desk: WritingDesk, minutes: int) -> IdleLock:
    """Set the minutes, for anybody who can unlock: no value of the range leaves a vault open."""
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise ValueError(minutes)
    write_setting(desk, _NAME, str(minutes))
    return IdleLock(minutes)
