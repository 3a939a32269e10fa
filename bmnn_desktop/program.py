"""How this program is started once more, as a process of its own."""

from __future__ import annotations

import os
import sys
from io import FileIO


def command(*words: str) -> list[str]:
    """Return the command that runs this program with `words`."""
    again = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", __package__]
    )
    return [*again, *words]


def standard_streams() -> tuple[FileIO, FileIO]:
    """Return where a process started by this program hears and says; nothing else prints there."""
    says = FileIO(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return FileIO(0, "rb", closefd=False), says
