"""A sealed, re-read copy of the vault as it was, before a newer program migrates it.

It guards against a migration that goes wrong, not against a dying disk: it lies beside the vault,
on the same computer. So it is no backup in the books, and the days since the last one go on.
"""

from __future__ import annotations

import secrets
from contextlib import suppress

from bmnn_desktop import paths
from bmnn_desktop.domain.clock import Clock
from bmnn_desktop.errors import (
    BackupFailed,
    DiskFailing,
    DiskFull,
    MediumFull,
    MediumRefused,
    PlaceReadOnly,
    UpgradeNotBackedUp,
)
from bmnn_desktop.media.folder import FolderMedium
from bmnn_desktop.services.seal_backup import Sealing, seal_backup
from bmnn_desktop.store.upgrade import Upgrade

_TOLD = (
    "Kho sổ đã được nâng cấp cho phiên bản này. Ngay trước đó chương trình đã chụp một bản sao "
    "niêm phong, đọc lại kiểm tra đúng và để cạnh kho sổ. Bản sao nằm trên chính máy này nên không "
    "thay cho sao lưu ra USB."
)
_WHYS = {
    MediumFull: "ổ đĩa không đủ chỗ",
    DiskFull: "ổ đĩa không đủ chỗ",
    MediumRefused: "thư mục cạnh kho sổ không ghi được",
    PlaceReadOnly: "thư mục cạnh kho sổ không ghi được",
    BackupFailed: "bản sao đọc lại không đúng",
    DiskFailing: "ổ đĩa báo lỗi khi đọc hoặc ghi",
}


def copy_before_upgrade(upgrade: Upgrade, clock: Clock) -> str:
    """Seal the vault into the folder beside it, read it back, drop earlier copies; return the news.

    The recovery sheet opens it, like any backup. Raises UpgradeNotBackedUp; then nothing is
    migrated, and an earlier copy is still there.
    """
    folder = paths.before_upgrade(upgrade.place)
    start = f"bmnn-{upgrade.header.store.hex()[:8]}-truoc-nang-cap-"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        medium = FolderMedium(folder, upgrade.place)
        with upgrade.snapshot() as snapshot:
            name = f"{start}{upgrade.version:04d}-{secrets.token_hex(4)}.age"
            written = seal_backup(snapshot, _sealing(upgrade), medium, name, clock=clock)
    except OSError as error:
        raise UpgradeNotBackedUp(why=_WHYS[MediumRefused]) from error
    except tuple(_WHYS) as error:
        raise UpgradeNotBackedUp(why=_WHYS[type(error)]) from error
    for path in folder.glob(f"{start}*"):  # a killed program's pieces too
        if path != written.path:
            with suppress(OSError):
                path.unlink()
    return _TOLD


def _sealing(upgrade: Upgrade) -> Sealing:
    number, previous = upgrade.last_backup()
    return Sealing(
        upgrade.header,
        upgrade.signer,
        number=number + 1,
        previous=previous,
        recipients=upgrade.recipients(),
    )
