"""Kiểm tra bản sao lưu bằng khóa của người xác nhận: the recovery sheet stays in its envelope."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bmnn_desktop.backup.identity import BackupKey
from bmnn_desktop.backup.manifest import Manifest
from bmnn_desktop.backup.verify import verify
from bmnn_desktop.errors import BackupKeyWrong, BackupNotForYou
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.recovery import fingerprint
from bmnn_desktop.services.session import Role


def prove_backup(desk: WritingDesk, path: Path, progress: Callable[[float], None]) -> Manifest:
    """Decrypt a backup of this vault with the own key and verify all of it; changes nothing.

    Raises NotAllowed for whoever does not confirm, BackupNotForYou for a backup that was sealed
    before this person had the present key, and what `verify` raises.
    """
    desk.session.require(Role.CONFIRMER)
    vault = desk.vault
    opener = BackupKey(
        vault.signer.key.reading_secret(), vault.header.store, fingerprint(desk.rows)
    )
    try:
        return verify(path, opener, vault.schema, progress)
    except BackupKeyWrong:
        raise BackupNotForYou from None
