"""The attempt counter: raised and fsynced before each key derivation, cleared by success.

It stops guessing at the keyboard, across restarts; against somebody with a copy of the header
only the passphrase and Argon2id help.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop import paths
from bmnn_desktop.errors import TooManyAttempts
from bmnn_desktop.store.failures import as_known
from bmnn_desktop.store.header import sync_directory

_RECORD = 512  # one sector, so that a torn write cannot mix two counts
FREE = 5
_FIRST_WAIT = 15
LONGEST_WAIT = 900


@dataclass(frozen=True, slots=True)
class Boot:
    """Which start of the computer this is and the seconds since."""

    id: str
    seconds: int


def this_boot() -> Boot:
    """Return the running boot; its clock goes on while the computer sleeps."""
    try:
        boot_id = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        boot_id = ""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return Boot(boot_id, int(time.monotonic() if clock is None else time.clock_gettime(clock)))


class Attempts:
    """One counter of a vault: of its door, or of the second signature."""

    def __init__(
        self, place: Path, boot: Callable[[], Boot] = this_boot, name: str = paths.ATTEMPTS
    ) -> None:
        self._path = place / name
        self._boot = boot

    def wait_seconds(self) -> int:
        """Return how long the next attempt is still refused; 0 when it is free.

        After a restart the wait begins again in full: nothing is gained by switching off.
        """
        count, boot_id, since = self._read()
        if count < FREE:
            return 0
        wait = min(_FIRST_WAIT << min(count - FREE, 10), LONGEST_WAIT)
        boot = self._boot()
        if boot.id != boot_id or boot.seconds < since:
            with contextlib.suppress(OSError):  # a place that takes no record takes no attempt
                self._write(count, boot)
            return wait
        return max(0, since + wait - boot.seconds)

    def begin(self) -> None:
        """Count an attempt before it is made; raise TooManyAttempts, PlaceReadOnly, DiskFull."""
        with as_known():
            wait = self.wait_seconds()
            if wait:
                raise TooManyAttempts(seconds=wait)
            self._write(self._read()[0] + 1, self._boot())

    def succeed(self) -> None:
        """Forget the failed attempts."""
        with as_known():
            self._write(0, self._boot())

    def _read(self) -> tuple[int, str, int]:
        try:
            record = json.loads(self._path.read_bytes()[:_RECORD])
            return max(0, int(record["count"])), str(record["boot"]), int(record["since"])
        except FileNotFoundError:
            return 0, "", 0
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return FREE, "", 0  # a damaged counter is no free attempt

    def _write(self, count: int, boot: Boot) -> None:
        record = json.dumps({"count": count, "boot": boot.id, "since": boot.seconds})
        is_new = not self._path.exists()
        descriptor = os.open(
            self._path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600
        )
        try:
            os.write(descriptor, record.encode().ljust(_RECORD))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            sync_directory(self._path.parent)
