"""A small invented backup for tests."""

from __future__ import annotations

import io
import os

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bmnn_desktop.backup.container import measure, seal
from bmnn_desktop.backup.identity import identity_text, recipient_text
from bmnn_desktop.backup.manifest import IMAGE, KEY, Manifest

RECOVERY = bytes(range(32))
IDENTITY, RECIPIENT = identity_text(RECOVERY), recipient_text(RECOVERY)
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(32))
DATABASE_KEY = b"5e" * 32


def nothing(done: int, total: int) -> None:
    """Progress nobody looks at."""


def image(pages: int = 4) -> bytes:
    """Return bytes that play a database image of pages of 512 bytes."""
    return os.urandom(512 * pages)


def manifest_for(data: bytes, number: int = 1) -> Manifest:
    """Return a manifest for an image and the sample key."""
    return Manifest(
        format=1,
        store="0a" * 16,
        generation=1,
        number=number,
        head_seq=9,
        head_hash="ab" * 32,
        genesis="cd" * 32,
        pages=len(data) // 512,
        page_size=512,
        schema=1,
        created="2026-03-01T07:30:00.000Z",
        signer=SIGNER.public_key().public_bytes_raw().hex(),
        signer_row=1,
        previous=None,
        parts=(measure(IMAGE, io.BytesIO(data)), measure(KEY, io.BytesIO(DATABASE_KEY))),
    )


def sealed(data: bytes, *recipients: str) -> bytes:
    """Return a sealed backup of an image."""
    out = io.BytesIO()
    parts = [io.BytesIO(data), io.BytesIO(DATABASE_KEY)]
    seal(manifest_for(data), SIGNER.sign, parts, recipients or (RECIPIENT,), out, progress=nothing)
    return out.getvalue()
