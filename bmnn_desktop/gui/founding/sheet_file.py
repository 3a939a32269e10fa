"""The recovery sheet as a file: in a training vault only, readable by its owner only."""

from __future__ import annotations

import os
from pathlib import Path

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import OutputFailed, RecoveryFileExists


def write_sheet(sheet: RecoverySheet, place: Path) -> None:
    """Write `sheet` to `place`, which must not exist."""
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise RecoveryFileExists from None
    except OSError:
        raise OutputFailed from None
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(sheet.text())
        file.flush()
        os.fsync(file.fileno())
