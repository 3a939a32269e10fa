"""The USB port: what is plugged in, asked again and again; no message of the kernel is awaited."""

from __future__ import annotations

import sys
from typing import Protocol

from bmnn_desktop.domain.medium import Plugged


class UsbPort(Protocol):
    """Where media are plugged in; tests hand over one of their own."""

    def plugged(self) -> tuple[Plugged, ...]:
        """Return every mounted place, the computer's own disks too; cheap while nothing changes."""
        ...


def system_port() -> UsbPort:
    """Return the port of this computer."""
    # ruff: noqa: PLC0415  (each system has its own, and one of them only)
    if sys.platform == "win32":
        from bmnn_desktop.media.windows import WindowsPort

        return WindowsPort()
    from bmnn_desktop.media.linux import LinuxPort

    return LinuxPort()
