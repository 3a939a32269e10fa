"""Tell what a backup file is, without any key."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bmnn_desktop.backup.age_header import read_header
from bmnn_desktop.backup.streams import blocks_of
from bmnn_desktop.errors import BackupDamaged, BackupUnreadable

_NONCE, _CHUNK, _TAG = 16, 65_552, 16


@dataclass(frozen=True, slots=True)
class Inspection:
    """What can be known of a backup file without a key; none of it proves the content."""

    age_version: str
    recipients: int
    size: int
    sha256: str


def inspect(path: Path) -> Inspection:
    """Read the age header strictly and hash the file; BackupDamaged if it is no age v1 file."""
    try:
        with open_regular(path) as source:
            return _inspect(source)
    except OSError as error:
        raise BackupUnreadable from error


def open_regular(path: Path) -> BinaryIO:
    """Open a file that is really one: a pipe or a device could block or never end."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    source = os.fdopen(handle, "rb")
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        source.close()
        raise BackupUnreadable
    return source


def _inspect(source: BinaryIO) -> Inspection:
    header = read_header(source)
    digest, size = hashlib.sha256(header.data), len(header.data)
    for block in blocks_of(source):
        digest.update(block)
        size += len(block)
    # The last chunk is never empty, and never shorter than its tag.
    last = (size - len(header.data) - _NONCE) % _CHUNK
    if size - len(header.data) <= _NONCE + _TAG or 0 < last <= _TAG:
        raise BackupDamaged
    return Inspection("v1", header.recipients, size, digest.hexdigest())
