"""The control of the power cuts: the same program with `synchronous = OFF`.

Run as `python -m tests.faults.unsynced_writer`, with the arguments of the program.
"""

from __future__ import annotations

import sys
from unittest import mock

from bmnn_desktop import cli
from bmnn_desktop.store import connection

_SAFE = "synchronous = EXTRA"


def main() -> int:
    """Run the command with the fault in it."""
    pragmas = tuple(connection._PRAGMAS)
    if _SAFE not in pragmas:
        raise ValueError("the product does not ask for what this control takes away")
    unsafe = tuple("synchronous = OFF" if pragma == _SAFE else pragma for pragma in pragmas)
    with mock.patch.object(connection, "_PRAGMAS", unsafe):
        return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
