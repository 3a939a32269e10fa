"""The control of the switch: the new register takes the old one's place before the header does.

Run as `python -m tests.faults.early_rename`, with the arguments of the program.
"""

from __future__ import annotations

import sys
from pathlib import Path
from unittest import mock

from bmnn_desktop import paths
from bmnn_desktop.store import generation, header
from bmnn_desktop.store.generation import Successor
from tests.faults import one_thread

_SWITCH = generation.switch


def _rename_first(place: Path, made: Successor) -> None:
    (place / paths.NEXT).replace(place / paths.REGISTER)
    header.sync_directory(place)
    _SWITCH(place, made)


def main() -> int:
    """Run the command with the fault in it."""
    with mock.patch.object(generation, "switch", _rename_first):
        return one_thread.main()


if __name__ == "__main__":
    sys.exit(main())
