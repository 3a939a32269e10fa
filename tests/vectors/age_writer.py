"""An age v1 writer for vectors: fixed keys instead of random ones, and any step can be spoilt.

It is written from the age specification and shares no code with the program.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

INTRO = b"age-encryption.org/v1\n"
CHUNK = 65_536


def fixed(label: str) -> bytes:
    """Return 32 bytes that are the same in every run."""
    return hashlib.sha256(b"bmnn backup vector: " + label.encode()).digest()


def base64_text(data: bytes) -> bytes:
    """Return unpadded base64."""
    return base64.b64encode(data).rstrip(b"=")


def public_bytes(secret: bytes) -> bytes:
    """Return the public half of an X25519 secret."""
    public = X25519PrivateKey.from_private_bytes(secret).public_key()
    return public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


@dataclass(frozen=True)
class AgeFile:
    """A file to be written; every field but the first two has the value a sound file has."""

    identities: tuple[bytes, ...]
    payload: bytes
    intro: bytes = INTRO
    extra_stanzas: bytes = b""
    file_key: bytes = field(default_factory=lambda: fixed("file key")[:16])
    nonce: bytes = field(default_factory=lambda: fixed("nonce")[:16])

    def header(self) -> bytes:
        """Return the header with its MAC."""
        stanzas = b"".join(self.stanza(identity) for identity in self.identities)
        start = self.intro + stanzas + self.extra_stanzas + b"---"
        mac = hmac.digest(_derive(self.file_key, b"", b"header"), start, "sha256")
        return start + b" " + base64_text(mac) + b"\n"

    def stanza(self, identity: bytes) -> bytes:
        """Return the lines that give the file key to one X25519 identity."""
        recipient = public_bytes(identity)
        ephemeral = fixed("ephemeral " + identity.hex())
        share = public_bytes(ephemeral)
        secret = X25519PrivateKey.from_private_bytes(ephemeral).exchange(
            X25519PublicKey.from_public_bytes(recipient)
        )
        wrap = _derive(secret, share + recipient, b"age-encryption.org/v1/X25519")
        body = ChaCha20Poly1305(wrap).encrypt(bytes(12), self.file_key, None)
        return b"-> X25519 " + base64_text(share) + b"\n" + base64_text(body) + b"\n"

    def chunks(self) -> list[bytes]:
        """Return the encrypted chunks of the payload."""
        count = max(1, -(-len(self.payload) // CHUNK))
        return [self.chunk(number, last=number == count - 1) for number in range(count)]

    def chunk(self, number: int, *, last: bool) -> bytes:
        """Return one encrypted chunk, marked as the last one or not."""
        clear = self.payload[number * CHUNK : (number + 1) * CHUNK]
        key = _derive(self.file_key, self.nonce, b"payload")
        return ChaCha20Poly1305(key).encrypt(
            number.to_bytes(11, "big") + bytes([last]), clear, None
        )

    def to_bytes(self) -> bytes:
        """Return the whole file."""
        return self.header() + self.nonce + b"".join(self.chunks())


def _derive(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, info).derive(secret)
