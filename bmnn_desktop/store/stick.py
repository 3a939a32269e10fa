"""The key file on a signing stick: small JSON, worth nothing without its PIN."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from bmnn_desktop.errors import StickFileExists, StickForeign, StickUnreadable, StickUnwritable
from bmnn_desktop.store import canonical, keys
from bmnn_desktop.store.header import sync_directory

NAME = "bmnn-usb-ky.json"
_LARGEST = 4096  # bytes; a larger file is no key
_KIND = "bmnn signing stick 1"


@dataclass(frozen=True, slots=True)
class Stick:
    """Which key of which vault, and the secret that the PIN alone does not replace."""

    store: bytes
    signer: int
    secret: bytes = field(repr=False)

    def write(self, path: Path) -> None:
        """Write the file, on disk before it is relied on.

        Raises StickFileExists, for none is ever overwritten, and StickUnwritable.
        """
        data = canonical.dump(
            {
                "kind": _KIND,
                "secret": self.secret.hex(),
                "signer": self.signer,
                "store": self.store.hex(),
            }
        )
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(path, flags, 0o600)
        except FileExistsError:
            raise StickFileExists from None
        except OSError as error:
            raise StickUnwritable from error
        try:
            os.write(descriptor, data.encode() + b"\n")
            os.fsync(descriptor)
            sync_directory(path.parent)
        except OSError as error:
            path.unlink(missing_ok=True)
            raise StickUnwritable from error
        finally:
            os.close(descriptor)


def read(path: Path, store: bytes) -> Stick:
    """Read the stick of the vault `store`; raise StickUnreadable, StickForeign."""
    try:
        with path.open("rb") as file:
            body = json.loads(file.read(_LARGEST))
        if body["kind"] != _KIND:
            raise StickUnreadable
        stick = Stick(
            bytes.fromhex(body["store"]), int(body["signer"]), bytes.fromhex(body["secret"])
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StickUnreadable from error
    if len(stick.secret) != keys.KEY_BYTES:
        raise StickUnreadable
    if stick.store != store:
        raise StickForeign
    return stick
