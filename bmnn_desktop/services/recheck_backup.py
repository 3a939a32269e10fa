"""Đọc lại bản sao lưu cũ: byte for byte what the journal wrote down, or told as lost."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.domain.medium import Purpose
from bmnn_desktop.errors import (
    BackupGone,
    BackupRotten,
    MediumMissing,
    MediumUnknown,
    NothingToRecheck,
)
from bmnn_desktop.media.folder import FolderMedium
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.identify_medium import identify, is_played, plugged_at
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import media
from bmnn_desktop.store.media import KeptBackup

Progress = Callable[[str, float], None]
_STEP = "Đọc lại bản sao lưu"
_BLOCK = 1 << 20
_PULLED = frozenset({errno.ENODEV, errno.ENXIO, errno.ENOTCONN})


@dataclass(frozen=True, slots=True)
class Rechecked:
    """A backup that was read once more and found whole."""

    number: int
    checked_at: datetime


def recheck_backup(
    desk: WritingDesk, place: Path, number: int | None = None, progress: Progress | None = None
) -> Rechecked:
    """Read a backup from the medium at `place`: of this number, else the one longest unread.

    What was found is journalled whatever it is. Raises BackupRotten, BackupGone, NothingToRecheck,
    NotAllowed, Cancelled and why the medium is none.
    """
    desk.session.require(Role.KEEPER)
    desk.journal.check_own()
    plugged = plugged_at(desk, place, writes=False)
    try:
        medium = identify(desk, plugged, Purpose.BACKUP).id
    except MediumUnknown:
        if not (desk.training and is_played(plugged)):
            raise
        medium = None
    chosen = _choose(desk, medium, number)
    try:
        folder = FolderMedium(plugged.root, desk.place, writes=False)
    except OSError as error:  # pulled out just now
        raise MediumMissing from error
    outcome = _read(folder, chosen, progress or _ignore)
    checked_at = desk.clock.now()
    with desk.journal.write("backup.recheck") as act:
        act.detail["number"] = chosen.number
        act.insert(
            "backup_recheck", backup_id=chosen.id, checked_at=stamp(checked_at), outcome=outcome
        )
    if outcome == "gone":
        raise BackupGone(number=chosen.number)
    if outcome == "damaged":
        raise BackupRotten(number=chosen.number)
    return Rechecked(chosen.number, checked_at)


def _choose(desk: WritingDesk, medium: int | None, number: int | None) -> KeptBackup:
    found = [
        one
        for one in media.backups(desk.rows)
        if one.medium == medium and (one.number == number if number else not one.is_lost)
    ]
    if not found:
        raise NothingToRecheck
    return min(found, key=lambda one: (one.checked_at, -one.number))


def _read(medium: FolderMedium, kept: KeptBackup, progress: Progress) -> str:
    digest, done = hashlib.sha256(), 0
    try:
        with medium.open_read(kept.file_name) as file:
            if os.fstat(file.fileno()).st_size != kept.size:
                return "damaged"
            while block := file.read(_BLOCK):
                digest.update(block)
                done += len(block)
                progress(_STEP, min(1.0, done / kept.size))
    except FileNotFoundError:
        return "gone"
    except OSError as error:
        if error.errno in _PULLED or not medium.root.exists():
            raise MediumMissing from error
        return "damaged"
    return "sound" if digest.hexdigest() == kept.sha256 else "damaged"


def _ignore(_step: str, _done: float) -> None:
    """Nobody watches."""
