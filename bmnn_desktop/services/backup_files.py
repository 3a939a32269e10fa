"""What can be done with backup files when no vault is open: inspect, verify, restore."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bmnn_desktop.backup import identity
from bmnn_desktop.backup.identity import BackupKey
from bmnn_desktop.backup.inspect import Inspection, inspect
from bmnn_desktop.backup.manifest import Manifest
from bmnn_desktop.backup.restore import Restored, restore
from bmnn_desktop.backup.verify import verify
from bmnn_desktop.domain.clock import Clock
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import BackupUnknown
from bmnn_desktop.services.backup_openers import names_of
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.new_person import check_passphrase
from bmnn_desktop.store.backup_readers import readers_of
from bmnn_desktop.store.keys import NORMAL_KDF, Kdf
from bmnn_desktop.store.rebuild import Present
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.times import read_time

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A file that is byte for byte the backup verified at `verified_at`."""

    number: int
    sha256: str
    verified_at: datetime
    opened_by: tuple[str, ...]  # confirming people; the recovery sheet always


class BackupFiles:
    """Backups outside an open vault. `kdf` is for tests."""

    def __init__(self, *, schema: Schema, clock: Clock, kdf: Kdf | None = None) -> None:
        self._schema = schema
        self._clock = clock
        self._kdf = kdf or NORMAL_KDF

    def inspect(self, path: Path) -> Inspection:
        """Tell what a file is without any key; raise BackupDamaged, BackupUnreadable."""
        return inspect(path)

    def verify(self, path: Path, sheet: RecoverySheet, progress: Progress) -> Manifest:
        """Verify a file whole with the recovery sheet."""
        return verify(path, BackupKey.of_sheet(sheet), self._schema, progress)

    def identity(self, sheet: RecoverySheet) -> str:
        """Return the identity with which any age program opens the backups."""
        return identity.identity_text(sheet.key)

    def restore(
        self,
        path: Path,
        into: Path,
        sheet: RecoverySheet,
        *,
        login: str | None,
        passphrase: str,
        progress: Progress,
    ) -> Restored:
        """Restore into a new directory; `login` (None: the only person) gets a new passphrase."""
        check_passphrase(passphrase)
        return restore(
            path,
            into,
            sheet,
            Present(login, passphrase),
            kdf=self._kdf,
            schema=self._schema,
            clock=self._clock,
            progress=progress,
        )


def recognise_backup(desk: Desk, path: Path) -> KnownBackup:
    """Compare a file with the backups this vault has verified; raise BackupUnknown."""
    sha256 = inspect(path).sha256
    found = desk.rows.one("SELECT number, verified_at FROM backup WHERE sha256 = ?", (sha256,))
    if found is None:
        raise BackupUnknown
    readers = names_of(desk.rows, readers_of(desk.rows, found[0]))
    return KnownBackup(found[0], sha256, read_time(found[1]), readers)
