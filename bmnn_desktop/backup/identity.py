"""X25519 keys in the text form of age."""

from __future__ import annotations

import pyrage

from bmnn_desktop.backup import bech32

_KEY_LENGTH = 32


def identity_text(key: bytes) -> str:
    """Return 32 secret bytes as an age identity (`AGE-SECRET-KEY-1…`), which opens backups."""
    if len(key) != _KEY_LENGTH:
        raise ValueError("an X25519 identity has 32 bytes")
    return bech32.encode("age-secret-key-", key).upper()


def recipient_text(key: bytes) -> str:
    """Return the public recipient (`age1…`) of 32 secret bytes, to which backups are sealed."""
    return str(pyrage.x25519.Identity.from_str(identity_text(key)).to_public())
