"""Builds the services without Qt; both front ends use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bmnn_desktop.domain.clock import Clock, SystemClock
from bmnn_desktop.media.port import UsbPort, system_port
from bmnn_desktop.services.gate import Gate
from bmnn_desktop.store.attempts import Boot, this_boot
from bmnn_desktop.store.schema import Schema

if TYPE_CHECKING:
    from bmnn_desktop.services.backup_files import BackupFiles
    from bmnn_desktop.store.keys import Kdf


@dataclass(frozen=True)
class Wiring:
    """What the front ends are built from; tests give a cheap KDF, a clock and a USB port."""

    clock: Clock = field(default_factory=SystemClock)
    kdf: Kdf | None = None
    boot: Callable[[], Boot] = this_boot
    migrations: Path | None = None
    usb: UsbPort = field(default_factory=system_port)

    def gate(self, place: Path) -> Gate:
        """Return the door of the vault at `place`."""
        return Gate(
            place,
            schema=Schema(self.migrations),
            clock=self.clock,
            kdf=self.kdf,
            boot=self.boot,
            usb=self.usb,
        )

    def backup_files(self) -> BackupFiles:
        """Return what works on backups when no vault is open."""
        # Loaded when wanted: the window that asks for a passphrase must not wait for it.
        from bmnn_desktop.services.backup_files import BackupFiles  # noqa: PLC0415

        return BackupFiles(schema=Schema(self.migrations), clock=self.clock, kdf=self.kdf)
