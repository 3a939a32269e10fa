"""Keys: from a passphrase or the recovery key to the root key, and from there to every other.

passphrase → Argon2id → slot key → AES-256-GCM over the user's Ed25519 seed
PIN → Argon2id, with the secret on the stick → HKDF → slot key → the same; opens nothing else
seed, or recovery key → HKDF → X25519 key, to which the root key is boxed
recovery key → HKDF → Ed25519 seed: derived, not stored
Ed25519 key of a confirming person → X25519 key: opens the backups, to whose public half they are
sealed. Both halves come from the signing key, so that the journalled row that names who signs also
names who reads the backups: who is admitted by two reads, whoever is revoked by one no longer does,
and there is no second list to disagree. (One key pair in both is what age does with ssh keys.)
root key → HKDF → database key, header MAC key, key of the MAC on enrolled media

A root key is boxed to people who are not present: nobody loses the vault when it is changed.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bmnn_desktop.errors import HeaderDamaged, WrongPassphrase

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
SIGNATURE_BYTES = 64
_GIB_IN_KIB = 1024 * 1024
_FIELD = 2**255 - 19


@dataclass(frozen=True, slots=True)
class Kdf:
    """Argon2id's cost: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int

    def is_sane(self) -> bool:
        """Tell whether a header may ask for this: a forged one must not take the machine down."""
        return (
            8 * self.lanes <= self.memory <= _GIB_IN_KIB
            and 1 <= self.passes <= 10  # noqa: PLR2004
            and 1 <= self.lanes <= 8  # noqa: PLR2004
        )


NORMAL_KDF = Kdf(memory=256 * 1024, passes=3, lanes=2)
SMALL_KDF = Kdf(memory=64 * 1024, passes=3, lanes=4)  # for weak computers, chosen at founding


def passphrase_key(passphrase: str, salt: bytes, kdf: Kdf) -> bytes:
    """Return the slot key of a passphrase; it is compared in NFKC."""
    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        salt,
        time_cost=kdf.passes,
        memory_cost=kdf.memory,
        parallelism=kdf.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def derive(secret: bytes, purpose: str) -> bytes:
    """Return 32 bytes for one purpose; different purposes share nothing."""
    return HKDF(SHA256(), KEY_BYTES, None, b"bmnn 1 " + purpose.encode()).derive(secret)


def database_key(root: bytes) -> str:
    """Return the 64 hex digits SQLCipher gets."""
    return derive(root, "database").hex()


def header_key(root: bytes) -> bytes:
    """Return the key of the header's HMAC."""
    return derive(root, "header")


def medium_key(root: bytes) -> bytes:
    """Return the key of the MAC on enrolled media."""
    return derive(root, "medium token")


def recovery_slot_key(recovery: bytes) -> bytes:
    """Return the key of a recovery slot of format 1."""
    return derive(recovery, "recovery slot")


def stick_key(pin: str, salt: bytes, kdf: Kdf, secret: bytes) -> bytes:
    """Return the slot key of a signing stick: the PIN on paper is worth nothing without it."""
    return derive(passphrase_key(pin, salt, kdf) + secret, "stick slot")


def recovery_seed(recovery: bytes) -> bytes:
    """Return the Ed25519 seed by which the recovery sheet signs."""
    return derive(recovery, "recovery signature")


def new_secret() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, plain: bytes, bound: bytes) -> tuple[bytes, bytes]:
    """Return nonce and AES-256-GCM ciphertext of `plain`, bound to the slot's plain fields."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce, AESGCM(key).encrypt(nonce, plain, bound)


def unseal(key: bytes, nonce: bytes, sealed: bytes, bound: bytes) -> bytes:
    """Return what was sealed; raise WrongPassphrase when the key or the fields differ."""
    try:
        return AESGCM(key).decrypt(nonce, sealed, bound)
    except InvalidTag:
        raise WrongPassphrase from None
    except ValueError:
        raise HeaderDamaged from None


def box_public(secret: bytes) -> str:
    """Return, in hex, the key to which a root key is boxed for the owner of `secret`."""
    return _box_key(secret).public_key().public_bytes_raw().hex()


def box(public: str, root: bytes, bound: bytes) -> bytes:
    """Return `root` so that only the owner of `public` can read it, bound to plain fields."""
    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(public)))
    sender = once.public_key().public_bytes_raw()
    nonce, sealed = seal(derive(shared + sender, "box"), root, bound)
    return sender + nonce + sealed


def unbox(secret: bytes, boxed: bytes, bound: bytes) -> bytes:
    """Return the root key that was boxed; raise HeaderDamaged."""
    sender, nonce, sealed = (
        boxed[:KEY_BYTES],
        boxed[KEY_BYTES : KEY_BYTES + NONCE_BYTES],
        boxed[KEY_BYTES + NONCE_BYTES :],
    )
    try:
        shared = _box_key(secret).exchange(X25519PublicKey.from_public_bytes(sender))
        return unseal(derive(shared + sender, "box"), nonce, sealed, bound)
    except (ValueError, WrongPassphrase):
        raise HeaderDamaged from None


def _box_key(secret: bytes) -> X25519PrivateKey:
    return X25519PrivateKey.from_private_bytes(derive(secret, "root box"))


class SigningKey:
    """An Ed25519 key that signs entries and manifests."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)

    @property
    def public(self) -> str:
        """Return the public half in hex."""
        return self._private.public_key().public_bytes_raw().hex()

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature."""
        return self._private.sign(message)

    def reading_secret(self) -> bytes:
        """Return the X25519 secret of the same key: half the seed's hash (RFC 8032, 5.1.5)."""
        return hashlib.sha512(self._private.private_bytes_raw()).digest()[:KEY_BYTES]


class PublicKey:
    """The public half of a signing key, from hex."""

    def __init__(self, public: str) -> None:
        self.raw = bytes.fromhex(public)
        self._public = Ed25519PublicKey.from_public_bytes(self.raw)

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Tell whether `signature` is this key's over `message`."""
        try:
            self._public.verify(signature, message)
        except InvalidSignature:
            return False
        return True

    def reading_public(self) -> bytes:
        """Return the X25519 public key of the same key (RFC 7748, 4.1): u = (1 + y) / (1 - y).

        Raises ValueError for the neutral point, which is nobody's key.
        """
        y = int.from_bytes(self.raw, "little") & ((1 << 255) - 1)
        u = (1 + y) * pow(1 - y, -1, _FIELD) % _FIELD
        return u.to_bytes(KEY_BYTES, "little")
