"""A sealed, re-read copy of the vault as it was, before a newer program migrates it.

It guards against a migration that goes wrong, not against a dying disk: it lies beside the vault,
on the same computer. So it is no backup in the books, and the days since the last one go on.
"""

from __future__ import annotations

import io
import secrets
from contextlib import suppress
from typing import BinaryIO

from bmnn_desktop import paths
from bmnn_desktop.backup import container, manifest, write
from bmnn_desktop.backup.manifest import Manifest
from bmnn_desktop.domain.clock import Clock, stamp
from bmnn_desktop.errors import (
    BackupDamaged,
    BackupFailed,
    DiskFailing,
    DiskFull,
    MediumFull,
    MediumRefused,
    PlaceReadOnly,
    UpgradeNotBackedUp,
)
from bmnn_desktop.media.folder import FolderMedium
from bmnn_desktop.store.snapshot import Snapshot
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
            written = _write(upgrade, clock, snapshot, medium, start)
    except OSError as error:
        raise UpgradeNotBackedUp(why=_WHYS[MediumRefused]) from error
    except tuple(_WHYS) as error:
        raise UpgradeNotBackedUp(why=_WHYS[type(error)]) from error
    for path in folder.glob(f"{start}*"):  # a killed program's pieces too
        if path != written.path:
            with suppress(OSError):
                path.unlink()
    return _TOLD


def _write(
    upgrade: Upgrade, clock: Clock, snapshot: Snapshot, medium: FolderMedium, start: str
) -> write.Written:
    """Write by the protocol of every backup: only what was read back and verified gets its name."""
    one_time, recipient = write.one_time_identity()
    recipients = [*upgrade.recipients(), recipient]
    key = io.BytesIO(snapshot.key.encode())
    with snapshot.path.open("rb") as image:
        described = _manifest(upgrade, clock, snapshot, image, key)

        def seal(out: BinaryIO) -> None:
            image.seek(0)
            key.seek(0)
            sign = upgrade.signer.key.sign
            container.seal(described, sign, [image, key], recipients, out, progress=_ignore)

        def check(source: BinaryIO) -> None:
            if container.open_sealed(source, one_time, None) != described:
                raise BackupDamaged

        return write.write_backup(
            medium,
            f"{start}{upgrade.version:04d}-{secrets.token_hex(4)}.age",
            seal,
            check,
            estimate=container.sealed_size(described, len(recipients)),
            progress=_ignore,
        )


def _manifest(
    upgrade: Upgrade, clock: Clock, snapshot: Snapshot, image: BinaryIO, key: BinaryIO
) -> Manifest:
    number, previous = upgrade.last_backup()
    return Manifest(
        format=manifest.FORMAT,
        store=upgrade.header.store.hex(),
        generation=upgrade.header.generation,
        number=number + 1,
        head_seq=snapshot.head_seq,
        head_hash=snapshot.head_hash.hex(),
        genesis=snapshot.first_hash.hex(),
        pages=snapshot.pages,
        page_size=snapshot.page_size,
        schema=snapshot.version,
        created=stamp(clock.now()),
        signer=upgrade.signer.key.public,
        signer_row=upgrade.signer.row,
        previous=previous,
        parts=(
            container.measure(manifest.IMAGE, image),
            container.measure(manifest.KEY, key),
        ),
    )


def _ignore(_done: int, _total: int) -> None:
    """Nobody watches: the door says that it opens."""
