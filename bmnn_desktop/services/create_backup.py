"""Sao lưu: a sealed, re-read, verified copy of the vault on a medium."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bmnn_desktop.backup import identity, write
from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import MediumMissing
from bmnn_desktop.media.folder import FolderMedium
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.identify_medium import claim, is_played, plugged_at
from bmnn_desktop.services.seal_backup import Sealing, seal_backup
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import backup_readers
from bmnn_desktop.store.backup_readers import BackupReader

Progress = Callable[[str, float], None]

_SNAPSHOT = "Chụp lại kho sổ"
_WRITE = "Niêm phong và ghi"
_READ_BACK = "Đọc lại và kiểm tra"


@dataclass(frozen=True, slots=True)
class BackupDone:
    """A backup that was read back from the medium and found whole; only now may it be removed."""

    path: Path
    sha256: str
    number: int
    size: int
    verified_at: datetime
    opened_by: tuple[str, ...]  # confirming people; the recovery sheet always


def create_backup(desk: WritingDesk, medium: Path, progress: Progress | None = None) -> BackupDone:
    """Write a backup onto the enrolled stick at `medium`; in a training vault a folder plays one.

    Raises why the stick is not the enrolled one, MediumRefused, MediumFull, BackupFailed,
    Cancelled, NotAllowed, KeyRevoked; then there is no new backup on the medium, older ones are
    whole and the vault is as it was.
    """
    desk.session.require(Role.KEEPER)
    desk.journal.check_own()
    plugged = plugged_at(desk, medium)
    try:
        folder = FolderMedium(medium if is_played(plugged) else plugged.root, desk.place)
        claimed = claim(desk, plugged)
        number, previous = _next(desk, folder)
    except OSError as error:  # pulled out just now
        raise MediumMissing from error
    report = progress or _ignore
    report(_SNAPSHOT, 0.0)
    with desk.writing.snapshot(lambda done: report(_SNAPSHOT, done)) as snapshot:
        people = backup_readers.readers(desk.rows)
        header = desk.vault.header
        written = seal_backup(
            snapshot,
            Sealing(
                header,
                desk.vault.signer,
                number=number,
                previous=previous,
                recipients=_recipients(desk, people),
            ),
            folder,
            write.file_name(header.store.hex(), number),
            clock=desk.clock,
            check_again=None if claimed is None else claimed.check_again,
            progress=lambda done, total: report(
                _WRITE if 2 * done <= total else _READ_BACK, done / (total or 1)
            ),
        )
    verified_at = desk.clock.now()
    with desk.journal.write("backup.create") as act:
        act.detail[backup_readers.DETAIL] = [one.signer for one in people]
        act.insert(
            "backup",
            number=number,
            file_name=written.path.name,
            # A name on disk need not be text.
            medium=tidy(folder.name) if claimed is None else claimed.medium.name,
            medium_id=None if claimed is None else claimed.medium.id,
            sha256=written.sha256,
            size=written.size,
            head_seq=snapshot.head_seq,
            verified_at=stamp(verified_at),
        )
        if claimed is not None:
            act.update("medium", claimed.medium.id, counter=claimed.token.counter)
    return BackupDone(
        path=written.path,
        sha256=written.sha256,
        number=number,
        size=written.size,
        verified_at=verified_at,
        opened_by=tuple(one.name for one in people),
    )


def _next(desk: WritingDesk, medium: FolderMedium) -> tuple[int, str | None]:
    """Return the next backup's number and the SHA-256 of the last one.

    A restored vault does not know the backups made after its own: their names on the medium do.
    """
    last = desk.rows.one("SELECT number, sha256 FROM backup ORDER BY number DESC LIMIT 1")
    number, previous = (last[0] + 1, last[1]) if last else (1, None)
    store = desk.vault.header.store.hex()
    while (medium.root / write.file_name(store, number)).exists():
        number += 1
    return number, previous


def _recipients(desk: WritingDesk, people: Sequence[BackupReader]) -> list[str]:
    """Return the recovery key, and the keys of the confirming people."""
    found = desk.rows.all("SELECT recipient FROM backup_recipient WHERE retired = 0 ORDER BY id")
    return [row[0] for row in found] + [identity.recipient_of_public(one.public) for one in people]


def _ignore(_step: str, _done: float) -> None:
    """Nobody watches."""
