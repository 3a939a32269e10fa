"""The token file on an enrolled medium: small JSON with a MAC that only this vault can make."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import hmac
import json
import os
import stat
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from bmnn_desktop.errors import MediumMissing, MediumTokenForged, MediumTokenUnwritable
from bmnn_desktop.store import canonical
from bmnn_desktop.store.header import sync_directory

NAME: Final = "bmnn-usb-duyet.json"
_LARGEST = 4096  # bytes
_KIND = "bmnn medium 1"
_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_WAIT_FOR_NOBODY = getattr(os, "O_NONBLOCK", 0)  # a pipe of this name would be waited for


@dataclass(frozen=True, slots=True)
class MediumToken:
    """Which medium of which vault it is, how often it was written to, and the journal's head then.

    `store`, `token` and `head_hash` are hex.
    """

    store: str
    token: str
    serial: str
    counter: int
    head_seq: int
    head_hash: str

    def write(self, root: Path, key: bytes) -> None:
        """Put it in the place of an older one, durably; raise MediumTokenUnwritable."""
        body = {"kind": _KIND, **asdict(self)}
        text = canonical.dump({**body, "mac": _mac(body, key)}) + "\n"
        part = root / f"{NAME}.part"
        try:
            part.unlink(missing_ok=True)
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            part.replace(root / NAME)
            sync_directory(root)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise MediumTokenUnwritable from error


def read(root: Path, key: bytes) -> MediumToken | None:
    """Return the token on a medium, None where there is none.

    Raises MediumTokenForged; MediumMissing for a stick that does not answer.
    """
    try:
        handle = os.open(root / NAME, os.O_RDONLY | _FLAGS | _WAIT_FOR_NOBODY)
    except FileNotFoundError:
        return None
    except OSError as error:
        # A link, a pipe, a folder was put there; anything else is the stick's own trouble.
        if error.errno in (errno.ELOOP, errno.ENXIO, errno.EISDIR):
            raise MediumTokenForged from error
        raise MediumMissing from error
    try:
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise MediumTokenForged
            body = json.loads(file.read(_LARGEST))
        mac = body.pop("mac")
        if body.pop("kind") != _KIND or not isinstance(mac, str):
            raise MediumTokenForged
        if not hmac.compare_digest(_mac({"kind": _KIND, **body}, key), mac):
            raise MediumTokenForged
        return MediumToken(**body)
    except IsADirectoryError as error:
        raise MediumTokenForged from error
    except OSError as error:
        raise MediumMissing from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise MediumTokenForged from error


def remove(root: Path) -> None:
    """Take the token off a medium, as far as it lets one."""
    with contextlib.suppress(OSError):
        (root / NAME).unlink(missing_ok=True)


def _mac(body: dict[str, object], key: bytes) -> str:
    return hmac.new(key, canonical.dump(body).encode(), hashlib.sha256).hexdigest()
