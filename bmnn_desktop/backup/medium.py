"""What the write protocol of a backup asks of the place it writes to; `media` has the places."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Protocol


class Medium(Protocol):
    """A place that receives backups; every file on it is named without a folder.

    Methods raise a KnownError where the cause is certain and leave the operating system's own
    `OSError` alone where only the caller can name it.
    """

    @property
    def name(self) -> str:
        """How the user calls the medium."""

    @property
    def root(self) -> Path:
        """The folder in which the files lie."""

    def check_room(self, size: int) -> None:
        """Raise MediumFull unless `size` more bytes fit."""

    def open_new(self, name: str) -> BinaryIO:
        """Create a file that must not exist (0600, no link followed), unbuffered."""

    def open_read(self, name: str) -> BinaryIO:
        """Open a file for reading, from the medium and not from memory where that can be had."""

    def finish(self, part: str, name: str) -> None:
        """Rename without overwriting and make the name durable, or leave nothing under it."""

    def discard(self, part: str) -> None:
        """Remove an unfinished file; it need not exist."""
