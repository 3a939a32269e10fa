"""A secret in a file that only its owner can read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from bmnn_desktop.errors import PassphraseFileOpen, PassphraseFileUnreadable

LONGEST = 4096  # bytes; a larger file is no passphrase


def read_secret(path: Path) -> str:
    """Return the one line; raise PassphraseFileOpen, PassphraseFileUnreadable."""
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise PassphraseFileOpen
            raw = file.read(LONGEST + 1)
        if len(raw) > LONGEST:
            raise PassphraseFileUnreadable
        return raw.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise PassphraseFileUnreadable from error
