"""X25519 keys in the text form of age."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

import pyrage

from bmnn_desktop.backup import bech32
from bmnn_desktop.domain.recovery_sheet import RecoverySheet

_KEY_LENGTH = 32


def identity_text(key: bytes) -> str:
    """Return 32 secret bytes as an age identity (`AGE-SECRET-KEY-1…`), which opens backups."""
    if len(key) != _KEY_LENGTH:
        raise ValueError("an X25519 identity has 32 bytes")
    return bech32.encode("age-secret-key-", key).upper()


def recipient_text(key: bytes) -> str:
    """Return the public recipient (`age1…`) of 32 secret bytes, to which backups are sealed."""
    return str(pyrage.x25519.Identity.from_str(identity_text(key)).to_public())


def recipient_of_public(public: bytes) -> str:
    """Return the recipient (`age1…`) of an X25519 public key."""
    if len(public) != _KEY_LENGTH:
        raise ValueError("an X25519 public key has 32 bytes")
    return bech32.encode("age", public)


@dataclass(frozen=True, slots=True)
class BackupKey:
    """A key that opens backups, and the vault that a backup must be of.

    Recipients are public, so a forged backup authenticates itself: only `genesis`, the hash of the
    first entry, tells it apart. It stands on the recovery sheet, and in the vault that is open.
    """

    secret: bytes = field(repr=False)
    store: bytes
    genesis: bytes

    @classmethod
    def of_sheet(cls, sheet: RecoverySheet) -> Self:
        """Return the recovery sheet's."""
        return cls(sheet.key, sheet.store, sheet.fingerprint)
