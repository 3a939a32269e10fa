"""What lies inside the age layer: magic, signed manifest, parts back to back, nothing after."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bmnn_desktop.backup.manifest import Manifest, Part
from bmnn_desktop.backup.streams import write_all
from bmnn_desktop.errors import BackupDamaged

MAGIC: Final = b"bmnn-backup\n"
SIGNED: Final = b"bmnn-backup manifest v1\n"  # domain tag: no other signature can stand here
MOST_MANIFEST: Final = 65_536
_LENGTH_BYTES: Final = 4
_SIGNATURE_BYTES: Final = 64


def front(manifest: Manifest, sign: Callable[[bytes], bytes]) -> bytes:
    """Return everything that stands before the parts."""
    text = manifest.to_bytes()
    if len(text) > MOST_MANIFEST or Manifest.from_bytes(text) != manifest:
        raise ValueError("the manifest could not be read back")
    return MAGIC + len(text).to_bytes(_LENGTH_BYTES, "big") + text + sign(SIGNED + text)


class Payload:
    """Takes the payload in pieces of any size and checks it as it comes.

    The manifest and its signature are checked before the first byte of a part goes to its sink.
    """

    def __init__(self, sink: Callable[[str], BinaryIO] | None) -> None:
        self._sink = sink
        self._front = bytearray()
        self._manifest: Manifest | None = None
        self._waiting: Iterator[Part] = iter(())
        self._part: _OpenPart | None = None

    def take(self, data: bytes) -> None:
        """Take the next piece; BackupDamaged or BackupNewer at the first thing wrong."""
        rest = data if self._manifest is not None else self._take_front(data)
        while rest:
            if self._part is None:
                raise BackupDamaged  # bytes after the last part
            rest = self._part.take(rest)
            if self._part.left == 0:
                self._part.check()
                self._part = self._next_part()

    def finished(self) -> Manifest:
        """Return the manifest once the last byte of the last part has been seen."""
        if self._manifest is None or self._part is not None:
            raise BackupDamaged
        return self._manifest

    def _take_front(self, data: bytes) -> bytes:
        """Gather the front; return what is left of `data` once it is whole and sound."""
        self._front += data
        start = len(MAGIC) + _LENGTH_BYTES
        if not MAGIC.startswith(self._front[: len(MAGIC)]):
            raise BackupDamaged
        if len(self._front) < start:
            return b""
        length = int.from_bytes(self._front[len(MAGIC) : start], "big")
        if length > MOST_MANIFEST:
            raise BackupDamaged
        end = start + length + _SIGNATURE_BYTES
        if len(self._front) < end:
            return b""
        text, signature = self._front[start : start + length], self._front[start + length : end]
        self._manifest = _signed_manifest(bytes(text), bytes(signature))
        self._waiting = iter(self._manifest.parts)
        self._part = self._next_part()
        return bytes(self._front[end:])

    def _next_part(self) -> _OpenPart | None:
        part = next(self._waiting, None)
        if part is None:
            return None
        return _OpenPart(part, self._sink(part.name) if self._sink else None)


class _OpenPart:
    """A part on its way to its sink."""

    def __init__(self, part: Part, out: BinaryIO | None) -> None:
        self._wanted = part.sha256
        self._digest = hashlib.sha256()
        self._out = out
        self.left = part.length

    def take(self, data: bytes) -> bytes:
        """Take what belongs to this part and return the rest."""
        mine, rest = data[: self.left], data[self.left :]
        self._digest.update(mine)
        if self._out is not None:
            write_all(self._out, mine)
        self.left -= len(mine)
        return rest

    def check(self) -> None:
        """Compare the hash; the whole part has been seen."""
        if self._digest.hexdigest() != self._wanted:
            raise BackupDamaged


def _signed_manifest(text: bytes, signature: bytes) -> Manifest:
    manifest = Manifest.from_bytes(text)
    signer = Ed25519PublicKey.from_public_bytes(bytes.fromhex(manifest.signer))
    try:
        signer.verify(signature, SIGNED + text)
    except InvalidSignature:
        raise BackupDamaged from None
    return manifest
