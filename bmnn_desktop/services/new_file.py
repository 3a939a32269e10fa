"""A new file for a print: its owner's alone, whole on the medium or not there at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from bmnn_desktop.errors import OutputExists, OutputFailed


@contextlib.contextmanager
def new_file(out: Path) -> Iterator[BinaryIO]:
    """Open `out`, which must not exist; whatever goes wrong, nothing of it is left.

    Raises OutputExists, OutputFailed.
    """
    descriptor = _create(out)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:
        out.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OutputFailed from error
        raise


def _create(out: Path) -> int:
    try:
        return os.open(
            out, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
    except FileExistsError:
        raise OutputExists from None
    except OSError as error:
        raise OutputFailed from error
