"""The file a new recovery sheet goes to: made before anything is changed, gone when refused."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import OutputFailed, RecoveryFileExists

_ROOM = 1024  # bytes, more than a recovery sheet takes


class RecoveryOut:
    """Room for one sheet; `write` fills it."""

    def __init__(self, file: FileIO) -> None:
        self._file = file

    def write(self, sheet: RecoverySheet) -> None:
        """Make the sheet the whole file, on the disk."""
        _write(self._file, sheet.text().encode())


@contextlib.contextmanager
def recovery_out(path: Path) -> Iterator[RecoveryOut]:
    """Give a new file that only its owner can read; it is gone again when the act fails.

    An act whose sheet cannot be written must not come to be. Raises RecoveryFileExists,
    OutputFailed.
    """
    descriptor = _new_file(path)
    try:
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            _write(file, bytes(_ROOM))
            yield RecoveryOut(file)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _new_file(path: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, 0o600)
    except FileExistsError:
        raise RecoveryFileExists from None
    except OSError as error:
        raise OutputFailed from error


def _write(file: FileIO, content: bytes) -> None:
    """Make `content` the whole file, on the disk."""
    try:
        file.seek(0)
        if file.write(content) != len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        file.truncate()
        os.fsync(file.fileno())
    except OSError as error:
        raise OutputFailed from error
