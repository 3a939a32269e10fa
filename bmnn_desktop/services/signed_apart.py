"""A second person who signs in a process of his own: no secret of his is ever in this one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bmnn_desktop import program
from bmnn_desktop.errors import (
    NotConfirmer,
    SecondSilent,
    SignatureRefused,
    TooMuchToShow,
    UserUnknown,
)
from bmnn_desktop.services import signing_talk as talk
from bmnn_desktop.services.process_apart import ProcessApart
from bmnn_desktop.services.signing_talk import Request, TalkError
from bmnn_desktop.store import signers
from bmnn_desktop.store.asked import Asked
from bmnn_desktop.store.entry import SIGNATURE_DOMAIN, Entry
from bmnn_desktop.store.keys import PublicKey
from bmnn_desktop.store.rows import Rows

_PATIENCE = 300.0  # seconds in which the person reads, decides and types
_SIGNING = 20.0  # seconds in which a seed that lies open signs
Command = Callable[[bool], list[str]]


def sign_command(is_window: bool) -> list[str]:
    """Return the command of the signing process, with or without a window of its own."""
    return program.command("sign", *(("--window",) if is_window else ()))


@dataclass(frozen=True, slots=True)
class SecretFiles:
    """Where the command line's second person left his secrets; only his own process opens them."""

    files: tuple[Path, ...]  # a passphrase file, or a key file and a PIN file


class SignedApart:
    """The person `login`, asked in a window or by files. One answer each; `give_up` ends it."""

    def __init__(
        self,
        place: Path,
        login: str,
        files: SecretFiles | None = None,
        *,
        command: Command = sign_command,
        patience: float = _PATIENCE,
    ) -> None:
        self._place = place
        self._login = login
        self._files = files
        self._command = command
        self._patience = patience
        self._known: dict[int, str] = {}
        self._row = 0
        self._asked: Asked | None = None
        self._process: ProcessApart | None = None
        self._is_given_up = False
        self._at_process = threading.Lock()

    @property
    def row(self) -> int:
        """Return a signing row of the person's; after the asking, the one that signs."""
        return self._row

    def signer(self, rows: Rows) -> SignedApart:
        """Look up the person's keys; raise UserUnknown, NotConfirmer without any."""
        self._known = signers.of_login(rows, self._login)
        if not self._known:
            if signers.is_known(rows, self._login):
                raise NotConfirmer
            raise UserUnknown(login=self._login)
        if self._row not in self._known:
            self._row = min(self._known)
        return self

    def look_at(self, asked: Asked) -> None:
        """Show what is asked, and wait until the secret is given.

        May be called on any thread before the service that signs; then that one waits for nobody.
        Raises SecondSilent, SecondDeclined, SignatureRefused, TooMuchToShow, and what the process
        passes on of the secret: WrongPassphrase, PinWrong, TooManyAttempts, StickForeign, …
        """
        if self._process is not None and asked == self._asked:
            return
        files = None if self._files is None else self._files.files
        first = talk.encode(Request(self._place, self._login, asked, files).to_json())
        if len(first) > talk.LONGEST_ASKED:
            raise TooMuchToShow
        process = self._start(is_window=files is None)
        try:
            answer = process.ask(first, self._patience)
            if "refused" in answer:
                raise talk.refused(answer)
            self._row = self._checked_row(answer)
        except TalkError as error:
            self._end()
            raise SignatureRefused from error
        except BaseException:
            self._end()
            raise
        self._asked = asked

    def sign_entry(self, entry: Entry, content: Mapping[str, object]) -> bytes:
        """Have the entry signed and check the signature; raise SecondSilent, SignatureRefused."""
        try:
            if self._process is None:
                raise SecondSilent
            salt = entry.reason_salt
            line = {"content": content, "salt": salt.hex() if salt is not None else None}
            answer = self._process.ask(talk.encode(line), _SIGNING)
            signature = bytes.fromhex(answer["signature"])
            key = PublicKey(self._known[self._row])
            if not key.verifies(signature, SIGNATURE_DOMAIN + entry.hash):
                raise SignatureRefused
        except (TalkError, KeyError, ValueError, TypeError) as error:
            raise SignatureRefused from error
        finally:
            self._end()
        return signature

    def give_up(self) -> None:
        """Ask no longer, from any thread: whoever waits gets SecondSilent."""
        with self._at_process:
            self._is_given_up = True
            if self._process is not None:
                self._process.kill()

    def leave(self) -> None:
        """End the process: one person answers once."""
        self.give_up()
        self._end()

    def _checked_row(self, answer: Mapping[str, Any]) -> int:
        """Return the row of the key that says it is ready, if it is one of the person's."""
        ready = answer.get("ready")
        if not isinstance(ready, dict):
            raise TalkError
        row, public = ready.get("signer"), ready.get("public")
        if type(row) is not int or self._known.get(row, "") != public:
            raise SignatureRefused
        return row

    def _start(self, *, is_window: bool) -> ProcessApart:
        self._end()
        with self._at_process:
            if self._is_given_up:
                raise SecondSilent
            self._process = ProcessApart(self._command(is_window))
            return self._process

    def _end(self) -> None:
        with self._at_process:
            process, self._process, self._asked = self._process, None, None
        if process is not None:
            process.close()
