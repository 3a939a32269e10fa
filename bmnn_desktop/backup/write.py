"""Put a sealed file on a medium so that it may be called a backup.

The order is the promise: seal into NAME.part, make it durable, drop it from memory, read it back
from the medium and verify everything, rename, make the name durable. `Written` exists only after
all of that; whatever fails before leaves the medium as it was.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

import pyrage

from bmnn_desktop.backup.container import Progress
from bmnn_desktop.backup.medium import Medium
from bmnn_desktop.backup.streams import Blocks, Sink, blocks_of
from bmnn_desktop.backup.write_behind import WriteBehind
from bmnn_desktop.errors import (
    BackupDamaged,
    BackupFailed,
    BackupKeyWrong,
    BackupNewer,
    BackupUnreadable,
    DiskFailing,
    MediumFull,
    MediumRefused,
)

_STORE_DIGITS: Final = 8
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_REFUSALS: Final = {
    errno.EROFS: "USB hoặc thư mục chỉ cho đọc",
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EEXIST: "đã có tệp cùng tên",
    errno.EFBIG: "hệ tệp của USB không chứa được tệp lớn như vậy",
    errno.ENOENT: "không còn thấy USB hoặc thư mục",
    errno.ENOTDIR: "không còn thấy USB hoặc thư mục",
    errno.ENODEV: "không còn thấy USB hoặc thư mục",
}
# What reading back may say of a file that has just been written: then the medium is at fault.
_UNSOUND: Final = (BackupDamaged, BackupKeyWrong, BackupNewer, BackupUnreadable)


@dataclass(frozen=True, slots=True)
class Written:
    """A backup that was read back from its medium and found whole."""

    path: Path
    sha256: str
    size: int


def one_time_identity() -> tuple[str, str]:
    """Make a fresh (identity, recipient): the recipient with which a backup is read back.

    The identity lives in this process only and is never written anywhere.
    """
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def file_name(store: str, number: int) -> str:
    """Return the name a backup has on every medium."""
    return f"bmnn-{store[:_STORE_DIGITS]}-{number:06d}.age"


def write_backup(
    medium: Medium,
    name: str,
    seal_into: Callable[[BinaryIO], None],
    check: Callable[[BinaryIO], None],
    *,
    estimate: int,
    progress: Progress,
) -> Written:
    """Write one backup to `medium` by the full protocol.

    `seal_into` writes the sealed file and lets the end's `OSError` pass; `check` must decrypt what
    it is given with the one-time identity of this very backup, so that neither damage nor an older
    file can satisfy it, and verify all of it. `progress` counts bytes, written and then read back.
    MediumFull, MediumRefused or BackupFailed say that no backup was made; what `seal_into` and
    `progress` raise themselves (Cancelled, a bug) passes through.
    """
    try:
        if os.path.lexists(medium.root / name):
            raise MediumRefused(why=_REFUSALS[errno.EEXIST])
        medium.check_room(estimate)
    except OSError as error:
        raise _named(error) from error
    part = name + ".part"
    try:
        medium.discard(part)  # what a power cut may have left of this very backup
        size = _write(medium, part, seal_into, _halfway(estimate, progress))
        sha256 = _read_back(medium, part, check, size, progress)
        medium.finish(part, name)
    except BaseException as error:
        with suppress(OSError):
            medium.discard(part)
        if isinstance(error, OSError):
            raise _named(error) from error
        raise
    return Written(medium.root / name, sha256, size)


def _write(
    medium: Medium,
    part: str,
    seal_into: Callable[[BinaryIO], None],
    wrote: Callable[[int], None],
) -> int:
    """Seal into the file, make it durable and forget it; return its size."""
    with medium.open_new(part) as raw, WriteBehind(raw) as behind:
        done = 0

        def take(data: bytes) -> None:
            nonlocal done
            behind.write(data)
            done += len(data)
            wrote(done)

        seal_into(cast("BinaryIO", Sink(take)))
        size = behind.finish()
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(raw.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return size


def _read_back(
    medium: Medium,
    part: str,
    check: Callable[[BinaryIO], None],
    size: int,
    progress: Progress,
) -> str:
    """Verify the file as the medium returns it; return its SHA-256."""
    digest, seen = hashlib.sha256(), 0

    def blocks(source: BinaryIO) -> Iterator[bytes]:
        nonlocal seen
        for block in blocks_of(source):
            digest.update(block)
            seen += len(block)
            progress(size + seen, 2 * size)
            yield block

    with medium.open_read(part) as raw:
        source = Blocks(blocks(raw))
        try:
            check(cast("BinaryIO", source))
        except _UNSOUND as error:
            raise BackupFailed from error
        except OSError as error:  # of the medium, or of where the check keeps what it unpacks
            raise BackupFailed if source.error else DiskFailing from error
        # Whatever the check left unread is not part of what it verified.
        if source.read(1) or seen != size:
            raise BackupFailed
    return digest.hexdigest()


def _halfway(estimate: int, progress: Progress) -> Callable[[int], None]:
    """Show writing as the first half of the work, whatever the true size turns out to be."""
    return lambda done: progress(min(done, estimate), 2 * estimate)


def _named(error: OSError) -> MediumFull | MediumRefused | BackupFailed:
    """Say in the user's words what the medium did."""
    if error.errno in _FULL:
        return MediumFull()
    why = _REFUSALS.get(error.errno or 0)
    return MediumRefused(why=why) if why else BackupFailed()
