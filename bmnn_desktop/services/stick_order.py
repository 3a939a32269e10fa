"""What the process that makes a signing stick is told, and what it gives back: no secret.

1. asked: {"store", "signer", "login", "name", "kdf", "path", "pin_file" or null}
2. answered: {"public", "slot"} or {"refused": code, "seconds"}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bmnn_desktop.domain import pin as pins
from bmnn_desktop.services.signing_talk import TalkError
from bmnn_desktop.store import keys, slots
from bmnn_desktop.store.keys import Kdf, PublicKey, SigningKey
from bmnn_desktop.store.slots import Slot
from bmnn_desktop.store.stick import Stick

_MALFORMED = (ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class StickKey:
    """The public half, and the slot in which the seed lies sealed by PIN and stick."""

    public: str
    slot: Slot

    def to_json(self) -> dict[str, object]:
        """Return the line that answers."""
        return {"public": self.public, "slot": self.slot.to_json()}


@dataclass(frozen=True, slots=True)
class StickOrder:
    """A stick of `login` for the row `signer`; `pin_file` None: the PIN is typed in a window."""

    store: bytes
    signer: int
    login: str
    name: str
    kdf: Kdf
    path: Path
    pin_file: Path | None

    def to_json(self) -> dict[str, object]:
        """Return the line that asks."""
        return {
            "store": self.store.hex(),
            "signer": self.signer,
            "login": self.login,
            "name": self.name,
            "kdf": asdict(self.kdf),
            "path": str(self.path),
            "pin_file": None if self.pin_file is None else str(self.pin_file),
        }

    def make(self, pin: str) -> StickKey:
        """Make seed and secret and write the key file; the secrets end with the process.

        Raises PinUnfit, StickFileExists, StickUnwritable.
        """
        pins.check(pin)
        secret, seed = keys.new_secret(), keys.new_secret()
        slot = slots.for_stick(
            self.store, self.login, self.signer, pin, self.kdf, secret=secret, seed=seed
        )
        Stick(self.store, self.signer, secret).write(self.path)
        return StickKey(SigningKey(seed).public, slot)

    def read_key(self, line: Mapping[str, Any]) -> StickKey:
        """Read the answer; raise TalkError for a key of anybody else or at another cost."""
        try:
            key = StickKey(line["public"], slots.from_json(line["slot"]))
            is_it = (
                PublicKey(key.public).raw.hex() == key.public
                and key.slot.is_stick
                and not key.slot.root
                and (key.slot.login, key.slot.signer) == (self.login, self.signer)
                and key.slot.kdf == self.kdf
            )
        except _MALFORMED as error:
            raise TalkError from error
        if not is_it:
            raise TalkError
        return key


def read_order(line: Mapping[str, Any]) -> StickOrder:
    """Read the line that asks; raise TalkError."""
    try:
        pin_file = line["pin_file"]
        return StickOrder(
            bytes.fromhex(line["store"]),
            int(line["signer"]),
            str(line["login"]),
            str(line["name"]),
            Kdf(**line["kdf"]),
            Path(line["path"]),
            None if pin_file is None else Path(pin_file),
        )
    except _MALFORMED as error:
        raise TalkError from error
