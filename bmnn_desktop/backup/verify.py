"""Verify a backup whole with a key that opens it: container, pages, journal, tables, genesis."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from bmnn_desktop.backup.identity import BackupKey
from bmnn_desktop.backup.manifest import Manifest
from bmnn_desktop.backup.opened import damage_named, opened
from bmnn_desktop.store.rebuild import examine
from bmnn_desktop.store.schema import Schema


def verify(
    path: Path, opener: BackupKey, schema: Schema, progress: Callable[[float], None]
) -> Manifest:
    """Return the manifest of a backup that a restore would accept.

    The image is unpacked, still encrypted under its own key, into a private directory that is
    removed. Raises what `opened` raises.
    """
    with (
        tempfile.TemporaryDirectory(prefix="bmnn-") as directory,
        opened(path, opener, Path(directory), schema) as backup,
        damage_named(),
    ):
        replay = examine(backup.image, schema, progress)
        try:
            backup.admit(replay)
        finally:
            replay.close()
        return backup.manifest
