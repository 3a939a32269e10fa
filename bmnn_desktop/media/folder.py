"""How files lie on a medium: the top folder of a stick, or one that plays it in a training vault.

Whether it may be used is the caller's to know; this class knows no vault but its path.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from bmnn_desktop.errors import MediumFull, MediumRefused
from bmnn_desktop.media.rename import rename_new

# Windows has neither flag and needs O_BINARY; elsewhere it is the other way round.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_BINARY = getattr(os, "O_BINARY", 0)


class FolderMedium:
    """A folder as a medium: checked once when made, then used by file name."""

    def __init__(self, root: Path, vault: Path, *, writes: bool = True) -> None:
        _check_place(root, vault, writes=writes)
        self.root = root
        self.name = root.name

    def check_room(self, size: int) -> None:
        """Raise MediumFull unless `size` more bytes fit."""
        if shutil.disk_usage(self.root).free < size:
            raise MediumFull

    def open_new(self, name: str) -> BinaryIO:
        """Create a file that must not exist (0600, no link followed), unbuffered."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | _BINARY
        return os.fdopen(os.open(self._path(name), flags, 0o600), "wb", buffering=0)

    def open_read(self, name: str) -> BinaryIO:
        """Open a file for reading, its clean pages dropped from memory first."""
        handle = os.open(self._path(name), os.O_RDONLY | _NO_LINK | _BINARY)
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        return os.fdopen(handle, "rb", buffering=0)

    def finish(self, part: str, name: str) -> None:
        """Rename without overwriting and make the name durable, or leave nothing under it."""
        target = self._path(name)
        rename_new(self._path(part), target)
        try:
            self._sync_names()
        except OSError:
            with suppress(OSError):
                target.unlink()
            raise

    def discard(self, part: str) -> None:
        """Remove an unfinished file; it need not exist."""
        self._path(part).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if name in {"", ".."} or Path(name).name != name:
            raise ValueError("a file on a medium is named without a folder")
        return self.root / name

    def _sync_names(self) -> None:
        if not hasattr(os, "O_DIRECTORY"):
            return  # Windows keeps directory entries itself and cannot open a folder
        handle = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY | _NO_LINK)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _check_place(root: Path, vault: Path, *, writes: bool) -> None:
    if root.is_symlink():
        raise MediumRefused(why="đường dẫn là một liên kết")
    if not root.is_dir():
        raise MediumRefused(why="không phải là một thư mục")
    place, home = root.resolve(), vault.resolve()
    if place == home or place in home.parents or home in place.parents:
        raise MediumRefused(why="thư mục này chứa kho sổ hoặc nằm trong kho sổ")
    if writes and not os.access(root, os.W_OK | os.X_OK):
        raise MediumRefused(why="thư mục chỉ cho đọc hoặc không có quyền ghi")
