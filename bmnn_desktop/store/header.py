"""The header: two small files, keys.a and keys.b, of which one is always whole.

Each is JSON: a body, the SHA-256 of the body (tells a torn half before unlocking) and its HMAC
under the root key (proves it after). An update writes one half, fsyncs it, then the other; a half
found damaged or older is mended at unlock, before any update.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from bmnn_desktop import paths
from bmnn_desktop.errors import HeaderDamaged, VaultMissing, VaultNewer, WrongPassphrase
from bmnn_desktop.store import canonical, keys, slots
from bmnn_desktop.store.failures import as_known
from bmnn_desktop.store.slots import Slot

# 1: no slot could be given another root key in its owner's absence, and founding did not make the
# attempt counter's file.
FORMAT = 2
SEQUENCE = "header.sequence"  # the setting by which a vault knows an older header put back
_LARGEST = 256 * 1024  # bytes of one half; more is no header of ours


@dataclass(frozen=True, slots=True)
class Header:
    """What stands outside the encrypted database."""

    store: bytes
    generation: int
    sequence: int
    training: bool
    slots: tuple[Slot, ...]
    format: int = FORMAT

    @property
    def counted(self) -> bool:
        """Tell whether the attempt counter has its file: a missing one was taken away."""
        return self.format > 1

    @property
    def kdf(self) -> keys.Kdf:
        """Return what a passphrase costs here: chosen at founding."""
        found = (slot.kdf for slot in self.slots if slot.is_passphrase)
        return next(found, None) or keys.NORMAL_KDF

    def with_passphrase(
        self, login: str, signer: int, passphrase: str, kdf: keys.Kdf, *, root: bytes, seed: bytes
    ) -> Header:
        """Return the header with a slot for this key of `login`, in place of an older one.

        A slot of another key stays beside it until the journal says which one is right.
        """
        made = slots.for_passphrase(self.store, login, signer, passphrase, kdf, seed=seed)
        # The order stays: a training vault opens for its first login.
        same = (
            n for n, slot in enumerate(self.slots) if slot.is_passphrase and slot.login == login
        )
        place = next(same, len(self.slots))
        after = (s for s in self.slots[place:] if not (s.is_passphrase and s.signer == signer))
        whole = made.with_root(self.store, self.generation, root)
        return self._with(*self.slots[:place], whole, *after)

    def with_stick(self, made: Slot) -> Header:
        """Return the header with the slot of a signing stick.

        An older one signs on until its key is retired and `with_only` drops it.
        """
        return self._with(*self.slots, made)

    def with_recovery(self, signer: int, recovery: bytes, root: bytes) -> Header:
        """Return the header with `recovery` beside an older recovery key of another row."""
        made = slots.for_recovery(signer, recovery)
        kept = (slot for slot in self.slots if not (slot.is_recovery and slot.signer == signer))
        return self._with(*kept, made.with_root(self.store, self.generation, root))

    def with_only(self, signers: Collection[int]) -> Header:
        """Return the header without the slots of other signers than these."""
        return self._with(*(slot for slot in self.slots if slot.signer in signers))

    def with_slots(self, slots: tuple[Slot, ...]) -> Header:
        """Return the header with these slots: what was written before is taken back."""
        return self._with(*slots)

    def with_generation(self, root: bytes) -> Header:
        """Return the header of the next generation: everyone gets the new root key."""
        generation = self.generation + 1
        made = (slot.with_root(self.store, generation, root) for slot in self.slots)
        return replace(self._with(*made), generation=generation)

    def unlock(self, login: str, passphrase: str) -> tuple[bytes, bytes, Slot]:
        """Return root key, signing seed and slot; raise WrongPassphrase.

        An unknown login costs as much time as a wrong passphrase.
        """
        found = [slot for slot in self.slots if slot.is_passphrase and slot.login == login]
        for slot in found:  # two of them where a power cut came while a key was replaced
            key = keys.passphrase_key(passphrase, slot.salt, slot.kdf or keys.NORMAL_KDF)
            try:
                plain = self._unseal(slot, key)
            except WrongPassphrase:
                continue
            if slot.is_first_format:
                return plain[: keys.KEY_BYTES], plain[keys.KEY_BYTES :], slot
            return self._unbox(slot, plain), plain, slot
        if not found:
            keys.passphrase_key(passphrase, b"\0" * keys.SALT_BYTES, keys.NORMAL_KDF)
        raise WrongPassphrase

    def stick(self, login: str, signer: int) -> Slot | None:
        """Return the slot of the stick with which `login` signs by the key in row `signer`."""
        found = (slot for slot in self.slots if slot.is_stick and slot.login == login)
        return next((slot for slot in found if slot.signer == signer), None)

    def unlock_stick(self, login: str, signer: int, pin: str, secret: bytes) -> tuple[bytes, Slot]:
        """Return the seed behind a signing stick and its slot; raise WrongPassphrase."""
        slot = self.stick(login, signer)
        if slot is None or slot.kdf is None:
            raise WrongPassphrase
        return self._unseal(slot, keys.stick_key(pin, slot.salt, slot.kdf, secret)), slot

    def unlock_recovery(self, recovery: bytes) -> tuple[bytes, Slot]:
        """Return the root key by the recovery key, and its slot; raise WrongPassphrase."""
        for slot in self.slots:
            if not slot.is_recovery:
                continue
            if slot.is_first_format:
                with contextlib.suppress(WrongPassphrase):
                    return self._unseal(slot, keys.recovery_slot_key(recovery)), slot
            elif slot.box == keys.box_public(recovery):
                return self._unbox(slot, recovery), slot
        raise WrongPassphrase

    def _unseal(self, slot: Slot, key: bytes) -> bytes:
        bound = slot.bound_seed(self.store, self.generation)
        return keys.unseal(key, slot.nonce, slot.sealed, bound)

    def _unbox(self, slot: Slot, secret: bytes) -> bytes:
        return keys.unbox(secret, slot.root, slot.bound_root(self.store, self.generation))

    def _with(self, *made: Slot) -> Header:
        return replace(self, format=FORMAT, sequence=self.sequence + 1, slots=made)

    def body(self) -> dict[str, object]:
        """Return the body of both halves."""
        return {
            "format": self.format,
            "store": self.store.hex(),
            "generation": self.generation,
            "sequence": self.sequence,
            "training": self.training,
            "slots": [slot.to_json() for slot in self.slots],
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
    """What was read: the newest valid header, in which half it stood, and every half's bytes."""

    header: Header
    chosen: str
    raw: dict[str, bytes]
    macs: tuple[str, ...]  # of each half with this header: the checksum does not cover them

    def prove(self, root: bytes) -> None:
        """Check the HMAC under the root key just opened; raise HeaderDamaged."""
        plain = canonical.dump(self.header.body()).encode()
        expected = hmac.digest(keys.header_key(root), plain, hashlib.sha256).hex().encode()
        given = [mac.encode(errors="surrogatepass") for mac in self.macs]
        if not any(hmac.compare_digest(expected, mac) for mac in given):
            raise HeaderDamaged

    def damaged(self, root: bytes) -> tuple[str, ...]:
        """Return the halves that differ from what is proved, in the order to mend them.

        The half that was believed comes last: it is rewritten once the other is whole.
        """
        right = self.header.half(root)
        names = sorted(paths.HEADERS, key=lambda name: name == self.chosen)
        return tuple(name for name in names if self.raw.get(name) != right)


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
        except OSError:  # a half that cannot be read is a damaged one
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
    chosen = max(found, key=lambda name: found[name][0].sequence)
    header = found[chosen][0]
    macs = tuple(mac for other, mac, _raw in found.values() if other == header)
    return Halves(header, chosen, {name: half[2] for name, half in found.items()}, macs)


def write(place: Path, header: Header, root: bytes, names: tuple[str, ...] = paths.HEADERS) -> None:
    """Write the halves `names` one after the other, each on disk before the next is touched."""
    data = header.half(root)
    with as_known():
        for name in names:
            write_durably(place / name, data)


def write_durably(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write `data` in place and wait until the disk has it, its name included.

    What was longer is blanked before it is cut off: its end may be a slot that was dropped.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), mode)
    try:
        before = os.fstat(descriptor).st_size
        _write_all(descriptor, data)
        if before > len(data):
            _write_all(descriptor, bytes(before - len(data)))
            os.fsync(descriptor)
        os.ftruncate(descriptor, len(data))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    sync_directory(path.parent)


def _write_all(descriptor: int, data: bytes) -> None:
    written = 0
    while written < len(data):
        written += os.write(descriptor, data[written:])


def sync_directory(path: Path) -> None:
    """Make new names in `path` durable (POSIX; Windows has no such call)."""
    if os.name == "posix":
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


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
            slots=tuple(slots.from_json(slot) for slot in body["slots"]),
            format=int(body["format"]),
        )
        return header, str(outer["hmac"])
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
