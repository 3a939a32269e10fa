"""A signing stick that is made in a process of its own: PIN and seed are never in this one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from bmnn_desktop import program
from bmnn_desktop.errors import PinNotGiven, SecondSilent
from bmnn_desktop.services import signing_talk as talk
from bmnn_desktop.services.process_apart import ProcessApart
from bmnn_desktop.services.signing_talk import TalkError
from bmnn_desktop.services.stick_order import StickKey, StickOrder

_PATIENCE = 300.0  # seconds in which the person chooses a PIN and types it twice
Command = Callable[[bool], list[str]]


def stick_command(is_window: bool) -> list[str]:
    """Return the command of the process that makes a stick, with or without a window."""
    return program.command("make-stick", *(("--window",) if is_window else ()))


class StickMaker(Protocol):
    """Whoever has the owner choose a PIN, and writes the key file."""

    @property
    def pin_file(self) -> Path | None:
        """Return where the PIN lies; None: it is typed."""
        ...

    def make(self, order: StickOrder) -> StickKey:
        """Have it made; raise PinNotGiven and why it was not."""
        ...

    def give_up(self) -> None:
        """Ask no longer, from any thread."""
        ...


class StickApart:
    """Asks in a window, or reads the file of the command line; `give_up` ends it."""

    def __init__(
        self,
        pin_file: Path | None = None,
        *,
        command: Command = stick_command,
        patience: float = _PATIENCE,
    ) -> None:
        self._pin_file = pin_file
        self._command = command
        self._patience = patience
        self._process: ProcessApart | None = None
        self._is_given_up = False
        self._at_process = threading.Lock()

    @property
    def pin_file(self) -> Path | None:
        """Return where the PIN lies; None: it is typed in a window."""
        return self._pin_file

    def make(self, order: StickOrder) -> StickKey:
        """Have the stick made, and wait for it.

        Raises PinNotGiven, PinUnfit, StickFileExists, StickUnwritable, PassphraseFileOpen,
        PassphraseFileUnreadable.
        """
        try:
            answer = self._start().ask(talk.encode(order.to_json()), self._patience)
            if "refused" in answer:
                raise talk.refused(answer)
            return order.read_key(answer)
        except (TalkError, SecondSilent) as error:
            raise PinNotGiven from error
        finally:
            self._end()

    def give_up(self) -> None:
        """Ask no longer, from any thread: whoever waits gets PinNotGiven."""
        with self._at_process:
            self._is_given_up = True
            if self._process is not None:
                self._process.kill()

    def _start(self) -> ProcessApart:
        with self._at_process:
            if self._is_given_up:
                raise SecondSilent
            self._process = ProcessApart(self._command(self._pin_file is None))
            return self._process

    def _end(self) -> None:
        with self._at_process:
            process, self._process = self._process, None
        if process is not None:
            process.close()
