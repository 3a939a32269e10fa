"""A second person who signs in this process: whoever knows a login and its passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.store import header
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.rows import Rows


@dataclass(frozen=True)
class InPerson:
    """Types the passphrase, as the child process of the product asks for it."""

    place: Path
    login: str
    passphrase: str

    def leave(self) -> None:
        """Stay in the room."""

    def signer(self, rows: Rows) -> Signer:  # noqa: ARG002
        """Return the person's key."""
        _root, seed, slot = header.read(self.place).header.unlock(self.login, self.passphrase)
        return Signer(slot.signer, SigningKey(seed))
