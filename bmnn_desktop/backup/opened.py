"""Open a sealed backup of the vault that it must be of."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bmnn_desktop import paths
from bmnn_desktop.backup.container import open_sealed
from bmnn_desktop.backup.identity import BackupKey, identity_text
from bmnn_desktop.backup.inspect import open_regular
from bmnn_desktop.backup.manifest import IMAGE, Manifest
from bmnn_desktop.errors import BackupDamaged, BackupForged, BackupNewer, BackupUnreadable
from bmnn_desktop.store.failures import as_known
from bmnn_desktop.store.rebuild import Image
from bmnn_desktop.store.replay import BrokenError, Replay
from bmnn_desktop.store.schema import Schema

_HEX_DIGITS = 64


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A backup whose container is whole; its image lies in a directory of the caller's."""

    manifest: Manifest
    image: Image

    def admit(self, replay: Replay) -> None:
        """Check that the journal is the one the manifest names, which fits the key.

        Raises BackupForged, BackupDamaged.
        """
        if replay.first.hex() != self.manifest.genesis:
            raise BackupForged
        if (replay.seq, replay.head.hex()) != (self.manifest.head_seq, self.manifest.head_hash):
            raise BackupDamaged
        if not replay.is_active(self.manifest.signer_row, self.manifest.signer):
            raise BackupForged


@contextlib.contextmanager
def opened(
    path: Path, opener: BackupKey, directory: Path, schema: Schema
) -> Iterator[OpenedBackup]:
    """Decrypt `path` into `directory`; the image is removed afterwards.

    Raises BackupUnreadable, BackupKeyWrong, BackupDamaged, BackupForged, BackupNewer, DiskFull.
    """
    place = directory / paths.SNAPSHOT
    key = io.BytesIO()
    try:
        try:
            source = open_regular(path)
        except OSError as error:
            raise BackupUnreadable from error
        with as_known(), source, place.open("xb") as image:

            def sink(name: str) -> BinaryIO:
                return image if name == IMAGE else key

            manifest = open_sealed(source, identity_text(opener.secret), sink)
        yield OpenedBackup(manifest, _image(manifest, opener, place, key, schema))
    finally:
        place.unlink(missing_ok=True)


@contextlib.contextmanager
def damage_named() -> Iterator[None]:
    """Say of a journal that does not hold that the backup is damaged."""
    try:
        yield
    except BrokenError as error:
        raise BackupDamaged from error


def _image(
    manifest: Manifest, opener: BackupKey, place: Path, key: io.BytesIO, schema: Schema
) -> Image:
    if (manifest.store, manifest.genesis) != (opener.store.hex(), opener.genesis.hex()):
        raise BackupForged
    if manifest.schema > schema.version:
        raise BackupNewer
    digits = key.getvalue().decode("ascii", errors="replace")
    if len(digits) != _HEX_DIGITS or set(digits) - set("0123456789abcdef"):
        raise BackupDamaged
    return Image(place, digits, opener.store, manifest.schema)
