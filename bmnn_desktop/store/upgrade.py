"""A vault that is about to be migrated: whoever wants a copy of it as it was takes it here."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store import snapshot
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Upgrade:
    """The vault at `place`, unlocked and found sound, still of the schema `version`."""

    place: Path
    header: Header
    signer: Signer
    version: int
    database: sqlcipher.Connection

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """Copy the database under a fresh key; raises DiskFull, DiskFailing, PlaceReadOnly."""
        return snapshot.take(self.database, self.place, self.version, lambda _done: None)

    def recipients(self) -> list[str]:
        """Return who can open the vault's backups."""
        found = self.database.execute(
            "SELECT recipient FROM backup_recipient WHERE retired = 0 ORDER BY id"
        )
        return [row[0] for row in found.fetchall()]

    def last_backup(self) -> tuple[int, str | None]:
        """Return number and SHA-256 of the last backup, (0, None) before the first."""
        found = self.database.execute(
            "SELECT number, sha256 FROM backup ORDER BY number DESC LIMIT 1"
        ).fetchone()
        return (found[0], found[1]) if found else (0, None)
