"""Settings of this vault on this computer; none of them is a secret, none changes a register."""

from __future__ import annotations

from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.store import settings


def read_setting(desk: Desk, name: str) -> str | None:
    """Return a setting, None when it was never set."""
    return settings.find(desk.rows, name)


def write_setting(desk: WritingDesk, name: str, value: str) -> None:
    """Give a setting its value."""
    with desk.writing.local() as connection:
        settings.put(connection, name, value)
