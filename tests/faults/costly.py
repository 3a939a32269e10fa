"""A program that unlocks with forged costs: python -m tests.faults.costly PLACE.

Prints the most memory it ever held, in KiB: before, and after the costs of a forged header.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from bmnn_desktop.errors import KnownError
from bmnn_desktop.store import header
from tests.faults.vaults import LOGIN, PASSPHRASE


def most() -> int:
    """Return the most memory so far, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    before, answer = most(), "opened"
    try:
        header.read(Path(sys.argv[1])).header.unlock(LOGIN, PASSPHRASE)
    except KnownError as error:
        answer = type(error).__name__
    sys.stdout.write(f"{answer} {before} {most()}\n")
