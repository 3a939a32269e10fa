"""The control of the kills: a writer that says the number before it is committed.

Run as `python -m tests.faults.early_writer`, with the arguments of the program.
"""

from __future__ import annotations

import sys
from unittest import mock

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import cli
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.store.vault import Vault
from tests.faults.vaults import YEAR

_COMMIT = Vault.commit


def _commit_late(vault: Vault, connection: sqlcipher.Connection) -> None:
    number = connection.execute("SELECT max(seq_no) FROM document").fetchone()[0]
    sys.stdout.write(f"{number:02}\t{YEAR}\tearly\n")
    sys.stdout.flush()
    _COMMIT(vault, connection)


def main() -> int:
    """Run the command with the two faults in it."""
    with (
        mock.patch.object(Vault, "commit", _commit_late),
        mock.patch.object(Terminal, "say", return_value=None),
    ):
        return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
