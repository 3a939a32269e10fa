"""What a command works with: the options before it, its input and output, the open vault."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from bmnn_desktop import paths
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import (
    PassphraseFileOpen,
    PassphraseFileUnreadable,
    RecoverySheetWrong,
    UserUnnamed,
)
from bmnn_desktop.services.office import Office
from bmnn_desktop.wiring import Wiring

_LONGEST_PASSPHRASE = 4096  # bytes; a larger file is no passphrase


class Terminal:
    """One run of the command line."""

    def __init__(
        self, arguments: argparse.Namespace, wiring: Wiring, stdin: TextIO, stdout: TextIO
    ) -> None:
        self.wiring = wiring
        self.stdin = stdin
        self.is_json = bool(arguments.json)
        self.user: str | None = arguments.user
        self._stdout = stdout
        self._passphrase_file: Path | None = arguments.passphrase_file
        self.place: Path = arguments.vault or paths.default_vault()

    def say(self, line: str) -> None:
        """Print a line for people at once; nothing under --json."""
        if not self.is_json:
            self._stdout.write(f"{line}\n")
            self._stdout.flush()

    def document(self, value: object) -> None:
        """Print the one JSON document; nothing without --json."""
        if self.is_json:
            json.dump(value, self._stdout, ensure_ascii=False)
            self._stdout.write("\n")
            self._stdout.flush()

    def passphrase(self) -> str:
        """Read the passphrase file.

        Raises UserUnnamed without one, PassphraseFileOpen when others can read it,
        PassphraseFileUnreadable.
        """
        if self._passphrase_file is None:
            raise UserUnnamed
        try:
            with self._passphrase_file.open("rb") as file:
                mode = os.fstat(file.fileno()).st_mode
                if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
                    raise PassphraseFileOpen
                raw = file.read(_LONGEST_PASSPHRASE + 1)
            if len(raw) > _LONGEST_PASSPHRASE:
                raise PassphraseFileUnreadable
            return raw.decode("utf-8").removesuffix("\n").removesuffix("\r")
        except (OSError, UnicodeDecodeError) as error:
            raise PassphraseFileUnreadable from error

    @contextlib.contextmanager
    def office(self) -> Iterator[Office]:
        """Unlock the vault for one command."""
        gate = self.wiring.gate(self.place)
        user = self.user
        if user is None and gate.is_training():
            user = next(iter(gate.logins()), None)
        if user is None:
            raise UserUnnamed
        office = gate.unlock(user, self.passphrase())
        try:
            for notice in office.notices:
                self.say(notice)
            yield office
        finally:
            office.close()


def recovery_sheet(path: Path) -> RecoverySheet:
    """Read a recovery file; raise RecoverySheetWrong."""
    try:
        with path.open(encoding="utf-8") as file:
            return RecoverySheet.parse(file.read(_LONGEST_PASSPHRASE))
    except (OSError, UnicodeDecodeError) as error:
        raise RecoverySheetWrong(where="đường dẫn tệp") from error


def no_progress(_done: float) -> None:
    """Show nothing: the command line has no progress."""
