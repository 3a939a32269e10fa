"""The second person beside the one who proposes: whoever signs with a key of another's own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from bmnn_desktop.errors import RecoverySheetForeign
from bmnn_desktop.store import signers
from bmnn_desktop.store.asked import EntrySigner
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.rows import Rows


class SecondPerson(Protocol):
    """Somebody present who can sign; whether he may is the journal's to say."""

    def signer(self, rows: Rows) -> EntrySigner:
        """Return who signs, by which row; raise the KnownError of why it cannot be had."""
        ...

    def leave(self) -> None:
        """Be asked no more, signed or not."""
        ...


@dataclass(frozen=True, slots=True)
class SessionHolder:
    """Whoever is logged in, and signs with the key that opened the vault."""

    own: Signer

    def signer(self, rows: Rows) -> Signer:  # noqa: ARG002
        """Return the session's signer."""
        return self.own

    def leave(self) -> None:
        """Stay: the session goes on."""


@dataclass(frozen=True, slots=True)
class RecoverySheetHolder:
    """Whoever holds the recovery sheet; it signs only where there is no confirming person."""

    key: bytes = field(repr=False)

    def signer(self, rows: Rows) -> Signer:
        """Return the sheet's signer; raise RecoverySheetForeign."""
        found = signers.of_recovery_key(rows, self.key)
        if found is None:
            raise RecoverySheetForeign
        return found

    def leave(self) -> None:
        """Go with the sheet: nothing of it is kept."""


@contextlib.contextmanager
def present(second: SecondPerson, rows: Rows) -> Iterator[EntrySigner]:
    """Give the second person's signer for one answer; he leaves afterwards, whatever happened."""
    try:
        yield second.signer(rows)
    finally:
        second.leave()
