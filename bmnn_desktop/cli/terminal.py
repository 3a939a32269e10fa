"""What a command works with: the options before it, its input and output, the open vault."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from bmnn_desktop import paths
from bmnn_desktop.cli.secret_file import LONGEST, read_secret
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import (
    BatchLineWrong,
    Cancelled,
    OutputLost,
    RecoverySheetWrong,
    UserUnnamed,
)
from bmnn_desktop.services.office import Office
from bmnn_desktop.wiring import Wiring

_LONGEST_LINE = 1 << 20  # bytes; no register line is longer


class Terminal:
    """One run of the command line."""

    def __init__(
        self,
        arguments: argparse.Namespace,
        wiring: Wiring,
        stdin: BinaryIO,
        stdout: TextIO,
        stderr: TextIO,
    ) -> None:
        self.wiring = wiring
        self.is_json = bool(arguments.json)
        self.user: str | None = arguments.user
        self._stdin = stdin
        self._stdout = stdout
        self._stderr = stderr
        self._stop = threading.Event()
        self._passphrase_file: Path | None = arguments.passphrase_file
        self.place: Path = arguments.vault or paths.default_vault()

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines of the input with their numbers; raise BatchLineWrong."""
        number = 0
        while raw := self._stdin.readline(_LONGEST_LINE + 1):
            number += 1
            if len(raw) > _LONGEST_LINE:
                raise BatchLineWrong(line=number, why="dài quá")
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise BatchLineWrong(line=number, why="không phải chữ Unicode (UTF-8)") from error
            yield number, text

    def say(self, line: str) -> None:
        """Print a line for people at once; nothing under --json."""
        if not self.is_json:
            self._write(line)

    def document(self, value: object) -> None:
        """Print the one JSON document; nothing without --json."""
        if self.is_json:
            self._write(json.dumps(value, ensure_ascii=False))

    def progress(self, *_done: object) -> None:
        """Show nothing, but let Ctrl+C end what runs on the vault's threads."""
        if self._stop.is_set():
            raise Cancelled

    @property
    def has_passphrase(self) -> bool:
        """Tell whether a passphrase file was named."""
        return self._passphrase_file is not None

    def passphrase(self) -> str:
        """Read the passphrase file.

        Raises UserUnnamed without one, PassphraseFileOpen when others can read it,
        PassphraseFileUnreadable.
        """
        if self._passphrase_file is None:
            raise UserUnnamed
        return read_secret(self._passphrase_file)

    @contextlib.contextmanager
    def office(self) -> Iterator[Office]:
        """Unlock the vault for one command."""
        gate = self.wiring.gate(self.place)
        user = self.user
        if user is None and gate.is_training():
            user = next(iter(gate.logins()), None)
        if user is None:
            raise UserUnnamed
        office = gate.unlock(user, self.passphrase(), is_command=True)
        try:
            for notice in office.notices:
                self._stderr.write(f"{notice}\n")
            yield office
        except KeyboardInterrupt:
            self._stop.set()
            raise
        finally:
            office.close()

    def _write(self, line: str) -> None:
        try:
            self._stdout.write(f"{line}\n")
            self._stdout.flush()
        except OSError as error:
            _silence(self._stdout)
            raise OutputLost from error


def recovery_sheet(path: Path) -> RecoverySheet:
    """Read a recovery file; raise RecoverySheetWrong."""
    try:
        with path.open(encoding="utf-8") as file:
            return RecoverySheet.parse(file.read(LONGEST))
    except (OSError, UnicodeDecodeError) as error:
        raise RecoverySheetWrong(where="đường dẫn tệp") from error


def _silence(stream: TextIO) -> None:
    """Let what is left in the buffer go nowhere, or Python would complain of it at its end."""
    with contextlib.suppress(OSError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
