"""The header: two small files, keys.a and keys.b, of which one is always whole.

Each is JSON: a body, the SHA-256 of the body (tells a torn half before unlocking) and its HMAC
under the root key (proves it after). An update writes one half, fsyncs it, then the other; a half
found damaged or older is mended at unlock, before any update.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bmnn_desktop import paths
from bmnn_desktop.errors import HeaderDamaged, VaultMissing, VaultNewer, WrongPassphrase
from bmnn_desktop.store import canonical, keys
from bmnn_desktop.store.failures import as_known

FORMAT = 1
_LARGEST = 256 * 1024  # bytes of one half; more is no header of ours


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the root key: a person's passphrase, or the recovery key (`kdf` None)."""

    login: str
    signer: int
    salt: bytes
    kdf: keys.Kdf | None
    nonce: bytes
    sealed: bytes

    def to_json(self) -> dict[str, object]:
        """Return the slot as the header holds it."""
        plain = _plain_fields(self.login, self.signer, self.salt, self.kdf)
        return {**plain, "nonce": self.nonce.hex(), "sealed": self.sealed.hex()}


@dataclass(frozen=True, slots=True)
class Header:
    """What stands outside the encrypted database."""

    store: bytes
    generation: int
    sequence: int
    training: bool
    slots: tuple[Slot, ...]
    counted: bool = False  # the attempt counter's file was made: a missing one was taken away

    def slot(self, login: str) -> Slot | None:
        """Return the passphrase slot of `login`."""
        return next((slot for slot in self.slots if slot.kdf and slot.login == login), None)

    def bound(self, login: str, signer: int, salt: bytes, kdf: keys.Kdf | None) -> bytes:
        """Return the plain fields that a slot's ciphertext is bound to."""
        fields = {
            **_plain_fields(login, signer, salt, kdf),
            "store": self.store.hex(),
            "generation": self.generation,
        }
        return canonical.dump(fields).encode()

    def with_passphrase(
        self, login: str, signer: int, passphrase: str, kdf: keys.Kdf, *, root: bytes, seed: bytes
    ) -> Header:
        """Return the header with a slot for `login`, in place of an older one."""
        salt = os.urandom(keys.SALT_BYTES)
        nonce, sealed = keys.seal(
            keys.passphrase_key(passphrase, salt, kdf),
            root + seed,
            self.bound(login, signer, salt, kdf),
        )
        kept = tuple(slot for slot in self.slots if slot.kdf is None or slot.login != login)
        return replace(self, slots=(*kept, Slot(login, signer, salt, kdf, nonce, sealed)))

    def with_recovery(self, signer: int, recovery: bytes, root: bytes) -> Header:
        """Return the header with `recovery` as its recovery key."""
        nonce, sealed = keys.seal(
            keys.recovery_slot_key(recovery), root, self.bound("", signer, b"", None)
        )
        kept = tuple(slot for slot in self.slots if slot.kdf)
        return replace(self, slots=(*kept, Slot("", signer, b"", None, nonce, sealed)))

    def unlock(self, login: str, passphrase: str) -> tuple[bytes, bytes, Slot]:
        """Return root key, signing seed and slot; raise WrongPassphrase.

        An unknown login costs as much time as a wrong passphrase.
        """
        slot = self.slot(login)
        kdf = (slot.kdf if slot else None) or keys.NORMAL_KDF
        key = keys.passphrase_key(passphrase, slot.salt if slot else b"\0" * keys.SALT_BYTES, kdf)
        if slot is None:
            raise WrongPassphrase
        bound = self.bound(slot.login, slot.signer, slot.salt, slot.kdf)
        plain = keys.unseal(key, slot.nonce, slot.sealed, bound)
        return plain[: keys.KEY_BYTES], plain[keys.KEY_BYTES :], slot

    def body(self) -> dict[str, object]:
        """Return the body of both halves."""
        return {
            "format": FORMAT,
            "store": self.store.hex(),
            "generation": self.generation,
            "sequence": self.sequence,
            "training": self.training,
            "slots": [slot.to_json() for slot in self.slots],
            **({"counted": True} if self.counted else {}),
        }

    def half(self, root: bytes) -> bytes:
        """Return the bytes of one half."""
        body = self.body()
        plain = canonical.dump(body).encode()
        sums = {
            "hmac": hmac.digest(keys.header_key(root), plain, hashlib.sha256).hex(),
            "sha256": hashlib.sha256(plain).hexdigest(),
        }
        return canonical.dump({"body": body, **sums}).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Halves:
    """What was read: the newest valid header and which halves need rewriting."""

    header: Header
    stale: tuple[str, ...]
    mac: str

    def prove(self, root: bytes) -> None:
        """Check the HMAC under the root key just opened; raise HeaderDamaged."""
        plain = canonical.dump(self.header.body()).encode()
        expected = hmac.digest(keys.header_key(root), plain, hashlib.sha256).hex()
        if not hmac.compare_digest(expected, self.mac):
            raise HeaderDamaged


def read(place: Path) -> Halves:
    """Read both halves of `place`; the newest valid one wins.

    Raises VaultMissing when there is no header at all, VaultNewer, HeaderDamaged when neither
    half is whole.
    """
    found: dict[str, tuple[Header, str, bytes]] = {}
    present = 0
    for name in paths.HEADERS:
        try:
            with (place / name).open("rb") as file:
                raw = file.read(_LARGEST + 1)
        except FileNotFoundError:
            continue
        except (IsADirectoryError, PermissionError):
            present += 1
            continue
        present += 1
        parsed = _parse(raw)
        if parsed:
            found[name] = (*parsed, raw)
    if not found:
        if present or (place / paths.REGISTER).exists():
            raise HeaderDamaged
        raise VaultMissing
    newest = max(found, key=lambda name: found[name][0].sequence)
    header, mac, raw = found[newest]
    stale = tuple(n for n in paths.HEADERS if n not in found or found[n][2] != raw)
    return Halves(header, stale, mac)


def write(place: Path, header: Header, root: bytes, names: tuple[str, ...] = paths.HEADERS) -> None:
    """Write the halves `names` one after the other, each on disk before the next is touched."""
    data = header.half(root)
    with as_known():
        for name in names:
            write_durably(place / name, data)


def write_durably(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write `data` in place and wait until the disk has it, its name included."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), mode)
    try:
        written = 0
        while written < len(data):
            written += os.write(descriptor, data[written:])
        os.ftruncate(descriptor, len(data))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    sync_directory(path.parent)


def sync_directory(path: Path) -> None:
    """Make new names in `path` durable (POSIX; Windows has no such call)."""
    if os.name == "posix":
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _plain_fields(login: str, signer: int, salt: bytes, kdf: keys.Kdf | None) -> dict[str, object]:
    cost = {"memory": kdf.memory, "passes": kdf.passes, "lanes": kdf.lanes} if kdf else None
    return {"login": login, "signer": signer, "salt": salt.hex(), "kdf": cost}


def _parse(raw: bytes) -> tuple[Header, str] | None:
    """Return the header and its HMAC, None for a damaged half; raise VaultNewer."""
    try:
        outer = json.loads(raw)
        body = outer["body"]
        plain = canonical.dump(body).encode()
        if hashlib.sha256(plain).hexdigest() != outer["sha256"]:
            return None
        if int(body["format"]) > FORMAT:
            raise VaultNewer
        header = Header(
            store=bytes.fromhex(body["store"]),
            generation=int(body["generation"]),
            sequence=int(body["sequence"]),
            training=bool(body["training"]),
            slots=tuple(_slot(slot) for slot in body["slots"]),
            counted=bool(body.get("counted", False)),
        )
        return header, str(outer["hmac"])
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _slot(body: dict[str, Any]) -> Slot:
    cost = body["kdf"]
    kdf = keys.Kdf(int(cost["memory"]), int(cost["passes"]), int(cost["lanes"])) if cost else None
    if kdf and not kdf.is_sane():
        msg = "a forged cost"
        raise ValueError(msg)
    return Slot(
        login=str(body["login"]),
        signer=int(body["signer"]),
        salt=bytes.fromhex(body["salt"]),
        kdf=kdf,
        nonce=bytes.fromhex(body["nonce"]),
        sealed=bytes.fromhex(body["sealed"]),
    )
