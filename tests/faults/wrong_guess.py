"""A program that guesses wrong, for a tracer to kill: python -m tests.faults.wrong_guess PLACE.

It leaves a byte in PLACE.derived for each key derivation that began.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bmnn_desktop.errors import KnownError
from bmnn_desktop.store import keys
from bmnn_desktop.wiring import Wiring
from tests.faults.vaults import CHEAP, LOGIN

if __name__ == "__main__":
    place = Path(sys.argv[1])
    mark = os.open(f"{place}.derived", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    derive = keys.passphrase_key

    def derived(passphrase: str, salt: bytes, kdf: keys.Kdf) -> bytes:
        """Derive, and let it be known."""
        os.write(mark, b"d")
        return derive(passphrase, salt, kdf)

    keys.passphrase_key = derived
    try:
        Wiring(kdf=CHEAP).gate(place).unlock(LOGIN, "sai het roi nhe ban")
    except KnownError as error:
        sys.exit(error.code)
