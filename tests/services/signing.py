"""Whoever signs, or chooses the PIN of a stick, in this process: where that is not the question."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.services.stick_order import StickKey, StickOrder
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


@dataclass(frozen=True)
class ChosenHere:
    """Chooses the PIN, as the child process of the product asks for it."""

    pin: str
    pin_file: Path | None = None

    def make(self, order: StickOrder) -> StickKey:
        """Make the key and write its file."""
        return order.make(self.pin)

    def give_up(self) -> None:
        """Have nothing to stop."""
