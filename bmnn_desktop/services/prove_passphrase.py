"""Whoever is logged in proves it once more, with the vault open."""

from __future__ import annotations

from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.store.attempts import Attempts


def prove_passphrase(desk: WritingDesk, passphrase: str) -> None:
    """Return when the passphrase is the person's own; a wrong one counts as before the door.

    Raises WrongPassphrase, TooManyAttempts, AttemptsTampered.
    """
    attempts = Attempts(desk.place, is_expected=desk.vault.header.counted)
    attempts.begin()
    desk.vault.header.unlock(desk.session.login, passphrase)
    attempts.succeed()
