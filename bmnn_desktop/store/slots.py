"""The slots of the header: one way each to the root key, or to a signature only."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import Any

from bmnn_desktop.store import canonical, keys


@dataclass(frozen=True, slots=True)
class Slot:
    """A person's passphrase, a person's signing stick, or the recovery key (`kdf` None).

    `sealed` is the owner's seed; `root` the root key boxed to `box`, empty for a stick, which opens
    nothing. A slot of format 1 has no box: there `sealed` holds the root key too.
    """

    login: str
    signer: int
    salt: bytes
    kdf: keys.Kdf | None
    nonce: bytes
    sealed: bytes
    box: str | None = None
    root: bytes = b""

    @property
    def is_passphrase(self) -> bool:
        """Tell whether a passphrase opens the vault by this slot."""
        return self.kdf is not None and not self.is_stick

    @property
    def is_stick(self) -> bool:
        """Tell whether this slot signs only."""
        return self.kdf is not None and self.box == ""

    @property
    def is_recovery(self) -> bool:
        """Tell whether this is the recovery sheet's slot."""
        return self.kdf is None

    @property
    def is_first_format(self) -> bool:
        """Tell whether a new root key could not be given to this slot's owner in absence."""
        return self.box is None

    def plain(self) -> dict[str, object]:
        """Return what is not secret and what the sealed seed is bound to."""
        kdf = self.kdf
        cost = {"memory": kdf.memory, "passes": kdf.passes, "lanes": kdf.lanes} if kdf else None
        plain = {"login": self.login, "signer": self.signer, "salt": self.salt.hex(), "kdf": cost}
        return plain if self.box is None else {**plain, "box": self.box}

    def to_json(self) -> dict[str, object]:
        """Return the slot as the header holds it."""
        whole = {**self.plain(), "nonce": self.nonce.hex(), "sealed": self.sealed.hex()}
        return whole if self.box is None else {**whole, "root": self.root.hex()}

    def bound_seed(self, store: bytes, generation: int) -> bytes:
        """Return what the sealed seed is bound to; the seed outlives a change of the root key."""
        fields = {**self.plain(), "store": store.hex()}
        return canonical.dump(
            {**fields, "generation": generation} if self.box is None else fields
        ).encode()

    def with_root(self, store: bytes, generation: int, root: bytes) -> Slot:
        """Return the slot with a root key for its owner, who need not be present."""
        if not self.box:
            return self
        return replace(self, root=keys.box(self.box, root, self.bound_root(store, generation)))

    def bound_root(self, store: bytes, generation: int) -> bytes:
        """Return what the boxed root key is bound to."""
        fields = {**self.plain(), "store": store.hex(), "generation": generation}
        return canonical.dump(fields).encode()


def for_passphrase(
    store: bytes, login: str, signer: int, passphrase: str, kdf: keys.Kdf, *, seed: bytes
) -> Slot:
    """Return a person's slot, still without a root key."""
    salt = os.urandom(keys.SALT_BYTES)
    bare = Slot(login, signer, salt, kdf, b"", b"", keys.box_public(seed))
    return _with_seed(bare, store, keys.passphrase_key(passphrase, salt, kdf), seed)


def for_stick(
    store: bytes, login: str, signer: int, pin: str, kdf: keys.Kdf, *, secret: bytes, seed: bytes
) -> Slot:
    """Return the slot of a signing stick that carries `secret`."""
    salt = os.urandom(keys.SALT_BYTES)
    bare = Slot(login, signer, salt, kdf, b"", b"", "")
    return _with_seed(bare, store, keys.stick_key(pin, salt, kdf, secret), seed)


def for_recovery(signer: int, recovery: bytes) -> Slot:
    """Return the recovery sheet's slot, still without a root key."""
    return Slot("", signer, b"", None, b"", b"", keys.box_public(recovery))


def _with_seed(slot: Slot, store: bytes, key: bytes, seed: bytes) -> Slot:
    nonce, sealed = keys.seal(key, seed, slot.bound_seed(store, 0))
    return replace(slot, nonce=nonce, sealed=sealed)


def from_json(body: dict[str, Any]) -> Slot:
    """Read a slot; raise ValueError, KeyError, TypeError for what this program never wrote."""
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
        box=str(body["box"]) if "box" in body else None,
        root=bytes.fromhex(body["root"]) if "box" in body else b"",
    )
