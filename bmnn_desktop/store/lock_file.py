"""One program at a time: a lock file that the system frees when the holder dies."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from bmnn_desktop import paths
from bmnn_desktop.errors import VaultInUse
from bmnn_desktop.store.failures import as_known


class LockFile:
    """The lock of one vault, held until `release`."""

    def __init__(self, place: Path) -> None:
        with as_known():
            self._descriptor = os.open(place / paths.LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            raise VaultInUse from None

    def release(self) -> None:
        """Give the lock back; once more does nothing."""
        if self._descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = -1


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
